// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 Conditions, redirects, promotions, hidden objects and user data of the wire's rules are read.
//   2 Whatever this version does not do is refused with line, rule and member: nothing is silently ignored.
//   3 ToJson parses back to an equal list.
//   4 The rules of the example help center are read.
#include <cstdint>
#include <fstream>
#include <iterator>
#include <limits>
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
      "is not supported (known: objectID, description, enabled, conditions, condition, audiences, validity, tags, "
      "scope, consequence)";
  const std::string known_in_condition = "is not supported (known: pattern, anchoring, alternatives, context, filters)";
  const std::string known_in_consequence = "is not supported (known: params, promote, filterPromotes, hide, userData)";
  auto c = GENERATE_COPY(values<Case>({
      {R"("consequence": {}, "priority": [])", "priority of rule \"r\" " + known_in_rule + ", []"},
      {R"("consequence": {}, "validity": [{"from": "now"}])",
       "validity[0].from of rule \"r\" must be a number, \"now\""},
      {R"("enabled": true)", R"(consequence of rule "r" is missing, {"objectID":"r","enabled":true})"},
      {R"("enabled": 1, "consequence": {})", "enabled of rule \"r\" must be true or false, 1"},
      {R"("conditions": {}, "consequence": {})", "conditions of rule \"r\" must be an array, {}"},
      {R"("conditions": [{"pattern": "x", "anchoring": "near"}])",
       "conditions[0].anchoring of rule \"r\" must be is, startsWith, endsWith or contains, \"near\""},
      {R"("conditions": [{"pattern": "x"}])", "conditions[0].anchoring of rule \"r\" is missing, {\"pattern\":\"x\"}"},
      {R"("conditions": [{"anchoring": "is"}])",
       "conditions[0].pattern of rule \"r\" is missing, {\"anchoring\":\"is\"}"},
      {R"("conditions": [{"patterns": "x"}])",
       "conditions[0].patterns of rule \"r\" " + known_in_condition + ", \"x\""},
      {R"("condition": {"pattern": "x", "anchoring": "is", "alternatives": 1})",
       "condition.alternatives of rule \"r\" must be true or false, 1"},
      {R"("consequence": {"redirect": {"indexName": "x"}})",
       "consequence.redirect of rule \"r\" " + known_in_consequence + ", {\"indexName\":\"x\"}"},
      {R"("consequence": {"params": {"query": {"edits": [{"type": "swap", "delete": "x"}]}}})",
       "consequence.params.query.edits[0].type of rule \"r\" must be remove or replace, \"swap\""},
      {R"("consequence": {"params": {"query": {"edits": [{"type": "remove"}]}}})",
       "consequence.params.query.edits[0].delete of rule \"r\" is missing, {\"type\":\"remove\"}"},
      {R"("consequence": {"params": {"automaticFacetFilters": [{"score": 1}]}})",
       "consequence.params.automaticFacetFilters[0].facet of rule \"r\" is missing, {\"score\":1}"},
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

TEST_CASE("Rules: what clients of this format write is read (1)", "[dialect]") {
  auto rules = ParseRules(R"json([{"objectID": "r", "tags": ["t"], "scope": "s", "audiences": ["agents"],
     "validity": [{"from": 10, "until": 20.0}, {"until": 30}],
     "conditions": [{"pattern": "{facet:brand} tent", "anchoring": "STARTSWITH", "alternatives": true, "filters": "color:red"},
                    {"pattern": "x", "anchoring": "is", "alternatives": {"plurals": true}}, {"context": "app"}],
     "consequence": {"filterPromotes": false, "params": {
        "query": {"remove": ["cheap", "{facet:brand}"], "edits": [{"type": "Replace", "delete": "a b", "insert": "c"}, {"type": "remove", "delete": "d"}]},
        "automaticFacetFilters": ["brand", {"facet": "brand", "disjunctive": true}],
        "automaticOptionalFacetFilters": [{"facet": "brand", "score": 3, "negative": true}],
        "filters": "stock > 0", "facetFilters": ["brand:-Other"], "optionalFilters": ["brand:Acme<score=2>"],
        "hitsPerPage": 7, "typoTolerance": "strict", "sort": ["desc(votes)"], "facets": "brand"}}}])json");
  REQUIRE(ParseError(rules) == "OK");
  const Rule& rule = rules->at(0);
  CHECK(rule.validity ==
        std::vector<signpost::ValidityWindow>{{10, 20}, {std::numeric_limits<std::int64_t>::min(), 30}});
  CHECK(rule.conditions[0].anchoring == Anchoring::kStartsWith);
  CHECK(rule.conditions[0].alternatives == signpost::PatternAlternatives{true, true, true});
  CHECK(rule.conditions[0].filter == signpost::Filter::Is("color", "red"));
  CHECK(rule.conditions[1].alternatives == signpost::PatternAlternatives{false, true, false});
  CHECK(rule.conditions[2].anchoring == Anchoring::kAny);
  CHECK(rule.consequence.edits ==
        std::vector<signpost::WordEdit>{{"cheap", ""}, {"{brand}", ""}, {"a b", "c"}, {"d", ""}});
  CHECK(rule.consequence.automatic_filters == std::vector<signpost::AutomaticFilter>{{"brand"},
                                                                                     {"brand", false, 1, true, false},
                                                                                     {"brand", true, 3, false, true}});
  CHECK(rule.consequence.filter.parts.size() == 2);
  CHECK(rule.consequence.optional == std::vector<signpost::OptionalFilter>{{signpost::Filter::Is("brand", "Acme"), 2}});
  CHECK(rule.consequence.parameters.hits_per_page == 7);
  CHECK(rule.consequence.parameters.facets == std::vector<std::string>{"brand"});
  CHECK_FALSE(rule.consequence.filter_promotes);
}

TEST_CASE("Rules: a list of which some are wrong (2)", "[dialect]") {
  const std::string json =
      "[{\"objectID\": \"a\", \"consequence\": {}},\n {\"objectID\": \"b\"},\n\n {\"objectID\": \"c\", "
      "\"consequence\": {}}]";
  const auto list = signpost::ParseRuleList(json);
  REQUIRE(list.ok());
  CHECK(list->rules.size() == 2);
  CHECK(list->places == std::vector<std::size_t>{0, 2});
  REQUIRE(list->refused.size() == 1);
  CHECK(list->refused[0].place == 1);
  CHECK(list->refused[0].reason == "2: consequence of rule \"b\" is missing, {\"objectID\":\"b\"}");
  CHECK(*signpost::LineOfElement(json, 2) == 4);
  CHECK_FALSE(signpost::LineOfElement(json, 3).ok());
  CHECK_FALSE(signpost::ParseRuleList("{}").ok());
}

TEST_CASE("Moved addresses: read and written (3)", "[dialect]") {
  const auto moved = signpost::ParseMoved(R"([{"from": "/ide", "to": "/hc/ide"}])");
  REQUIRE(moved.ok());
  CHECK(*moved == std::vector<signpost::MovedAddress>{{"/ide", "/hc/ide"}});
  CHECK(*signpost::ParseMoved(ToJson(*moved)) == *moved);
  CHECK(ParseError(signpost::ParseMoved("[{\"from\": \"/a\"}]")).rfind("1: ", 0) == 0);
}

TEST_CASE("Rules: the line of the member is named, whatever stands before it (2)", "[dialect]") {
  CHECK(ParseError(ParseRules("[{\"objectID\": \"a,]}{\\\"\",\n \"consequence\": {\"userData\": [{}, \"}\", 1.5e3, "
                              "null]}},\n {\"consequence\":\n"
                              "  {},\n  \"objectID\": 12,\n  \"scopes\": \"x\"}]"))
            .rfind("6: scopes of rule \"12\" is not supported", 0) == 0);
  CHECK(ParseError(ParseRules("[{},\n{}]")) == "1: objectID of rule at index 0 is missing, {}");
  CHECK(ParseError(ParseRules("{}")) == "1: the list of rules must be an array, {}");
}

signpost::Filter RandomFilter(RandomText* random) {
  using signpost::Filter;
  switch (random->Below(4)) {
    case 0:
      return {};
    case 1:
      return Filter::Is("brand", random->Name());
    case 2:
      return Filter::All({Filter::Is("a", random->Name()), Filter::Not(Filter::Between("b", 1, 2))});
    default:
      return Filter::Any({Filter::Is("a", "x"), Filter::Between("price", -1, random->Below(100))});
  }
}

void FillConsequence(RandomText* random, signpost::RuleConsequence* out) {
  using signpost::Filter;
  *out = {.redirect_url = random->String(),
          .user_data = random->Any(4),
          .filter_promotes = random->Coin(),
          .filter = RandomFilter(random)};
  for (int n = random->Below(3); n > 0; --n) {
    out->promote.push_back({.object_id = random->Name(), .position = random->Below(100)});
    out->hide.push_back(random->Name());
    out->optional.push_back({Filter::Is("brand", random->Name()), random->Coin() ? 2.5 : -3});
    out->edits.push_back({random->Name(), random->Coin() ? "" : random->Name()});
  }
  for (int n = random->Below(3); n > 0; --n)
    out->automatic_filters.push_back({"f" + random->String(), false, 2, random->Coin(), random->Coin()});
  if (random->Coin()) out->automatic_filters.push_back({"g", true, -1.5, false, false});
  if (random->Coin()) out->query = random->String();
  signpost::RuleParameters& p = out->parameters;
  if (random->Coin()) p.typo_tolerance = static_cast<signpost::TypoMode>(random->Below(4));
  if (random->Coin()) p.remove_words = static_cast<signpost::RemoveWords>(random->Below(5));
  if (random->Coin()) p.optional_words = random->Strings();
  if (random->Coin()) p.advanced_syntax = random->Coin();
  if (random->Coin()) p.sort = std::vector<signpost::SortKey>{{random->Name(), random->Coin()}};
  if (random->Coin()) p.distinct = random->Below(5);
  if (random->Coin()) p.page = random->Below(5);
  if (random->Coin()) p.hits_per_page = random->Below(1000);
  if (random->Coin()) p.attributes_to_retrieve = random->Strings();
  if (random->Coin()) p.attributes_to_highlight = random->Strings();
  if (random->Coin()) p.facets = random->Strings();
  if (random->Coin()) p.max_values_per_facet = random->Below(1000);
  if (random->Coin()) p.sort_facet_values_by = static_cast<signpost::FacetSort>(random->Below(2));
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
        const auto anchoring = static_cast<Anchoring>(random.Below(5));
        rule.conditions.push_back({.pattern = anchoring == Anchoring::kAny ? "" : random.String(),
                                   .anchoring = anchoring,
                                   .alternatives = {random.Coin(), random.Coin(), random.Coin()},
                                   .context = random.String(),
                                   .filter = RandomFilter(&random)});
      }
      for (int n = random.Below(3); n > 0; --n) rule.validity.push_back({random.Below(1000), random.Below(1000)});
      if (random.Coin()) rule.validity.push_back({});
      rule.audiences = random.Strings();
      rule.tags = random.Strings();
      rule.scope = random.String();
      FillConsequence(&random, &rule.consequence);
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
