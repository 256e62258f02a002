// SPDX-License-Identifier: Apache-2.0
// token_invariants.h — what holds of the tokens of any text whatever. Random tests, the seed corpus and the fuzzer all
// ask it.
#ifndef SIGNPOST_TESTS_TEXT_TOKEN_INVARIANTS_H_
#define SIGNPOST_TESTS_TEXT_TOKEN_INVARIANTS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "base/limits.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "text/analyzer.h"
#include "text/language_pack.h"
#include "text/test_tokens.h"
#include "text/tokenizer.h"

namespace signpost::text {

inline TokenList TokensOf(const LanguagePack& pack, std::string_view text, TextPath path = TextPath::kFast) {
  TokenList list;
  Tokenizer(pack, text, &list, path).Run();
  return list;
}

// Tokens with their places, in a form that compares and prints; positions less `units`, offsets less `bytes`.
inline std::vector<std::string> Flat(const TokenList& list, std::uint32_t units = 0, std::uint32_t bytes = 0) {
  std::vector<std::string> out;
  for (const Token& token : list.tokens) {
    out.push_back(StrCat(token.position - units, "+", token.span, " ", KindName(token.kind), " ", list.Term(token), " ",
                         list.Begin(token) - bytes, "-", list.End(token) - bytes));
  }
  return out;
}

// By byte, with the end: true where a code point or an ill-formed part begins.
inline std::vector<bool> CodePointBoundaries(std::string_view text) {
  std::vector<bool> out(text.size() + 1);
  std::size_t i = 0;
  out[0] = true;
  while (i < text.size()) {
    DecodeUtf8(text, &i);
    out[i] = true;
  }
  return out;
}

// By byte, with the end: true where ICU begins a grapheme cluster. REQUIRES: well-formed text.
inline std::vector<bool> GraphemeBoundaries(std::string_view text) {
  std::vector<bool> out(text.size() + 1);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  characters->setText(utext, status);
  for (int i = characters->first(); i != icu::BreakIterator::DONE; i = characters->next()) out[i] = true;
  utext_close(utext);
  return out;
}

inline std::string BrokenUnit(std::string_view text, const TokenList& list) {
  const bool valid = FindInvalidUtf8(text) == kValidUtf8;
  const std::vector<bool> boundaries = valid ? GraphemeBoundaries(text) : CodePointBoundaries(text);
  std::string together;
  std::size_t end = 0;
  for (const Unit& unit : list.units) {
    const std::string place = StrCat("unit [", unit.begin, ", ", unit.end, ")");
    if (unit.begin < end || unit.end <= unit.begin || unit.end > text.size())
      return place + " is out of order or range";
    if (!boundaries[unit.begin] || !boundaries[unit.end]) return place + " is not on boundaries";
    together += StrCat(text.substr(end, unit.begin - end), text.substr(unit.begin, unit.end - unit.begin));
    end = unit.end;
  }
  if (together + std::string(text.substr(end)) != text) return "gaps and units are not the text";
  return {};
}

inline std::string BrokenTerm(std::string_view term) {
  if (term.empty() || term.size() > limits::kMaxTermBytes) return "is empty or too long";
  if (FindInvalidUtf8(term) != kValidUtf8) return "is ill-formed";
  for (std::size_t i = 0; i < term.size();) {
    const auto c = static_cast<UChar32>(DecodeUtf8(term, &i));
    if (u_isUWhiteSpace(c)) return "holds white space";
    if (u_foldCase(c, U_FOLD_CASE_DEFAULT) != c) return "holds a capital";
  }
  return {};
}

inline std::string BrokenToken(const TokenList& list) {
  std::vector<bool> has_own(list.units.size());
  const Token* before = nullptr;
  for (const Token& token : list.tokens) {
    const std::string place = StrCat("token ", Quoted(list.Term(token)), " at ", token.position, "+", token.span);
    if (token.span < 1 || token.position + token.span > list.units.size()) return place + " covers no units";
    const bool ordered = before == nullptr || before->position < token.position ||
                         (before->position == token.position && before->span >= token.span);
    if (!ordered) return place + " is out of order";
    if (std::string broken = BrokenTerm(list.Term(token)); !broken.empty()) return StrCat(place, " ", broken);
    if (IsOfUnit(token)) has_own[token.position] = true;
    before = &token;
  }
  if (std::find(has_own.begin(), has_own.end(), false) != has_own.end()) return "a unit has no token of its own";
  return {};
}

// The same text between paragraphs: the tokens of the middle are those of the text. That holds of Thai and its like
// too, since the dictionary is asked about a run of such letters and nothing beside it.
inline std::string BrokenByContext(const LanguagePack& pack, std::string_view text, const TokenList& list) {
  constexpr std::string_view kBefore = "Error E-404 at 3\n\n";
  constexpr std::string_view kAfter = "\n\n000 ไทย and more";
  TokenList around = TokensOf(pack, StrCat(kBefore, text, kAfter));
  const TokenList before = TokensOf(pack, kBefore);
  const std::size_t after = TokensOf(pack, kAfter).tokens.size();
  if (around.tokens.size() != before.tokens.size() + list.tokens.size() + after) return "context changes the tokens";
  const auto first = around.tokens.begin() + static_cast<std::ptrdiff_t>(before.tokens.size());
  around.tokens.assign(first, first + static_cast<std::ptrdiff_t>(list.tokens.size()));
  if (Flat(around, static_cast<std::uint32_t>(before.units.size()), kBefore.size()) != Flat(list)) {
    return "context changes a token";
  }
  return {};
}

// Returns what does not hold of the tokens of `text`, or "" when all does:
//  1. units are in range, ordered, not empty, on boundaries of grapheme clusters (of code points in ill-formed text),
//     and with the gaps between them they are the text;
//  2. tokens are ordered, cover units that exist, and each unit has one of its own; terms are well-formed, within the
//     cap, without white space and capitals;
//  3. ill-formed parts are counted, and read as the U+FFFD that stands for them;
//  4. what stands before and after, a paragraph apart, changes nothing;
//  5. the fast path and the general path give the same.
inline std::string BrokenInvariant(const LanguagePack& pack, std::string_view text) {
  const TokenList list = TokensOf(pack, text);
  if (std::string broken = BrokenUnit(text, list); !broken.empty()) return broken;
  if (std::string broken = BrokenToken(list); !broken.empty()) return broken;
  std::size_t replaced = 0;
  const std::string repaired = ReplaceInvalidUtf8(text, &replaced);
  if (list.replaced != replaced) return StrCat("counts ", list.replaced, " ill-formed parts of ", replaced);
  const TokenList of_repaired = TokensOf(pack, repaired);
  if (of_repaired.replaced != 0) return "counts a U+FFFD that stands in the text";
  if (of_repaired.tokens.size() != list.tokens.size()) return "ill-formed parts do not read as U+FFFD";
  for (std::size_t i = 0; i < list.tokens.size(); ++i) {
    if (of_repaired.Term(of_repaired.tokens[i]) != list.Term(list.tokens[i]))
      return "an ill-formed part changes a term";
  }
  if (std::string broken = BrokenByContext(pack, text, list); !broken.empty()) return broken;
  const TokenList general = TokensOf(pack, text, TextPath::kGeneral);
  if (Flat(general) != Flat(list) || general.replaced != list.replaced) return "the general path gives other tokens";
  return {};
}

}  // namespace signpost::text

#endif  // SIGNPOST_TESTS_TEXT_TOKEN_INVARIANTS_H_
