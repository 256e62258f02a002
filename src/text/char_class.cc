// SPDX-License-Identifier: Apache-2.0
#include "text/char_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace signpost::text {
namespace {

bool IsLetter(UChar32 c) { return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_NL_MASK)) != 0; }

bool IsCjk(UChar32 c) {
  const bool radical = c >= 0x2E80 && c <= 0x2FDF;  // symbols by category, ideographs by normalisation
  if (!radical && !IsLetter(c)) return false;
  if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return true;  // with Tangut and its like
  // Script extensions take in the prolonged sound mark and the iteration marks, which are of no single script.
  return uscript_hasScript(c, USCRIPT_HAN) || uscript_hasScript(c, USCRIPT_HIRAGANA) ||
         uscript_hasScript(c, USCRIPT_KATAKANA);
}

bool IsInnerMark(int word_break) {
  switch (word_break) {
    case U_WB_MIDLETTER:
    case U_WB_MIDNUM:
    case U_WB_MIDNUMLET:
    case U_WB_EXTENDNUMLET:
    case U_WB_SINGLE_QUOTE:
    case U_WB_DOUBLE_QUOTE:
      return true;
    default:
      return false;
  }
}

}  // namespace

const CharTable& CharTable::Get() {
  static const CharTable table;
  return table;
}

CharTable::CharTable() {
  for (char32_t c = 0; c < bmp_.size(); ++c) bmp_[c] = Compute(c);
}

CharClass CharTable::Compute(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const int word_break = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  const int grapheme_break = u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK);
  unsigned out = static_cast<unsigned>(word_break);
  const bool joins_left = word_break == U_WB_EXTEND || word_break == U_WB_ZWJ || grapheme_break == U_GCB_EXTEND ||
                          grapheme_break == U_GCB_ZWJ || grapheme_break == U_GCB_SPACING_MARK;
  if (joins_left) out |= kJoinsLeft;
  if (grapheme_break == U_GCB_PREPEND) out |= kJoinsRight;
  const bool pictographic = u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
  if (word_break != U_WB_EXTEND && IsCjk(c)) {
    out |= kCjk | kLetter;
  } else if (IsLetter(c) && !pictographic) {
    out |= kLetter;
  }
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) out |= kDigit;
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) out |= kDictionary;
  if (pictographic) out |= kPictographic;
  if (IsInnerMark(word_break)) out |= kInnerMark;
  if (code_point >= 0x80) out |= kNonAscii;
  return static_cast<CharClass>(out);
}

}  // namespace signpost::text
