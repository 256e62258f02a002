// SPDX-License-Identifier: Apache-2.0
#include "text/word_break.h"

#include <array>
#include <cstdint>

#include <unicode/uchar.h>

namespace signpost::text {
namespace {

// --- sets of Word_Break values, as bits ---
constexpr std::uint32_t Bit(int word_break) { return 1u << word_break; }
constexpr std::uint32_t kLetters = Bit(U_WB_ALETTER) | Bit(U_WB_HEBREW_LETTER);  // AHLetter of the rules
constexpr std::uint32_t kNumeric = Bit(U_WB_NUMERIC);
constexpr std::uint32_t kKatakana = Bit(U_WB_KATAKANA);
constexpr std::uint32_t kConnector = Bit(U_WB_EXTENDNUMLET);
constexpr std::uint32_t kMidQuote = Bit(U_WB_MIDNUMLET) | Bit(U_WB_SINGLE_QUOTE);  // MidNumLetQ
constexpr std::uint32_t kMidLetter = Bit(U_WB_MIDLETTER) | kMidQuote;
constexpr std::uint32_t kMidNumber = Bit(U_WB_MIDNUM) | kMidQuote;
constexpr std::uint32_t kLineEnd = Bit(U_WB_CR) | Bit(U_WB_LF) | Bit(U_WB_NEWLINE);
constexpr std::uint32_t kIgnored = Bit(U_WB_EXTEND) | Bit(U_WB_FORMAT) | Bit(U_WB_ZWJ);

// --- ASCII ---
constexpr std::uint8_t kAsciiLetter = 1;
constexpr std::uint8_t kAsciiDigit = 2;
constexpr std::uint8_t kAsciiConnector = 4;
constexpr std::uint8_t kAsciiMidLetter = 8;   // between letters: . ' :
constexpr std::uint8_t kAsciiMidNumber = 16;  // between digits: . ' , ;
constexpr std::uint8_t kAsciiWord = kAsciiLetter | kAsciiDigit | kAsciiConnector;

constexpr std::array<std::uint8_t, 256> kAscii = [] {
  std::array<std::uint8_t, 256> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = kAsciiLetter;
  for (int c = '0'; c <= '9'; ++c) table[c] = kAsciiDigit;
  table['_'] = kAsciiConnector;
  table['.'] = table['\''] = kAsciiMidLetter | kAsciiMidNumber;
  table[':'] = kAsciiMidLetter;
  table[','] = table[';'] = kAsciiMidNumber;
  return table;
}();

std::uint8_t Ascii(char c) { return kAscii[static_cast<unsigned char>(c)]; }
bool IsAscii(char c) { return static_cast<signed char>(c) >= 0; }

// The segment at `begin` when it starts with an ASCII letter, digit or _ and what decides its end is ASCII; else end 0.
WordSegment AsciiSegment(std::string_view text, std::size_t begin) {
  std::size_t i = begin;
  unsigned seen = 0;
  for (;;) {
    std::uint8_t kind = 0;
    while (i < text.size() && ((kind = Ascii(text[i])) & kAsciiWord) != 0) {
      seen |= kind;
      ++i;
    }
    if (i == text.size() || (kind == 0 && IsAscii(text[i]))) break;
    if (!IsAscii(text[i])) return {};
    if (i + 1 == text.size()) break;
    if (!IsAscii(text[i + 1])) return {};
    const unsigned around = Ascii(text[i - 1]) & Ascii(text[i + 1]);
    const bool inner = ((kind & kAsciiMidLetter) != 0 && (around & kAsciiLetter) != 0) ||
                       ((kind & kAsciiMidNumber) != 0 && (around & kAsciiDigit) != 0);
    if (!inner) break;
    seen |= kind;
    ++i;
  }
  unsigned flags = 0;
  if ((seen & kAsciiLetter) != 0) flags |= kLetter;
  if ((seen & kAsciiDigit) != 0) flags |= kDigit;
  if ((seen & ~static_cast<unsigned>(kAsciiLetter | kAsciiDigit)) != 0) flags |= kInnerMark;
  return {i, static_cast<CharClass>(flags)};
}

// WB5, WB8 to WB10, WB13 to WB13b: pairs that hold together whatever stands around them.
bool PairJoins(std::uint32_t before, std::uint32_t after) {
  if ((before & (kLetters | kNumeric)) != 0 && (after & (kLetters | kNumeric)) != 0) return true;
  if ((before & kKatakana) != 0 && (after & kKatakana) != 0) return true;
  constexpr std::uint32_t kConnectable = kLetters | kNumeric | kKatakana;
  if ((before & (kConnectable | kConnector)) != 0 && (after & kConnector) != 0) return true;
  return (before & kConnector) != 0 && (after & kConnectable) != 0;
}

// WB6, WB7b, WB12: what must follow `middle` so that it does not break after `before`; 0 when it always breaks.
std::uint32_t NeededAfter(std::uint32_t before, std::uint32_t middle) {
  if ((before & kLetters) != 0 && (middle & kMidLetter) != 0) return kLetters;
  if ((before & kNumeric) != 0 && (middle & kMidNumber) != 0) return kNumeric;
  if ((before & Bit(U_WB_HEBREW_LETTER)) != 0 && (middle & Bit(U_WB_DOUBLE_QUOTE)) != 0) return Bit(U_WB_HEBREW_LETTER);
  return 0;
}

struct Walker {
  const CharTable* chars;
  std::string_view text;
  std::size_t i;
  CharClass cls = 0;
  std::uint32_t bit = 0;

  bool done() const { return i >= text.size(); }
  void Step() {
    cls = chars->Of(NextCodePoint(text, &i));
    bit = Bit(cls & kWordBreakMask);
  }
};

// The general path. Each turn looks at one more code point and either takes it in or ends the segment before it.
WordSegment AnySegment(const CharTable& chars, std::string_view text, std::size_t begin) {
  Walker at{&chars, text, begin};
  at.Step();
  unsigned flags = at.cls;
  std::size_t end = at.i;
  std::uint32_t before = at.bit;  // the last code point that WB4 does not ignore
  std::uint32_t last = at.bit;    // the last one at all
  bool lone_indicator = before == Bit(U_WB_REGIONAL_INDICATOR);
  auto take = [&] {
    flags |= at.cls;
    end = at.i;
    last = at.bit;
  };
  while (!at.done()) {
    at.Step();
    if ((last & kLineEnd) != 0 || (at.bit & kLineEnd) != 0) {  // WB3 to WB3b
      if (last == Bit(U_WB_CR) && at.bit == Bit(U_WB_LF)) take();
      break;
    }
    const bool emoji_sequence = last == Bit(U_WB_ZWJ) && (at.cls & kPictographic) != 0;  // WB3c
    const bool spaces = last == Bit(U_WB_WSEGSPACE) && at.bit == Bit(U_WB_WSEGSPACE);    // WB3d
    const bool flag_pair = lone_indicator && at.bit == Bit(U_WB_REGIONAL_INDICATOR);     // WB15, WB16
    if ((at.bit & kIgnored) != 0 && !emoji_sequence) {                                   // WB4
      take();
      continue;
    }
    if (emoji_sequence || spaces || flag_pair || PairJoins(before, at.bit)) {
      lone_indicator = false;
      before = at.bit;
      take();
      continue;
    }
    const std::uint32_t needed = NeededAfter(before, at.bit);
    Walker ahead = at;
    unsigned ahead_flags = at.cls;
    while (needed != 0 && !ahead.done()) {
      ahead.Step();
      ahead_flags |= ahead.cls;
      if ((ahead.bit & kIgnored) == 0) break;
    }
    if ((ahead.bit & needed) != 0) {  // WB6 with WB7, WB7b with WB7c, WB12 with WB11
      at = ahead;
      flags |= ahead_flags;
      before = at.bit;
      take();
      continue;
    }
    if (before == Bit(U_WB_HEBREW_LETTER) && at.bit == Bit(U_WB_SINGLE_QUOTE)) {  // WB7a
      before = at.bit;
      take();
      continue;
    }
    break;
  }
  return {end, static_cast<CharClass>(flags & ~static_cast<unsigned>(kWordBreakMask))};
}

}  // namespace

WordSegment NextWordSegment(const CharTable& chars, std::string_view text, std::size_t begin, TextPath path) {
  if (path == TextPath::kFast && (Ascii(text[begin]) & kAsciiWord) != 0) {
    if (const WordSegment segment = AsciiSegment(text, begin); segment.end != 0) return segment;
  }
  return AnySegment(chars, text, begin);
}

}  // namespace signpost::text
