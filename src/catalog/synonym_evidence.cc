// SPDX-License-Identifier: Apache-2.0
#include "catalog/synonym_evidence.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/limits.h"
#include "query/word_planner.h"
#include "rules/synonym_sides.h"
#include "text/language_pack.h"

namespace signpost::catalog {

SynonymEvidence::SynonymEvidence(const index::View& view) {
  std::map<std::string, std::vector<segment::LiveSegment>> by_language;
  for (const segment::LiveSegment& live : view.segments) by_language[live.segment().meta().lang].push_back(live);
  for (auto& [lang, segments] : by_language) corpora_.emplace_back(std::move(segments));
}

bool SynonymEvidence::Holds(const Synonym& synonym, std::string_view side) const {
  return std::any_of(corpora_.begin(), corpora_.end(), [&](const segment::Corpus& corpus) {
    if (!rules::AppliesTo(synonym, corpus.lang())) return false;
    const text::Analyzer analyzer(text::FindLanguagePack(corpus.lang()));
    const bool placeholder = synonym.type == SynonymType::kPlaceholder && side == synonym.input;
    const std::vector<std::string> terms =
        placeholder ? rules::InputTerms(synonym, analyzer) : rules::SideTerms(side, analyzer);
    if (terms.empty()) return false;
    const TypoTolerance typos;
    std::uint64_t checks = limits::kMaxPhraseChecks;
    query::WordPlanner planner(corpus, analyzer, typos, UINT32_MAX, &checks);
    planner.AddSynonym(terms, AlternativeKind::kSynonym, 1, 0);
    return !planner.empty() || checks == 0;  // what was not looked at may hold it
  });
}

}  // namespace signpost::catalog
