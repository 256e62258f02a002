// SPDX-License-Identifier: Apache-2.0
#include "match/doc_match.h"

#include <algorithm>
#include <tuple>

#include "segment/phrase.h"

namespace signpost::match {
namespace {
// So few are gone through one by one.
constexpr std::size_t kFewWanted = 64;
}  // namespace

DocMatcher::DocMatcher(const segment::Segment& segment, std::uint32_t number, const query::Plan& plan)
    : segment_(segment), plan_(plan) {
  for (std::uint32_t s = 0; s < plan.slots.size(); ++s) {
    const std::vector<query::Alternative>& alternatives = plan.slots[s].alternatives;
    for (std::uint32_t a = 0; a < alternatives.size(); ++a) {
      for (const query::Alternative::Terms& terms : alternatives[a].terms) {
        if (terms.segment != number) continue;
        if (alternatives[a].kind == AlternativeKind::kPrefix) {
          ranges_.push_back({terms.range, s, a});
        } else {
          wanted_.push_back({TermId{terms.range.begin}, s, a});
        }
      }
      for (const query::Alternative::Phrase& phrase : alternatives[a].phrases) {
        if (phrase.segment != number) continue;
        const auto p = static_cast<std::uint32_t>(phrases_.size());
        for (std::uint32_t i = 0; i < phrase.terms.size(); ++i) wanted_.push_back({phrase.terms[i], s, a, p, i});
        Phrase& added = phrases_.emplace_back();
        added.slot = s;
        added.alternative = a;
        added.first = phrase.terms.front();
        added.parts.resize(phrase.terms.size());
      }
    }
  }
  std::sort(wanted_.begin(), wanted_.end(), [](const Wanted& a, const Wanted& b) {
    return std::tuple(a.term, a.slot, a.alternative, a.part) < std::tuple(b.term, b.slot, b.alternative, b.part);
  });
  for (const Wanted& wanted : wanted_) classes_.push_back(segment.lexicon().ClassOf(wanted.term));
  std::sort(classes_.begin(), classes_.end());
}

bool DocMatcher::LooksFor(ClassId id) const {
  if (std::binary_search(classes_.begin(), classes_.end(), id)) return true;
  if (ranges_.empty()) return false;
  for (const TermId term : segment_.lexicon().TermsOf(id)) {
    for (const Range& range : ranges_) {
      if (range.terms.begin <= Raw(term) && Raw(term) < range.terms.end) return true;
    }
  }
  return false;
}

void DocMatcher::Match(DocId doc, DocMatch* out) {
  out->doc = doc;
  out->occurrences.clear();
  for (Phrase& phrase : phrases_) {
    for (std::vector<postings::Occurrence>& part : phrase.parts) part.clear();
  }
  auto wanted = wanted_.begin();
  for (postings::TermVector terms = segment_.Terms(doc); terms.Next();) {
    const TermId term = terms.term();
    if (wanted_.size() <= kFewWanted) {
      while (wanted != wanted_.end() && wanted->term < term) ++wanted;
    } else {
      wanted = std::lower_bound(wanted, wanted_.end(), term, [](const Wanted& w, TermId t) { return w.term < t; });
    }
    const bool found = wanted != wanted_.end() && wanted->term == term;
    const bool begun = std::any_of(ranges_.begin(), ranges_.end(), [&](const Range& range) {
      return range.terms.begin <= Raw(term) && Raw(term) < range.terms.end;
    });
    if (!found && !begun) continue;
    occurrences_.clear();
    terms.AppendOccurrences(&occurrences_);
    auto end = wanted;
    for (; end != wanted_.end() && end->term == term; ++end) {
      if (end->phrase == kNoPhrase) {
        Add(end->slot, end->alternative, term, &out->occurrences);
      } else {
        phrases_[end->phrase].parts[end->part] = occurrences_;
      }
    }
    if (!begun) continue;
    // A term stands for a word once: as itself, or else as the first beginning that it has.
    std::uint32_t last_slot = UINT32_MAX;
    for (const Range& range : ranges_) {
      if (range.slot == last_slot || Raw(term) < range.terms.begin || Raw(term) >= range.terms.end) continue;
      const bool itself =
          std::any_of(wanted, end, [&](const Wanted& w) { return w.slot == range.slot && w.phrase == kNoPhrase; });
      if (itself) continue;
      Add(range.slot, range.alternative, term, &out->occurrences);
      last_slot = range.slot;
    }
  }
  FinishPhrases(&out->occurrences);
  std::sort(out->occurrences.begin(), out->occurrences.end(), [](const SlotOccurrence& a, const SlotOccurrence& b) {
    return std::tuple(a.slot, a.alternative, a.field, a.position) <
           std::tuple(b.slot, b.alternative, b.field, b.position);
  });
}

// Adds the occurrences of the current term that stand in a field in which the alternative matches.
void DocMatcher::Add(std::uint32_t slot, std::uint32_t alternative, TermId term,
                     std::vector<SlotOccurrence>* out) const {
  const std::uint32_t fields = plan_.slots[slot].alternatives[alternative].fields;
  for (const postings::Occurrence& o : occurrences_) {
    if ((fields >> Raw(o.field) & 1) != 0) out->push_back({slot, alternative, o.field, o.position, o.span, term});
  }
}

void DocMatcher::FinishPhrases(std::vector<SlotOccurrence>* out) {
  for (Phrase& phrase : phrases_) {
    for (std::size_t i = 1; i < phrase.parts.size(); ++i) segment::ExtendPhrase(phrase.parts[i], &phrase.parts[0]);
    for (const postings::Occurrence& o : phrase.parts[0]) {
      out->push_back({phrase.slot, phrase.alternative, o.field, o.position, o.span, phrase.first});
    }
  }
}

}  // namespace signpost::match
