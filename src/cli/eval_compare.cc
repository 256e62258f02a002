// SPDX-License-Identifier: Apache-2.0
#include "cli/eval_compare.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <signpost/dialect.h>
#include <signpost/value.h>

#include "cli/errors.h"
#include "cli/numbers.h"
#include "cli/table.h"

namespace signpost::cli {
namespace {

constexpr int kDigits = 4;

std::string Signed(double number) { return (number < 0 ? "" : "+") + Fixed(number, kDigits); }

std::vector<MovedQuery> MovedMost(const std::vector<RankingScore>& a, const std::vector<RankingScore>& b,
                                  const JudgedQueries& judged) {
  std::vector<MovedQuery> moved;
  for (std::size_t i = 0; i < judged.queries.size(); ++i) {
    if (a[i].ndcg_at_10 == b[i].ndcg_at_10) continue;
    moved.push_back({judged.queries[i].id, judged.queries[i].text, a[i].ndcg_at_10, b[i].ndcg_at_10});
  }
  std::stable_sort(moved.begin(), moved.end(),
                   [](const MovedQuery& x, const MovedQuery& y) { return std::abs(x.b - x.a) > std::abs(y.b - y.a); });
  moved.resize(std::min(moved.size(), kMovedQueries));
  return moved;
}

std::string PrintMetrics(const Comparison& comparison) {
  Table table("lrrrlrrrr");
  table.Row({"metric", "A", "B", "B - A", "95 % interval", "p", "better", "worse", "equal"});
  for (std::size_t i = 0; i < kMetrics.size(); ++i) {
    const ComparedMetric& metric = comparison.metrics[i];
    const PairedComparison& paired = metric.paired;
    table.Row({std::string(kMetrics[i].name), Fixed(metric.a, kDigits), Fixed(metric.b, kDigits),
               Signed(paired.difference.mean),
               "[" + Signed(paired.difference.low) + ", " + Signed(paired.difference.high) + "]",
               Fixed(paired.p_value, kDigits), Grouped(paired.wins), Grouped(paired.losses), Grouped(paired.ties)});
  }
  return table.Print();
}

std::string PrintMoved(const std::vector<MovedQuery>& moved) {
  if (moved.empty()) return "\nno query moved\n";
  Table table("rrrll");
  table.Row({"A", "B", "B - A", "id", "moved most, by nDCG@10"});
  for (const MovedQuery& query : moved) {
    table.Row(
        {Fixed(query.a, kDigits), Fixed(query.b, kDigits), Signed(query.b - query.a), query.id, Quoted(query.text)});
  }
  return "\n" + table.Print();
}

}  // namespace

Comparison Compare(const Run& a, const Run& b, const JudgedQueries& judged, std::uint64_t seed) {
  const std::vector<RankingScore> a_scores = ScoreRun(a, judged);
  const std::vector<RankingScore> b_scores = ScoreRun(b, judged);
  Comparison out{.queries = judged.queries.size()};
  for (std::size_t i = 0; i < kMetrics.size(); ++i) {
    const std::vector<double> a_values = ValuesOf(a_scores, kMetrics[i]);
    const std::vector<double> b_values = ValuesOf(b_scores, kMetrics[i]);
    out.metrics[i] = {Mean(a_values), Mean(b_values), ComparePaired(a_values, b_values, seed)};
  }
  out.moved = MovedMost(a_scores, b_scores, judged);
  return out;
}

std::string PrintComparison(const Comparison& comparison, std::uint64_t seed) {
  Table head("ll");
  if (!comparison.set.empty()) head.Row({"set", comparison.set});
  head.Row({"A", comparison.a});
  head.Row({"B", comparison.b});
  head.Row({"queries", Grouped(comparison.queries)});
  if (!comparison.typos.empty()) {
    head.Row({"typos", std::string(comparison.typos) + ", unchanged: " + Grouped(comparison.unchanged)});
  }
  return head.Print() + "\n" + PrintMetrics(comparison) +
         "[95 % interval] of B - A: percentile bootstrap over the queries, " + Grouped(kBootstrapSamples) +
         " samples. p: paired randomisation test, two-sided, " + Grouped(kRandomizationSamples) + " samples. seed " +
         std::to_string(seed) + "\n" + PrintMoved(comparison.moved);
}

std::string PrintComparisonJson(const Comparison& comparison, std::uint64_t seed) {
  Value::Object out;
  if (!comparison.set.empty()) out.push_back({"set", comparison.set});
  out.push_back({"a", comparison.a});
  out.push_back({"b", comparison.b});
  out.push_back({"queries", comparison.queries});
  if (!comparison.typos.empty()) {
    out.push_back({"typos", Value::Object{{"way", comparison.typos}, {"unchanged", comparison.unchanged}}});
  }
  for (std::size_t i = 0; i < kMetrics.size(); ++i) {
    const ComparedMetric& metric = comparison.metrics[i];
    const PairedComparison& paired = metric.paired;
    out.push_back({std::string(kMetrics[i].name),
                   Value::Object{{"a", metric.a},
                                 {"b", metric.b},
                                 {"difference", paired.difference.mean},
                                 {"interval95", Value::Array{paired.difference.low, paired.difference.high}},
                                 {"p", paired.p_value},
                                 {"wins", paired.wins},
                                 {"losses", paired.losses},
                                 {"ties", paired.ties}}});
  }
  Value::Array moved;
  for (const MovedQuery& query : comparison.moved) {
    moved.push_back(Value::Object{{"id", query.id}, {"text", query.text}, {"a", query.a}, {"b", query.b}});
  }
  out.push_back({"moved", std::move(moved)});
  out.push_back({"seed", static_cast<std::int64_t>(seed)});
  return ToJson(Value(std::move(out))) + "\n";
}

}  // namespace signpost::cli
