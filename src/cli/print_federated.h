// SPDX-License-Identifier: Apache-2.0
// print_federated.h — a federated answer as people read it in a terminal. Pure functions; safe as print_hits.h.
#ifndef SIGNPOST_CLI_PRINT_FEDERATED_H_
#define SIGNPOST_CLI_PRINT_FEDERATED_H_

#include <string>

#include <signpost/federation.h>

namespace signpost::cli {

// Returns an answer, which must have been asked for with TerminalHighlight, as lines: what is wanted and why, where the query
// leads, banners; then the hits of all indexes, or the answer of each.
std::string PrintFederated(const std::string& query, const FederatedResponse& response, bool colors);

// One line of the table of a batch, and its head.
std::string PrintFederatedBatchHead();
std::string PrintFederatedBatchLine(const std::string& id, const FederatedResponse& response);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_PRINT_FEDERATED_H_
