// SPDX-License-Identifier: Apache-2.0
// 1. Marks that overlap are joined, those outside the text dropped, and what is between them escaped.
// 2. A text is escaped the same whatever its length and wherever its markup stands; both ways of looking at it agree.
// 3. The typed beginning of a word covers the bytes that fold to it, however they are written.
#include <catch2/catch.hpp>

#include <random>

#include "highlight/byte_block.h"
#include "highlight/marked_text.h"
#include "highlight/prefix_mark.h"
#include "support/seed.h"
#include "text/language_pack.h"

using signpost::highlight::Mark;

namespace {

std::string Marked(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Mark>& marks,
                   const signpost::HighlightOptions& options) {
  std::string out;
  signpost::highlight::AppendMarked(text, begin, end, marks, options, &out);
  return out;
}

}  // namespace

TEST_CASE("AppendMarked: joins, drops and escapes", "[highlight]") {  // 1
  const std::string_view text = "a<b> & \"c\" 'd'";
  std::vector<Mark> marks = {{7, 10}, {0, 1}, {8, 9}, {12, 99}, {5, 5}};
  signpost::highlight::Normalize(&marks, text.size());
  REQUIRE(marks.size() == 2);
  CHECK(Marked(text, 0, text.size(), marks, {}) == "<em>a</em>&lt;b&gt; &amp; <em>&quot;c&quot;</em> &#39;d&#39;");
  CHECK(Marked(text, 7, 10, marks, {.pre_tag = "[", .post_tag = "]", .escape = signpost::Escape::kNone}) == "[\"c\"]");
}

TEST_CASE("AppendMarked: escapes texts of every length", "[highlight]") {  // 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (std::size_t size = 0; size < 100; ++size) {
    std::string text;
    std::string expected;
    for (std::size_t i = 0; i < size; ++i) {
      const char c = random() % 4 == 0 ? "&<>\"'"[random() % 5] : static_cast<char>(random());
      text += c;
      expected += c == '&'    ? "&amp;"
                  : c == '<'  ? "&lt;"
                  : c == '>'  ? "&gt;"
                  : c == '"'  ? "&quot;"
                  : c == '\'' ? "&#39;"
                              : std::string(1, c);
    }
    CHECK(Marked(text, 0, size, {}, {}) == expected);
    if (size < signpost::highlight::kByteBlockBytes) continue;
    const signpost::highlight::PortableByteBlock portable(text.data());
    CHECK(signpost::highlight::ByteBlock(text.data()).Markup() == portable.Markup());
    CHECK(signpost::highlight::ByteBlock(text.data()).AnyCjk() == portable.AnyCjk());
  }
}

TEST_CASE("ByteBlock: sees each byte that may begin a CJK character", "[highlight]") {  // 2
  for (int c = 0; c < 256; ++c) {
    for (std::size_t place = 0; place < signpost::highlight::kByteBlockBytes; ++place) {
      std::string text(signpost::highlight::kByteBlockBytes, 'a');
      text[place] = static_cast<char>(c);
      CHECK(signpost::highlight::ByteBlock(text.data()).AnyCjk() == (c >= 0xE3 && c <= 0xE9));
      CHECK(signpost::highlight::PortableByteBlock(text.data()).AnyCjk() == (c >= 0xE3 && c <= 0xE9));
    }
  }
}

TEST_CASE("PrefixBytes: covers what folds to the typed beginning", "[highlight]") {  // 3
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
