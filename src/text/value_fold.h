// SPDX-License-Identifier: Apache-2.0
// value_fold.h — how values of attributes are compared: without case, and without differences of compatibility forms.
//
// Unlike terms (term_fold.h) they keep accents, spaces and punctuation: Café and Cafe are two brands.
#ifndef SIGNPOST_TEXT_VALUE_FOLD_H_
#define SIGNPOST_TEXT_VALUE_FOLD_H_

#include <string>
#include <string_view>

namespace signpost::text {

// Returns NFKC_Casefold of `value`; what is ill-formed in it becomes U+FFFD.
// Cost: linear; ASCII without a call to ICU.
std::string FoldValue(std::string_view value);

// Orders by FoldValue, and then by the bytes: true when `a` stands before `b`. Cost: ASCII without a copy.
bool FoldedBefore(std::string_view a, std::string_view b);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_VALUE_FOLD_H_
