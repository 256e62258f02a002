// SPDX-License-Identifier: Apache-2.0
// metrics.h — how good a ranking is, and how sure that number is. Pure functions.
//
// Good documents are those of the query's highest grade. Rankings are cut after the first ten.
#ifndef SIGNPOST_CLI_METRICS_H_
#define SIGNPOST_CLI_METRICS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace signpost::cli {

constexpr std::size_t kRankingDepth = 10;

// objectID -> grade, of one query. Documents that are not in it have grade 0.
using Grades = std::unordered_map<std::string, double>;

struct RankingScore {
  double precision_at_1 = 0;   // 1 when the first hit is good
  double reciprocal_rank = 0;  // 1 / rank of the first good hit; 0 when there is none in the first ten
  double recall_at_10 = 0;     // good hits in the first ten / min(10, good documents)
  double ndcg_at_10 = 0;       // gain = grade, discount log2(rank + 1), ideal order from all judged documents
};

// `ranking` holds objectIDs, best first; only the first place of each counts, later ones do not take a rank.
// REQUIRES: a grade above 0.
RankingScore ScoreRanking(const std::vector<std::string>& ranking, const Grades& grades);

struct Estimate {
  double mean = 0;
  double low = 0;  // 95 % interval of the mean
  double high = 0;
};

// Returns the mean and its interval by the percentile bootstrap (1,000 samples with a fixed seed, so that the same
// values give the same interval). All zero when there are no values.
Estimate EstimateMean(const std::vector<double>& values);

// Returns the smallest value that at least `percent` of 100 values do not exceed (nearest rank); 0 when there are none.
// REQUIRES: values ascending, 0 < percent <= 100.
std::int64_t Percentile(const std::vector<std::int64_t>& sorted_values, double percent);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_METRICS_H_
