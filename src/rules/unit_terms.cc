// SPDX-License-Identifier: Apache-2.0
#include "rules/unit_terms.h"

namespace signpost::rules {

std::vector<std::string_view> UnitTerms(const text::TokenList& tokens) {
  std::vector<std::string_view> terms(tokens.units.size());
  for (const text::Token& token : tokens.tokens) {
    if (text::IsOfUnit(token)) terms[token.position] = tokens.Term(token);  // parts stand behind wholes
  }
  return terms;
}

}  // namespace signpost::rules
