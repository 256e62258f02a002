// SPDX-License-Identifier: Apache-2.0
// pattern_example.h — a query that a pattern matches, for looking at what rules make of it.
#ifndef SIGNPOST_RULES_PATTERN_EXAMPLE_H_
#define SIGNPOST_RULES_PATTERN_EXAMPLE_H_

#include <optional>
#include <string>

#include "rules/pattern_index.h"

namespace signpost::rules {

// Returns such a query: its words, and for each capture what its validator accepts. Nothing when it has an expression or a facet,
// whose values are not known here.
std::optional<std::string> ExampleOf(const PatternShape& shape, const PatternIndex& index);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_PATTERN_EXAMPLE_H_
