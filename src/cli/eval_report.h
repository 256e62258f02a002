// SPDX-License-Identifier: Apache-2.0
// eval_report.h — how `signpost eval` shows how good answers are: one system at length, or judged sets as a table.
#ifndef SIGNPOST_CLI_EVAL_REPORT_H_
#define SIGNPOST_CLI_EVAL_REPORT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/eval_queries.h"
#include "cli/eval_run.h"
#include "cli/metrics.h"

namespace signpost::cli {

struct Evaluation {
  std::vector<RankingScore> scores;  // of the queries
  std::vector<std::int64_t> micros;  // of the same; ascending
  std::size_t without_hits = 0;
  std::size_t judged_not_asked = 0;
  std::size_t asked_not_judged = 0;
};

Evaluation Evaluate(const Run& run, const JudgedQueries& judged);

// Lines for people, and one line of JSON.
std::string PrintEvaluation(const Evaluation& evaluation, std::uint64_t seed);
std::string PrintEvaluationJson(const Evaluation& evaluation, std::uint64_t seed);

// The same queries again, damaged.
struct DamagedEvaluation {
  std::string_view way;       // a name of kDamageNames
  std::size_t unchanged = 0;  // queries that had no words for it
  Evaluation evaluation;
};

struct SetReport {
  std::string name;
  Evaluation clean;
  std::optional<DamagedEvaluation> damaged;  // in all reports of a table or in none
};

// Returns which part of the clean MRR@10 is left; 1 when there was none.
double ShareLeft(double clean, double damaged);

// A table with a row a set, two where queries were damaged, and their mean when there are several sets.
std::string PrintSets(const std::vector<SetReport>& reports, std::uint64_t seed);
std::string PrintSetJson(const SetReport& report, std::uint64_t seed);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_EVAL_REPORT_H_
