// SPDX-License-Identifier: Apache-2.0
// Properties of placeholders:
//  1. `<name>` gives a token at the units of its words, beside theirs; any other use of < and > gives none.
//  2. A term is made of `<name>` alone, in small letters, and recognised.
//  3. Tokens stay in their order: by position, longest first.
//  4. A name of limits::kMaxPlaceholderBytes is the longest; texts of any length with many < are read in one pass.
#include "text/placeholder.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "base/strings.h"
#include "text/language_pack.h"

namespace signpost::text {
namespace {

// Each token of a placeholder as "term@position+span".
std::string Placeholders(std::string_view text) {
  TokenList list;
  Analyzer(FindLanguagePack("en")).Analyze(text, &list);
  const bool ordered = std::is_sorted(list.tokens.begin(), list.tokens.end(), [](const Token& a, const Token& b) {
    return a.position != b.position ? a.position < b.position : a.span > b.span;
  });
  CHECK(ordered);
  std::string out;
  for (const Token& token : list.tokens) {
    if (!IsPlaceholderTerm(list.Term(token))) continue;
    CHECK(token.kind == TokenKind::kInner);
    out += StrCat(out.empty() ? "" : " ", list.Term(token), "@", token.position, "+", token.span);
  }
  return out;
}

TEST_CASE("Placeholder: at its words", "[text]") {  // 1, 3
  CHECK(Placeholders("12 <Street> north") == "~<street>@1+1");
  CHECK(Placeholders("<a><b>") == "~<a>@0+1 ~<b>@1+1");
  CHECK(Placeholders("to <house-number> now") == "~<house-number>@1+2");
  CHECK(Placeholders("<street_2>") == "~<street_2>@0+2");
  CHECK(Placeholders("<SkipBridge> 3 000 <x>") == "~<skipbridge>@0+1 ~<x>@3+1");
  CHECK(Placeholders("写<street>周报") == "~<street>@1+1");
  for (const char* text : {"<", ">", "<>", "< a>", "<a >", "<a b>", "<a", "a>", "<ä>", "<a<", "<->", "<__>",
                           "1 < 2 > 1", "</a>", "<a/>", "a <- b -> c"}) {
    CAPTURE(text);
    CHECK(Placeholders(text) == "");
  }
  CHECK(Placeholders("<<a>>") == "~<a>@0+1");
}

TEST_CASE("Placeholder: terms", "[text]") {  // 2
  CHECK(PlaceholderTerm("<Street-2_b>") == "~<street-2_b>");
  for (const char* text : {"", "street", "<street", "<street> ", " <street>", "<a><b>", "<a b>", "<>"}) {
    CAPTURE(text);
    CHECK(PlaceholderTerm(text) == "");
  }
  CHECK(IsPlaceholderTerm("~<a>"));
  CHECK_FALSE(IsPlaceholderTerm("~a"));
  CHECK_FALSE(IsPlaceholderTerm("~"));
  CHECK_FALSE(IsPlaceholderTerm(""));
}

TEST_CASE("Placeholder: limits", "[text]") {  // 4
  const std::string name(limits::kMaxPlaceholderBytes, 'a');
  CHECK(Placeholders("<" + name + ">") == StrCat("~<", name, ">@0+1"));
  CHECK(Placeholders("<" + name + "a>") == "");
  CHECK(Placeholders(std::string(1'000'000, '<') + "a>") == "~<a>@0+1");
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "<a> b ";
  CHECK(std::count(many.begin(), many.end(), '<') == 1000);
  const std::string found = Placeholders(many);
  CHECK(std::count(found.begin(), found.end(), '~') == 1000);
}

}  // namespace
}  // namespace signpost::text
