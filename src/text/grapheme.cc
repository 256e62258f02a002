// SPDX-License-Identifier: Apache-2.0
#include "text/grapheme.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace signpost::text {
namespace {

int BreakOf(char32_t c) { return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK); }

bool IsPictographic(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

bool EndsAll(int value) { return value == U_GCB_CONTROL || value == U_GCB_CR || value == U_GCB_LF; }

// GB6 to GB8.
bool IsOneSyllable(int before, int after) {
  switch (before) {
    case U_GCB_L:
      return after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT;
    case U_GCB_LV:
    case U_GCB_V:
      return after == U_GCB_V || after == U_GCB_T;
    case U_GCB_LVT:
    case U_GCB_T:
      return after == U_GCB_T;
    default:
      return false;
  }
}

}  // namespace

std::size_t GraphemeEnd(std::string_view text, std::size_t begin) {
  auto is_ascii = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) < 0x80; };
  if (is_ascii(begin) && text[begin] != '\r' && (begin + 1 == text.size() || is_ascii(begin + 1))) return begin + 1;
  std::size_t end = begin;
  const char32_t first = DecodeUtf8(text, &end);
  int before = BreakOf(first);
  // GB11: a pictograph, marks, a joiner, then another pictograph.
  bool pictograph = IsPictographic(first);
  bool pair_open = before == U_GCB_REGIONAL_INDICATOR;  // GB12: flags are pairs
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t c = DecodeUtf8(text, &next);
    const int after = BreakOf(c);
    const bool line = before == U_GCB_CR && after == U_GCB_LF;
    if (!line && (EndsAll(before) || EndsAll(after))) break;
    const bool extends = after == U_GCB_EXTEND || after == U_GCB_ZWJ;
    const bool joined = before == U_GCB_ZWJ && pictograph && IsPictographic(c);
    const bool flag = pair_open && before == U_GCB_REGIONAL_INDICATOR && after == U_GCB_REGIONAL_INDICATOR;
    if (!line && !extends && after != U_GCB_SPACING_MARK && before != U_GCB_PREPEND && !joined && !flag &&
        !IsOneSyllable(before, after)) {
      break;
    }
    if (flag)
      pair_open = false;
    else if (before == U_GCB_PREPEND && after == U_GCB_REGIONAL_INDICATOR)
      pair_open = true;
    pictograph = IsPictographic(c) || (pictograph && extends);
    before = after;
    end = next;
  }
  return end;
}

}  // namespace signpost::text
