// SPDX-License-Identifier: Apache-2.0
#include "rules/synonym_sides.h"

#include "rules/unit_terms.h"
#include "text/language_pack.h"
#include "text/placeholder.h"

namespace signpost::rules {

SideNames NamesOf(SynonymType type) {
  switch (type) {
    case SynonymType::kMultiWay:
    case SynonymType::kOneWay:
      return {"input", "synonyms"};
    case SynonymType::kAltCorrection1:
    case SynonymType::kAltCorrection2:
      return {"word", "corrections"};
    case SynonymType::kPlaceholder:
      break;
  }
  return {"placeholder", "replacements"};
}

std::vector<std::string> SideTerms(std::string_view side, const text::Analyzer& analyzer) {
  text::TokenList tokens;
  analyzer.Analyze(side, &tokens);
  std::vector<std::string> terms;
  for (std::string_view term : UnitTerms(tokens)) {
    if (!term.empty()) terms.emplace_back(term);
  }
  return terms;
}

std::vector<std::string> JoinedSideTerms(std::string_view side, const text::Analyzer& analyzer) {
  text::TokenList tokens;
  analyzer.Analyze(side, &tokens);
  std::vector<std::string> terms;
  for (const JoinedUnits& units : JoinUnits(tokens)) {
    if (!units.term.empty()) terms.emplace_back(units.term);
  }
  return terms;
}

std::vector<std::string> InputTerms(const Synonym& synonym, const text::Analyzer& analyzer) {
  if (synonym.type != SynonymType::kPlaceholder) return SideTerms(synonym.input, analyzer);
  std::string term = text::PlaceholderTerm(synonym.input);
  // A name of marks alone has no unit at which it could stand.
  if (term.empty() || SideTerms(synonym.input, analyzer).empty()) return {};
  return {std::move(term)};
}

std::vector<std::string> StemsOf(const std::vector<std::string>& terms, const text::Analyzer& analyzer) {
  std::vector<std::string> out;
  out.reserve(terms.size());
  for (const std::string& term : terms) out.push_back(analyzer.Stem(term));
  return out;
}

bool AppliesTo(const Synonym& synonym, std::string_view lang) {
  return synonym.lang.empty() || text::LanguageMatches(lang, text::NormalizeLanguageTag(synonym.lang));
}

}  // namespace signpost::rules
