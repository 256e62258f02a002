// SPDX-License-Identifier: Apache-2.0
#include "rank/criteria.h"

#include <algorithm>

namespace signpost::rank {
namespace {

// Each criterion gets as many bits, so that five of them fit into a key.
constexpr std::uint64_t kBits = 12;
constexpr std::uint64_t kMost = (std::uint64_t{1} << kBits) - 1;

// Higher is better.
std::uint64_t ValueOf(RankingCriterion criterion, const MatchFacts& facts) {
  auto more = [](std::uint64_t n) { return std::min(n, kMost); };
  auto fewer = [](std::uint64_t n) { return kMost - std::min(n, kMost); };
  switch (criterion) {
    case RankingCriterion::kTypo:
      return fewer(facts.typos);
    case RankingCriterion::kWords:
      return more(facts.words);
    case RankingCriterion::kProximity:
      return fewer(facts.distance);
    case RankingCriterion::kAttribute:
      return fewer(facts.attribute);
    case RankingCriterion::kExact:
      return more(facts.exact_words);
    case RankingCriterion::kCustom:
      break;
  }
  return 0;
}

using Occurrences = std::vector<match::SlotOccurrence>;

bool ByPlace(const match::SlotOccurrence& a, const match::SlotOccurrence& b) {
  return a.field != b.field ? a.field < b.field : a.position < b.position;
}

// Positions from one to the other when they stand in one field; against the order of the query counts one more.
std::uint32_t Distance(const match::SlotOccurrence& a, const match::SlotOccurrence& b) {
  if (a.field != b.field) return kFarApart;
  const bool behind = b.position >= a.position;
  const match::SlotOccurrence& first = behind ? a : b;
  const match::SlotOccurrence& second = behind ? b : a;
  const std::uint32_t end = first.position + first.span - 1;
  return std::min(kFarApart, (second.position > end ? second.position - end : 0) + (behind ? 0 : 1));
}

// The smallest distance from an occurrence of one word to one of the next. REQUIRES: both by place.
std::uint32_t SmallestDistance(const Occurrences& a, const Occurrences& b) {
  std::uint32_t smallest = kFarApart;
  std::uint32_t widest = 0;
  for (const match::SlotOccurrence& o : b) widest = std::max(widest, std::uint32_t{o.span});
  for (const match::SlotOccurrence& o : a) {
    const auto next = std::lower_bound(b.begin(), b.end(), o, ByPlace);
    if (next != b.end()) smallest = std::min(smallest, Distance(o, *next));
    // Of those before it, a wide one may end nearer than one that begins nearer.
    for (auto before = next; before != b.begin();) {
      --before;
      if (before->field != o.field || before->position + widest + kFarApart < o.position) break;
      smallest = std::min(smallest, Distance(o, *before));
    }
  }
  return smallest;
}

}  // namespace

MatchFacts FactsOf(const query::Plan& plan, const match::DocMatch& match) {
  MatchFacts facts;
  facts.attribute = UINT32_MAX;
  Occurrences word;
  Occurrences word_before;
  for (auto o = match.occurrences.begin(); o != match.occurrences.end();) {
    const query::Slot& slot = plan.slots[o->slot];
    int edits = slot.alternatives[o->alternative].edits;
    bool exact = false;
    word.clear();
    for (const std::uint32_t number = o->slot; o != match.occurrences.end() && o->slot == number; ++o) {
      const query::Alternative& alternative = slot.alternatives[o->alternative];
      edits = std::min(edits, alternative.edits);
      // A synonym that counts fully is one that the settings call exact.
      exact |= alternative.kind == AlternativeKind::kExact ||
               (alternative.kind == AlternativeKind::kSynonym && alternative.weight == 1);
      facts.attribute = std::min(facts.attribute, std::uint32_t{Raw(o->field)});
      word.push_back(*o);
    }
    if (!slot.marked) continue;  // a CJK character inside a pair is no word of its own
    ++facts.words;
    facts.exact_words += exact ? 1 : 0;
    facts.typos += static_cast<std::uint32_t>(edits);
    std::sort(word.begin(), word.end(), ByPlace);
    if (!word_before.empty()) facts.distance += SmallestDistance(word_before, word);
    std::swap(word, word_before);
  }
  return facts;
}

CriteriaKey KeyOf(const std::vector<RankingCriterion>& criteria, const MatchFacts& facts) {
  CriteriaKey key;
  for (const RankingCriterion criterion : criteria) {
    if (criterion == RankingCriterion::kCustom) {
      key.has_custom = true;
      continue;
    }
    std::uint64_t& part = key.has_custom ? key.behind_custom : key.before_custom;
    part = part << kBits | ValueOf(criterion, facts);
  }
  return key;
}

}  // namespace signpost::rank
