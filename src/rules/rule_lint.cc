// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_lint.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include <absl/container/flat_hash_set.h>

#include "base/strings.h"
#include "rules/moved_lint.h"
#include "rules/pattern_cover.h"
#include "rules/pattern_example.h"
#include "rules/redirect_lint.h"
#include "rules/rule_collision.h"
#include "text/language_pack.h"

namespace signpost::rules {
namespace {

// What is said of one rule.
class RuleLinter {
 public:
  RuleLinter(const LintInput& input, std::size_t place, std::vector<LintFinding>* out)
      : input_(input), list_(input.rules->list()), place_(place), rule_(list_[place]), out_(out) {}

  void Run() {
    if (!rule_.enabled) return;
    CheckExpired();
    CheckEffects();
    CheckPatterns();
    CheckHost();
    ReadExamples();
    CheckShadowed();
    CheckOverlaps();
    CheckLoop();
    CheckCycle();
  }

 private:
  struct Example {
    std::string query;
    RuleRequest request;               // that opens the condition
    std::vector<std::uint32_t> rules;  // that match
  };

  void Add(LintKind kind, std::string other, std::string reason, std::string suggestion) {
    out_->push_back(
        {LintSubject::kRule, rule_.object_id, kind, std::move(other), std::move(reason), std::move(suggestion)});
  }

  void CheckExpired() {
    const std::int64_t now = input_.options->now;
    const bool expired =
        !rule_.validity.empty() && std::all_of(rule_.validity.begin(), rule_.validity.end(),
                                               [&](const auto& window) { return window.until <= now; });
    if (!expired) return;
    const auto last = std::max_element(rule_.validity.begin(), rule_.validity.end(),
                                       [](const auto& a, const auto& b) { return a.until < b.until; });
    Add(LintKind::kExpired, "", StrCat("validity: the last window ended at ", last->until, ", it is ", now),
        "remove the rule, or give it a new window");
  }

  void CheckEffects() {
    const RuleConsequence& consequence = rule_.consequence;
    if (consequence == RuleConsequence()) {
      Add(LintKind::kNeverMatches, "", "consequence: is empty, so nothing happens",
          "give the rule a consequence, or remove it");
    }
    auto check_id = [&](std::string_view field, std::size_t i, const std::string& id) {
      if (input_.contents->HasDocument(id)) return;
      Add(LintKind::kNeverMatches, "",
          StrCat(field, "[", i, "]: no document of this index has the object_id ", Quoted(id)),
          "correct the object_id, or take it out");
    };
    for (std::size_t i = 0; i < consequence.promote.size(); ++i)
      check_id("promote", i, consequence.promote[i].object_id);
    for (std::size_t i = 0; i < consequence.hide.size(); ++i) check_id("hide", i, consequence.hide[i]);
    auto check_filter = [&](std::string_view field, const Filter& filter) {
      if (filter.empty() || input_.contents->Admits(filter)) return;
      Add(LintKind::kNeverMatches, "", StrCat(field, ": no document of this index passes ", Quoted(FilterText(filter))),
          "correct the filter, or take it out");
    };
    check_filter("filter", consequence.filter);
    for (std::size_t i = 0; i < consequence.optional.size(); ++i) {
      check_filter(StrCat("optional[", i, "]"), consequence.optional[i].filter);
    }
  }

  void CheckPatterns() {
    for (std::size_t i = 0; i < rule_.conditions.size(); ++i) {
      for (const PatternElement& element : ShapeOf(i).elements) {
        if (!element.is_capture()) continue;
        const CaptureClass& accepts = input_.rules->patterns().classes().at(element.capture);
        if (accepts.kind != CaptureClass::Kind::kFacet || input_.contents->HasValues(accepts.attribute)) continue;
        Add(LintKind::kNeverMatches, "",
            StrCat("conditions[", i, "].pattern ", Quoted(rule_.conditions[i].pattern),
                   ": no document of this index has a value in ", Quoted(accepts.attribute)),
            "name an attribute that documents have");
      }
    }
  }

  void CheckHost() {
    const std::string host = HostOf(rule_.consequence.redirect_url);
    const std::vector<std::string>& allowed = input_.options->allowed_hosts;
    if (host.empty() || allowed.empty() || std::find(allowed.begin(), allowed.end(), host) != allowed.end()) return;
    Add(LintKind::kForeignHost, "",
        StrCat("redirect_url ", Quoted(rule_.consequence.redirect_url), " leads to ", Quoted(host),
               ", which is not allowed"),
        "lead to an allowed host, or allow this one");
  }

  const PatternShape& ShapeOf(std::size_t condition) const { return input_.rules->ShapeOf(place_, condition); }

  // What opens a condition of a rule.
  RuleRequest RequestFor(const RuleCondition& condition) const {
    RuleRequest request{.audiences = rule_.audiences, .filter = &condition.filter, .now = input_.options->now};
    if (!condition.context.empty()) request.contexts = {&condition.context, 1};
    if (!rule_.validity.empty()) {
      const auto open = std::find_if(rule_.validity.begin(), rule_.validity.end(), [&](const ValidityWindow& window) {
        return window.from <= request.now && request.now < window.until;
      });
      if (open == rule_.validity.end()) request.now = rule_.validity.front().from;
    }
    request.index = &input_.contents->words();
    return request;
  }

  void ReadExamples() {
    for (std::size_t i = 0; i < rule_.conditions.size(); ++i) {
      const std::optional<std::string> query = ExampleOf(ShapeOf(i), input_.rules->patterns());
      examples_.push_back({query.value_or(""), RequestFor(rule_.conditions[i]), {}});
      Example& example = examples_.back();
      if (!query) continue;
      example.request.query = example.query;
      example.rules = input_.rules->MatchingRules(example.request);
    }
    for (Example& example : examples_) example.request.query = example.query;  // strings may have moved
  }

  // Returns the first rule before this one that has its turn whenever condition `i` would, or answers the same.
  std::optional<std::size_t> Before(std::size_t i) const {
    if (!examples_[i].rules.empty()) {
      for (std::uint32_t other : examples_[i].rules) {
        if (other >= place_) break;
        if (TakesTurn(other, i)) return other;
      }
      return std::nullopt;
    }
    for (std::size_t other = 0; other < place_; ++other) {
      if (list_[other].enabled && TakesTurn(other, i)) return other;
    }
    return std::nullopt;
  }

  bool TakesTurn(std::size_t other, std::size_t i) const {
    const Rule& rule = list_[other];
    if (rule.consequence.redirect_url.empty() && rule.consequence != rule_.consequence) return false;
    static const RuleCondition kEvery{.anchoring = Anchoring::kAny};
    if (rule.conditions.empty()) return GateCovers(rule, kEvery, rule_, rule_.conditions[i]);
    for (std::size_t c = 0; c < rule.conditions.size(); ++c) {
      if (GateCovers(rule, rule.conditions[c], rule_, rule_.conditions[i]) &&
          Covers(input_.rules->ShapeOf(other, c), ShapeOf(i), input_.rules->patterns().classes())) {
        return true;
      }
    }
    return false;
  }

  void CheckShadowed() {
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < rule_.conditions.size(); ++i) {
      const std::optional<std::size_t> other = Before(i);
      if (!other) return;
      if (!before) before = other;
    }
    if (!before) return;
    shadowed_ = true;
    const std::string& other = list_[*before].object_id;
    const bool same = list_[*before].consequence == rule_.consequence;
    Add(LintKind::kShadowed, other,
        same
            ? StrCat("conditions: rule ", Quoted(other),
                     " stands before it, matches the same queries and does the same")
            : StrCat("conditions: rule ", Quoted(other), " stands before it and redirects every query that it matches"),
        same ? "remove one of the two" : "put it before the other, or make the other's pattern narrower");
  }

  void CheckOverlaps() {
    if (shadowed_) return;
    for (const Example& example : examples_) {
      for (std::uint32_t other : example.rules) {
        if (other == place_) continue;
        const std::string collision = CollisionOf(rule_, list_[other]);
        if (collision.empty()) continue;
        const bool first = other > place_;
        Add(LintKind::kOverlapping, list_[other].object_id,
            StrCat("both match ", Quoted(example.query), ": ", collision,
                   first ? "; this one wins" : "; the other one wins"),
            "make one pattern narrower, or join the two rules");
        return;
      }
    }
  }

  void CheckLoop() {
    if (rule_.consequence.redirect_url.empty()) return;
    for (const Example& example : examples_) {
      if (example.query.empty()) continue;
      const Outcome outcome = input_.rules->Apply(example.request);
      if (!outcome.redirect || outcome.redirect->rule != rule_.object_id) continue;
      const auto loop = FindRedirectLoop({.url = outcome.redirect->url, .rule = rule_.object_id, .from = {}},
                                         *input_.rules, *input_.moved, example.request);
      if (!loop) continue;
      Add(LintKind::kRedirectLoop, "",
          StrCat("redirect_url: ", Quoted(example.query), " leads back to this rule: ", *loop),
          "lead to a page that is no search for these words");
      return;
    }
  }

  // The query after the edits of one rule.
  std::string Edited(const Rule& rule, std::string_view query) const {
    const text::Analyzer analyzer(text::FindLanguagePack(""));
    Outcome outcome;
    AddConsequence(rule, {}, query, analyzer, &outcome);
    return outcome.query ? *outcome.query : std::string(query);
  }

  void CheckCycle() {
    const auto edits = [](const Rule& rule) { return rule.consequence.query || !rule.consequence.edits.empty(); };
    if (!edits(rule_)) return;
    for (const Example& example : examples_) {
      if (example.rules.empty()) continue;
      const std::string edited = Edited(rule_, example.query);
      if (edited == example.query) continue;
      RuleRequest next = example.request;
      next.query = edited;
      for (std::uint32_t other : input_.rules->MatchingRules(next)) {
        if (other == place_ || !edits(list_[other]) || Edited(list_[other], edited) != example.query) continue;
        Add(LintKind::kCyclic, list_[other].object_id,
            StrCat("edits: ", Quoted(example.query), " becomes ", Quoted(edited), ", which rule ",
                   Quoted(list_[other].object_id), " makes what it was"),
            "decide which of the two is searched, and remove the other edit");
        return;
      }
    }
  }

  const LintInput& input_;
  const std::vector<Rule>& list_;
  const std::size_t place_;
  const Rule& rule_;
  std::vector<LintFinding>* const out_;
  std::vector<Example> examples_;  // by condition
  bool shadowed_ = false;
};

// Of two rules that overlap by examples of both, the one that loses is told. REQUIRES: `findings` are in the order of the rules.
void TellLosersAlone(std::vector<LintFinding>* findings) {
  absl::flat_hash_set<std::pair<std::string, std::string>> told;
  for (auto finding = findings->rbegin(); finding != findings->rend(); ++finding) {
    if (finding->kind != LintKind::kOverlapping) continue;
    if (told.contains({finding->other, finding->object_id})) {
      finding->object_id.clear();
    } else {
      told.insert({finding->object_id, finding->other});
    }
  }
  std::erase_if(*findings, [](const LintFinding& finding) { return finding.object_id.empty(); });
}

}  // namespace

std::vector<LintFinding> LintRules(const LintInput& input) {
  std::vector<LintFinding> out;
  for (std::size_t i = 0; i < input.rules->list().size(); ++i) RuleLinter(input, i, &out).Run();
  TellLosersAlone(&out);
  LintMoved(input, &out);
  return out;
}

}  // namespace signpost::rules
