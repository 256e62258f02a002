// SPDX-License-Identifier: Apache-2.0
// eval_run.h — what a system answered to judged queries, and its file in the form that TREC tools read.
//
// File:     `query Q0 objectID rank score tag`, one hit a line, with white space between. `score` falls with the rank:
//           TREC tools order by it. A query without hits has no line.
#ifndef SIGNPOST_CLI_EVAL_RUN_H_
#define SIGNPOST_CLI_EVAL_RUN_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/index.h>

#include "cli/eval_queries.h"
#include "cli/metrics.h"

namespace signpost::cli {

struct Run {
  std::vector<std::vector<std::string>> rankings;  // objectIDs of each query, best first, in the order of the queries
  std::vector<std::int64_t> micros;                // of each search; empty when read from a file
};

// Asks every query for the first ten. `lang` is the language of all of them; empty: each one's own.
absl::StatusOr<Run> AskAll(const Index& index, const JudgedQueries& judged, const std::string& lang);

// Returns the score of each query.
std::vector<RankingScore> ScoreRun(const Run& run, const JudgedQueries& judged);

// Returns the lines of a file. InvalidArgument: an id of a query or a document holds white space, which the form has no
// room for.
absl::StatusOr<std::string> PrintRun(const Run& run, const JudgedQueries& judged);

// Reads the hits of `judged`, by falling score, those of equal score in the order of the file; lines of other queries
// are skipped. Errors in the form of errors.h: `PATH:LINE: what, value`.
absl::StatusOr<Run> ReadRun(const std::string& path, const JudgedQueries& judged);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_EVAL_RUN_H_
