// SPDX-License-Identifier: Apache-2.0
// percentiles.h — which value so many of a hundred do not exceed.
//
// Threads:  one at a time, const methods included: values are sorted when something is asked of them.
#ifndef SIGNPOST_BENCH_SUPPORT_PERCENTILES_H_
#define SIGNPOST_BENCH_SUPPORT_PERCENTILES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench {

class Percentiles {
 public:
  void Add(std::int64_t value) { values_.push_back(value); }
  void AddAll(const Percentiles& others);

  // Returns the smallest value that at least `percent` of 100 values do not exceed (nearest rank); 0 when there are
  // none. REQUIRES: 0 < percent <= 100.
  std::int64_t At(double percent) const;

  // 0 when there are none.
  double Mean() const;

  std::size_t count() const { return values_.size(); }

 private:
  mutable std::vector<std::int64_t> values_;
};

}  // namespace bench

#endif  // SIGNPOST_BENCH_SUPPORT_PERCENTILES_H_
