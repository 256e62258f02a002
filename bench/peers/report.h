// SPDX-License-Identifier: Apache-2.0
// report.h — what a race came to: tables in Markdown, or a line of JSON for each query set.
#ifndef SIGNPOST_BENCH_PEERS_REPORT_H_
#define SIGNPOST_BENCH_PEERS_REPORT_H_

#include <iosfwd>

#include "race.h"

namespace peers {

// The engines, then Signpost and the best peer of each set, then all engines set by set.
void PrintTables(const RaceResults& results, std::ostream& out);

// {"set","ours_p50","ours_p99","best_peer","peer_p50","peer_p99","hit","peer_hit"}, microseconds. Peers are taken
// without marks. The best peer is the one of the least p50 among those that find at most .05 less than Signpost; if
// there is none, the one that finds most. A set without right answers has null for both rates, and what is compared is
// how many queries are answered.
void PrintJson(const RaceResults& results, std::ostream& out);

}  // namespace peers

#endif  // SIGNPOST_BENCH_PEERS_REPORT_H_
