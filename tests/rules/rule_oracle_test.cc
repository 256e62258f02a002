// SPDX-License-Identifier: Apache-2.0
// Properties of rule sets against rules tried one by one (naive_rules.h), over random rules and queries:
//  1. The same rules apply, in the same order, with the same captures and the same redirect.
//  2. A rule that the linter calls shadowed does nothing for any query.
//  3. What Covers says is true of every query.
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "rules/naive_rules.h"
#include "rules/pattern_cover.h"
#include "rules/rule_lint.h"
#include "rules/test_contents.h"
#include "rules/test_rules.h"
#include "support/seed.h"

namespace signpost::rules {
namespace {

using Strings = std::vector<std::string>;

class RandomRules {
 public:
  explicit RandomRules(std::uint64_t seed) : random_(seed) {}

  std::size_t Below(std::size_t n) { return random_() % n; }
  bool OneIn(std::size_t n) { return Below(n) == 0; }

  std::string Pattern() {
    static const Strings kPieces = {"a",
                                    "b",
                                    "c",
                                    "a b",
                                    "订",
                                    "单",
                                    "{x}",
                                    "{x:number}",
                                    "{y:order}",
                                    "{y:/[ab]+\\d{1,3}/}",
                                    "{x:/x?\\d+/}",
                                    "{z:ups|fedex}",
                                    "{z:fedex?}",
                                    "{z:dhl|s10}",
                                    "a-",
                                    "-b"};
    return Text(kPieces, 4, " ");
  }
  std::string Query() {
    static const Strings kWords = {"a ",
                                   "b ",
                                   "c ",
                                   "a-",
                                   "订",
                                   "单",
                                   "17 ",
                                   "12345 ",
                                   "x1 ",
                                   ". ",
                                   "ab12 ",
                                   "b7",
                                   "1Z999AA10123456784 ",
                                   "1Z 999 AA1 01 2345 6784 ",
                                   "986578788855 ",
                                   "763550588519 ",
                                   "1234567891 ",
                                   "RR123456785US",
                                   "4006381333931 "};
    return Text(kWords, OneIn(8) ? 90 : 7, "");
  }
  Rule Make(std::size_t number) {
    Rule rule = RuleFor(std::to_string(number), "", Anchoring::kIs);
    rule.conditions.clear();
    for (std::size_t i = Below(3); i > 0 || rule.conditions.empty(); --i) {
      RuleCondition condition{.pattern = Pattern(), .anchoring = static_cast<Anchoring>(Below(4))};
      if (OneIn(10)) condition = {.anchoring = OneIn(2) ? Anchoring::kAny : Anchoring::kIs};
      if (OneIn(3)) condition.context = OneIn(2) ? "app" : "web";
      if (OneIn(5)) condition.filter = Filter::Is("brand", OneIn(2) ? "Acme" : "acme");
      rule.conditions.push_back(std::move(condition));
      if (i <= 1) break;
    }
    if (OneIn(30)) rule.conditions.clear();
    if (OneIn(4)) rule.audiences = {OneIn(2) ? "agents" : "shops"};
    if (OneIn(4)) rule.validity = {{10, 20}, {30, 40}};
    if (OneIn(8)) rule.enabled = false;
    if (OneIn(6)) {
      rule.consequence.redirect_url = "/r/" + rule.object_id;
    } else {
      rule.consequence.user_data = "data " + rule.object_id;
    }
    return rule;
  }

 private:
  std::string Text(const Strings& from, std::size_t most, std::string_view glue) {
    std::string out;
    for (std::size_t i = 1 + Below(most); i > 0; --i) out += StrCat(from[Below(from.size())], glue);
    return out;
  }

  std::mt19937_64 random_;
};

// A name that all conditions of a rule capture goes into what it gives.
void UseCaptures(Rule* rule) {
  for (const char* name : {"x", "y", "z"}) {
    const std::string open = StrCat("{", name);
    const bool all = !rule->conditions.empty() &&
                     std::all_of(rule->conditions.begin(), rule->conditions.end(),
                                 [&](const auto& c) { return c.pattern.find(open) != std::string::npos; });
    if (!all) continue;
    if (rule->consequence.redirect_url.empty()) rule->consequence.user_data = StrCat("data {", name, "}");
    if (!rule->consequence.redirect_url.empty()) rule->consequence.redirect_url += StrCat("/{", name, "}");
    return;
  }
}

std::vector<Rule> SomeRules(RandomRules* random, std::size_t count) {
  std::vector<Rule> rules;
  while (rules.size() < count) {
    Rule rule = random->Make(rules.size());
    UseCaptures(&rule);
    if (RuleSet::Compile({rule}).ok()) rules.push_back(std::move(rule));  // {x} {x} is refused
  }
  return rules;
}

struct Asked {
  std::string query;
  Strings contexts;
  Strings audiences;
  Filter filter;
  std::int64_t now = 0;

  explicit Asked(RandomRules* random) : query(random->Query()), now(static_cast<std::int64_t>(random->Below(50))) {
    if (random->OneIn(2)) contexts = {"app"};
    if (random->OneIn(3)) contexts.push_back("web");
    if (random->OneIn(2)) audiences = {random->OneIn(2) ? "agents" : "shops"};
    if (random->OneIn(2)) filter = Filter::All({Filter::Is("size", "xl"), Filter::Is("brand", "ACME")});
  }
  RuleRequest Request() const {
    return {.query = query, .contexts = contexts, .audiences = audiences, .filter = &filter, .now = now};
  }
};

TEST_CASE("Rule oracle: what the index finds is what trying every rule finds", "[rules]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomRules random(seed);
  std::size_t applied = 0;
  std::size_t redirected = 0;
  for (int round = 0; round < 60; ++round) {
    const std::vector<Rule> rules = SomeRules(&random, 40);
    const RuleSet set = Compiled(rules);
    for (int i = 0; i < 40; ++i) {
      const Asked asked(&random);
      CAPTURE(round, asked.query);
      const Outcome got = set.Apply(asked.Request());
      const Outcome want = naive::Apply(rules, asked.Request());
      REQUIRE(got.applied == want.applied);
      REQUIRE(got.user_data == want.user_data);
      REQUIRE((got.redirect ? got.redirect->url : "") == (want.redirect ? want.redirect->url : ""));
      applied += got.applied.size();
      if (got.redirect) ++redirected;
    }
  }
  CHECK(applied > 2'000);
  CHECK(redirected > 200);
}

TEST_CASE("Rule oracle: a shadowed rule does nothing", "[rules]") {  // 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomRules random(seed);
  std::size_t shadowed = 0;
  for (int round = 0; round < 40; ++round) {
    std::vector<Rule> rules = SomeRules(&random, 40);
    const RuleSet set = Compiled(rules);
    const TestContents contents;
    const MovedSet moved;
    const LintOptions options{.now = 15};
    const auto findings = LintRules({.rules = &set, .moved = &moved, .contents = &contents, .options = &options});
    for (const LintFinding& finding : findings) {
      if (finding.kind != LintKind::kShadowed) continue;
      ++shadowed;
      const std::size_t place = static_cast<std::size_t>(std::stoi(finding.object_id));
      const std::size_t other = static_cast<std::size_t>(std::stoi(finding.other));
      if (rules[other].consequence.redirect_url.empty()) continue;  // says the same
      for (int i = 0; i < 60; ++i) {
        const Asked asked(&random);
        CAPTURE(asked.query, rules[place].conditions.empty() ? "" : rules[place].conditions[0].pattern, finding.reason);
        const Strings applied = naive::Apply(rules, asked.Request()).applied;
        REQUIRE(std::find(applied.begin(), applied.end(), finding.object_id) == applied.end());
      }
    }
  }
  CHECK(shadowed > 20);
}

TEST_CASE("Rule oracle: what is covered is matched", "[rules]") {  // 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomRules random(seed);
  std::size_t covered = 0;
  std::size_t matched = 0;
  for (int round = 0; round < 20'000; ++round) {
    const Anchoring wide_anchoring = static_cast<Anchoring>(random.Below(4));
    const Anchoring narrow_anchoring = static_cast<Anchoring>(random.Below(4));
    const std::string wide = random.Pattern();
    const std::string narrow = random.Pattern();
    absl::StatusOr<RuleSet> set =
        RuleSet::Compile({RuleFor("0", wide, wide_anchoring), RuleFor("1", narrow, narrow_anchoring)});
    if (!set.ok() || !Covers(set->ShapeOf(0, 0), set->ShapeOf(1, 0), set->patterns().classes())) continue;
    ++covered;
    for (int i = 0; i < 20; ++i) {
      const std::string query = random.Query();
      CAPTURE(wide, wide_anchoring, narrow, narrow_anchoring, query);
      const std::vector<std::uint32_t> rules = set->MatchingRules({.query = query});
      const bool narrow_matches = !rules.empty() && rules.back() == 1;
      if (narrow_matches) REQUIRE(rules.front() == 0);
      matched += narrow_matches ? 1 : 0;
    }
  }
  CHECK(covered > 100);
  CHECK(matched > 50);
}

}  // namespace
}  // namespace signpost::rules
