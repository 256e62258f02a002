// SPDX-License-Identifier: Apache-2.0
// rule_gate.h — whether a rule may apply to a request at all, whatever its pattern says.
#ifndef SIGNPOST_RULES_RULE_GATE_H_
#define SIGNPOST_RULES_RULE_GATE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/filter.h>
#include <signpost/rules.h>

#include "rules/index_words.h"

namespace signpost::rules {

// A query, and what of its request rules look at.
struct RuleRequest {
  std::string_view query;
  std::span<const std::string> contexts = {};
  std::span<const std::string> audiences = {};  // of the caller
  const Filter* filter = nullptr;               // null: none
  std::int64_t now = 0;                         // Unix seconds
  const IndexWords* index = nullptr;            // null: no facet has a value, and no word another form
};

// True when the rule is in force for the caller at the time.
bool IsInForce(const Rule& rule, const RuleRequest& request);

// True when the condition's context is named and each part of its filter is among those that the request's filter demands.
bool IsOpen(const RuleCondition& condition, const RuleRequest& request);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_RULE_GATE_H_
