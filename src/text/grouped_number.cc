// SPDX-License-Identifier: Apache-2.0
#include "text/grouped_number.h"

#include <algorithm>

#include "base/limits.h"
#include "text/char_class.h"

namespace signpost::text {
namespace {

constexpr std::size_t kGroupDigits = 3;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t DigitsAt(std::string_view s, std::size_t i) {
  const std::size_t begin = i;
  while (i < s.size() && IsDigit(s[i])) ++i;
  return i - begin;
}

bool IsFirstGroup(std::string_view digits) {
  return !digits.empty() && digits.size() <= kGroupDigits && digits[0] != '0' &&
         std::all_of(digits.begin(), digits.end(), IsDigit);
}

// The bytes of the space at `i` that may stand between groups: the usual one, no-break, thin, narrow no-break. 0: none.
std::size_t GroupSpaceAt(std::string_view s, std::size_t i) {
  if (i >= s.size() || (s[i] != ' ' && static_cast<unsigned char>(s[i]) < 0x80)) return 0;
  for (const std::string_view space : {" ", "\u00A0", "\u2009", "\u202F"}) {
    if (s.substr(i).starts_with(space)) return space.size();
  }
  return 0;
}

// True when a digit and one space stand before `begin`.
bool FollowsNumber(std::string_view text, std::size_t begin) {
  for (std::size_t i = begin; i > 0 && begin - i < 3;) {
    --i;
    if (GroupSpaceAt(text, i) == begin - i) return i > 0 && IsDigit(text[i - 1]);
  }
  return false;
}

// True when nothing at `end` makes more of the number that ends there: no letter or mark, no separator with a letter or
// digit.
bool NumberEnds(std::string_view text, std::size_t end) {
  auto is_word = [&](std::size_t i) {
    if (i >= text.size()) return false;
    const CharClass cls = CharTable::Get().Of(NextCodePoint(text, &i));
    return (cls & (kLetter | kDigit | kJoinsLeft)) != 0 && (cls & kCjk) == 0;
  };
  if (is_word(end)) return false;
  constexpr std::string_view kJoiners = "-._/:#@+,';";
  const bool joiner = end < text.size() && kJoiners.find(text[end]) != std::string_view::npos;
  return !joiner || !is_word(end + 1);
}

}  // namespace

bool AppendUngrouped(std::string_view number, std::string* out) {
  const std::size_t first = DigitsAt(number, 0);
  if (!IsFirstGroup(number.substr(0, first)) || first == number.size()) return false;
  const char mark = number[first];
  if (mark != ',' && mark != '.' && mark != '\'') return false;
  const std::size_t size = out->size();
  out->append(number, 0, first);
  std::size_t i = first;
  while (i < number.size() && number[i] == mark && DigitsAt(number, i + 1) == kGroupDigits) {
    out->append(number, i + 1, kGroupDigits);
    i += 1 + kGroupDigits;
  }
  const std::string_view rest = number.substr(i);
  const bool decimals =
      rest.size() > 1 && rest[0] != mark && (rest[0] == '.' || rest[0] == ',') && DigitsAt(rest, 1) == rest.size() - 1;
  if (i == first || (!rest.empty() && !decimals)) {
    out->resize(size);
    return false;
  }
  if (decimals && rest.find_first_not_of('0', 1) != std::string_view::npos) {
    out->push_back('.');
    out->append(rest.substr(1));
  }
  return true;
}

std::size_t SpacedGroups(std::string_view text, std::size_t begin, std::size_t end) {
  if (!IsFirstGroup(text.substr(begin, end - begin))) return 0;
  if (FollowsNumber(text, begin)) return 0;
  std::size_t groups = 0;
  for (std::size_t space; (space = GroupSpaceAt(text, end)) != 0; ++groups) {
    const std::size_t digits = DigitsAt(text, end + space);
    if (digits == 0) break;
    if (digits != kGroupDigits || groups == limits::kMaxDigitGroups) return 0;
    end += space + kGroupDigits;
  }
  return groups > 0 && NumberEnds(text, end) ? groups : 0;
}

void AppendSpacedDigits(std::string_view text, std::size_t begin, std::size_t groups, std::string* out) {
  std::size_t i = begin + DigitsAt(text, begin);
  out->append(text, begin, i - begin);
  for (; groups > 0; --groups) {
    i += GroupSpaceAt(text, i);
    out->append(text, i, kGroupDigits);
    i += kGroupDigits;
  }
}

}  // namespace signpost::text
