// SPDX-License-Identifier: Apache-2.0
// synonym_lint.h — what is wrong with a list of synonyms although each of them is valid.
//
// Finds:    what says the same as another (kShadowed), replaces the same words with others (kOverlapping), leads from a word
//           back to it (kCyclic), and offers what no document holds (kNeverMatches).
// Words:    are the same in any form, as for queries. A multi-way side that no document holds is no fault, since it is what
//           people type; one that offers nothing else is.
// Threads:  functions of their arguments.
// Cost:     linear in the words of the list, but for synonyms that share words, which are compared.
#ifndef SIGNPOST_RULES_SYNONYM_LINT_H_
#define SIGNPOST_RULES_SYNONYM_LINT_H_

#include <functional>
#include <string_view>
#include <vector>

#include <signpost/lint.h>
#include <signpost/synonyms.h>

namespace signpost::rules {

// True when a document that queries in the language of `synonym` can find holds `side`, one of its texts, in any form.
using HoldsSide = std::function<bool(const Synonym& synonym, std::string_view side)>;

// Returns findings in the order of the list. `synonyms` are those that SynonymSet::Compile took. Synonyms without a language
// are read in `default_lang`.
std::vector<LintFinding> LintSynonyms(const std::vector<Synonym>& synonyms, std::string_view default_lang,
                                      const HoldsSide& holds);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_SYNONYM_LINT_H_
