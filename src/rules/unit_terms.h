// SPDX-License-Identifier: Apache-2.0
// unit_terms.h — an analysed text as one term for each of its units, which is how rules and synonyms compare texts.
//
// Why:      text/ says some things in several ways (an identifier as a whole, joined and in parts; CJK as characters and
//           as pairs). Single units are the one reading that every text has.
#ifndef SIGNPOST_RULES_UNIT_TERMS_H_
#define SIGNPOST_RULES_UNIT_TERMS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/analyzer.h"

namespace signpost::rules {

// Returns a term for each unit, by position; empty when no token covers the unit alone. Where several do (--version and
// version), the barest counts. Views into `tokens`.
std::vector<std::string_view> UnitTerms(const text::TokenList& tokens);

// Units [begin, end) and what they say.
struct JoinedUnits {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view term;
};
// The same with what is written with separators (wi-fi, E-404) as the one word that it is without them.
std::vector<JoinedUnits> JoinUnits(const text::TokenList& tokens);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_UNIT_TERMS_H_
