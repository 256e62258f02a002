// SPDX-License-Identifier: Apache-2.0
// Properties of the linter of rules:
//  1. Each kind of finding is found, with the rule, the other one, the reason and a suggestion.
//  2. Rules that are right have no finding, nor have disabled ones.
//  3. Ten thousand rules are read in bounded time (no clock is looked at: the test ends).
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "rules/rule_lint.h"
#include "rules/test_contents.h"
#include "rules/test_rules.h"

namespace signpost::rules {
namespace {

std::vector<LintFinding> Lint(std::vector<Rule> rules, const std::vector<MovedAddress>& moved = {},
                              LintOptions options = {}, const TestContents& contents = {}) {
  const RuleSet set = Compiled(std::move(rules));
  absl::StatusOr<MovedSet> moved_set = MovedSet::Compile(moved);
  REQUIRE(moved_set.ok());
  if (options.now == 0) options.now = 1000;
  std::vector<LintFinding> out =
      LintRules({.rules = &set, .moved = &*moved_set, .contents = &contents, .options = &options});
  for (const LintFinding& finding : out) CHECK_FALSE(finding.suggestion.empty());
  return out;
}

// One finding, checked.
void CheckOne(const std::vector<LintFinding>& findings, const char* id, LintKind kind, const char* other,
              const std::string& reason) {
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].object_id == id);
  CHECK(findings[0].kind == kind);
  CHECK(findings[0].other == other);
  CHECK(findings[0].reason == reason);
}

TEST_CASE("Rule lint: shadowed", "[rules]") {  // 1
  CheckOne(Lint({RuleFor("all", "order {x}", Anchoring::kIs, RedirectTo("/orders/{x}")),
                 RuleFor("status", "order status", Anchoring::kIs, RedirectTo("/status"))}),
           "status", LintKind::kShadowed, "all",
           "conditions: rule \"all\" stands before it and redirects every query that it matches");
  CheckOne(Lint({RuleFor("a", "gift card", Anchoring::kContains, Banner("b")),
                 RuleFor("b", "gift card balance", Anchoring::kIs, Banner("b"))}),
           "b", LintKind::kShadowed, "a",
           "conditions: rule \"a\" stands before it, matches the same queries and does the same");
  // A context, an audience or a window of the first leaves the second its turn.
  Rule narrow = RuleFor("all", "order {x}", Anchoring::kIs, RedirectTo("/orders/{x}"));
  narrow.conditions[0].context = "app";
  CHECK(Lint({narrow, RuleFor("status", "order status", Anchoring::kIs, RedirectTo("/status"))}).empty());
}

TEST_CASE("Rule lint: expired", "[rules]") {  // 1
  Rule rule = RuleFor("sale", "sale", Anchoring::kIs, Banner("sale"));
  rule.validity = {{10, 20}, {30, 40}};
  CheckOne(Lint({rule}), "sale", LintKind::kExpired, "", "validity: the last window ended at 40, it is 1000");
  rule.validity.push_back({2000, 3000});
  CHECK(Lint({rule}).empty());
}

TEST_CASE("Rule lint: overlapping", "[rules]") {  // 1
  CheckOne(Lint({RuleFor("a", "return", Anchoring::kContains, {.promote = {{"x", 0}}}),
                 RuleFor("b", "gift", Anchoring::kContains, {.promote = {{"y", 0}}}),
                 RuleFor("c", "return gift", Anchoring::kIs, {.promote = {{"z", 1}}, .hide = {"y"}})}),
           "c", LintKind::kOverlapping, "b",
           "both match \"return gift\": one promotes \"y\" and the other hides it; the other one wins");
  const auto redirects = Lint({RuleFor("a", "order", Anchoring::kStartsWith, RedirectTo("/a")),
                               RuleFor("b", "order", Anchoring::kContains, RedirectTo("/b"))});
  CheckOne(redirects, "b", LintKind::kOverlapping, "a",
           "both match \"order\": they redirect to \"/b\" and \"/a\"; the other one wins");
}

TEST_CASE("Rule lint: cyclic", "[rules]") {  // 1
  Rule a = RuleFor("a", "sneakers", Anchoring::kContains);
  a.consequence.edits = {{"sneakers", "trainers"}};
  Rule b = RuleFor("b", "trainers", Anchoring::kContains);
  b.consequence.edits = {{"trainers", "sneakers"}};
  const auto findings = Lint({a, b});
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].kind == LintKind::kCyclic);
  CHECK(findings[0].other == "b");
  CHECK(findings[0].reason == "edits: \"sneakers\" becomes \"trainers\", which rule \"b\" makes what it was");
  CHECK(Lint({a}).empty());
}

TEST_CASE("Rule lint: never matches", "[rules]") {  // 1
  TestContents contents;
  contents.missing = {"gone"};
  contents.index_words.values = {{"brand", "Acme"}};
  CheckOne(Lint({RuleFor("r", "x", Anchoring::kIs, {.promote = {{"here", 0}, {"gone", 1}}})}, {}, {}, contents), "r",
           LintKind::kNeverMatches, "", "promote[1]: no document of this index has the object_id \"gone\"");
  Rule facet = RuleFor("f", "{facet:color} tent", Anchoring::kIs, Banner("x"));
  CheckOne(Lint({facet}, {}, {}, contents), "f", LintKind::kNeverMatches, "",
           "conditions[0].pattern \"{facet:color} tent\": no document of this index has a value in \"color\"");
  CheckOne(Lint({RuleFor("r", "x", Anchoring::kIs, {.filter = Filter::Is("brand", "Other")})}, {}, {}, contents), "r",
           LintKind::kNeverMatches, "", "filter: no document of this index passes \"brand:Other\"");
  CheckOne(Lint({RuleFor("r", "x", Anchoring::kIs)}), "r", LintKind::kNeverMatches, "",
           "consequence: is empty, so nothing happens");
  CheckOne(Lint({}, {{"/cancel", "gone"}}, {}, contents), "/cancel", LintKind::kNeverMatches, "",
           "to: no document of this index has the object_id \"gone\"");
}

TEST_CASE("Rule lint: loops of redirects", "[rules]") {  // 1
  CheckOne(
      Lint({RuleFor("r", "store hours", Anchoring::kContains, RedirectTo("/search?lang=en&q=our+store%20hours"))}), "r",
      LintKind::kRedirectLoop, "",
      "redirect_url: \"store hours\" leads back to this rule: /search?lang=en&q=our+store%20hours -> the same rule");
  const auto two = Lint({RuleFor("a", "hours", Anchoring::kIs, RedirectTo("/s?query=stores")),
                         RuleFor("b", "stores", Anchoring::kIs, RedirectTo("/old"))},
                        {{"/old", "/s?query=hours"}});
  REQUIRE(two.size() == 3);
  CHECK(two[0].kind == LintKind::kRedirectLoop);
  CHECK(two[1].object_id == "b");
  CHECK(two[2].subject == LintSubject::kMoved);
  CHECK(Lint({RuleFor("r", "store hours", Anchoring::kContains, RedirectTo("/search?q=opening+times"))}).empty());
}

TEST_CASE("Rule lint: hosts", "[rules]") {  // 1
  const LintOptions options{.allowed_hosts = {"www.fernway.example"}};
  CheckOne(Lint({RuleFor("r", "x", Anchoring::kIs, RedirectTo("https://WWW.other.example/x"))}, {}, options), "r",
           LintKind::kForeignHost, "",
           "redirect_url \"https://WWW.other.example/x\" leads to \"www.other.example\", which is not allowed");
  CheckOne(Lint({}, {{"/a", "https://other.example/"}}, options), "/a", LintKind::kForeignHost, "",
           "to \"https://other.example/\" leads to \"other.example\", which is not allowed");
  CHECK(Lint({RuleFor("r", "x", Anchoring::kIs, RedirectTo("/x")),
              RuleFor("s", "y", Anchoring::kIs, RedirectTo("https://www.fernway.example/y"))},
             {{"/a", "/b"}}, options)
            .empty());
}

TEST_CASE("Rule lint: nothing to say", "[rules]") {  // 2
  Rule off = RuleFor("off", "x", Anchoring::kIs);
  off.enabled = false;
  off.validity = {{1, 2}};
  CHECK(Lint({off}).empty());
  CHECK(Lint({}).empty());
}

TEST_CASE("Rule lint: ten thousand", "[rules]") {  // 3
  std::vector<Rule> rules;
  for (std::size_t i = 0; i < limits::kMaxRules; ++i) {
    const std::string n = std::to_string(i);
    rules.push_back(RuleFor(n, i % 2 == 0 ? "topic" + n : "topic {x" + n + ":ups} item" + n, Anchoring::kContains,
                            RedirectTo("/" + n)));
  }
  rules.back() = RuleFor("last", "a topic0", Anchoring::kIs, RedirectTo("/last"));
  CheckOne(Lint(std::move(rules)), "last", LintKind::kShadowed, "0",
           "conditions: rule \"0\" stands before it and redirects every query that it matches");
}

}  // namespace
}  // namespace signpost::rules
