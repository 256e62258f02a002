// SPDX-License-Identifier: Apache-2.0
// eval_queries.h — the queries of `signpost eval`: those of a file whose answers people have judged.
#ifndef SIGNPOST_CLI_EVAL_QUERIES_H_
#define SIGNPOST_CLI_EVAL_QUERIES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <absl/status/statusor.h>

#include "cli/metrics.h"
#include "cli/query_damage.h"

namespace signpost::cli {

struct JudgedQuery {
  std::string id;
  std::string text;
  std::string lang;   // empty: not said
  std::string place;  // "PATH:LINE"
  Grades grades;      // one above 0 at least
};

struct JudgedQueries {
  std::vector<JudgedQuery> queries;  // in the order of the file
  std::size_t judged_not_asked = 0;  // queries with judgements that are not in the file of queries
  std::size_t asked_not_judged = 0;  // queries of the file without a judgement above 0, which are not in `queries`
};

// Reads a file of queries (query_file.h) and one of judgements (qrels_file.h). Errors as theirs; an id that comes twice
// is one too.
absl::StatusOr<JudgedQueries> ReadJudgedQueries(const std::string& queries_path, const std::string& qrels_path);

// Damages the text of every query that has words for it. Returns how many have not and stay as they are.
std::size_t DamageQueries(Damage damage, std::uint64_t seed, JudgedQueries* judged);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_EVAL_QUERIES_H_
