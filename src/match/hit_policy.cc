// SPDX-License-Identifier: Apache-2.0
#include "match/hit_policy.h"

#include <algorithm>
#include <functional>

namespace signpost::match {
namespace {

constexpr std::size_t kShortQueryWords = 4;
constexpr double kShortQueryFloor = 0.3;  // never relaxed below
constexpr double kLongQueryShare = 0.15;
constexpr double kAll = 0.999;  // sums of floats

}  // namespace

double MinimumShare(std::vector<float>* shares, std::size_t words, std::size_t page_size) {
  if (words > kShortQueryWords) return kLongQueryShare;
  if (shares->size() <= page_size) return kShortQueryFloor;
  const auto last = shares->begin() + static_cast<std::ptrdiff_t>(page_size) - 1;
  std::nth_element(shares->begin(), last, shares->end(), std::greater<>());
  return std::clamp<double>(*last, kShortQueryFloor, kAll);
}

}  // namespace signpost::match
