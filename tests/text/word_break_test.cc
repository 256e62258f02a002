// SPDX-License-Identifier: Apache-2.0
// 1. The segments are those of Unicode's own WordBreakTest.txt, every line of it (skipped where the file is not
//    installed: package unicode-data).
// 2. On random strings of all Word_Break classes the segments are those of the rules read one by one.
// 3. Ill-formed bytes break like U+FFFD and never stop the walk.
// 4. Above the Basic Multilingual Plane classes come from ICU as within it.
#include <catch2/catch.hpp>

#include <cstdint>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "support/seed.h"
#include "text/word_break.h"

namespace signpost::text {
namespace {

std::vector<std::size_t> BoundariesOf(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < text.size();) {
    i = NextWordSegment(CharTable::Get(), text, i).end;
    REQUIRE(i > (out.empty() ? 0 : out.back()));
    REQUIRE(i <= text.size());
    out.push_back(i);
  }
  return out;
}

// The rules as the annex states them, over all code points at once.
class Rules {
 public:
  explicit Rules(std::u32string text) : text_(std::move(text)) {}

  // True when there is a boundary before text[i]. REQUIRES: 0 < i < size.
  bool BreaksBefore(std::size_t i) const {
    const int left = Class(i - 1);
    const int right = Class(i);
    if (left == U_WB_CR && right == U_WB_LF) return false;                                             // WB3
    if (IsLineEnd(left) || IsLineEnd(right)) return true;                                              // WB3a, WB3b
    if (left == U_WB_ZWJ && u_hasBinaryProperty(Point(i), UCHAR_EXTENDED_PICTOGRAPHIC)) return false;  // WB3c
    if (left == U_WB_WSEGSPACE && right == U_WB_WSEGSPACE) return false;                               // WB3d
    if (IsIgnored(right)) return false;                                                                // WB4
    const std::size_t before = SkipBack(i);
    const int last = before == kNone ? -1 : Class(before);
    const std::size_t earlier = before == kNone ? kNone : SkipBack(before);
    const int last_but_one = earlier == kNone ? -1 : Class(earlier);
    const int next = NextClass(i);
    if (IsLetter(last) && IsLetter(right)) return false;                                                       // WB5
    if (IsLetter(last) && IsMidLetter(right) && IsLetter(next)) return false;                                  // WB6
    if (IsLetter(last_but_one) && IsMidLetter(last) && IsLetter(right)) return false;                          // WB7
    if (last == U_WB_HEBREW_LETTER && right == U_WB_SINGLE_QUOTE) return false;                                // WB7a
    if (last == U_WB_HEBREW_LETTER && right == U_WB_DOUBLE_QUOTE && next == U_WB_HEBREW_LETTER) return false;  // WB7b
    if (last_but_one == U_WB_HEBREW_LETTER && last == U_WB_DOUBLE_QUOTE && right == U_WB_HEBREW_LETTER) return false;
    if (last == U_WB_NUMERIC && right == U_WB_NUMERIC) return false;                                     // WB8
    if (IsLetter(last) && right == U_WB_NUMERIC) return false;                                           // WB9
    if (last == U_WB_NUMERIC && IsLetter(right)) return false;                                           // WB10
    if (last_but_one == U_WB_NUMERIC && IsMidNumber(last) && right == U_WB_NUMERIC) return false;        // WB11
    if (last == U_WB_NUMERIC && IsMidNumber(right) && next == U_WB_NUMERIC) return false;                // WB12
    if (last == U_WB_KATAKANA && right == U_WB_KATAKANA) return false;                                   // WB13
    if ((IsConnectable(last) || last == U_WB_EXTENDNUMLET) && right == U_WB_EXTENDNUMLET) return false;  // WB13a
    if (last == U_WB_EXTENDNUMLET && IsConnectable(right)) return false;                                 // WB13b
    if (right == U_WB_REGIONAL_INDICATOR && IndicatorsBefore(i) % 2 == 1) return false;                  // WB15, WB16
    return true;                                                                                         // WB999
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  static bool IsLineEnd(int c) { return c == U_WB_CR || c == U_WB_LF || c == U_WB_NEWLINE; }
  static bool IsIgnored(int c) { return c == U_WB_EXTEND || c == U_WB_FORMAT || c == U_WB_ZWJ; }
  static bool IsLetter(int c) { return c == U_WB_ALETTER || c == U_WB_HEBREW_LETTER; }
  static bool IsMidQuote(int c) { return c == U_WB_MIDNUMLET || c == U_WB_SINGLE_QUOTE; }
  static bool IsMidLetter(int c) { return c == U_WB_MIDLETTER || IsMidQuote(c); }
  static bool IsMidNumber(int c) { return c == U_WB_MIDNUM || IsMidQuote(c); }
  static bool IsConnectable(int c) { return IsLetter(c) || c == U_WB_NUMERIC || c == U_WB_KATAKANA; }

  UChar32 Point(std::size_t i) const { return static_cast<UChar32>(text_[i]); }
  int Class(std::size_t i) const { return u_getIntPropertyValue(Point(i), UCHAR_WORD_BREAK); }

  // The code point before i that WB4 does not ignore. A character right behind a line end or the start stands for itself.
  std::size_t SkipBack(std::size_t i) const {
    while (i > 0) {
      --i;
      if (!IsIgnored(Class(i)) || i == 0 || IsLineEnd(Class(i - 1))) return i;
    }
    return kNone;
  }
  int NextClass(std::size_t i) const {
    for (++i; i < text_.size(); ++i) {
      if (!IsIgnored(Class(i))) return Class(i);
    }
    return -1;
  }
  int IndicatorsBefore(std::size_t i) const {
    int count = 0;
    for (std::size_t k = SkipBack(i); k != kNone && Class(k) == U_WB_REGIONAL_INDICATOR; k = SkipBack(k)) ++count;
    return count;
  }

  const std::u32string text_;
};

TEST_CASE("WordBreak: Unicode's test file", "[text]") {  // 1
  std::ifstream file("/usr/share/unicode/auxiliary/WordBreakTest.txt");
  if (!file) {
    WARN("WordBreakTest.txt is not installed (package unicode-data): skipped");
    return;
  }
  int lines = 0;
  for (std::string line; std::getline(file, line);) {
    line = line.substr(0, line.find('#'));
    std::istringstream words(line);
    std::string text;
    std::vector<std::size_t> expected;
    for (std::string word; words >> word;) {
      if (word == "÷") {
        if (!text.empty()) expected.push_back(text.size());
      } else if (word != "×") {
        AppendUtf8(&text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
      }
    }
    if (text.empty()) continue;
    ++lines;
    INFO(line);
    REQUIRE(BoundariesOf(text) == expected);
  }
  REQUIRE(lines > 1800);
}

TEST_CASE("WordBreak: random strings against the rules one by one", "[text]") {  // 2
  static constexpr char32_t kAlphabet[] = {
      U'a',      U'Z',      U'_',  U'0',      U'9',      U'.',      U',',          U'\'',     U'"',      U':',
      U';',      U' ',      U'-',  U'\r',     U'\n',     U'\0',     U'\u0085',     U'é',      U'א',      U'ש',
      U'\u05F4', U'·',      U'’',  U'٣',      U'\u202F', U'\u00AD', U'\u0301',     U'\u200D', U'\u200B', U'ア',
      U'ｶ',      U'\uFF9E', U'の', U'漢',     U'ไ',      U'한',     U'\u3000',     U'\u2003', U'🇩',      U'🇪',
      U'👩',      U'🏽',   U'❤',  U'\uFE0F', U'𝒜',      U'𐐀',      U'\U000E0001', U'\uFFFD', U'\u0600'};
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 20'000; ++round) {
    // Few different characters in one string, so that the rarer rules meet.
    std::u32string choice;
    for (int k = 0; k < 5; ++k) choice.push_back(kAlphabet[random() % std::size(kAlphabet)]);
    std::u32string points;
    for (std::size_t k = random() % 14 + 1; k > 0; --k) points.push_back(choice[random() % choice.size()]);
    const Rules rules(points);
    std::string text;
    std::vector<std::size_t> expected;
    for (std::size_t k = 0; k < points.size(); ++k) {
      if (k > 0 && rules.BreaksBefore(k)) expected.push_back(text.size());
      AppendUtf8(&text, points[k]);
    }
    expected.push_back(text.size());
    CAPTURE(round, text);
    REQUIRE(BoundariesOf(text) == expected);
  }
}

TEST_CASE("WordBreak: ill-formed bytes", "[text]") {  // 3
  REQUIRE(BoundariesOf("a\xFF"
                       "b") == std::vector<std::size_t>{1, 2, 3});
  REQUIRE(BoundariesOf("a\xE4\xB8"
                       "b") == std::vector<std::size_t>{1, 3, 4});
  REQUIRE(BoundariesOf("\xF0\x9F") == std::vector<std::size_t>{2});
  REQUIRE(BoundariesOf("\xED\xA0\x80") == std::vector<std::size_t>{1, 2, 3});
  REQUIRE(BoundariesOf("ab\x80") == std::vector<std::size_t>{2, 3});
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes;
    for (std::size_t k = random() % 40; k > 0; --k) bytes.push_back(static_cast<char>(random()));
    CAPTURE(bytes);
    const std::vector<std::size_t> boundaries = BoundariesOf(bytes);
    REQUIRE((boundaries.empty() ? 0 : boundaries.back()) == bytes.size());
  }
}

TEST_CASE("CharTable: every code point has ICU's class", "[text]") {  // 4
  const CharTable& chars = CharTable::Get();
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    const CharClass cls = chars.Of(static_cast<char32_t>(c));
    const bool same = (cls & kWordBreakMask) == u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
    if (!same) FAIL("U+" << std::hex << c);
  }
  REQUIRE((chars.Of(U'漢') & kCjk) != 0);
  REQUIRE((chars.Of(U'ー') & kCjk) != 0);
  REQUIRE((chars.Of(U'𠀀') & kCjk) != 0);
  REQUIRE((chars.Of(U'한') & kCjk) == 0);
  REQUIRE((chars.Of(U'\uFF9E') & kCjk) == 0);
}

}  // namespace
}  // namespace signpost::text
