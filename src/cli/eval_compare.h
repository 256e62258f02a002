// SPDX-License-Identifier: Apache-2.0
// eval_compare.h — two systems over the same judged queries, query by query.
#ifndef SIGNPOST_CLI_EVAL_COMPARE_H_
#define SIGNPOST_CLI_EVAL_COMPARE_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/eval_queries.h"
#include "cli/eval_run.h"
#include "cli/metrics.h"

namespace signpost::cli {

constexpr std::size_t kMovedQueries = 20;  // shown at most

struct ComparedMetric {
  double a = 0;  // means
  double b = 0;
  PairedComparison paired;
};

struct MovedQuery {
  std::string id;
  std::string text;  // as it was asked
  double a = 0;      // nDCG@10
  double b = 0;
};

struct Comparison {
  std::string set;  // empty: not said
  std::string a;    // what was compared, as given
  std::string b;
  std::size_t queries = 0;
  std::string_view typos;     // a name of kDamageNames; empty: the queries as they are
  std::size_t unchanged = 0;  // queries that had no words for it
  std::array<ComparedMetric, kMetrics.size()> metrics;
  std::vector<MovedQuery> moved;  // those with the largest difference of nDCG@10 first
};

// Leaves the names empty.
Comparison Compare(const Run& a, const Run& b, const JudgedQueries& judged, std::uint64_t seed);

// Tables for people, and one line of JSON.
std::string PrintComparison(const Comparison& comparison, std::uint64_t seed);
std::string PrintComparisonJson(const Comparison& comparison, std::uint64_t seed);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_EVAL_COMPARE_H_
