// SPDX-License-Identifier: Apache-2.0
#include "catalog/set_join.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include <absl/container/flat_hash_map.h>

namespace signpost::catalog {
namespace {

// Counts may be shared by several elements: any order that all sets have in common will do.
constexpr std::uint32_t kMostCounts = 1u << 24;
constexpr std::uint32_t kCountsOfSet = 64;
// Against what a product of doubles may be off by.
constexpr double kTolerance = 1e-9;

class Joiner {
 public:
  Joiner(std::uint32_t count, double threshold, std::size_t most_checks, const ReadSet& read)
      : threshold_(threshold), most_checks_(most_checks), read_(read), sizes_(count) {
    const std::uint64_t wanted = std::uint64_t{count} * kCountsOfSet;
    counts_.resize(std::bit_ceil(std::clamp<std::uint64_t>(wanted, 1, kMostCounts)));
  }

  JoinedSets Run() {
    for (std::uint32_t i = 0; i < sizes_.size(); ++i) {
      read_(i, &set_);
      sizes_[i] = static_cast<std::uint32_t>(set_.size());
      for (const std::uint64_t element : set_) ++Count(element);
    }
    for (std::uint32_t i = 0; i < sizes_.size() && !out_.cut; ++i) {
      read_(i, &set_);
      FindCandidates(i);
      for (const std::uint32_t other : candidates_) Compare(other, i);
    }
    return std::move(out_);
  }

 private:
  std::uint32_t& Count(std::uint64_t element) { return counts_[element & (counts_.size() - 1)]; }

  // Looks the rarest elements of set `i` up, and adds them for the sets to come.
  void FindCandidates(std::uint32_t i) {
    candidates_.clear();
    if (set_.empty()) return;
    order_.clear();
    for (const std::uint64_t element : set_) order_.emplace_back(Count(element), element);
    const auto least = static_cast<std::size_t>(std::ceil(threshold_ * static_cast<double>(set_.size()) - kTolerance));
    const std::size_t first = set_.size() - std::clamp<std::size_t>(least, 1, set_.size()) + 1;
    std::partial_sort(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(first), order_.end());
    for (std::size_t e = 0; e < first; ++e) {
      if (order_[e].first == 1) continue;  // stands in no other set
      std::vector<std::uint32_t>& sets = sets_of_[order_[e].second];
      for (const std::uint32_t other : sets) {
        if (MayBeSimilar(sizes_[other], sizes_[i])) candidates_.push_back(other);
      }
      sets.push_back(i);
    }
    std::sort(candidates_.begin(), candidates_.end());
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  }

  bool MayBeSimilar(std::uint32_t a, std::uint32_t b) const {
    return static_cast<double>(std::min(a, b)) >= threshold_ * static_cast<double>(std::max(a, b)) - kTolerance;
  }

  void Compare(std::uint32_t other, std::uint32_t i) {
    if (checks_++ == most_checks_) out_.cut = true;
    if (out_.cut) return;
    read_(other, &other_set_);
    const double similarity = Jaccard(other_set_, set_);
    if (similarity >= threshold_ - kTolerance) out_.pairs.push_back({other, i, similarity});
  }

  const double threshold_;
  const std::size_t most_checks_;
  const ReadSet& read_;
  std::vector<std::uint32_t> sizes_;
  std::vector<std::uint32_t> counts_;  // sets that hold an element, by its last bits
  absl::flat_hash_map<std::uint64_t, std::vector<std::uint32_t>> sets_of_;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> order_;
  std::vector<std::uint64_t> set_;
  std::vector<std::uint64_t> other_set_;
  std::vector<std::uint32_t> candidates_;
  std::size_t checks_ = 0;
  JoinedSets out_;
};

}  // namespace

JoinedSets JoinSets(std::uint32_t count, double threshold, std::size_t most_checks, const ReadSet& read) {
  return Joiner(count, threshold, most_checks, read).Run();
}

double Jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t both = 0;
  auto x = a.begin();
  for (auto y = b.begin(); x != a.end() && y != b.end();) {
    both += *x == *y ? 1 : 0;
    const bool x_first = *x <= *y;
    const bool y_first = *y <= *x;
    x += x_first ? 1 : 0;
    y += y_first ? 1 : 0;
  }
  const std::size_t either = a.size() + b.size() - both;
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace signpost::catalog
