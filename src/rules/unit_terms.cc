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

std::vector<JoinedUnits> JoinUnits(const text::TokenList& tokens) {
  const std::vector<std::string_view> terms = UnitTerms(tokens);
  std::vector<JoinedUnits> out;
  std::uint32_t done = 0;
  auto add_single = [&](std::uint32_t end) {
    for (; done < end; ++done) out.push_back({done, done + 1, terms[done]});
  };
  for (const text::Token& token : tokens.tokens) {
    if (token.kind != text::TokenKind::kJoined || token.position < done) continue;
    add_single(token.position);
    done += token.span;
    out.push_back({token.position, done, tokens.Term(token)});
  }
  add_single(static_cast<std::uint32_t>(terms.size()));
  return out;
}

}  // namespace signpost::rules
