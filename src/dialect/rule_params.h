// SPDX-License-Identifier: Apache-2.0
// rule_params.h — `params` of a rule's consequence: what of a search it changes.
#ifndef SIGNPOST_DIALECT_RULE_PARAMS_H_
#define SIGNPOST_DIALECT_RULE_PARAMS_H_

#include <absl/status/status.h>
#include <signpost/rules.h>

#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::dialect {

absl::Status ReadRuleParams(const JsonView& view, RuleConsequence* out);

// Writes the member `params`, if there is anything to say.
void WriteRuleParams(const RuleConsequence& consequence, JsonWriter* writer);

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_RULE_PARAMS_H_
