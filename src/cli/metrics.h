// SPDX-License-Identifier: Apache-2.0
// metrics.h — how good a ranking is, how sure that number is, and whether two systems differ. Pure functions.
//
// Good documents are those of the query's highest grade. Rankings are cut after the first ten.
// Random:   what is drawn follows from the seed alone, with every standard library.
#ifndef SIGNPOST_CLI_METRICS_H_
#define SIGNPOST_CLI_METRICS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace signpost::cli {

constexpr std::size_t kRankingDepth = 10;
constexpr int kBootstrapSamples = 1000;
constexpr int kRandomizationSamples = 10'000;
constexpr std::uint64_t kDefaultSeed = 20'240'229;

// objectID -> grade, of one query. Documents that are not in it have grade 0.
using Grades = std::unordered_map<std::string, double>;

struct RankingScore {
  double precision_at_1 = 0;   // 1 when the first hit is good
  double reciprocal_rank = 0;  // 1 / rank of the first good hit; 0 when there is none in the first ten
  double recall_at_10 = 0;     // good hits in the first ten / min(10, good documents)
  double ndcg_at_10 = 0;       // gain = grade, discount log2(rank + 1), ideal order from all judged documents
};

// What is reported, in this order.
struct Metric {
  std::string_view name;
  double RankingScore::*part;
};
constexpr std::array<Metric, 4> kMetrics = {{{"P@1", &RankingScore::precision_at_1},
                                             {"MRR@10", &RankingScore::reciprocal_rank},
                                             {"Recall@10", &RankingScore::recall_at_10},
                                             {"nDCG@10", &RankingScore::ndcg_at_10}}};

// `ranking` holds objectIDs, best first; only the first place of each counts, later ones do not take a rank.
// REQUIRES: a grade above 0.
RankingScore ScoreRanking(const std::vector<std::string>& ranking, const Grades& grades);

// Returns one part of each score.
std::vector<double> ValuesOf(const std::vector<RankingScore>& scores, const Metric& metric);

// 0 when there are none.
double Mean(const std::vector<double>& values);

struct Estimate {
  double mean = 0;
  double low = 0;  // 95 % interval of the mean
  double high = 0;
};

// Returns the mean and its interval by the percentile bootstrap, kBootstrapSamples samples. All zero when there are no
// values.
Estimate EstimateMean(const std::vector<double>& values, std::uint64_t seed);

// The same for the mean of the means of several sets, each of which is sampled on its own. Empty sets do not count.
Estimate EstimateMeanOfMeans(const std::vector<std::vector<double>>& sets, std::uint64_t seed);

// How one metric of two systems over the same queries compares, query by query.
struct PairedComparison {
  Estimate difference;   // of the second from the first
  std::size_t wins = 0;  // queries for which the second is better
  std::size_t losses = 0;
  std::size_t ties = 0;
  // Probability of a difference at least this large, either way, if it were chance which system gave which value:
  // Fisher's and Pitman's randomisation test, which swaps the two values of random queries, kRandomizationSamples times.
  // Smucker, Allan and Carterette (CIKM 2007) compare it with other tests for exactly this use.
  double p_value = 1;
};

// REQUIRES: one value a query in both, in the same order.
PairedComparison ComparePaired(const std::vector<double>& first, const std::vector<double>& second, std::uint64_t seed);

// Returns the smallest value that at least `percent` of 100 values do not exceed (nearest rank); 0 when there are none.
// REQUIRES: values ascending, 0 < percent <= 100.
std::int64_t Percentile(const std::vector<std::int64_t>& sorted_values, double percent);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_METRICS_H_
