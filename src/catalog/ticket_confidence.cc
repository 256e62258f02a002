// SPDX-License-Identifier: Apache-2.0
#include "catalog/ticket_confidence.h"

#include <algorithm>
#include <cmath>

namespace signpost::catalog {
namespace {

constexpr double kIntercept = -5.01;
constexpr double kFamiliarity = 3.68;
constexpr double kHeldShare = 10.69;
constexpr double kCjkShare = -1.91;
// The first of three articles is right as often as scores to this power say.
constexpr double kShareExponent = 5.5;

}  // namespace

double TicketConfidence(const TicketFigures& figures) {
  const double sum = kIntercept + kFamiliarity * figures.familiarity + kHeldShare * figures.held_share +
                     kCjkShare * figures.cjk_share;
  return 1 / (1 + std::exp(-sum));
}

std::vector<double> ConfidenceShares(const std::vector<double>& scores) {
  std::vector<double> out;
  double sum = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    out.push_back(scores[i] > 0 ? std::pow(scores[i] / scores.front(), kShareExponent) : 0);
    if (i < kConfidentArticles) sum += out.back();
  }
  for (double& share : out) share = sum > 0 ? share / sum : 0;
  return out;
}

}  // namespace signpost::catalog
