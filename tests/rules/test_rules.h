// SPDX-License-Identifier: Apache-2.0
// test_rules.h — rules as tests write them.
#ifndef SIGNPOST_TESTS_RULES_TEST_RULES_H_
#define SIGNPOST_TESTS_RULES_TEST_RULES_H_

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/status.h"
#include "rules/rule_set.h"

namespace signpost::rules {

inline RuleSet Compiled(std::vector<Rule> rules) {
  absl::StatusOr<RuleSet> set = RuleSet::Compile(std::move(rules));
  INFO(Message(set.status()));
  REQUIRE(set.ok());
  return std::move(*set);
}

// A rule with one condition.
inline Rule RuleFor(std::string id, std::string pattern, Anchoring anchoring, RuleConsequence consequence = {}) {
  return Rule{.object_id = std::move(id),
              .description = {},
              .enabled = true,
              .conditions = {{.pattern = std::move(pattern), .anchoring = anchoring, .context = {}}},
              .consequence = std::move(consequence)};
}

inline RuleConsequence RedirectTo(std::string url) {
  return {.redirect_url = std::move(url), .user_data = {}, .promote = {}, .hide = {}};
}
inline RuleConsequence Banner(Value data) {
  return {.redirect_url = {}, .user_data = std::move(data), .promote = {}, .hide = {}};
}

}  // namespace signpost::rules

#endif  // SIGNPOST_TESTS_RULES_TEST_RULES_H_
