// SPDX-License-Identifier: Apache-2.0
#include "rank/doc_score.h"

#include <algorithm>
#include <array>
#include <map>

namespace signpost::rank {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

// Pairs of CJK characters decide what is a hit; their characters say the same again for everything else.
bool IsPair(const query::Slot& slot) { return slot.span == 2 && slot.score_weight < 0.5; }

}  // namespace

DocScorer::DocScorer(const segment::Corpus& corpus, const query::Plan& plan, const FieldWeights& weights,
                     const std::vector<double>& slot_idf)
    : corpus_(corpus), plan_(plan), weights_(weights), slot_idf_(slot_idf), next_(plan.slots.size(), kNone) {
  const std::vector<query::Slot>& slots = plan.slots;
  for (std::uint32_t s = 0; s < slots.size(); ++s) {
    if (slots[s].alternatives.empty()) continue;
    deciding_information_ += slots[s].information_weight * slot_idf[s];
    if (IsPair(slots[s])) continue;
    query_information_ += slots[s].score_weight * slot_idf[s];
    for (std::uint32_t t = s + 1; t < slots.size() && next_[s] == kNone; ++t) {
      if (slots[t].position < slots[s].position + slots[s].span || IsPair(slots[t])) continue;
      next_[s] = t;
    }
  }
}

DocScore DocScorer::Score(std::uint32_t segment, const match::DocMatch& match) {
  const segment::Segment& bytes = corpus_.segments()[segment].segment();
  DocScore out;
  double sum = 0;
  double information = 0;
  const auto& occurrences = match.occurrences;
  for (std::size_t i = 0; i < occurrences.size();) {
    const std::uint32_t s = occurrences[i].slot;
    const query::Slot& slot = plan_.slots[s];
    double pooled = 0;
    double best = 0;
    std::uint32_t best_alternative = occurrences[i].alternative;
    while (i < occurrences.size() && occurrences[i].slot == s) {
      const std::uint32_t a = occurrences[i].alternative;
      double of_alternative = 0;
      while (i < occurrences.size() && occurrences[i].slot == s && occurrences[i].alternative == a) {
        const FieldId field = occurrences[i].field;
        std::uint32_t frequency = 0;
        for (; i < occurrences.size() && occurrences[i].slot == s && occurrences[i].alternative == a &&
               occurrences[i].field == field;
             ++i) {
          ++frequency;
        }
        of_alternative += weights_.AlternativeFactor(slot, slot.alternatives[a], field) *
                          weights_.Pooled(field, frequency, bytes.FieldLength(match.doc, field));
      }
      pooled += of_alternative;
      if (of_alternative > best) {
        best = of_alternative;
        best_alternative = a;
      }
    }
    const double score = slot.score_weight * slot_idf_[s] * FieldWeights::Saturated(pooled);
    out.slots.push_back({s, best_alternative, score});
    sum += score;
    information += slot.information_weight * slot_idf_[s];
  }
  out.proximity = Proximity(segment, match);
  out.title_factor = TitleFactor(segment, match);
  out.matched_information = deciding_information_ > 0 ? information / deciding_information_ : 0;
  out.score = (sum + out.proximity) * out.title_factor;
  return out;
}

double DocScorer::Proximity(std::uint32_t segment, const match::DocMatch& match) const {
  const segment::Segment& bytes = corpus_.segments()[segment].segment();
  const auto& occurrences = match.occurrences;
  auto slot_begin = [&](std::uint32_t slot) {
    return std::lower_bound(occurrences.begin(), occurrences.end(), slot,
                            [](const match::SlotOccurrence& o, std::uint32_t s) { return o.slot < s; });
  };
  double sum = 0;
  for (std::uint32_t a = 0; a < next_.size(); ++a) {
    const std::uint32_t b = next_[a];
    if (b == kNone) continue;
    const auto a_begin = slot_begin(a), a_end = slot_begin(a + 1);
    const auto b_begin = slot_begin(b), b_end = slot_begin(b + 1);
    if (a_begin == a_end || b_begin == b_end) continue;
    const query::Slot& slot_a = plan_.slots[a];
    const query::Slot& slot_b = plan_.slots[b];
    // By field and position: the best factor with which b stands there.
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> places;
    for (auto o = b_begin; o != b_end; ++o) {
      double& factor = places[{Raw(o->field), o->position}];
      factor = std::max(factor, weights_.AlternativeFactor(slot_b, slot_b.alternatives[o->alternative], o->field));
    }
    double near = 0;
    for (auto o = a_begin; o != a_end; ++o) {
      const std::uint32_t end = o->position + o->span;
      const auto next = places.lower_bound({Raw(o->field), end});
      if (next == places.end() || next->first.first != Raw(o->field) || next->first.second >= end + kProximityWindow) {
        continue;
      }
      const double factor = weights_.AlternativeFactor(slot_a, slot_a.alternatives[o->alternative], o->field);
      near += std::min(factor, next->second) * weights_.Pooled(o->field, 1, bytes.FieldLength(match.doc, o->field));
    }
    sum += kProximityFactor * std::min(slot_a.score_weight * slot_idf_[a], slot_b.score_weight * slot_idf_[b]) * 2 *
           near / (near + 1);
  }
  return sum;
}

double DocScorer::TitleFactor(std::uint32_t segment, const match::DocMatch& match) {
  if (weights_.title() < 0) return 1;
  const segment::Segment& bytes = corpus_.segments()[segment].segment();
  double shared = 0;   // information of the query's words in the title, less for other forms and typos
  double matched = 0;  // the same in full
  absl::flat_hash_map<std::uint32_t, bool> matched_classes;
  std::uint32_t last_slot = kNone;
  double last_weight = 0;
  for (const match::SlotOccurrence& o : match.occurrences) {
    if (!weights_.IsTitle(o.field)) continue;
    const query::Slot& slot = plan_.slots[o.slot];
    if (IsPair(slot)) continue;
    const query::Alternative& alternative = slot.alternatives[o.alternative];
    const double information = slot.score_weight * slot_idf_[o.slot];
    if (o.slot != last_slot) {
      matched += information;
      last_weight = 0;
      last_slot = o.slot;
    }
    if (alternative.weight > last_weight) {
      shared += information * (alternative.weight - last_weight);
      last_weight = alternative.weight;
    }
    for (const query::Alternative::InSegment& place : alternative.places) {
      if (place.segment != segment) continue;
      for (TermId term : place.terms) matched_classes[Raw(bytes.lexicon().ClassOf(term))] = true;
    }
  }
  if (shared == 0) return 1;
  double title = matched;
  const PackedArray classes = bytes.TitleClasses(match.doc);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const auto id = static_cast<std::uint32_t>(classes[i]);
    if (!matched_classes.contains(id)) title += ClassIdf(segment, ClassId{id});
  }
  return 1 + kTitleFactor * 2 * shared / (title + query_information_);
}

// Information of a word of a title: from the documents that hold any form of it, at most all.
double DocScorer::ClassIdf(std::uint32_t segment, ClassId id) {
  const std::uint64_t key = (std::uint64_t{segment} << 32) | Raw(id);
  if (auto known = class_idf_.find(key); known != class_idf_.end()) return known->second;
  const std::string_view stem = corpus_.segments()[segment].segment().lexicon().Stem(id);
  std::uint64_t documents = 0;
  for (const segment::LiveSegment& live : corpus_.segments()) {
    const lexicon::Lexicon& lexicon = live.segment().lexicon();
    const auto found = lexicon.FindClass(stem);
    if (!found) continue;
    for (TermId term : lexicon.TermsOf(*found)) documents += live.DocumentCount(term);
  }
  const double idf = corpus_.Idf(std::min(documents, corpus_.doc_count()));
  class_idf_.emplace(key, idf);
  return idf;
}

}  // namespace signpost::rank
