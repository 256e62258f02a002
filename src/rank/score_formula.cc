// SPDX-License-Identifier: Apache-2.0
#include "rank/score_formula.h"

#include <algorithm>

namespace signpost::rank {
ScoreFormula::ScoreFormula(const query::Plan& plan)
    : values_(plan.slots.size()),
      next_(plan.slots.size(), kNone),
      pairs_(plan.slots.size()),
      proximity_(plan.slots.size()) {
  const std::vector<query::Slot>& slots = plan.slots;
  for (std::uint32_t s = 0; s < slots.size(); ++s) {
    values_[s] = slots[s].score_weight * slots[s].idf;
    pairs_[s] = slots[s].span == 2 && slots[s].score_weight < 0.5;
  }
  for (std::uint32_t s = 0; s < slots.size(); ++s) {
    if (slots[s].alternatives.empty()) continue;
    deciding_information_ += slots[s].information_weight * slots[s].idf;
    if (pairs_[s]) continue;
    query_information_ += values_[s];
    for (std::uint32_t t = s + 1; t < slots.size() && next_[s] == kNone; ++t) {
      if (slots[t].position >= slots[s].position + slots[s].span && !pairs_[t]) next_[s] = t;
    }
    if (next_[s] != kNone) {
      proximity_[s] = static_cast<float>(kProximityFactor * std::min(values_[s], values_[next_[s]]));
    }
  }
}

}  // namespace signpost::rank
