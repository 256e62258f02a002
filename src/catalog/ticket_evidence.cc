// SPDX-License-Identifier: Apache-2.0
#include "catalog/ticket_evidence.h"

#include <algorithm>
#include <string_view>

#include <absl/container/flat_hash_map.h>

#include "base/strings.h"
#include "query/weights.h"
#include "rank/score_formula.h"
#include "segment/field_norms.h"

namespace signpost::catalog {

using text::TokenKind;

TicketEvidence::TicketEvidence(const segment::Corpus& corpus, const LanguageSearch& search,
                               const std::vector<std::pair<std::size_t, std::size_t>>& sentences)
    : corpus_(corpus), search_(search), slots_(sentences.size()), information_(sentences.size()) {
  const query::ParsedQuery& query = search.query;
  absl::flat_hash_map<std::string_view, std::vector<std::uint32_t>> slots_of;  // by term
  std::size_t words = 0;
  std::size_t known = 0;
  for (std::uint32_t s = 0; s < search.plan.slots.size(); ++s) {
    const query::Slot& slot = search.plan.slots[s];
    const query::QueryWord& word = query.words[slot.word];
    const bool pair = word.kind == TokenKind::kCjkPair;
    slots_of[word.term].push_back(s);
    const double weight = slot.stop_word ? query::kStopWordFactor : 1;
    values_.push_back(pair ? 0 : slot.idf * slot.score_weight * weight);
    const bool counts = word.kind == TokenKind::kWord ? !slot.stop_word : pair;
    words += counts ? 1 : 0;
    known += counts && !slot.alternatives.empty() && slot.alternatives.front().kind < AlternativeKind::kTypo ? 1 : 0;
  }
  known_share_ = words == 0 ? 0 : static_cast<double>(known) / static_cast<double>(words);
  std::size_t sentence = 0;
  for (const text::Token& token : query.tokens.tokens) {
    while (sentence < sentences.size() && sentences[sentence].second <= query.tokens.Begin(token)) ++sentence;
    if (sentence == sentences.size()) break;
    const auto found = slots_of.find(query.tokens.Term(token));
    if (found == slots_of.end()) continue;
    slots_[sentence].insert(slots_[sentence].end(), found->second.begin(), found->second.end());
  }
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    std::sort(slots_[i].begin(), slots_[i].end());
    slots_[i].erase(std::unique(slots_[i].begin(), slots_[i].end()), slots_[i].end());
    for (const std::uint32_t s : slots_[i]) information_[i] += values_[s];
  }
}

double TicketEvidence::TitleInformation(const rank::RankedHit& hit) const {
  const segment::Segment& segment = corpus_.segments()[hit.segment].segment();
  const NarrowArray classes = segment.TitleClasses(hit.match.doc);
  double sum = 0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const ClassId id{static_cast<std::uint32_t>(classes[i])};
    sum += corpus_.Idf(static_cast<double>(corpus_.DocumentCount(segment.lexicon().Stem(id))));
  }
  return sum;
}

std::vector<double> TicketEvidence::Scores(const rank::RankedHit& hit) const {
  const query::Plan& plan = search_.plan;
  std::vector<double> scores(plan.slots.size(), 0.0);
  for (const rank::SlotScore& of_slot : hit.score.slots) scores[of_slot.slot] = of_slot.score;
  const segment::Segment& segment = corpus_.segments()[hit.segment].segment();
  std::vector<double> in_title(plan.slots.size(), 0.0);
  for (const match::SlotOccurrence& o : hit.match.occurrences) {
    if (segment.meta().fields[Raw(o.field)] != "title") continue;
    in_title[o.slot] = std::max(in_title[o.slot], plan.slots[o.slot].alternatives[o.alternative].weight);
  }
  const double title = TitleInformation(hit);
  std::vector<double> out;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    double sum = 0;
    double shared = 0;
    for (const std::uint32_t s : slots_[i]) {
      sum += scores[s];
      shared += values_[s] * in_title[s];
    }
    const double all = title + information_[i];
    out.push_back(sum * (1 + rank::kTitleFactor * (all > 0 ? 2 * shared / all : 0)));
  }
  return out;
}

}  // namespace signpost::catalog
