// SPDX-License-Identifier: Apache-2.0
// pattern_cover.h — whether every query that one condition matches is matched by another one too.
//
// Exact:    what is said to be covered is. What is covered for reasons that do not show in words and captures, as of two expressions,
//           is not found.
#ifndef SIGNPOST_RULES_PATTERN_COVER_H_
#define SIGNPOST_RULES_PATTERN_COVER_H_

#include <signpost/rules.h>

#include "rules/capture_classes.h"
#include "rules/pattern_matcher.h"

namespace signpost::rules {

// True when `wide` matches whatever `narrow` does.
bool Covers(const PatternShape& wide, const PatternShape& narrow, const CaptureClasses& classes);

// True when the rule and the condition `wide` may apply wherever `narrow` may, whatever their patterns say.
bool GateCovers(const Rule& wide_rule, const RuleCondition& wide, const Rule& narrow_rule, const RuleCondition& narrow);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_PATTERN_COVER_H_
