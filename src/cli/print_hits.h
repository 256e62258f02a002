// SPDX-License-Identifier: Apache-2.0
// print_hits.h — a response as people read it in a terminal. Pure functions.
//
// Safe:     what comes from documents, queries and rules cannot steer the terminal (terminal_text.h).
#ifndef SIGNPOST_CLI_PRINT_HITS_H_
#define SIGNPOST_CLI_PRINT_HITS_H_

#include <cstddef>
#include <string>

#include <signpost/search.h>

namespace signpost::cli {

// Returns what PrintResponse needs to mark what matched.
HighlightOptions TerminalHighlight();

// Returns a response, which must have been asked for with TerminalHighlight, as lines: query, time and number of hits;
// the redirect or the hits; banners, applied rules, ignored words; what explain asked for. `colors`: with ANSI colours.
std::string PrintResponse(const SearchResponse& response, bool colors);

// One hit of such a response, with a remark behind its title.
std::string PrintHit(std::size_t rank, const Hit& hit, const std::string& remark, bool colors);

// One line of the table of a batch, for a response as above, and its head.
std::string PrintBatchHead();
std::string PrintBatchLine(const std::string& id, const SearchResponse& response);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_PRINT_HITS_H_
