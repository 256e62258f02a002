// SPDX-License-Identifier: Apache-2.0
#include "catalog/federation_merge.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

namespace signpost::catalog {
namespace {

// Takes hits from the heads of the lists.
class Merger {
 public:
  explicit Merger(const std::vector<MergeList>& lists) : lists_(lists), next_(lists.size()), order_(lists.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return lists[a].label < lists[b].label; });
  }

  std::vector<MergedHit> NextPage(int hits_per_page) {
    std::vector<MergedHit> page;
    std::vector<int> taken(lists_.size(), 0);
    auto take = [&](std::size_t list) {
      page.push_back({list, next_[list]});
      seen_.insert(KeyOf(list));
      ++next_[list];
      ++taken[list];
    };
    for (const std::size_t list : order_) {
      while (taken[list] < lists_[list].min_hits && std::ssize(page) < hits_per_page && SkipSeen(list)) take(list);
    }
    while (std::ssize(page) < hits_per_page) {
      const std::optional<std::size_t> best = BestHead(taken);
      if (!best) break;
      take(*best);
    }
    Sort(&page);
    return page;
  }

 private:
  using Key = std::pair<const void*, std::string_view>;

  Key KeyOf(std::size_t list) const {
    return {lists_[list].index, (*lists_[list].hits)[next_[list]].document.object_id};
  }

  // False when the list has no more.
  bool SkipSeen(std::size_t list) {
    while (next_[list] < lists_[list].hits->size() && seen_.contains(KeyOf(list))) ++next_[list];
    return next_[list] < lists_[list].hits->size();
  }

  std::optional<std::size_t> BestHead(const std::vector<int>& taken) {
    std::optional<std::size_t> best;
    for (const std::size_t list : order_) {
      if (taken[list] >= lists_[list].max_hits.value_or(INT32_MAX) || !SkipSeen(list)) continue;
      if (!best || ScoreOf({list, next_[list]}) > ScoreOf({*best, next_[*best]})) best = list;
    }
    return best;
  }

  double ScoreOf(const MergedHit& hit) const { return lists_[hit.list].scores[hit.hit]; }

  void Sort(std::vector<MergedHit>* page) const {
    std::sort(page->begin(), page->end(), [&](const MergedHit& a, const MergedHit& b) {
      if (ScoreOf(a) != ScoreOf(b)) return ScoreOf(a) > ScoreOf(b);
      if (a.list != b.list) return lists_[a.list].label < lists_[b.list].label;
      return a.hit < b.hit;
    });
  }

  const std::vector<MergeList>& lists_;
  std::vector<std::size_t> next_;   // by list: its first hit that no page has
  std::vector<std::size_t> order_;  // the lists by label
  std::set<Key> seen_;
};

}  // namespace

std::vector<MergedHit> MergePage(const std::vector<MergeList>& lists, int page, int hits_per_page) {
  Merger merger(lists);
  std::vector<MergedHit> out;
  for (int p = 0; p <= page; ++p) {
    out = merger.NextPage(hits_per_page);
    if (out.empty()) break;
  }
  return out;
}

}  // namespace signpost::catalog
