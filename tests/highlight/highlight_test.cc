// SPDX-License-Identifier: Apache-2.0
// 1. Marks that overlap are joined, those outside the text dropped, and what is between them escaped.
// 2. The typed beginning of a word covers the bytes that fold to it, however they are written.
#include <catch2/catch.hpp>

#include "highlight/marked_text.h"
#include "highlight/prefix_mark.h"
#include "text/language_pack.h"

using signpost::highlight::Mark;

TEST_CASE("MarkText: joins, drops and escapes", "[highlight]") {
  const std::string_view text = "a<b> & \"c\" 'd'";
  std::vector<Mark> marks = {{7, 10}, {0, 1}, {8, 9}, {12, 99}, {5, 5}};
  signpost::highlight::Normalize(&marks, text.size());
  REQUIRE(marks.size() == 2);
  CHECK(signpost::highlight::MarkText(text, 0, text.size(), marks, {}) ==
        "<em>a</em>&lt;b&gt; &amp; <em>&quot;c&quot;</em> &#39;d&#39;");
  CHECK(signpost::highlight::MarkText(
            text, 7, 10, marks, {.pre_tag = "[", .post_tag = "]", .escape = signpost::Escape::kNone}) == "[\"c\"]");
}

TEST_CASE("PrefixBytes: covers what folds to the typed beginning", "[highlight]") {
  struct Case {
    const char* word;
    const char* prefix;
    const char* marked;
  };
  const signpost::text::Analyzer analyzer(signpost::text::FindLanguagePack("fr"));
  const Case c = GENERATE(values<Case>({{"attendrir", "attendr", "attendr"},
                                        {"Diabète", "diabe", "Diabè"},
                                        {"Diabe\u0300te", "diabe", "Diabe\u0300"},
                                        {"Größe", "gros", "Größ"},
                                        {"ﬁnance", "fin", "ﬁn"},
                                        {"Ｆｕｌｌ", "fu", "Ｆｕ"},
                                        {"ORDER", "or", "OR"}}));
  CAPTURE(c.word, c.prefix);
  const std::string_view word = c.word;
  CHECK(word.substr(0, signpost::highlight::PrefixBytes(word, c.prefix, analyzer)) == c.marked);
}
