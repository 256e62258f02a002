// SPDX-License-Identifier: Apache-2.0
// captures.h — what a pattern took from a query, by name.
#ifndef SIGNPOST_RULES_CAPTURES_H_
#define SIGNPOST_RULES_CAPTURES_H_

#include <string>
#include <vector>

namespace signpost::rules {

struct Capture {
  std::string name;
  std::string value;  // valid UTF-8

  bool operator==(const Capture&) const = default;
};

using Captures = std::vector<Capture>;  // in the order of the pattern; names are unique

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_CAPTURES_H_
