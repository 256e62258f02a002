// SPDX-License-Identifier: Apache-2.0
#include "rules/reach.h"

#include <algorithm>

namespace signpost::rules {

void Reach::Add(std::uint32_t from, std::uint32_t to) {
  next_.resize(std::max<std::size_t>(next_.size(), std::max(from, to) + std::size_t{1}));
  next_[from].push_back(to);
}

void Reach::Finish() {
  struct Visit {
    std::uint32_t thing;
    std::size_t edge;  // of next_[thing], the one to follow
  };
  constexpr std::uint32_t kNone = UINT32_MAX;
  group_.assign(next_.size(), kNone);
  std::vector<std::uint32_t> order(next_.size(), kNone);   // in which things were met
  std::vector<std::uint32_t> lowest(next_.size(), kNone);  // met first of what a thing leads to and is still open
  std::vector<std::uint32_t> open;
  std::vector<Visit> path;
  std::uint32_t met = 0;
  for (std::uint32_t start = 0; start < next_.size(); ++start) {
    if (order[start] != kNone) continue;
    path.push_back({start, 0});
    while (!path.empty()) {
      const auto [thing, edge] = path.back();
      if (edge == 0) {
        order[thing] = lowest[thing] = met++;
        open.push_back(thing);
      }
      if (edge < next_[thing].size()) {
        ++path.back().edge;
        const std::uint32_t to = next_[thing][edge];
        if (order[to] == kNone) {
          path.push_back({to, 0});
        } else if (group_[to] == kNone) {
          lowest[thing] = std::min(lowest[thing], order[to]);
        }
        continue;
      }
      path.pop_back();
      if (!path.empty()) lowest[path.back().thing] = std::min(lowest[path.back().thing], lowest[thing]);
      if (lowest[thing] != order[thing]) continue;
      for (std::uint32_t last = kNone; last != thing; open.pop_back()) group_[last = open.back()] = thing;
    }
  }
}

}  // namespace signpost::rules
