// SPDX-License-Identifier: Apache-2.0
#include "catalog/explain.h"

#include <algorithm>
#include <string>

namespace signpost::inline v0 {

const char* AlternativeKindName(AlternativeKind kind) {
  switch (kind) {
    case AlternativeKind::kExact:
      return "exact";
    case AlternativeKind::kIdentifier:
      return "identifier";
    case AlternativeKind::kStem:
      return "stem";
    case AlternativeKind::kCompound:
      return "compound";
    case AlternativeKind::kInner:
      return "inner";
    case AlternativeKind::kPrefix:
      return "prefix";
    case AlternativeKind::kJoined:
      return "joined";
    case AlternativeKind::kSplit:
      return "split";
    case AlternativeKind::kSynonym:
      return "synonym";
    case AlternativeKind::kTypo:
      return "typo";
    case AlternativeKind::kTypoPrefix:
      return "typoPrefix";
    case AlternativeKind::kGuessedSynonym:
      return "guessedSynonym";
  }
  return "unknown";
}

}  // namespace signpost::inline v0

namespace signpost::catalog {
namespace {
constexpr std::size_t kMaxListed = 20;
}  // namespace

void ExplainPlan(std::string_view lang, const query::ParsedQuery& query, const query::Plan& plan,
                 std::vector<ExplainedWord>* out) {
  for (std::size_t s = 0; s < plan.slots.size(); ++s) {
    const query::Slot& slot = plan.slots[s];
    ExplainedWord word{.text = query.words[slot.word].text,
                       .lang = std::string(lang),
                       .information = slot.idf,
                       .weight = slot.score_weight,
                       .stop_word = slot.stop_word,
                       .ignored = slot.alternatives.empty(),
                       .alternatives = {}};
    for (std::size_t a = 0; a < std::min(slot.alternatives.size(), kMaxListed); ++a) {
      const query::Alternative& alternative = slot.alternatives[a];
      word.alternatives.push_back({.text = alternative.text,
                                   .kind = alternative.kind,
                                   .edits = alternative.edits,
                                   .weight = alternative.weight,
                                   .document_count = static_cast<std::size_t>(alternative.document_count)});
    }
    out->push_back(std::move(word));
  }
}

HitExplanation ExplainHit(const query::ParsedQuery& query, const query::Plan& plan, const rank::RankedHit& hit,
                          const segment::Segment& segment) {
  const std::vector<std::string>& fields = segment.meta().fields;
  const lexicon::Lexicon& lexicon = segment.lexicon();
  const rank::DocScore& score = hit.score;
  const rank::MatchFacts facts = rank::FactsOf(plan, hit.match);
  HitExplanation out{.word_scores = {},
                     .proximity = score.proximity,
                     .title_factor = score.title_factor,
                     .language_factor = hit.language_factor,
                     .boost = score.boost,
                     .matched_information = score.matched_information,
                     .score = score.score,
                     .words = facts.words,
                     .exact_words = facts.exact_words,
                     .typos = facts.typos,
                     .distance = facts.distance,
                     .attribute = facts.attribute < fields.size() ? fields[facts.attribute] : ""};
  for (const rank::SlotScore& slot : score.slots) {
    const query::Alternative& alternative = plan.slots[slot.slot].alternatives[slot.alternative];
    out.word_scores.push_back(
        {.word = query.words[plan.slots[slot.slot].word].text,
         .matched = alternative.phrases.empty() ? std::string(lexicon.Term(slot.term)) : alternative.text,
         .kind = alternative.kind,
         .score = slot.score});
  }
  return out;
}

RankingInfo RankingInfoOf(const query::Plan& plan, const segment::Segment& segment, const Settings& settings,
                          const rank::RankedHit& hit) {
  constexpr std::uint32_t kMaxPosition = 999;
  const rank::MatchFacts facts = rank::FactsOf(plan, hit.match);
  RankingInfo out{.typos = facts.typos,
                  .words = facts.words,
                  .exact_words = facts.exact_words,
                  .proximity_distance = facts.distance};
  std::uint32_t first = UINT32_MAX;
  for (const match::SlotOccurrence& o : hit.match.occurrences) {
    first = std::min(first, (kMaxPosition + 1) * Raw(o.field) + std::min(kMaxPosition, o.position));
  }
  if (!hit.match.occurrences.empty()) out.first_matched_word = first;
  if (!settings.custom_ranking.empty()) {
    const segment::Column* column = segment.columns().Find(settings.custom_ranking.front().attribute);
    if (column != nullptr) out.user_score = column->Number(hit.match.doc).value_or(0);
  }
  return out;
}

}  // namespace signpost::catalog
