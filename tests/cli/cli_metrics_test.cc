// SPDX-License-Identifier: Apache-2.0
// 1. ScoreRanking gives what the definitions of metrics.h give by hand.
// 2. A document that comes twice counts once, at its first place, and takes no second rank.
// 3. A query without hits scores zero everywhere; a perfect ranking scores one everywhere.
// 4. Percentile is the nearest rank.
// 5. EstimateMean: the mean lies in its interval, the same values give the same interval, equal values give a point,
//    and the interval is about as wide as the normal approximation says.
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "cli/metrics.h"

namespace signpost::cli {
namespace {

constexpr double kTiny = 1e-12;

// N documents that are not judged.
std::vector<std::string> Unknown(int n) {
  std::vector<std::string> out;
  for (int i = 0; i < n; ++i) out.push_back("unknown" + std::to_string(i));
  return out;
}

TEST_CASE("Metrics: one good document at the third place", "[cli]") {
  const RankingScore score = ScoreRanking({"x", "y", "a"}, {{"a", 1}});
  CHECK(score.precision_at_1 == 0);
  CHECK(score.reciprocal_rank == Approx(1.0 / 3).margin(kTiny));
  CHECK(score.recall_at_10 == 1);
  // gain 1 / log2(3 + 1) = 1/2; ideal 1 / log2(1 + 1) = 1
  CHECK(score.ndcg_at_10 == Approx(0.5).margin(kTiny));
}

TEST_CASE("Metrics: grades, of which only the highest is good", "[cli]") {
  const Grades grades = {{"a", 2}, {"b", 1}, {"c", 2}, {"d", 0}};
  const RankingScore score = ScoreRanking({"b", "d", "a"}, grades);
  CHECK(score.precision_at_1 == 0);  // b is judged, but not good
  CHECK(score.reciprocal_rank == Approx(1.0 / 3).margin(kTiny));
  CHECK(score.recall_at_10 == Approx(0.5).margin(kTiny));  // a of {a, c}
  // Gained: b 1/log2(2) = 1, d 0, a 2/log2(4) = 1; together 2.
  // Ideal: a 2/log2(2) = 2, c 2/log2(3) = 1.261859507, b 1/log2(4) = 0.5; together 3.761859507.
  CHECK(score.ndcg_at_10 == Approx(2 / 3.761859507142915).margin(1e-9));
}

TEST_CASE("Metrics: only the first ten count", "[cli]") {
  std::vector<std::string> ranking = Unknown(9);
  ranking.push_back("a");
  CHECK(ScoreRanking(ranking, {{"a", 1}}).reciprocal_rank == Approx(0.1).margin(kTiny));
  // 1 / log2(10 + 1) = 1 / 3.459431619
  CHECK(ScoreRanking(ranking, {{"a", 1}}).ndcg_at_10 == Approx(1 / 3.4594316186372973).margin(1e-9));
  ranking.insert(ranking.begin(), "one more");
  const RankingScore late = ScoreRanking(ranking, {{"a", 1}});
  CHECK(late.reciprocal_rank == 0);
  CHECK(late.recall_at_10 == 0);
  CHECK(late.ndcg_at_10 == 0);
}

TEST_CASE("Metrics: recall is out of ten when more documents are good", "[cli]") {
  Grades grades;
  for (int i = 0; i < 20; ++i) grades["a" + std::to_string(i)] = 1;
  CHECK(ScoreRanking({"a3", "x", "a7", "a11"}, grades).recall_at_10 == Approx(0.3).margin(kTiny));
  std::vector<std::string> perfect;
  for (int i = 0; i < 10; ++i) perfect.push_back("a" + std::to_string(i));
  CHECK(ScoreRanking(perfect, grades).recall_at_10 == 1);
  CHECK(ScoreRanking(perfect, grades).ndcg_at_10 == Approx(1).margin(kTiny));
}

TEST_CASE("Metrics: a document in two languages counts once", "[cli]") {
  // Without the second x, a is at rank 2: gain 1/log2(3) = 0.630929754.
  const RankingScore score = ScoreRanking({"x", "x", "a", "a"}, {{"a", 1}});
  CHECK(score.reciprocal_rank == Approx(0.5).margin(kTiny));
  CHECK(score.recall_at_10 == 1);
  CHECK(score.ndcg_at_10 == Approx(0.6309297535714575).margin(1e-9));
  // Nine doubles of x leave room for a within the first ten.
  std::vector<std::string> ranking(10, "x");
  ranking.push_back("a");
  CHECK(ScoreRanking(ranking, {{"a", 1}}).reciprocal_rank == Approx(0.5).margin(kTiny));
}

TEST_CASE("Metrics: nothing and everything", "[cli]") {
  const RankingScore none = ScoreRanking({}, {{"a", 1}, {"b", 3}});
  CHECK(none.precision_at_1 == 0);
  CHECK(none.reciprocal_rank == 0);
  CHECK(none.recall_at_10 == 0);
  CHECK(none.ndcg_at_10 == 0);
  const RankingScore all = ScoreRanking({"b", "a"}, {{"a", 1}, {"b", 3}});
  CHECK(all.precision_at_1 == 1);
  CHECK(all.reciprocal_rank == 1);
  CHECK(all.recall_at_10 == 1);
  CHECK(all.ndcg_at_10 == Approx(1).margin(kTiny));
}

TEST_CASE("Percentile: nearest rank", "[cli]") {
  CHECK(Percentile({}, 50) == 0);
  CHECK(Percentile({7}, 1) == 7);
  CHECK(Percentile({7}, 100) == 7);
  const std::vector<std::int64_t> five = {15, 20, 35, 40, 50};
  CHECK(Percentile(five, 5) == 15);   // ceil(0.25) = 1
  CHECK(Percentile(five, 30) == 20);  // ceil(1.5) = 2
  CHECK(Percentile(five, 40) == 20);  // ceil(2) = 2
  CHECK(Percentile(five, 50) == 35);  // ceil(2.5) = 3
  CHECK(Percentile(five, 95) == 50);  // ceil(4.75) = 5
  CHECK(Percentile(five, 100) == 50);
  std::vector<std::int64_t> hundred;
  for (std::int64_t i = 1; i <= 100; ++i) hundred.push_back(i);
  // A product that is whole stays whole: 7 % of 100 is the 7th, not the 8th.
  for (int percent = 1; percent <= 100; ++percent) CHECK(Percentile(hundred, percent) == percent);
}

TEST_CASE("EstimateMean: mean and interval", "[cli]") {
  CHECK(EstimateMean({}, kDefaultSeed).mean == 0);
  const Estimate point = EstimateMean({0.25, 0.25, 0.25}, kDefaultSeed);
  CHECK(point.mean == 0.25);
  CHECK(point.low == 0.25);
  CHECK(point.high == 0.25);

  std::vector<double> values;
  for (int i = 0; i < 400; ++i) values.push_back(i % 4 == 0 ? 1 : 0);
  const Estimate estimate = EstimateMean(values, kDefaultSeed);
  CHECK(estimate.mean == Approx(0.25).margin(kTiny));
  // Standard error sqrt(0.25 * 0.75 / 400) = 0.021650635; 1.96 of them are 0.042435.
  CHECK(estimate.low == Approx(0.25 - 0.042435).margin(0.008));
  CHECK(estimate.high == Approx(0.25 + 0.042435).margin(0.008));
  const Estimate again = EstimateMean(values, kDefaultSeed);
  CHECK(again.low == estimate.low);
  CHECK(again.high == estimate.high);
}

}  // namespace
}  // namespace signpost::cli
