// SPDX-License-Identifier: Apache-2.0
// reach.h — things that lead to others, and which of them lead back.
//
// How:      strongly connected components (Tarjan 1972), without recursion, so that a long chain is no deep stack.
// Threads:  const methods may run concurrently once Finish was called.
#ifndef SIGNPOST_RULES_REACH_H_
#define SIGNPOST_RULES_REACH_H_

#include <cstdint>
#include <vector>

namespace signpost::rules {

class Reach {
 public:
  // `from` leads to `to`.
  void Add(std::uint32_t from, std::uint32_t to);
  // REQUIRES: before the first LeadsBack, behind the last Add.
  void Finish();
  // True when `to` leads on to `from`, given that `from` leads to `to`. True of a thing and itself.
  bool LeadsBack(std::uint32_t from, std::uint32_t to) const {
    return from == to || (from < group_.size() && to < group_.size() && group_[from] == group_[to]);
  }

 private:
  std::vector<std::vector<std::uint32_t>> next_;
  std::vector<std::uint32_t> group_;  // things that lead to each other have one number
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_REACH_H_
