// SPDX-License-Identifier: Apache-2.0
// pattern_matcher.h — whether a query is what a pattern says, and which words its captures take.
//
// Capture:  covers 1 to limits::kMaxCaptureTokens units side by side; of several readings the one with the longest first
//           capture counts. It does not begin or end inside a word: 217 is not captured out of E-217, unless the pattern
//           itself has the E. White space inside is taken only for validators of numbers that people type in groups, and for
//           values of facets.
// Limits:   a query of more than limits::kMaxRuleQueryTokens units matches no pattern with a capture, and a word of a
//           pattern stands for itself alone in it.
// Cost:     linear in the query for a given pattern: what failed once at a place is not tried there again.
#ifndef SIGNPOST_RULES_PATTERN_MATCHER_H_
#define SIGNPOST_RULES_PATTERN_MATCHER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <signpost/rules.h>

#include "rules/pattern.h"
#include "rules/rule_query.h"

namespace signpost::rules {

// What patterns of the same words and captures share, whatever the captures are called.
struct PatternShape {
  std::vector<PatternElement> elements;
  Anchoring anchoring = Anchoring::kIs;
  PatternAlternatives alternatives;

  bool has_capture() const;
  bool bare() const;  // no word
  bool operator==(const PatternShape&) const = default;
};

// Units [begin, end) of a query.
struct CapturedUnits {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const CapturedUnits&) const = default;
};

// Returns what the captures take, in their order, at the first place where the pattern matches; nothing when it does not.
std::optional<std::vector<CapturedUnits>> Match(const PatternShape& shape, const CaptureClasses& classes,
                                                RuleQuery* query);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_PATTERN_MATCHER_H_
