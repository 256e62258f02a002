// SPDX-License-Identifier: Apache-2.0
// validators.h — what the captures of a pattern may hold: numbers whose form, and where there is one, whose check digit
// tells them from other words.
//
// Cost:     linear in the value.
// Not here: where a capture may begin and end in a query (pattern_matcher.h).
#ifndef SIGNPOST_RULES_VALIDATORS_H_
#define SIGNPOST_RULES_VALIDATORS_H_

#include <string>
#include <string_view>

#include "rules/tracking_numbers.h"

namespace signpost::rules {

struct Validator {
  std::string_view name;  // as patterns write it
  bool spaced;            // people type it in groups: spaces inside are dropped before `strength` sees the value
  Strength (*strength)(std::string_view value);
};

// Returns the validator of that name, or null. It lives for ever.
const Validator* FindValidator(std::string_view name);

// Returns the names for a message: "number, order, ...".
std::string ValidatorNames();

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_VALIDATORS_H_
