// SPDX-License-Identifier: Apache-2.0
#include "rank/doc_score.h"

#include <algorithm>

namespace signpost::rank {
namespace {

// Orders places by field, then position.
std::uint64_t PlaceOf(FieldId field, std::uint32_t position) { return std::uint64_t{Raw(field)} << 32 | position; }

}  // namespace

void DocScorer::Score(std::uint32_t segment, const match::DocMatch& match, DocScore* out) {
  const segment::Segment& bytes = corpus_.segments()[segment].segment();
  out->slots.clear();
  double sum = 0;
  double information = 0;
  const Occurrences& occurrences = match.occurrences;
  for (auto o = occurrences.begin(); o != occurrences.end();) {
    const std::uint32_t s = o->slot;
    const query::Slot& slot = plan_.slots[s];
    SlotScore of_slot{.slot = s, .alternative = o->alternative, .term = o->term, .score = 0};
    double pooled = 0;
    double best = 0;
    while (o != occurrences.end() && o->slot == s) {
      const auto first = o;
      double of_alternative = 0;
      while (o != occurrences.end() && o->slot == s && o->alternative == first->alternative) {
        const FieldId field = o->field;
        std::uint32_t frequency = 0;
        for (; o != occurrences.end() && o->slot == s && o->alternative == first->alternative && o->field == field;
             ++o) {
          ++frequency;
        }
        of_alternative += AlternativeFactor(slot, slot.alternatives[first->alternative], norms_.IsTitle(field)) *
                          norms_.Pooled(field, frequency, bytes.FieldLength(match.doc, field));
      }
      pooled += of_alternative;
      if (of_alternative > best) {
        best = of_alternative;
        of_slot.alternative = first->alternative;
        of_slot.term = first->term;
      }
    }
    of_slot.score = formula_.Value(s) * Saturated(pooled);
    out->slots.push_back(of_slot);
    sum += of_slot.score;
    information += slot.information_weight * slot.idf;
  }
  out->proximity = Proximity(bytes, match);
  out->title_factor = TitleFactor(segment, match);
  out->matched_information = formula_.deciding_information() > 0 ? information / formula_.deciding_information() : 0;
  out->score = (sum + out->proximity) * out->title_factor;
}

double DocScorer::Proximity(const segment::Segment& segment, const match::DocMatch& match) {
  const Occurrences& occurrences = match.occurrences;
  of_slot_.assign(plan_.slots.size(), {occurrences.end(), occurrences.end()});
  for (auto o = occurrences.begin(); o != occurrences.end();) {
    auto& range = of_slot_[o->slot];
    range.first = o;
    while (o != occurrences.end() && o->slot == range.first->slot) ++o;
    range.second = o;
  }
  double sum = 0;
  for (std::size_t s = 0; s < of_slot_.size(); ++s) {
    const std::uint32_t next = formula_.Next(s);
    if (next == ScoreFormula::kNone || of_slot_[s].first == of_slot_[s].second ||
        of_slot_[next].first == of_slot_[next].second) {
      continue;
    }
    const query::Slot& slot = plan_.slots[s];
    const query::Slot& slot_after = plan_.slots[next];
    places_.clear();
    for (auto o = of_slot_[next].first; o != of_slot_[next].second; ++o) {
      places_.emplace_back(
          PlaceOf(o->field, o->position),
          AlternativeFactor(slot_after, slot_after.alternatives[o->alternative], norms_.IsTitle(o->field)));
    }
    // Of several at one place, the best comes first.
    std::sort(places_.begin(), places_.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    double near = 0;
    for (auto o = of_slot_[s].first; o != of_slot_[s].second; ++o) {
      const std::uint64_t end = PlaceOf(o->field, o->position + o->span);
      const auto after = std::lower_bound(places_.begin(), places_.end(), end,
                                          [](const auto& place, std::uint64_t at) { return place.first < at; });
      if (after == places_.end() || after->first >= end + kProximityWindow) continue;
      const double factor = AlternativeFactor(slot, slot.alternatives[o->alternative], norms_.IsTitle(o->field));
      near += std::min(factor, after->second) * norms_.Pooled(o->field, 1, segment.FieldLength(match.doc, o->field));
    }
    sum += ScoreFormula::Proximity(std::min(formula_.Value(s), formula_.Value(next)), near);
  }
  return sum;
}

double DocScorer::TitleFactor(std::uint32_t segment, const match::DocMatch& match) {
  if (norms_.title() < 0) return 1;
  const segment::Segment& bytes = corpus_.segments()[segment].segment();
  double shared = 0;   // information of the query's words in the title, less for other forms and typos
  double matched = 0;  // the same in full
  matched_classes_.clear();
  std::uint32_t last_slot = ScoreFormula::kNone;
  double last_weight = 0;
  for (const match::SlotOccurrence& o : match.occurrences) {
    if (!norms_.IsTitle(o.field) || formula_.IsPair(o.slot)) continue;
    const query::Alternative& alternative = plan_.slots[o.slot].alternatives[o.alternative];
    const double information = formula_.Value(o.slot);
    if (o.slot != last_slot) {
      matched += information;
      last_weight = 0;
      last_slot = o.slot;
    }
    if (alternative.weight > last_weight) {
      shared += information * (alternative.weight - last_weight);
      last_weight = alternative.weight;
    }
    matched_classes_.push_back(bytes.lexicon().ClassOf(o.term));
    for (const query::Alternative::Phrase& phrase : alternative.phrases) {
      if (phrase.segment != segment) continue;
      for (const TermId term : phrase.terms) matched_classes_.push_back(bytes.lexicon().ClassOf(term));
    }
  }
  if (shared == 0) return 1;
  double title = matched;
  for (const std::uint32_t id : bytes.TitleClasses(match.doc)) {
    const bool known =
        std::find(matched_classes_.begin(), matched_classes_.end(), ClassId{id}) != matched_classes_.end();
    if (!known) title += ClassIdf(segment, ClassId{id});
  }
  return 1 + kTitleFactor * 2 * shared / (title + formula_.query_information());
}

double DocScorer::ClassIdf(std::uint32_t segment, ClassId id) {
  const std::uint64_t key = std::uint64_t{segment} << 32 | Raw(id);
  auto [known, added] = class_idf_.try_emplace(key);
  if (!added) return known->second;
  const segment::LiveSegment& live = corpus_.segments()[segment];
  const std::uint64_t documents = corpus_.segments().size() == 1
                                      ? live.DocumentCount(id)
                                      : corpus_.DocumentCount(live.segment().lexicon().Stem(id));
  return known->second = corpus_.Idf(static_cast<double>(documents));
}

}  // namespace signpost::rank
