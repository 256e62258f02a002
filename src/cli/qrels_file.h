// SPDX-License-Identifier: Apache-2.0
// qrels_file.h — files of judgements: `query<TAB>objectID<TAB>grade`, one a line. The higher the grade, the better the
// document answers the query; 0 says that it does not.
#ifndef SIGNPOST_CLI_QRELS_FILE_H_
#define SIGNPOST_CLI_QRELS_FILE_H_

#include <string>
#include <unordered_map>

#include <absl/status/statusor.h>

#include "cli/metrics.h"

namespace signpost::cli {

// The judgements of each query, by its id.
using Qrels = std::unordered_map<std::string, Grades>;

// Errors in the form of errors.h: `PATH:LINE: what, value`. Empty lines are skipped.
absl::StatusOr<Qrels> ReadQrels(const std::string& path);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_QRELS_FILE_H_
