// SPDX-License-Identifier: Apache-2.0
// test_tokens.h — tokens as lines that a test can compare and a person can read: "0+2 identifier e-404 [E-404]".
#ifndef SIGNPOST_TESTS_TEXT_TEST_TOKENS_H_
#define SIGNPOST_TESTS_TEXT_TEST_TOKENS_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::text {

inline std::string_view KindName(TokenKind kind) {
  switch (kind) {
    case TokenKind::kWord:
      return "word";
    case TokenKind::kNumber:
      return "number";
    case TokenKind::kIdentifier:
      return "identifier";
    case TokenKind::kJoined:
      return "joined";
    case TokenKind::kPart:
      return "part";
    case TokenKind::kInner:
      return "inner";
    case TokenKind::kCjk:
      return "cjk";
    case TokenKind::kCjkPair:
      return "pair";
  }
  return "?";
}

// One line for each token: position, span, kind, term, original text.
inline std::vector<std::string> Lines(std::string_view tag, std::string_view text) {
  TokenList list;
  Analyzer(FindLanguagePack(tag)).Analyze(text, &list);
  std::vector<std::string> out;
  for (const Token& token : list.tokens) {
    const std::string_view slice = text.substr(list.Begin(token), list.End(token) - list.Begin(token));
    out.push_back(
        StrCat(token.position, "+", token.span, " ", KindName(token.kind), " ", list.Term(token), " [", slice, "]"));
  }
  return out;
}

// The terms alone, with blanks between.
inline std::string Terms(std::string_view tag, std::string_view text) {
  TokenList list;
  Analyzer(FindLanguagePack(tag)).Analyze(text, &list);
  std::string out;
  for (const Token& token : list.tokens) out += StrCat(out.empty() ? "" : " ", list.Term(token));
  return out;
}

}  // namespace signpost::text

#endif  // SIGNPOST_TESTS_TEXT_TEST_TOKENS_H_
