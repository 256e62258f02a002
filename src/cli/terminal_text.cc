// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal_text.h"

#include <algorithm>
#include <iterator>

namespace signpost::cli {
namespace {

unsigned char Byte(char c) { return static_cast<unsigned char>(c); }

bool IsContinuation(char c) { return (Byte(c) & 0xC0) == 0x80; }

// Characters that begin a new line, and the tab; in UTF-8.
constexpr std::string_view kBreaks[] = {"\t", "\n", "\v", "\f", "\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};

// Returns the length of the break that `text` begins with, or 0.
std::size_t BreakSize(std::string_view text) {
  for (std::string_view b : kBreaks) {
    if (text.starts_with(b)) return b.size();
  }
  return 0;
}

// Returns the length of the control character that `text` begins with, or 0. C1 controls are U+0080 to U+009F.
std::size_t ControlSize(std::string_view text) {
  if (Byte(text[0]) < 0x20 || text[0] == 0x7F) return 1;
  if (Byte(text[0]) != 0xC2) return 0;
  // A lead byte alone, as in a path of any bytes, would make a C1 control with what follows the characters that go.
  if (text.size() == 1 || !IsContinuation(text[1])) return 1;
  return Byte(text[1]) <= 0x9F ? 2 : 0;
}

struct Range {
  char32_t first;
  char32_t last;
};
// Two columns: East Asian wide and full-width characters (Unicode 15, EastAsianWidth.txt, in rough blocks) and emoji.
constexpr Range kWide[] = {{0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},
                           {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
                           {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
// No column: the commonest combining marks, zero-width characters and variation selectors.
constexpr Range kZero[] = {{0x0300, 0x036F}, {0x064B, 0x065F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}};

template <std::size_t kSize>
bool Contains(const Range (&ranges)[kSize], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges), [c](Range r) { return c >= r.first && c <= r.last; });
}

// Returns the code point that `text` begins with. Ill-formed text gives some number, which is enough for a width.
char32_t FirstCodePoint(std::string_view text) {
  const unsigned char lead = Byte(text[0]);
  if (lead < 0x80) return lead;
  char32_t c = lead >= 0xF0 ? lead & 0x07 : lead >= 0xE0 ? lead & 0x0F : lead & 0x1F;
  for (std::size_t i = 1; i < text.size() && IsContinuation(text[i]); ++i) c = (c << 6) | (Byte(text[i]) & 0x3F);
  return c;
}

}  // namespace

std::string TerminalText(std::string_view text, const TextStyle& style) {
  std::string out(style.plain);
  while (!text.empty()) {
    std::size_t taken = 1;
    if (text.starts_with(kMarkBegin)) {
      taken = kMarkBegin.size();
      out.append(style.reset).append(style.marked);
    } else if (text.starts_with(kMarkEnd)) {
      taken = kMarkEnd.size();
      out.append(style.reset).append(style.plain);
    } else if (std::size_t size = BreakSize(text); size > 0) {
      taken = size;
      out += ' ';
    } else if (size = ControlSize(text); size > 0) {
      taken = size;
    } else {
      out += text[0];
    }
    text.remove_prefix(taken);
  }
  return out.append(style.reset);
}

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (IsContinuation(text[i])) continue;
    const char32_t c = FirstCodePoint(text.substr(i, 4));
    width += Contains(kZero, c) ? 0 : Contains(kWide, c) ? 2 : 1;
  }
  return width;
}

}  // namespace signpost::cli
