// SPDX-License-Identifier: Apache-2.0
// rule_conditions.h — the conditions of a rule: `conditions`, or the older `condition`.
#ifndef SIGNPOST_DIALECT_RULE_CONDITIONS_H_
#define SIGNPOST_DIALECT_RULE_CONDITIONS_H_

#include <vector>

#include <absl/status/status.h>
#include <signpost/rules.h>

#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::dialect {

// Adds one condition. Without `pattern` and `anchoring` it is met by every query.
absl::Status ReadRuleCondition(const JsonView& view, Rule* out);

// Writes the member `conditions`, if there are any.
void WriteRuleConditions(const std::vector<RuleCondition>& conditions, JsonWriter* writer);

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_RULE_CONDITIONS_H_
