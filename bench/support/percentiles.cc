// SPDX-License-Identifier: Apache-2.0
#include "percentiles.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bench {

void Percentiles::AddAll(const Percentiles& others) {
  values_.insert(values_.end(), others.values_.begin(), others.values_.end());
}

std::int64_t Percentiles::At(double percent) const {
  if (values_.empty()) return 0;
  std::sort(values_.begin(), values_.end());
  // 99.9 / 100 * 1000 is a little above 999 in binary; a rank must not grow by that.
  const double rank = std::ceil(percent * static_cast<double>(values_.size()) / 100 - 1e-9);
  return values_[static_cast<std::size_t>(std::max(1.0, rank)) - 1];
}

double Percentiles::Mean() const {
  if (values_.empty()) return 0;
  const auto sum = std::accumulate(values_.begin(), values_.end(), std::int64_t{0});
  return static_cast<double>(sum) / static_cast<double>(values_.size());
}

}  // namespace bench
