// SPDX-License-Identifier: Apache-2.0
#include "catalog/ticket_evidence.h"

#include <algorithm>
#include <cmath>
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
  for (std::uint32_t s = 0; s < search.plan.slots.size(); ++s) {
    const query::Slot& slot = search.plan.slots[s];
    const query::QueryWord& word = query.words[slot.word];
    slots_of[word.term].push_back(s);
    const bool pair = word.kind == TokenKind::kCjkPair;
    values_.push_back(pair ? 0 : slot.idf * slot.score_weight * (slot.stop_word ? query::kStopWordFactor : 1));
    if (!slot.stop_word && (word.kind == TokenKind::kWord || word.kind == TokenKind::kCjk)) words_.push_back(s);
  }
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

double TicketEvidence::cjk_share() const {
  if (words_.empty()) return 0;
  const auto cjk = std::count_if(words_.begin(), words_.end(), [&](std::uint32_t s) {
    return search_.query.words[search_.plan.slots[s].word].kind == TokenKind::kCjk;
  });
  return static_cast<double>(cjk) / static_cast<double>(words_.size());
}

double TicketEvidence::Familiarity() const {
  if (words_.empty()) return 0;
  const auto all = static_cast<double>(corpus_.doc_count());
  const double most = std::log1p(all) / 2;
  double sum = 0;
  for (const std::uint32_t s : words_) {
    const query::Slot& slot = search_.plan.slots[s];
    if (slot.alternatives.empty() || slot.alternatives.front().kind >= AlternativeKind::kTypo) continue;
    // The inverse of segment::InverseDocumentFrequency.
    const double documents = std::max(0.0, (all + 1) / std::exp(slot.idf) - 0.5);
    sum += std::min(1.0, std::log1p(documents) / most);
  }
  return sum / static_cast<double>(words_.size());
}

double TicketEvidence::HeldShare(const rank::RankedHit& hit) const {
  if (words_.empty()) return 0;
  std::size_t held = 0;
  for (const rank::SlotScore& of_slot : hit.score.slots) {
    held += std::binary_search(words_.begin(), words_.end(), of_slot.slot) ? 1 : 0;
  }
  return static_cast<double>(held) / static_cast<double>(words_.size());
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
