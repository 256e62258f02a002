// SPDX-License-Identifier: Apache-2.0
// outcome.h — what the rules that match a query want together.
#ifndef SIGNPOST_RULES_OUTCOME_H_
#define SIGNPOST_RULES_OUTCOME_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/rules.h>
#include <signpost/search.h>

#include "base/strings.h"
#include "rules/captures.h"
#include "text/analyzer.h"

namespace signpost::rules {

struct Outcome {
  std::optional<Redirect> redirect;  // when set, nothing else is but `applied`
  std::vector<Value> user_data;
  std::vector<Promotion> promote;  // by position, then order of the rules; an object_id once
  StringSet unfiltered;            // object_ids among them that are shown whatever the filter of the request
  std::vector<std::string> hide;
  std::optional<std::string> query;  // what is searched instead
  std::vector<Filter> filters;       // that hits must pass besides the request's
  std::map<std::string, std::vector<Filter>>
      disjunctive;                       // one of each must pass; among `filters` when all is finished
  std::vector<OptionalFilter> optional;  // besides the request's
  RuleParameters parameters;
  std::vector<std::string> applied;  // object_ids, in order
};

// Adds what one rule wants to what those before it want. REQUIRES: the rule has no redirect; `captures` has every name that its
// consequence uses. `query` is the query as it came.
void AddConsequence(const Rule& rule, const Captures& captures, std::string_view query, const text::Analyzer& analyzer,
                    Outcome* outcome);

// Brings promotions into order, once all rules have been added.
void FinishOutcome(Outcome* outcome);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_OUTCOME_H_
