// SPDX-License-Identifier: Apache-2.0
// On random strings of mixed scripts, and on random bytes:
// 1. The invariants of token_invariants.h hold.
// 2. Every letter that folding leaves something of and every digit lies in a unit.
// 3. The same text gives the same tokens again, in a list that was used before, between line ends, and
// 4. on many threads at once.
// 5. A unit's own text alone gives the unit's term again; a term gives itself.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "support/seed.h"
#include "text/languages/packs.h"
#include "text/term_fold.h"
#include "text/token_invariants.h"

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

TEST_CASE("Analyzer: random texts keep the properties", "[text]") {  // 1 to 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  TokenList used;
  for (int round = 0; round < 6'000; ++round) {
    const LanguagePack& pack = *AllLanguagePacks()[random() % AllLanguagePacks().size()];
    const std::string text = RandomText(random);
    CAPTURE(round, pack.tag, text);
    REQUIRE(BrokenInvariant(pack, text) == "");
    const TokenList list = TokensOf(pack, text);
    CheckNothingLost(text, list);
    Analyzer(pack).Analyze(text, &used);
    REQUIRE(Flat(used) == Flat(list));
    // One line end is enough.
    REQUIRE(Flat(TokensOf(pack, "\n" + text + "\n"), 0, 1) == Flat(list));
  }
}

// The term of the only unit.
std::string_view OwnTerm(const TokenList& list) {
  const auto own = std::find_if(list.tokens.rbegin(), list.tokens.rend(), IsOfUnit);
  return list.Term(*own);
}

TEST_CASE("Analyzer: a unit's text and its term give the term", "[text]") {  // 5
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 3'000; ++round) {
    const LanguagePack& pack = *AllLanguagePacks()[random() % AllLanguagePacks().size()];
    const std::string text = RandomText(random);
    const TokenList list = TokensOf(pack, text);
    for (const Token& token : list.tokens) {
      const bool alone =
          token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber || token.kind == TokenKind::kCjk;
      if (!alone || !IsOfUnit(token)) continue;
      const std::string slice = text.substr(list.Begin(token), list.End(token) - list.Begin(token));
      const std::string term(list.Term(token));
      CAPTURE(round, pack.tag, text, slice, term);
      std::size_t first = 0;
      const auto c = static_cast<UChar32>(DecodeUtf8(term, &first));
      if (U_GET_GC_MASK(c) & U_GC_M_MASK) continue;  // a mark that lost its base, which was ignorable
      const TokenList of_slice = TokensOf(pack, slice);
      if (of_slice.units.size() == 1) REQUIRE(OwnTerm(of_slice) == term);
      const TokenList of_term = TokensOf(pack, term);
      if (of_term.units.size() == 1) REQUIRE(OwnTerm(of_term) == term);
    }
  }
}

TEST_CASE("Analyzer: random bytes", "[text]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const LanguagePack& pack = FindLanguagePack("es");
  for (int round = 0; round < 3'000; ++round) {
    std::string bytes;
    for (std::size_t k = random() % 60; k > 0; --k) bytes.push_back(static_cast<char>(random()));
    CAPTURE(round);
    REQUIRE(BrokenInvariant(pack, bytes) == "");
  }
}

TEST_CASE("Analyzer: many threads at once", "[text]") {  // 4
  const std::string text = "Return the jackets, devoluciones E-404, 繁體 ﾃﾞｰﾀ ภาษาไทย, Größe, v1.10.2, C++";
  auto all_of_it = [&] {
    std::string out;
    for (const LanguagePack* pack : AllLanguagePacks()) {
      const Analyzer analyzer(*pack);
      const TokenList list = TokensOf(*pack, text);
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
