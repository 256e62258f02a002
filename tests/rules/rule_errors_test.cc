// SPDX-License-Identifier: Apache-2.0
// Properties of refused rules:
//  1. A message names the rule, the field and the value, and says what is wrong.
//  2. Every condition must capture what the consequence uses.
//  3. Disabled rules are checked like others.
//  4. More than limits::kMaxRules are refused, that many are not.
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "rules/test_rules.h"

namespace signpost::rules {
namespace {

std::string Problem(std::vector<Rule> rules) {
  absl::StatusOr<RuleSet> set = RuleSet::Compile(std::move(rules));
  REQUIRE_FALSE(set.ok());
  CHECK(set.status().code() == absl::StatusCode::kInvalidArgument);
  return std::string(Message(set.status()));
}

struct Case {
  const char* pattern;
  const char* message;  // behind: rule "r": conditions[0].pattern "...":
};

TEST_CASE("Rule error: patterns", "[rules]") {  // 1, 3
  const Case c = GENERATE(values<Case>({
      {"?!", "holds no word and no capture"},
      {"  ", "holds no word and no capture"},
      {"track {code", "'{' at byte 6 is not closed"},
      {"track {co{de}", "'{' at byte 6 is not closed"},
      {"track {{code}}", "'{' at byte 6 is not closed"},
      {"track code}", "'}' at byte 10 closes no capture"},
      {"}", "'}' at byte 0 closes no capture"},
      {"{", "'{' at byte 0 is not closed"},
      {"{}", "\"{}\" is no capture: its name must be a letter and then letters, digits or '_'"},
      {"{1st}", "\"{1st}\" is no capture: its name must be a letter and then letters, digits or '_'"},
      {"{the code}", "\"{the code}\" is no capture: its name must be a letter and then letters, digits or '_'"},
      {"{:ups}", "\"{:ups}\" is no capture: its name must be a letter and then letters, digits or '_'"},
      {"{código}", "\"{código}\" is no capture: its name must be a letter and then letters, digits or '_'"},
      {"{code:usp}",
       "\"{code:usp}\": unknown validator \"usp\", known are number, order, email, ups, s10, usps, fedex, dhl"},
      {"{code:}", "\"{code:}\": unknown validator \"\", known are number, order, email, ups, s10, usps, fedex, dhl"},
      {"{code:ups:x}",
       "\"{code:ups:x}\": unknown validator \"ups:x\", known are number, order, email, ups, s10, usps, fedex, dhl"},
      {"{code} or {code:ups}", "captures {code} twice"},
      {"{facet:a} {facet:a}", "captures {a} twice"},
      {"{code:ups|}",
       "\"{code:ups|}\": unknown validator \"\", known are number, order, email, ups, s10, usps, fedex, dhl"},
      {"{code:/(/}", "\"{code:/(/}\": the expression is refused: missing ): ("},
      {"{code:/a{2000}/}", "\"{code:/a{2000}/}\": the expression is refused: invalid repetition size: {2000}"},
      {"{code:/a", "'{' at byte 0 is not closed"},
      {"{code:/a}", "'{' at byte 0 is not closed"},
  }));
  CAPTURE(c.pattern);
  const Anchoring anchoring = GENERATE(Anchoring::kIs, Anchoring::kContains);
  Rule rule = RuleFor("r", c.pattern, anchoring);
  rule.enabled = GENERATE(true, false);
  CHECK(Problem({rule}) == StrCat("rule \"r\": conditions[0].pattern ", Quoted(c.pattern), ": ", c.message));
}

TEST_CASE("Rule error: an empty pattern that is not the empty query", "[rules]") {  // 1
  const Anchoring anchoring = GENERATE(Anchoring::kStartsWith, Anchoring::kEndsWith, Anchoring::kContains);
  Rule rule = RuleFor("r", "fine", Anchoring::kIs);
  rule.conditions.push_back({.pattern = "", .anchoring = anchoring});
  CHECK(Problem({rule}) ==
        "rule \"r\": conditions[1].pattern \"\": only Anchoring::kIs may have an empty one, for the empty "
        "query, and kAny, for every one");
}

TEST_CASE("Rule error: ids", "[rules]") {  // 1
  CHECK(Problem({RuleFor("a", "x", Anchoring::kIs), RuleFor("", "x", Anchoring::kIs)}) ==
        "rules[1]: object_id is empty");
  CHECK(Problem({RuleFor("a", "x", Anchoring::kIs), RuleFor("b", "x", Anchoring::kIs),
                 RuleFor("a", "y", Anchoring::kIs)}) == "rules[2]: object_id \"a\" is that of rules[0]");
}

TEST_CASE("Rule error: consequences", "[rules]") {  // 1, 3
  auto problem = [](RuleConsequence consequence) {
    Rule rule = RuleFor("r", "track {code}", Anchoring::kIs, std::move(consequence));
    rule.enabled = false;
    return Problem({rule});
  };
  CHECK(problem(RedirectTo("javascript:alert({code})")) ==
        "rule \"r\": redirect_url \"javascript:alert({code})\": must begin with http:// or https:// or, when it is "
        "relative, with '/', '?' or '#'");
  CHECK(problem(RedirectTo("https://{code}.example.com/")) ==
        "rule \"r\": redirect_url \"https://{code}.example.com/\": {code} stands before the end of the host");
  CHECK(problem({.promote = {{"a", 0}, {"", 1}}}) == "rule \"r\": promote[1].object_id is empty");
  CHECK(problem({.promote = {{"a", -1}}}) == "rule \"r\": promote[0].position -1 is negative");
  CHECK(problem({.hide = {"a", ""}}) == "rule \"r\": hide[1] is empty");
  Value deep = "x";
  for (int i = 0; i < 100; ++i) deep = Value::Array{deep};
  CHECK(problem(Banner(deep)) == "rule \"r\": user_data is nested deeper than 64 levels");
}

TEST_CASE("Rule error: captures that are not there", "[rules]") {  // 2
  Rule rule = RuleFor("r", "track {code}", Anchoring::kIs, RedirectTo("/{code}"));
  rule.conditions.push_back({.pattern = "where is it", .anchoring = Anchoring::kIs});
  CHECK(Problem({rule}) ==
        "rule \"r\": redirect_url uses {code}, which conditions[1].pattern \"where is it\" does not capture");
  rule.consequence = Banner(Value::Object{{"text", Value::Array{"see {code}"}}});
  CHECK(Problem({rule}) ==
        "rule \"r\": user_data uses {code}, which conditions[1].pattern \"where is it\" does not capture");
  rule.conditions[1] = {.pattern = "", .anchoring = Anchoring::kIs};
  CHECK(Problem({rule}) == "rule \"r\": user_data uses {code}, which conditions[1].pattern \"\" does not capture");
  rule.conditions.clear();
  CHECK(Problem({rule}) == "rule \"r\": user_data uses {code}, but there is no condition to capture it");
}

TEST_CASE("Rule error: too many", "[rules]") {  // 4
  std::vector<Rule> rules;
  for (std::size_t i = 0; i < limits::kMaxRules; ++i) rules.push_back(RuleFor(std::to_string(i), "x", Anchoring::kIs));
  CHECK(RuleSet::Compile(rules).ok());
  rules.push_back(RuleFor("one more", "x", Anchoring::kIs));
  CHECK(Problem(rules) == "rules: 10001 given, at most 10000 are allowed");
}

}  // namespace
}  // namespace signpost::rules
