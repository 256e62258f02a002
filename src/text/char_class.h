// SPDX-License-Identifier: Apache-2.0
// char_class.h — what segmenting needs to know of a code point, in 16 bits: its Word_Break value and a few flags.
//
// Threads:  the table is built on first use and immutable then.
// Cost:     one load within the Basic Multilingual Plane; a few ICU look-ups above it.
#ifndef SIGNPOST_TEXT_CHAR_CLASS_H_
#define SIGNPOST_TEXT_CHAR_CLASS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace signpost::text {

using CharClass = std::uint16_t;

constexpr CharClass kWordBreakMask = 0x1F;  // UWordBreakValues of ICU
constexpr CharClass kLetter = 0x20;         // letters and letter-like numbers (general categories L and Nl)
constexpr CharClass kDigit = 0x40;          // decimal digits (Nd)
constexpr CharClass kCjk = 0x80;            // a letter that is a unit by itself: ideographs, Hiragana, Katakana
constexpr CharClass kDictionary = 0x100;    // Thai, Lao, Khmer, Myanmar ...: words come from a dictionary
constexpr CharClass kPictographic = 0x200;  // Extended_Pictographic
constexpr CharClass kJoinsLeft = 0x400;     // belongs to the character before: marks, joiners
constexpr CharClass kJoinsRight = 0x800;    // belongs to the character after: Grapheme_Cluster_Break=Prepend
constexpr CharClass kNonAscii = 0x1000;     // only in the union of several
constexpr CharClass kInnerMark = 0x2000;    // what may stand between letters or digits of one segment: . , ' : _ ...

class CharTable {
 public:
  static const CharTable& Get();

  CharClass Of(char32_t c) const { return c < 0x10000 ? bmp_[c] : Compute(c); }

 private:
  CharTable();
  static CharClass Compute(char32_t c);

  std::array<CharClass, 0x10000> bmp_;
};

// Returns the code point at `*i` and moves `*i` behind it: DecodeUtf8 of base/ with the usual cases inlined.
// REQUIRES: *i < s.size().
inline char32_t NextCodePoint(std::string_view s, std::size_t* i) {
  const auto* p = reinterpret_cast<const unsigned char*>(s.data()) + *i;
  const std::size_t left = s.size() - *i;
  if (p[0] < 0x80) {
    *i += 1;
    return p[0];
  }
  if (left >= 2 && p[0] >= 0xC2 && p[0] <= 0xDF && (p[1] & 0xC0) == 0x80) {
    *i += 2;
    return static_cast<char32_t>((p[0] & 0x1F) << 6 | (p[1] & 0x3F));
  }
  // E0 and ED restrict their second byte; they are rare enough for the slow way.
  if (left >= 3 && p[0] >= 0xE1 && p[0] <= 0xEF && p[0] != 0xED && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
    *i += 3;
    return static_cast<char32_t>((p[0] & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F));
  }
  return DecodeUtf8(s, i);
}

// Returns the code point that ends before `*i` and moves `*i` to its start; a byte that ends none is U+FFFD.
// REQUIRES: 0 < *i <= s.size().
inline char32_t PreviousCodePoint(std::string_view s, std::size_t* i) {
  const std::size_t end = *i;
  std::size_t start = end - 1;
  while (start > 0 && end - start < 4 && IsUtf8Continuation(s[start])) --start;
  std::size_t k = start;
  const char32_t c = DecodeUtf8(s, &k);
  *i = k == end ? start : end - 1;
  return k == end ? c : U'\uFFFD';
}

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_CHAR_CLASS_H_
