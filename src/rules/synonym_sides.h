// SPDX-License-Identifier: Apache-2.0
// synonym_sides.h — what each type of synonym calls its sides, and their words.
//
// Threads:  pure functions.
#ifndef SIGNPOST_RULES_SYNONYM_SIDES_H_
#define SIGNPOST_RULES_SYNONYM_SIDES_H_

#include <string>
#include <string_view>
#include <vector>

#include <signpost/synonyms.h>

#include "text/analyzer.h"

namespace signpost::rules {

// The names of Synonym::input and Synonym::synonyms in JSON.
struct SideNames {
  std::string_view input;
  std::string_view synonyms;
};
SideNames NamesOf(SynonymType type);

// Returns the terms of a side, one for each unit; none when it holds no word.
std::vector<std::string> SideTerms(std::string_view side, const text::Analyzer& analyzer);

// The same with what is written with separators (wi-fi) as one word.
std::vector<std::string> JoinedSideTerms(std::string_view side, const text::Analyzer& analyzer);

// Returns the terms of Synonym::input; of a placeholder that of the placeholder, none when it is of another form.
std::vector<std::string> InputTerms(const Synonym& synonym, const text::Analyzer& analyzer);

// Returns the stem class of each term.
std::vector<std::string> StemsOf(const std::vector<std::string>& terms, const text::Analyzer& analyzer);

// True for a synonym that applies to queries in `lang`, normalised.
bool AppliesTo(const Synonym& synonym, std::string_view lang);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_SYNONYM_SIDES_H_
