// SPDX-License-Identifier: Apache-2.0
#include "match/hit_policy.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace signpost::match {
namespace {

constexpr std::size_t kMaxBits = 64;      // words beyond it, phrases first, are wanted, not needed
constexpr std::size_t kMaxRemoved = 5;    // words that kLastWords and kFirstWords give up
constexpr double kRounding = 1 - 1e-6;    // of sums of floats

}  // namespace

HitPolicy::HitPolicy(const query::Plan& plan) : plan_(plan), bits_(plan.slots.size(), 0) {
  std::size_t next = 0;
  for (const bool quoted : {true, false}) {  // of many words, phrases first
    for (std::size_t s = 0; s < plan.slots.size() && next < kMaxBits; ++s) {
      if (plan.slots[s].quoted != quoted || plan.slots[s].information_weight <= 0) continue;
      bits_[s] = std::uint64_t{1} << next++;
      if (quoted) quoted_ |= bits_[s];
    }
  }
}

Held HitPolicy::Add(std::size_t slot, double idf, bool found) {
  const query::Slot& of = plan_.slots[slot];
  if (!found) return {};
  const double information = of.information_weight * idf;
  information_ += information;
  found_ |= bits_[slot];
  if (information > 0 && !of.stop_word) ++content_words_;
  const bool guessed = !of.alternatives.empty() && of.alternatives.front().kind >= AlternativeKind::kTypo;
  const double held = information * (guessed ? kGuessedInformation : 1);
  return {.information = static_cast<float>(held), .edits = 0, .words = bits_[slot]};
}

void HitPolicy::Settle(const std::vector<Held>& documents) {
  SettleWords(documents);
  if (plan_.typo_mode != TypoMode::kMin && plan_.typo_mode != TypoMode::kStrict) return;
  std::uint32_t fewest = UINT32_MAX;
  for (const Held& held : documents) {
    if (HoldsWords(held)) fewest = std::min(fewest, held.edits);
  }
  if (fewest != UINT32_MAX) most_edits_ = fewest + (plan_.typo_mode == TypoMode::kStrict ? 1 : 0);
}

void HitPolicy::SettleWords(const std::vector<Held>& documents) {
  if (plan_.remove_words == RemoveWords::kByInformation) {
    needed_ = quoted_;
    least_information_ = LeastInformation(documents);
    return;
  }
  for (const std::uint64_t attempt : Attempts()) {
    needed_ = attempt | quoted_;
    if (std::any_of(documents.begin(), documents.end(), [this](const Held& h) { return HoldsWords(h); })) return;
  }
}

float HitPolicy::LeastInformation(const std::vector<Held>& documents) const {
  const bool any_decides = std::any_of(bits_.begin(), bits_.end(), [](std::uint64_t bit) { return bit != 0; });
  if (any_decides && information_ == 0) return std::numeric_limits<float>::infinity();  // nothing holds what decides
  const auto least = static_cast<float>(kMinimumShare * information_ * kRounding);
  if (content_words_ > kShortQueryWords || documents.size() <= kEnoughHits) return least;
  std::vector<float> information;
  information.reserve(documents.size());
  for (const Held& held : documents) {
    if ((held.words & quoted_) == quoted_) information.push_back(held.information);
  }
  if (information.size() <= kEnoughHits) return least;
  const auto enough = information.begin() + (kEnoughHits - 1);
  std::nth_element(information.begin(), enough, information.end(), std::greater<>());
  return std::max(least, static_cast<float>(*enough * kRounding));
}

// The words that a hit needs, strictest first.
std::vector<std::uint64_t> HitPolicy::Attempts() const {
  std::vector<std::uint64_t> words;  // in the order of the query
  for (const std::uint64_t bit : bits_) {
    if (bit != 0) words.push_back(bit);
  }
  std::uint64_t all = 0;
  for (const std::uint64_t bit : words) all |= bit;
  if (plan_.remove_words == RemoveWords::kAllOptional) return {found_, 0};
  std::vector<std::uint64_t> out = {all};
  if (plan_.remove_words == RemoveWords::kNever || words.empty()) return out;
  if (plan_.remove_words == RemoveWords::kLastWords) std::reverse(words.begin(), words.end());
  for (std::size_t i = 0; i + 1 < words.size() && i < kMaxRemoved; ++i) out.push_back(out.back() & ~words[i]);
  return out;
}

}  // namespace signpost::match
