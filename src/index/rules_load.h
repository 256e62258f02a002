// SPDX-License-Identifier: Apache-2.0
// rules_load.h — rules made ready for an index: compiled, and checked against its settings, so that none makes a search fail.
#ifndef SIGNPOST_INDEX_RULES_LOAD_H_
#define SIGNPOST_INDEX_RULES_LOAD_H_

#include <memory>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/rules.h>
#include <signpost/settings.h>

#include "rules/rule_set.h"

namespace signpost::index {

// With `refused`, rules that are wrong are left out and listed there, by place; without, the first is an error. InvalidArgument: names
// the rule's object_id, the field and the value.
absl::StatusOr<std::shared_ptr<const rules::RuleSet>> LoadRules(std::vector<Rule> rules, const Settings& settings,
                                                                std::vector<RefusedRule>* refused = nullptr);

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_RULES_LOAD_H_
