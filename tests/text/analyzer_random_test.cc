// SPDX-License-Identifier: Apache-2.0
// On random strings of mixed scripts, and on random bytes:
// 1. Units are in order, do not overlap, are not empty, and lie in the text on boundaries of grapheme clusters (by ICU's
//    character iterator) and of code points.
// 2. Tokens are in order of position, then longest span first; they cover units that exist; terms are well-formed,
//    within the cap, not empty, hold no white space and no capitals.
// 3. Every letter that folding leaves something of and every digit lies in a unit, and every unit has a token of its own.
// 4. The same text gives the same tokens again, in a list that was used before, and on many threads at once.
// 5. A text between line ends gives the tokens of the text.
// 6. Two texts with a line between give the tokens of both, one after the other.
// 7. A unit's own text alone gives the unit's term again; a term gives itself.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "support/seed.h"
#include "text/languages/packs.h"
#include "text/term_fold.h"
#include "text/test_tokens.h"

namespace signpost::text {
namespace {

constexpr std::string_view kPieces[] = {"ʼ",
                                        "西夏",
                                        "𗀀",
                                        "a",
                                        "B",
                                        "zz",
                                        "word",
                                        "Café",
                                        "e\u0301",
                                        "\u0301",
                                        "ß",
                                        "ﬁ",
                                        "Ñ",
                                        "İ",
                                        "ı",
                                        "Ǆ",
                                        "ǅ",
                                        "0",
                                        "7",
                                        "42",
                                        "1.10",
                                        "3,000",
                                        "٣",
                                        "１",
                                        "²",
                                        "½",
                                        "Ⅷ",
                                        "①",
                                        "-",
                                        "--",
                                        ".",
                                        "_",
                                        "/",
                                        ":",
                                        "::",
                                        "#",
                                        "++",
                                        "@",
                                        "'",
                                        "’",
                                        "\"",
                                        ",",
                                        ";",
                                        " ",
                                        "  ",
                                        "\n",
                                        "\r\n",
                                        "\t",
                                        "\u00A0",
                                        "\u202F",
                                        "\u200B",
                                        "\u00AD",
                                        "\u200D",
                                        "\u200C",
                                        "\uFEFF",
                                        "\u2011",
                                        "－",
                                        "：",
                                        "·",
                                        "写",
                                        "周报",
                                        "繁體",
                                        "々",
                                        "の",
                                        "か\u3099",
                                        "デ",
                                        "ﾃﾞ",
                                        "ｰ",
                                        "㌀",
                                        "〇",
                                        "﨑",
                                        "한국",
                                        "\u1112\u1161\u11AB",
                                        "ไทย",
                                        "ภาษา",
                                        "ำ",
                                        "ខ្មែរ",
                                        "မြန်မာ",
                                        "ລາວ",
                                        "हिन्दी",
                                        "क\u093C",
                                        "தமிழ்",
                                        "أهلا",
                                        "مُحَمَّد",
                                        "\u0640",
                                        "שלום",
                                        "צה\"ל",
                                        "Ёлка",
                                        "йод",
                                        "ΟΔΟΣ",
                                        "ﷺ",
                                        "🙂",
                                        "👩‍👩‍👧",
                                        "🇩🇪",
                                        "❤️",
                                        "Ⓜ",
                                        "ℹ",
                                        "™",
                                        "€",
                                        "𝒜",
                                        "𠀀",
                                        "\u0600",
                                        "\U000E0041",
                                        "C++",
                                        "C#",
                                        ".NET",
                                        "v2",
                                        "E-404",
                                        "\uFFFD",
                                        "\u115F",
                                        "\u3164"};

std::string RandomText(std::mt19937_64& random) {
  std::string out;
  for (std::size_t k = random() % 12; k > 0; --k) out += kPieces[random() % std::size(kPieces)];
  if (random() % 8 == 0) {  // some damage
    for (std::size_t k = random() % 3; k > 0 && !out.empty(); --k)
      out[random() % out.size()] = static_cast<char>(random());
  }
  return out;
}

TokenList Analyzed(const Analyzer& analyzer, std::string_view text) {
  TokenList list;
  analyzer.Analyze(text, &list);
  return list;
}

// Tokens with units, in a form that compares; offsets less `shift`.
std::vector<std::string> Flat(const TokenList& list, std::uint32_t shift = 0) {
  std::vector<std::string> out;
  for (const Token& token : list.tokens) {
    out.push_back(StrCat(token.position, "+", token.span, " ", KindName(token.kind), " ", list.Term(token), " ",
                         list.Begin(token) - shift, "-", list.End(token) - shift));
  }
  return out;
}

std::set<std::size_t> GraphemeBoundaries(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  characters->setText(utext, status);
  REQUIRE(U_SUCCESS(status));
  std::set<std::size_t> out;
  for (int i = characters->first(); i != icu::BreakIterator::DONE; i = characters->next()) out.insert(i);
  utext_close(utext);
  return out;
}

void CheckUnits(std::string_view text, const TokenList& list) {
  std::uint32_t end = 0;
  for (const Unit& unit : list.units) {
    REQUIRE(unit.begin >= end);
    REQUIRE(unit.end > unit.begin);
    end = unit.end;
  }
  REQUIRE(end <= text.size());
  if (FindInvalidUtf8(text) != kValidUtf8) return;
  const std::set<std::size_t> boundaries = GraphemeBoundaries(text);
  for (const Unit& unit : list.units) {
    REQUIRE(boundaries.contains(unit.begin));
    REQUIRE(boundaries.contains(unit.end));
  }
}

void CheckTokens(const TokenList& list) {
  std::uint32_t position = 0;
  std::uint16_t span = UINT16_MAX;
  std::set<std::uint32_t> with_token;
  for (const Token& token : list.tokens) {
    REQUIRE(token.position >= position);
    if (token.position > position) span = UINT16_MAX;
    REQUIRE(token.span <= span);
    REQUIRE(token.span >= 1);
    position = token.position;
    span = token.span;
    REQUIRE(token.position + token.span <= list.units.size());
    if (token.span == 1) with_token.insert(token.position);
    const std::string_view term = list.Term(token);
    CAPTURE(term);
    REQUIRE(!term.empty());
    REQUIRE(term.size() <= limits::kMaxTermBytes);
    REQUIRE(FindInvalidUtf8(term) == kValidUtf8);
    for (std::size_t i = 0; i < term.size();) {
      const auto c = static_cast<UChar32>(DecodeUtf8(term, &i));
      REQUIRE(!u_isUWhiteSpace(c));
      REQUIRE(u_foldCase(c, U_FOLD_CASE_DEFAULT) == c);
    }
  }
  REQUIRE(with_token.size() == list.units.size());
}

void CheckNothingLost(std::string_view text, const TokenList& list) {
  std::size_t unit = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const auto c = static_cast<UChar32>(DecodeUtf8(text, &i));
    const bool letter = (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_NL_MASK | U_GC_ND_MASK)) != 0;
    std::string alone;
    AppendTerm(FindLanguagePack(""), text.substr(start, i - start), &alone);
    if (!letter || alone.empty()) continue;
    // Letters by category that are marks by what they do: half-width voiced marks, Thai sara am.
    if (u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_EXTEND) continue;
    if (u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_SPACING_MARK) continue;
    if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)) continue;  // an information sign
    CAPTURE(start);
    while (unit < list.units.size() && list.units[unit].end <= start) ++unit;
    REQUIRE(unit < list.units.size());
    REQUIRE(list.units[unit].begin <= start);
    REQUIRE(list.units[unit].end >= i);
  }
}

TEST_CASE("Analyzer: random texts keep the properties", "[text]") {  // 1 to 6
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  TokenList used;
  for (int round = 0; round < 6'000; ++round) {
    const LanguagePack& pack = *AllLanguagePacks()[random() % AllLanguagePacks().size()];
    const Analyzer analyzer(pack);
    const std::string text = RandomText(random);
    CAPTURE(round, pack.tag, text);
    const TokenList list = Analyzed(analyzer, text);
    CheckUnits(text, list);
    CheckTokens(list);
    CheckNothingLost(text, list);
    analyzer.Analyze(text, &used);
    REQUIRE(Flat(used) == Flat(list));
    REQUIRE(Flat(Analyzed(analyzer, "\n" + text + "\n"), 1) == Flat(list));
    const std::string other = RandomText(random);
    CAPTURE(other);
    const std::size_t size = Analyzed(analyzer, text + "\n" + other).tokens.size();
    REQUIRE(size == list.tokens.size() + Analyzed(analyzer, other).tokens.size());
  }
}

TEST_CASE("Analyzer: a unit's text and its term give the term", "[text]") {  // 7
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 3'000; ++round) {
    const LanguagePack& pack = *AllLanguagePacks()[random() % AllLanguagePacks().size()];
    const Analyzer analyzer(pack);
    const std::string text = RandomText(random);
    const TokenList list = Analyzed(analyzer, text);
    for (const Token& token : list.tokens) {
      const bool alone =
          token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber || token.kind == TokenKind::kCjk;
      if (!alone || token.span != 1) continue;
      const std::string slice = text.substr(list.Begin(token), list.End(token) - list.Begin(token));
      const std::string term(list.Term(token));
      CAPTURE(round, pack.tag, text, slice, term);
      std::size_t first = 0;
      const auto c = static_cast<UChar32>(DecodeUtf8(term, &first));
      if (U_GET_GC_MASK(c) & U_GC_M_MASK) continue;  // a mark that lost its base, which was ignorable
      const TokenList of_slice = Analyzed(analyzer, slice);
      if (of_slice.units.size() == 1) REQUIRE(of_slice.Term(of_slice.tokens.back()) == term);
      const TokenList of_term = Analyzed(analyzer, term);
      if (of_term.units.size() == 1) REQUIRE(of_term.Term(of_term.tokens.back()) == term);
    }
  }
}

TEST_CASE("Analyzer: random bytes", "[text]") {  // 1, 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const Analyzer analyzer(FindLanguagePack("es"));
  for (int round = 0; round < 3'000; ++round) {
    std::string bytes;
    for (std::size_t k = random() % 60; k > 0; --k) bytes.push_back(static_cast<char>(random()));
    CAPTURE(round);
    const TokenList list = Analyzed(analyzer, bytes);
    CheckUnits(bytes, list);
    CheckTokens(list);
  }
}

TEST_CASE("Analyzer: many threads at once", "[text]") {  // 4
  const std::string text = "Return the jackets, devoluciones E-404, 繁體 ﾃﾞｰﾀ ภาษาไทย, Größe, v1.10.2, C++";
  auto all_of_it = [&] {
    std::string out;
    for (const LanguagePack* pack : AllLanguagePacks()) {
      const Analyzer analyzer(*pack);
      const TokenList list = Analyzed(analyzer, text);
      for (const Token& token : list.tokens) {
        out += StrCat(list.Term(token), "|", analyzer.Stem(list.Term(token)),
                      analyzer.IsStopWord(list.Term(token)) ? "!" : "", "\n");
      }
    }
    return out;
  };
  std::vector<std::string> results(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& result : results) {
      threads.emplace_back([&] {
        for (int k = 0; k < 20; ++k) result = all_of_it();
      });
    }
  }
  const std::string expected = all_of_it();
  for (const std::string& result : results) REQUIRE(result == expected);
}

}  // namespace
}  // namespace signpost::text
