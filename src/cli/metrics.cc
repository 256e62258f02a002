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

constexpr int kBootstrapSamples = 1000;
constexpr std::uint64_t kBootstrapSeed = 20'240'229;

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

double Mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Of ascending values, by nearest rank.
template <typename T>
T AtPercent(const std::vector<T>& sorted, double percent) {
  const auto rank = static_cast<std::size_t>(std::ceil(percent * static_cast<double>(sorted.size()) / 100));
  return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
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

Estimate EstimateMean(const std::vector<double>& values) {
  if (values.empty()) return {};
  std::mt19937_64 random(kBootstrapSeed);
  std::vector<double> means;
  std::vector<double> sample(values.size());
  for (int i = 0; i < kBootstrapSamples; ++i) {
    // The remainder is a hair from uniform, but the same with every standard library, unlike its distributions.
    for (double& value : sample) value = values[random() % values.size()];
    means.push_back(Mean(sample));
  }
  std::sort(means.begin(), means.end());
  return {.mean = Mean(values), .low = AtPercent(means, 2.5), .high = AtPercent(means, 97.5)};
}

std::int64_t Percentile(const std::vector<std::int64_t>& sorted_values, double percent) {
  return sorted_values.empty() ? 0 : AtPercent(sorted_values, percent);
}

}  // namespace signpost::cli
