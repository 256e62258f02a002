// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 Conditions, redirects, promotions, hidden objects and user data of the wire's rules are read.
//   2 Whatever this version does not do is refused with line, rule and member: nothing is silently ignored.
//   3 ToJson parses back to an equal list.
//   4 The rules of the example help center are read.
#include <fstream>
#include <iterator>
#include <string>

#include <signpost/dialect.h>
#include <catch2/catch.hpp>

#include "dialect/parse_error.h"
#include "dialect/random_text.h"
#include "support/seed.h"

using signpost::Anchoring;
using signpost::ParseRules;
using signpost::Rule;
using signpost::ToJson;
using signpost::Value;

TEST_CASE("Rules: every member is read (1)", "[dialect]") {
  auto rules = ParseRules(R"([
    {"objectID": "track", "description": "to the carrier", "enabled": false,
     "conditions": [{"pattern": "track {code:ups}", "anchoring": "is"},
                    {"pattern": "ups", "anchoring": "contains", "context": "mobile"}],
     "consequence": {"params": {"renderingContent": {"redirect": {"url": "https://c.example/?n={code}"}}}}},
    {"objectID": "pins", "condition": {"pattern": "", "anchoring": "is"},
     "consequence": {"promote": [{"objectID": "a", "position": 2}, {"objectIDs": ["b", 7], "position": 0}],
                     "hide": [{"objectID": "c"}], "userData": {"banner": "x"}}},
    {"objectID": "none", "consequence": {}}])");
  REQUIRE(rules.ok());
  std::vector<Rule> expected(3);
  expected[0] = {.object_id = "track",
                 .description = "to the carrier",
                 .enabled = false,
                 .conditions = {{.pattern = "track {code:ups}"},
                                {.pattern = "ups", .anchoring = Anchoring::kContains, .context = "mobile"}},
                 .consequence = {.redirect_url = "https://c.example/?n={code}"}};
  expected[1] = {
      .object_id = "pins",
      .conditions = {{}},
      .consequence = {
          .user_data = Value::Object{{"banner", "x"}}, .promote = {{"a", 2}, {"b", 0}, {"7", 1}}, .hide = {"c"}}};
  expected[2] = {.object_id = "none"};
  CHECK(*rules == expected);
}

TEST_CASE("Rules: what is wrong or not done is named (2)", "[dialect]") {
  struct Case {
    std::string members;  // of the rule "r", on line 2
    std::string message;
  };
  const std::string known_in_rule =
      "is not supported (known: objectID, description, enabled, conditions, condition, consequence)";
  const std::string known_in_consequence = "is not supported (known: params, promote, hide, userData)";
  auto c = GENERATE_COPY(values<Case>({
      {R"("consequence": {}, "validity": [])", "validity of rule \"r\" " + known_in_rule + ", []"},
      {R"("consequence": {}, "tags": ["x"])", "tags of rule \"r\" " + known_in_rule + ", [\"x\"]"},
      {R"("enabled": true)", R"(consequence of rule "r" is missing, {"objectID":"r","enabled":true})"},
      {R"("enabled": 1, "consequence": {})", "enabled of rule \"r\" must be true or false, 1"},
      {R"("conditions": {}, "consequence": {})", "conditions of rule \"r\" must be an array, {}"},
      {R"("conditions": [{"pattern": "x", "anchoring": "near"}])",
       "conditions[0].anchoring of rule \"r\" must be is, startsWith, endsWith or contains, \"near\""},
      {R"("conditions": [{"pattern": "x"}])", "conditions[0].anchoring of rule \"r\" is missing, {\"pattern\":\"x\"}"},
      {R"("conditions": [{"context": "x"}])", "conditions[0].pattern of rule \"r\" is missing, {\"context\":\"x\"}"},
      {R"("condition": {"pattern": "x", "anchoring": "is", "alternatives": true})",
       "condition.alternatives of rule \"r\" is not supported (known: pattern, anchoring, context), true"},
      {R"("conditions": [{"filters": "a:b"}])",
       "conditions[0].filters of rule \"r\" is not supported (known: pattern, anchoring, context), \"a:b\""},
      {R"("consequence": {"filterPromotes": true})",
       "consequence.filterPromotes of rule \"r\" " + known_in_consequence + ", true"},
      {R"("consequence": {"params": {"query": "x"}})",
       "consequence.params.query of rule \"r\" is not supported (known: renderingContent), \"x\""},
      {R"("consequence": {"params": {"renderingContent": {"facetOrdering": {}}}})",
       "consequence.params.renderingContent.facetOrdering of rule \"r\" is not supported (known: redirect), {}"},
      {R"("consequence": {"params": {"renderingContent": {"redirect": {}}}})",
       "consequence.params.renderingContent.redirect.url of rule \"r\" is missing, {}"},
      {R"("consequence": {"promote": [{"objectID": "a"}]})",
       "consequence.promote[0].position of rule \"r\" is missing, {\"objectID\":\"a\"}"},
      {R"("consequence": {"promote": [{"objectID": "a", "position": -1}]})",
       "consequence.promote[0].position of rule \"r\" must not be negative, -1"},
      {R"("consequence": {"promote": [{"position": 1}]})",
       "consequence.promote[0] of rule \"r\" must have either objectID or objectIDs, {\"position\":1}"},
      {R"("consequence": {"promote": [{"objectIDs": ["a", "b", "c"], "position": 2147483646}]})",
       "consequence.promote[0] of rule \"r\" has a position out of range, "
       "{\"objectIDs\":[\"a\",\"b\",\"c\"],\"position\":2147483646}"},
      {R"("consequence": {"hide": ["a"]})", "consequence.hide[0] of rule \"r\" must be an object, \"a\""},
      {R"("consequence": {"hide": [{}]})", "consequence.hide[0].objectID of rule \"r\" is missing, {}"},
      {R"("condition": {"pattern": "", "anchoring": "is"}, "conditions": [], "consequence": {})",
       "rule \"r\" has both condition and conditions, "
       "{\"objectID\":\"r\",\"condition\":{\"pattern\":\"\",\"anchoring\":\"is\"},\"conditions\":[],\"con..."},
  }));
  CAPTURE(c.members);
  CHECK(ParseError(ParseRules("[\n{\"objectID\": \"r\", " + c.members + "}]")) == "2: " + c.message);
}

TEST_CASE("Rules: the line of the member is named, whatever stands before it (2)", "[dialect]") {
  CHECK(ParseError(ParseRules("[{\"objectID\": \"a,]}{\\\"\",\n \"consequence\": {\"userData\": [{}, \"}\", 1.5e3, "
                              "null]}},\n {\"consequence\":\n"
                              "  {},\n  \"objectID\": 12,\n  \"scope\": \"x\"}]"))
            .rfind("6: scope of rule \"12\" is not supported", 0) == 0);
  CHECK(ParseError(ParseRules("[{},\n{}]")) == "1: objectID of rule at index 0 is missing, {}");
  CHECK(ParseError(ParseRules("{}")) == "1: the list of rules must be an array, {}");
}

TEST_CASE("Rules: printed rules parse back to equal ones (3)", "[dialect]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText random(seed);
  for (int i = 0; i < 500; ++i) {
    std::vector<Rule> rules(static_cast<std::size_t>(random.Below(4)));
    for (Rule& rule : rules) {
      rule = {.object_id = random.Name(), .description = random.String(), .enabled = random.Coin()};
      for (int n = random.Below(3); n > 0; --n) {
        rule.conditions.push_back({.pattern = random.String(),
                                   .anchoring = static_cast<Anchoring>(random.Below(4)),
                                   .context = random.String()});
      }
      rule.consequence = {.redirect_url = random.String(), .user_data = random.Any(4), .hide = {}};
      for (int n = random.Below(3); n > 0; --n) {
        rule.consequence.promote.push_back({.object_id = random.Name(), .position = random.Below(100)});
        rule.consequence.hide.push_back(random.Name());
      }
    }
    std::string json = ToJson(rules);
    CAPTURE(i, json);
    auto parsed = ParseRules(json);
    REQUIRE(parsed.ok());
    REQUIRE(*parsed == rules);
  }
}

TEST_CASE("Rules: the example help center's are read (4)", "[dialect]") {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/data/rules.json", std::ios::binary);
  std::string json((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  auto rules = ParseRules(json);
  CHECK(ParseError(rules) == "OK");
  CHECK(rules->size() >= 5);
}
