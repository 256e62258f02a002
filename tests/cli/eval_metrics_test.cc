// SPDX-License-Identifier: Apache-2.0
// 1. ScoreRanking equals the definitions read out over random judgements and rankings.
// 2. EstimateMeanOfMeans: the mean of the sets' means; one set gives what EstimateMean gives; its interval is as wide as
//    the normal approximation says; empty sets do not count.
// 3. ComparePaired: wins, losses and ties; equal systems have p = 1; the p-value is close to the exact one, which all
//    2^n assignments of signs give; a system that always wins is certain; swapping the two keeps p and turns the
//    difference around.
// 4. The same seed gives the same, another one another interval.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "cli/metrics.h"
#include "support/seed.h"

namespace signpost::cli {
namespace {

constexpr double kTiny = 1e-9;

// The definitions, one sentence after the other.
RankingScore NaiveScore(const std::vector<std::string>& ranking, const Grades& grades) {
  std::vector<std::string> hits;
  for (const std::string& id : ranking) {
    if (std::find(hits.begin(), hits.end(), id) == hits.end() && hits.size() < 10) hits.push_back(id);
  }
  auto grade = [&](const std::string& id) { return grades.contains(id) ? grades.at(id) : 0.0; };
  double best = 0;
  for (const auto& [id, g] : grades) best = std::max(best, g);
  double good = 0;
  for (const auto& [id, g] : grades) good += g == best ? 1 : 0;

  RankingScore out;
  double found = 0;
  double gained = 0;
  for (std::size_t rank = 1; rank <= hits.size(); ++rank) {
    const double g = grade(hits[rank - 1]);
    gained += g / std::log2(static_cast<double>(rank) + 1);
    if (g != best) continue;
    found += 1;
    if (rank == 1) out.precision_at_1 = 1;
    if (out.reciprocal_rank == 0) out.reciprocal_rank = 1 / static_cast<double>(rank);
  }
  out.recall_at_10 = found / std::min(10.0, good);
  // The ideal order by taking the best that is left, ten times.
  std::multiset<double> left;
  for (const auto& [id, g] : grades) left.insert(g);
  double ideal = 0;
  for (int rank = 1; rank <= 10 && !left.empty(); ++rank) {
    ideal += *left.rbegin() / std::log2(rank + 1);
    left.erase(std::prev(left.end()));
  }
  out.ndcg_at_10 = gained / ideal;
  return out;
}

TEST_CASE("Metrics: equal to their definitions", "[cli]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 2000; ++round) {
    Grades grades = {{"d0", 1 + static_cast<double>(random() % 3)}};
    for (std::size_t i = random() % 25; i > 0; --i) {
      grades["d" + std::to_string(random() % 30)] = static_cast<double>(random() % 4);
    }
    grades["d0"] = std::max(grades["d0"], 1.0);
    std::vector<std::string> ranking;
    for (std::size_t i = random() % 20; i > 0; --i) ranking.push_back("d" + std::to_string(random() % 30));
    const RankingScore score = ScoreRanking(ranking, grades);
    const RankingScore naive = NaiveScore(ranking, grades);
    for (const Metric& metric : kMetrics) {
      CAPTURE(round, metric.name);
      REQUIRE(score.*metric.part == Approx(naive.*metric.part).margin(kTiny));
    }
  }
}

std::vector<double> Ones(int ones, int of) {
  std::vector<double> out(static_cast<std::size_t>(of), 0);
  std::fill_n(out.begin(), ones, 1);
  return out;
}

TEST_CASE("EstimateMeanOfMeans: sets weigh the same, whatever their size", "[cli]") {
  const std::vector<double> small = Ones(50, 100);
  const std::vector<double> large = Ones(90, 900);
  const Estimate both = EstimateMeanOfMeans({small, {}, large}, kDefaultSeed);
  CHECK(both.mean == Approx((.5 + .1) / 2).margin(kTiny));
  // Variances of the means, .25 / 100 and .09 / 900; of half their sum a quarter: .00065. 1.96 x its root is .04997.
  CHECK(both.low == Approx(.3 - .04997).margin(.008));
  CHECK(both.high == Approx(.3 + .04997).margin(.008));

  const Estimate one = EstimateMean(small, 5);
  const Estimate alone = EstimateMeanOfMeans({small}, 5);
  CHECK((one.mean == alone.mean && one.low == alone.low && one.high == alone.high));
  CHECK(EstimateMeanOfMeans({}, 1).high == 0);
  CHECK(EstimateMeanOfMeans({{}, {}}, 1).high == 0);
  CHECK(Mean({}) == 0);
}

TEST_CASE("EstimateMean: the seed decides", "[cli]") {
  std::vector<double> values(100);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::sqrt(static_cast<double>(i));
  const Estimate first = EstimateMean(values, 1);
  const Estimate again = EstimateMean(values, 1);
  const Estimate other = EstimateMean(values, 2);
  CHECK((first.low == again.low && first.high == again.high));
  CHECK((first.low != other.low || first.high != other.high));
}

// The share of all assignments of signs whose sum is as far from 0 as the one that was seen.
double ExactP(const std::vector<double>& differences) {
  double observed = 0;
  for (double d : differences) observed += d;
  int as_far = 0;
  const int all = 1 << differences.size();
  for (int signs = 0; signs < all; ++signs) {
    double sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i)
      sum += (signs >> i & 1) != 0 ? differences[i] : -differences[i];
    if (std::abs(sum) >= std::abs(observed) - kTiny) ++as_far;
  }
  return static_cast<double>(as_far) / all;
}

TEST_CASE("ComparePaired: the p-value of all assignments", "[cli]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 20; ++round) {
    std::vector<double> a;
    std::vector<double> b;
    std::vector<double> differences;
    for (int i = 0; i < 12; ++i) {
      a.push_back(static_cast<double>(random() % 11) / 10);
      b.push_back(static_cast<double>(random() % 14) / 10);
      differences.push_back(b.back() - a.back());
    }
    CAPTURE(round);
    const double exact = ExactP(differences);
    // Four standard deviations of a share of 10,000 samples.
    const double margin = 4 * std::sqrt(exact * (1 - exact) / kRandomizationSamples) + 2.0 / kRandomizationSamples;
    CHECK(ComparePaired(a, b, kDefaultSeed).p_value == Approx(exact).margin(margin));
  }
}

TEST_CASE("ComparePaired: wins, losses, ties", "[cli]") {
  const std::vector<double> a = {0, .5, 1, .25, .1 + .2};
  const std::vector<double> b = {1, 1, .5, .25, .3};  // the last differs by rounding only
  const PairedComparison out = ComparePaired(a, b, 3);
  CHECK(out.wins == 2);
  CHECK(out.losses == 1);
  CHECK(out.ties == 2);
  CHECK(out.difference.mean == Approx(.2).margin(kTiny));
  CHECK(out.difference.low <= .2);
  CHECK(out.difference.high >= .2);
  // Of the eight assignments to 1, .5, -.5 those with a sum of 1 or more, or -1 or less: 6.
  CHECK(out.p_value == Approx(.75).margin(.02));

  const PairedComparison turned = ComparePaired(b, a, 3);
  CHECK(turned.difference.mean == Approx(-.2).margin(kTiny));
  CHECK(turned.wins == 1);
  CHECK(turned.losses == 2);
  CHECK(turned.p_value == Approx(out.p_value).margin(kTiny));
}

TEST_CASE("ComparePaired: no difference and a certain one", "[cli]") {
  const std::vector<double> a(100, .5);
  CHECK(ComparePaired(a, a, 1).p_value == 1);
  CHECK(ComparePaired({}, {}, 1).p_value == 1);
  const PairedComparison certain = ComparePaired(a, std::vector<double>(100, .6), 1);
  CHECK(certain.p_value == Approx(1.0 / (kRandomizationSamples + 1)).margin(kTiny));
  CHECK(certain.difference.low == Approx(.1).margin(kTiny));
  CHECK(certain.wins == 100);
}

}  // namespace
}  // namespace signpost::cli
