// SPDX-License-Identifier: Apache-2.0
#include "query/parsed_query.h"

#include "base/limits.h"
#include "base/strings.h"
#include "text/inner_parts.h"

namespace signpost::query {
namespace {

using text::Token;
using text::TokenKind;

// Fills what an identifier's word needs of the tokens inside it.
void AddParts(const text::TokenList& tokens, const Token& whole, QueryWord* word) {
  for (const Token& token : tokens.tokens) {
    if (token.position < whole.position || token.position >= whole.position + whole.span) continue;
    if (token.kind == TokenKind::kJoined && token.span == whole.span) word->joined = tokens.Term(token);
    if (text::IsOfUnit(token)) word->parts.emplace_back(tokens.Term(token));
  }
}

// What a word says within itself may stand for it: "skip bridge" for SkipBridge, 3000 for 3,000.
void AddInner(const Token& inner, std::string_view term, std::vector<SynonymMatch>* synonyms) {
  const bool goes_on =
      !synonyms->empty() && synonyms->back().begin == inner.position && synonyms->back().end == inner.position + 1;
  if (!goes_on) {
    synonyms->push_back({.begin = inner.position,
                         .end = inner.position + 1,
                         .replacements = {{}},
                         .kind = AlternativeKind::kIdentifier});
  }
  if (term.starts_with(text::kPieceMark)) term.remove_prefix(1);
  synonyms->back().replacements.front().emplace_back(term);
}

}  // namespace

ParsedQuery Parse(std::string_view text, const text::Analyzer& analyzer) {
  ParsedQuery parsed;
  analyzer.Analyze(text, &parsed.tokens);
  const text::TokenList& tokens = parsed.tokens;
  parsed.position_count = static_cast<std::uint32_t>(tokens.units.size());
  StringSet seen;
  std::uint32_t covered = 0;  // positions below it belong to an identifier that is a word of the query
  for (const Token& token : tokens.tokens) {
    if (parsed.words.size() == limits::kMaxQueryWords) break;
    const bool whole = token.kind == TokenKind::kIdentifier && token.span > 1;
    const bool inside = token.position < covered && token.kind != TokenKind::kCjkPair;
    if (inside) continue;
    if (token.kind == TokenKind::kInner) {
      AddInner(token, tokens.Term(token), &parsed.synonyms);
      continue;
    }
    if (token.kind == TokenKind::kJoined) {  // wi-fi: its parts are words of the query, "wifi" may stand for them
      parsed.synonyms.push_back({.begin = token.position,
                                 .end = token.position + token.span,
                                 .replacements = {{std::string(tokens.Term(token))}},
                                 .kind = AlternativeKind::kIdentifier});
      continue;
    }
    if (whole) covered = token.position + token.span;
    const std::string_view term = tokens.Term(token);
    if (!seen.insert(std::string(term)).second) continue;
    QueryWord word{.text = std::string(text.substr(tokens.Begin(token), tokens.End(token) - tokens.Begin(token))),
                   .term = std::string(term),
                   .kind = token.kind,
                   .position = token.position,
                   .span = token.span,
                   .parts = {},
                   .joined = {},
                   .stop_word = analyzer.IsStopWord(term),
                   .last = tokens.End(token) == text.size()};
    if (whole) AddParts(tokens, token, &word);
    parsed.words.push_back(std::move(word));
  }
  return parsed;
}

}  // namespace signpost::query
