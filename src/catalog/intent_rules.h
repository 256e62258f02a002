// SPDX-License-Identifier: Apache-2.0
// intent_rules.h — how much of a query the rules speak of that it made apply.
#ifndef SIGNPOST_CATALOG_INTENT_RULES_H_
#define SIGNPOST_CATALOG_INTENT_RULES_H_

#include <string>
#include <string_view>
#include <vector>

#include <signpost/rules.h>

#include "catalog/calibration.h"

namespace signpost::catalog {

// A rule that applied, and what share of the query's information its pattern names: 1 for one that is the whole query; 0 for a
// rule for every query.
struct RuleShare {
  std::string rule;
  double share = 0;
};

// Returns those of `applied` (object_ids of `rules`) that speak of words of the query and redirect, promote or hide, in their
// order. Those that only show a banner say nothing.
std::vector<RuleShare> SharesOfRules(const std::vector<Rule>& rules, const std::vector<std::string>& applied,
                                     std::string_view query, const QueryWords& words);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_INTENT_RULES_H_
