// SPDX-License-Identifier: Apache-2.0
// rule_checks.h — what of a rule can be wrong beside its patterns.
#ifndef SIGNPOST_RULES_RULE_CHECKS_H_
#define SIGNPOST_RULES_RULE_CHECKS_H_

#include <vector>

#include <absl/status/status.h>
#include <signpost/rules.h>

#include "rules/pattern.h"

namespace signpost::rules {

// InvalidArgument: names the field and the value, not the rule. `patterns` are those of its conditions.
absl::Status CheckRule(const Rule& rule, const std::vector<Pattern>& patterns);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_RULE_CHECKS_H_
