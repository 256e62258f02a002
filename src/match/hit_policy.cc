// SPDX-License-Identifier: Apache-2.0
#include "match/hit_policy.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

#include "base/limits.h"

namespace signpost::match {
namespace {

constexpr std::size_t kMaxBits = 64;    // words beyond it, phrases first, are wanted, not needed
constexpr std::size_t kMaxRemoved = 5;  // words that kLastWords and kFirstWords give up
constexpr double kRounding = 1 - 1e-6;  // of sums of floats

}  // namespace

HitPolicy::HitPolicy(const query::Plan& plan) : plan_(plan), held_(plan.slots.size()) {
  std::uint64_t quoted = 0;
  bool any_decides = false;
  std::size_t next = 0;
  for (const bool phrase : {true, false}) {  // of many words, phrases first
    for (std::size_t s = 0; s < plan.slots.size() && next < kMaxBits; ++s) {
      if (plan.slots[s].quoted != phrase || plan.slots[s].information_weight <= 0) continue;
      held_[s].words = std::uint64_t{1} << next++;
      any_decides = true;
      if (phrase) quoted |= held_[s].words;
    }
  }
  std::uint64_t found = 0;  // words that some document holds
  std::size_t content_words = 0;
  std::vector<double> informations;
  for (std::size_t s = 0; s < plan.slots.size(); ++s) {
    const query::Slot& slot = plan.slots[s];
    if (slot.alternatives.empty()) continue;
    const double information = slot.information_weight * slot.idf;
    informations.push_back(information);
    found |= held_[s].words;
    if (information > 0 && !slot.stop_word) ++content_words;
    const bool guessed = slot.alternatives.front().kind >= AlternativeKind::kTypo;
    held_[s].information = static_cast<float>(information * (guessed ? kGuessedInformation : 1));
  }
  if (plan.remove_words == RemoveWords::kByInformation) {
    std::sort(informations.begin(), informations.end(), std::greater<>());
    informations.resize(std::min(informations.size(), limits::kMaxFindingWords));
    const double total = std::accumulate(informations.begin(), informations.end(), 0.0);
    attempts_ = {quoted};
    // When nothing holds what decides, nothing is a hit.
    least_information_ = any_decides && total == 0 ? std::numeric_limits<float>::infinity()
                                                   : static_cast<float>(kMinimumShare * total * kRounding);
    wants_enough_ = content_words <= kShortQueryWords;
  } else {
    attempts_ = RemovalAttempts(found);
    for (std::uint64_t& attempt : attempts_) attempt |= quoted;
  }
}

float InformationTally::Best(std::size_t rank) const {
  std::vector<std::pair<float, std::size_t>> counts(counts_.begin(), counts_.end());
  for (const Count& recent : recent_) {
    if (recent.documents > 0) counts.emplace_back(recent.information, recent.documents);
  }
  std::sort(counts.begin(), counts.end(), std::greater<>());
  std::size_t seen = 0;
  for (const auto& [information, count] : counts) {
    seen += count;
    if (seen >= rank) return information;
  }
  return 0;
}

float HitPolicy::Enough(const InformationTally& documents) const {
  if (!wants_enough_ || documents.size() <= kEnoughHits) return least_information_;
  return std::max(least_information_, static_cast<float>(documents.Best(kEnoughHits) * kRounding));
}

HitRule HitPolicy::Settle(const std::vector<Held>& documents) const {
  HitRule rule{.needed = attempts_.back(), .least_information = least_information_, .most_edits = UINT32_MAX};
  for (const std::uint64_t attempt : attempts_) {
    rule.needed = attempt;
    if (std::any_of(documents.begin(), documents.end(), [&](const Held& h) { return rule.HoldsWords(h); })) break;
  }
  if (wants_enough_) {
    InformationTally tally;
    for (const Held& held : documents) {
      if ((held.words & rule.needed) == rule.needed) tally.Add(held.information);
    }
    rule.least_information = Enough(tally);
  }
  if (plan_.typo_mode != TypoMode::kMin && plan_.typo_mode != TypoMode::kStrict) return rule;
  std::uint32_t fewest = UINT32_MAX;
  for (const Held& held : documents) {
    if (rule.HoldsWords(held)) fewest = std::min(fewest, held.edits);
  }
  if (fewest != UINT32_MAX) rule.most_edits = fewest + (plan_.typo_mode == TypoMode::kStrict ? 1 : 0);
  return rule;
}

// The words that a hit needs, strictest first.
std::vector<std::uint64_t> HitPolicy::RemovalAttempts(std::uint64_t found) const {
  std::vector<std::uint64_t> words;  // in the order of the query
  std::uint64_t all = 0;
  for (const Held& held : held_) {
    if (held.words != 0) words.push_back(held.words);
    all |= held.words;
  }
  if (plan_.remove_words == RemoveWords::kAllOptional) return {found, 0};
  std::vector<std::uint64_t> out = {all};
  if (plan_.remove_words == RemoveWords::kNever || words.empty()) return out;
  if (plan_.remove_words == RemoveWords::kLastWords) std::reverse(words.begin(), words.end());
  for (std::size_t i = 0; i + 1 < words.size() && i < kMaxRemoved; ++i) out.push_back(out.back() & ~words[i]);
  return out;
}

}  // namespace signpost::match
