// SPDX-License-Identifier: Apache-2.0
// grouped_number.h — numbers whose digits stand in groups of three: 3,000 and 3.000 and 3 000 are 3000.
//
// Shape:    one to three digits, the first no zero, then groups of exactly three behind one kind of mark (, or . or '),
//           then perhaps decimals behind another. 1.10 and 0.125 and 1,23 are no grouped numbers. 1.125 may be one:
//           which it is only its reader knows, so the form without marks is given beside the number, never in its
//           place. Groups behind spaces are one number only when nothing else numeric stands beside them: 555 123 4567
//           is none.
// Threads:  pure functions.
// Cost:     linear in the number; behind spaces bounded by limits::kMaxDigitGroups.
#ifndef SIGNPOST_TEXT_GROUPED_NUMBER_H_
#define SIGNPOST_TEXT_GROUPED_NUMBER_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost::text {

// Appends the digits of a grouped number, decimals behind a point and only when they are not all zero, and returns
// true; appends nothing and returns false for everything else.
bool AppendUngrouped(std::string_view number, std::string* out);

// Returns how many groups of exactly three digits follow the number that ends at `end`, each behind one space. 0 when
// the number or what stands around it is not of that shape, or has more than limits::kMaxDigitGroups.
// REQUIRES: text[begin, end) is a unit.
std::size_t SpacedGroups(std::string_view text, std::size_t begin, std::size_t end);

// Appends the digits of text[begin, ...) up to the end of the last of `groups` groups.
void AppendSpacedDigits(std::string_view text, std::size_t begin, std::size_t groups, std::string* out);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_GROUPED_NUMBER_H_
