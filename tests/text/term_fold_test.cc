// SPDX-License-Identifier: Apache-2.0
// 1. Case, accents, compatibility forms, digits, letters that do not decompose, ignorable characters: a table.
// 2. The language's own letters keep their marks, composed or decomposed, small or capital.
// 3. Over all code points: a folded term folds to itself; canonically equivalent text folds alike.
// 4. Over all code points: the fast path gives what the whole procedure gives.
// 5. Traditional characters fold to simplified ones, except in Japanese; folding is settled after one step.
// 6. A term is cut at a code point; a slice of any length costs bounded work.
// 7. Unicode's NormalizationTest.txt: the columns that are compatible fold alike (skipped where it is not installed).
#include <catch2/catch.hpp>

#include <cstdio>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include "base/limits.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "text/han_fold.h"
#include "text/languages/packs.h"
#include "text/term_fold.h"

namespace signpost::text {
namespace {

std::string Fold(std::string_view tag, std::string_view slice) {
  std::string out;
  AppendTerm(FindLanguagePack(tag), slice, &out);
  return out;
}

std::string Utf8(char32_t c) {
  std::string out;
  AppendUtf8(&out, c);
  return out;
}

std::string Decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::Normalizer2::getNFDInstance(status)->normalizeUTF8(0, text, sink, nullptr, status);
  return out;
}

std::string OutputOf(const char* command) {
  std::string out;
  std::FILE* pipe = popen(command, "r");
  char buffer[65536];
  for (std::size_t n; pipe != nullptr && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, n);
  if (pipe != nullptr) pclose(pipe);
  return out;
}

template <typename Visit>
void ForEachAssigned(Visit visit) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (u_isdefined(static_cast<UChar32>(c)) && !U_IS_SURROGATE(c) &&
        u_charType(static_cast<UChar32>(c)) != U_PRIVATE_USE_CHAR) {
      visit(c);
    }
  }
}

TEST_CASE("TermFold: a table", "[text]") {  // 1
  struct Case {
    std::string_view slice;
    std::string_view term;
  };
  for (const Case& c : std::vector<Case>{
           {"ABC", "abc"},
           {"Diabète", "diabete"},
           {"Diabe\u0300te", "diabete"},
           {"Küche", "kuche"},
           {"ﬁnd", "find"},
           {"Straße", "strasse"},
           {"STRASSE", "strasse"},
           {"ẞ", "ss"},
           {"Ærø", "aero"},
           {"cœur", "coeur"},
           {"Łódź", "lodz"},
           {"Đà Nẵng", "danang"},
           {"ısı", "isi"},
           {"İSTANBUL", "istanbul"},
           {"Þór", "thor"},
           {"Ελλάς", "ελλασ"},
           {"Ёлка", "елка"},
           {"йод", "иод"},
           {"ＡＢＣ１２", "abc12"},
           {"ｶﾞ", "ガ"},
           {"か\u3099", "が"},
           {"は", "は"},
           {"ば", "ば"},
           {"٣٢", "32"},
           {"৩", "3"},
           {"مُحَمَّد", "محمد"},
           {"أحمد", "احمد"},
           {"عـــربي", "عربي"},
           {"שָׁלוֹם", "שלום"},
           {"हिन्दी", "हिन्दी"},
           {"\u0958", "\u0915\u093C"},
           {"ที่", "ที่"},
           {"한", "한"},
           {"\u1112\u1161\u11AB", "한"},
           {"L’Oré", "l'ore"},
           {"so\u00ADft", "soft"},
           {"zero\u200Bwidth", "zerowidth"},
           {"col·la", "colla"},
           {"K", "k"},
           {"ﷺ", "صلىاللهعليهوسلم"},
           {"㍿", "株式会社"},
           {"m²", "m2"},
           {"", ""},
           {"\u3164", ""},
       }) {
    CAPTURE(c.slice);
    CHECK(Fold("", c.slice) == c.term);
  }
}

TEST_CASE("TermFold: a language's own letters", "[text]") {  // 2
  for (const LanguagePack* pack : AllLanguagePacks()) {
    for (std::size_t i = 0; i < pack->kept_letters.size();) {
      const char32_t c = DecodeUtf8(pack->kept_letters, &i);
      const std::string letter = Utf8(c);
      const std::string capital = Utf8(static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))));
      CAPTURE(pack->tag, letter);
      CHECK(Fold(pack->tag, "a" + letter + "a") == "a" + letter + "a");
      CHECK(Fold(pack->tag, "A" + capital + "É") == "a" + letter + "e");
      CHECK(Fold(pack->tag, Decomposed(letter)) == letter);
      CHECK(Fold(pack->tag, Decomposed(capital)) == letter);
      CHECK(Fold(pack->tag, letter + "ﬁ") == letter + "fi");
      CHECK(Fold("", letter) != letter);
    }
  }
  REQUIRE(Fold("es", "Año") == "año");
  REQUIRE(Fold("pt", "Año") == "ano");
}

TEST_CASE("TermFold: settled, and blind to canonical equivalence", "[text]") {  // 3
  for (const std::string_view tag : {"", "es", "ja", "ru", "sv"}) {
    ForEachAssigned([&](char32_t c) {
      const std::string letter = Utf8(c);
      const std::string term = Fold(tag, letter);
      if (Fold(tag, term) != term) FAIL(StrCat(tag, " U+", static_cast<int>(c), " ", term, " ", Fold(tag, term)));
      const std::string decomposed = Decomposed(letter);
      if (decomposed != letter && Fold(tag, decomposed) != term)
        FAIL(StrCat(tag, " U+", static_cast<int>(c), " ", term));
    });
  }
}

TEST_CASE("TermFold: the fast path against the whole procedure", "[text]") {  // 4
  for (const std::string_view tag : {"", "es", "ja", "da"}) {
    ForEachAssigned([&](char32_t c) {
      if (c < 0x80) return;
      // A ligature is not simple: it sends the slice the long way.
      const std::string letter = Utf8(c);
      const std::string both = StrCat(Fold(tag, StrCat("x", letter, "x")), "fi");
      if (Fold(tag, StrCat("x", letter, "xﬁ")) != both) FAIL(StrCat(tag, " U+", static_cast<int>(c)));
    });
  }
}

TEST_CASE("TermFold: traditional Chinese", "[text]") {  // 5
  REQUIRE(Fold("zh", "繁體") == "繁体");
  REQUIRE(Fold("", "圖書館") == "图书馆");
  REQUIRE(Fold("ja", "體") == "體");
  const HanFold& fold = HanFold::Get();
  int folded = 0;
  for (char32_t c = 0; c <= 0x3FFFF; ++c) {
    if (fold(c) != c) ++folded;
    REQUIRE(fold(fold(c)) == fold(c));
  }
  REQUIRE(folded > 2000);
}

TEST_CASE("TermFold: caps", "[text]") {  // 6
  for (const std::string_view letter : {"a", "é", "é\u0301", "写", "𝒜", "ﷺ", "\u0301", "\u00AD"}) {
    std::string slice;
    for (int k = 0; k < 1'000'000; ++k) slice += letter;
    const std::string term = Fold("", slice);
    REQUIRE(term.size() <= limits::kMaxTermBytes);
    REQUIRE(FindInvalidUtf8(term) == kValidUtf8);
  }
  REQUIRE(Fold("", std::string(127, 'a') + "写").size() == 127);
}

TEST_CASE("TermFold: Unicode's normalisation test file", "[text]") {  // 7
  std::istringstream file(OutputOf("bzip2 -dc /usr/share/unicode/NormalizationTest.txt.bz2 2>/dev/null"));
  if (file.view().empty()) {
    WARN("NormalizationTest.txt or bzip2 is not installed (packages unicode-data, bzip2): skipped");
    return;
  }
  int lines = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || line[0] == '@') continue;
    std::istringstream columns(line);
    std::vector<std::string> terms;
    std::string column;
    for (int k = 0; k < 5 && std::getline(columns, column, ';'); ++k) {
      std::istringstream points(column);
      std::string text = "é";  // so that the columns in ASCII do not take another path
      for (std::string point; points >> point;)
        AppendUtf8(&text, static_cast<char32_t>(std::stoul(point, nullptr, 16)));
      terms.push_back(Fold("", text));
    }
    ++lines;
    INFO(line);
    REQUIRE(terms.size() == 5);
    for (const std::string& term : terms) REQUIRE(term == terms[0]);
  }
  REQUIRE(lines > 18'000);
}

}  // namespace
}  // namespace signpost::text
