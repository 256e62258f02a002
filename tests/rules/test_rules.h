// SPDX-License-Identifier: Apache-2.0
// test_rules.h — rules as tests write them.
#ifndef SIGNPOST_TESTS_RULES_TEST_RULES_H_
#define SIGNPOST_TESTS_RULES_TEST_RULES_H_

#include <string>
#include <string_view>
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
              .conditions = {{.pattern = std::move(pattern), .anchoring = anchoring}},
              .consequence = std::move(consequence)};
}

inline RuleConsequence RedirectTo(std::string url) { return {.redirect_url = std::move(url)}; }
inline RuleConsequence Banner(Value data) { return {.user_data = std::move(data)}; }

inline Outcome Apply(const RuleSet& set, std::string_view query, const std::vector<std::string>& contexts = {}) {
  return set.Apply({.query = query, .contexts = contexts});
}

}  // namespace signpost::rules

#endif  // SIGNPOST_TESTS_RULES_TEST_RULES_H_
