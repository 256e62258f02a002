// SPDX-License-Identifier: Apache-2.0
#include "cli/metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>
#include <unordered_set>

namespace signpost::cli {
namespace {

double GradeOf(const Grades& grades, const std::string& object_id) {
  auto found = grades.find(object_id);
  return found == grades.end() ? 0 : found->second;
}

// Returns the grades of the first ten documents, each counted once.
std::vector<double> GainsOf(const std::vector<std::string>& ranking, const Grades& grades) {
  std::vector<double> out;
  std::unordered_set<std::string> seen;
  for (const std::string& object_id : ranking) {
    if (out.size() == kRankingDepth) break;
    if (seen.insert(object_id).second) out.push_back(GradeOf(grades, object_id));
  }
  return out;
}

double DiscountedGain(const std::vector<double>& gains) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(gains.size(), kRankingDepth); ++i) {
    sum += gains[i] / std::log2(static_cast<double>(i) + 2);
  }
  return sum;
}

// Values that are the same but for the order of additions differ by less.
constexpr double kRounding = 1e-9;

// Of ascending values, by nearest rank.
template <typename T>
T AtPercent(const std::vector<T>& sorted, double percent) {
  const auto rank = static_cast<std::size_t>(std::ceil(percent * static_cast<double>(sorted.size()) / 100));
  return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

// Returns the share of random signs that bring the sum of `differences` at least as far from 0. The signs as they are
// count as one sample, so that the share is never 0 and the test never too hopeful.
double RandomizationTest(const std::vector<double>& differences, std::uint64_t seed) {
  const double observed = std::abs(std::accumulate(differences.begin(), differences.end(), 0.0));
  std::mt19937_64 random(seed);
  int as_far = 1;
  for (int i = 0; i < kRandomizationSamples; ++i) {
    double sum = 0;
    std::uint64_t signs = 0;
    for (std::size_t j = 0; j < differences.size(); ++j) {
      if (j % 64 == 0) signs = random();
      sum += (signs >> (j % 64) & 1) != 0 ? differences[j] : -differences[j];
    }
    if (std::abs(sum) >= observed - kRounding) ++as_far;
  }
  return static_cast<double>(as_far) / (kRandomizationSamples + 1);
}

}  // namespace

RankingScore ScoreRanking(const std::vector<std::string>& ranking, const Grades& grades) {
  std::vector<double> ideal;
  for (const auto& [object_id, grade] : grades) ideal.push_back(grade);
  std::sort(ideal.begin(), ideal.end(), std::greater<>());
  const double best = ideal.front();
  const auto good_documents = static_cast<std::size_t>(std::count(ideal.begin(), ideal.end(), best));

  const std::vector<double> gains = GainsOf(ranking, grades);
  RankingScore score;
  std::size_t good_hits = 0;
  for (std::size_t i = 0; i < gains.size(); ++i) {
    if (gains[i] != best) continue;
    if (i == 0) score.precision_at_1 = 1;
    if (++good_hits == 1) score.reciprocal_rank = 1 / static_cast<double>(i + 1);
  }
  score.recall_at_10 = static_cast<double>(good_hits) / static_cast<double>(std::min(kRankingDepth, good_documents));
  score.ndcg_at_10 = DiscountedGain(gains) / DiscountedGain(ideal);
  return score;
}

std::vector<double> ValuesOf(const std::vector<RankingScore>& scores, const Metric& metric) {
  std::vector<double> out;
  out.reserve(scores.size());
  for (const RankingScore& score : scores) out.push_back(score.*metric.part);
  return out;
}

double Mean(const std::vector<double>& values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Estimate EstimateMean(const std::vector<double>& values, std::uint64_t seed) {
  return EstimateMeanOfMeans({values}, seed);
}

Estimate EstimateMeanOfMeans(const std::vector<std::vector<double>>& sets, std::uint64_t seed) {
  std::vector<double> means;
  std::vector<double> sampled(kBootstrapSamples, 0);
  std::mt19937_64 random(seed);
  for (const std::vector<double>& values : sets) {
    if (values.empty()) continue;
    means.push_back(Mean(values));
    std::vector<double> sample(values.size());
    for (double& sum : sampled) {
      // The remainder is a hair from uniform, but the same with every standard library, unlike its distributions.
      for (double& value : sample) value = values[random() % values.size()];
      sum += Mean(sample);
    }
  }
  if (means.empty()) return {};
  for (double& sum : sampled) sum /= static_cast<double>(means.size());
  std::sort(sampled.begin(), sampled.end());
  return {.mean = Mean(means), .low = AtPercent(sampled, 2.5), .high = AtPercent(sampled, 97.5)};
}

PairedComparison ComparePaired(const std::vector<double>& first, const std::vector<double>& second,
                               std::uint64_t seed) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < first.size(); ++i) differences.push_back(second[i] - first[i]);
  PairedComparison out{.difference = EstimateMean(differences, seed)};
  // A query that is the same in both adds nothing, swapped or not.
  std::vector<double> moved;
  for (double difference : differences) {
    if (std::abs(difference) > kRounding) moved.push_back(difference);
  }
  out.wins = static_cast<std::size_t>(std::count_if(moved.begin(), moved.end(), [](double d) { return d > 0; }));
  out.losses = moved.size() - out.wins;
  out.ties = differences.size() - moved.size();
  out.p_value = RandomizationTest(moved, seed);
  return out;
}

std::int64_t Percentile(const std::vector<std::int64_t>& sorted_values, double percent) {
  return sorted_values.empty() ? 0 : AtPercent(sorted_values, percent);
}

}  // namespace signpost::cli
