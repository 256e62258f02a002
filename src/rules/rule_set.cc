// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_set.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <absl/container/flat_hash_set.h>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "rules/templates.h"
#include "text/language_pack.h"

namespace signpost::rules {
namespace {

absl::Status CheckIds(const std::vector<Rule>& rules) {
  StringMap<std::size_t> places;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string& id = rules[i].object_id;
    if (id.empty()) return InvalidArgument("rules[", i, "]: object_id is empty");
    auto [it, added] = places.try_emplace(id, i);
    if (!added) {
      return InvalidArgument("rules[", i, "]: object_id ", Quoted(id), " is that of rules[", it->second, "]");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckConsequence(const RuleConsequence& consequence) {
  if (!consequence.redirect_url.empty()) {
    absl::Status status = CheckRedirectUrl(consequence.redirect_url);
    if (!status.ok()) {
      return Annotate(status, StrCat("redirect_url ", Quoted(consequence.redirect_url)));
    }
  }
  absl::Status status = CheckUserData(consequence.user_data);
  if (!status.ok()) return InvalidArgument("user_data ", Message(status));
  for (std::size_t i = 0; i < consequence.promote.size(); ++i) {
    const Promotion& promotion = consequence.promote[i];
    if (promotion.object_id.empty()) return InvalidArgument("promote[", i, "].object_id is empty");
    if (promotion.position < 0)
      return InvalidArgument("promote[", i, "].position ", promotion.position, " is negative");
  }
  for (std::size_t i = 0; i < consequence.hide.size(); ++i) {
    if (consequence.hide[i].empty()) return InvalidArgument("hide[", i, "] is empty");
  }
  return absl::OkStatus();
}

absl::StatusOr<Pattern> ReadCondition(const RuleCondition& condition, const text::Analyzer& analyzer, TermTrie* terms) {
  if (condition.pattern.empty() && condition.anchoring != Anchoring::kIs) {
    return InvalidArgument("only Anchoring::kIs may have an empty one, for the empty query");
  }
  return ParsePattern(condition.pattern, analyzer, terms);
}

// Every condition must give what a field of the consequence uses.
absl::Status CheckCaptured(const Rule& rule, const std::vector<Pattern>& patterns, std::string_view field,
                           const std::vector<std::string_view>& used) {
  for (std::string_view name : used) {
    if (patterns.empty()) return InvalidArgument(field, " uses {", name, "}, but there is no condition to capture it");
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      if (patterns[i].Captures(name)) continue;
      return InvalidArgument(field, " uses {", name, "}, which conditions[", i, "].pattern ",
                             Quoted(rule.conditions[i].pattern), " does not capture");
    }
  }
  return absl::OkStatus();
}

bool Applies(const std::string& context, const std::vector<std::string>& contexts) {
  return context.empty() || std::find(contexts.begin(), contexts.end(), context) != contexts.end();
}

bool StartsAtFirstUnit(Anchoring anchoring) {
  return anchoring == Anchoring::kIs || anchoring == Anchoring::kStartsWith;
}

bool EndsAtLastUnit(Anchoring anchoring) { return anchoring == Anchoring::kIs || anchoring == Anchoring::kEndsWith; }

// Orders promotions by position, then as they came, and keeps each object's first.
void OrderPromotions(std::vector<Promotion>* promotions) {
  std::stable_sort(promotions->begin(), promotions->end(),
                   [](const Promotion& a, const Promotion& b) { return a.position < b.position; });
  StringSet seen;
  std::erase_if(*promotions, [&](const Promotion& promotion) { return !seen.insert(promotion.object_id).second; });
}

}  // namespace

absl::StatusOr<RuleSet> RuleSet::Compile(std::vector<Rule> rules) {
  if (rules.size() > limits::kMaxRules) {
    return InvalidArgument("rules: ", rules.size(), " given, at most ", limits::kMaxRules, " are allowed");
  }
  SIGNPOST_RETURN_IF_ERROR(CheckIds(rules));
  RuleSet set;
  set.list_ = std::move(rules);
  const text::Analyzer analyzer(text::FindLanguagePack(""));
  for (std::size_t i = 0; i < set.list_.size(); ++i) {
    absl::Status status = set.Add(static_cast<std::uint32_t>(i), analyzer);
    if (!status.ok()) return Annotate(status, StrCat("rule ", Quoted(set.list_[i].object_id)));
  }
  set.by_node_.resize(set.trie_.node_count());
  return set;
}

absl::Status RuleSet::Add(std::uint32_t place, const text::Analyzer& analyzer) {
  const Rule& rule = list_[place];
  const RuleConsequence& consequence = rule.consequence;
  SIGNPOST_RETURN_IF_ERROR(CheckConsequence(consequence));
  std::vector<Pattern> patterns;
  for (std::size_t i = 0; i < rule.conditions.size(); ++i) {
    absl::StatusOr<Pattern> pattern = ReadCondition(rule.conditions[i], analyzer, &trie_);
    if (!pattern.ok()) {
      return Annotate(pattern.status(), StrCat("conditions[", i, "].pattern ", Quoted(rule.conditions[i].pattern)));
    }
    patterns.push_back(std::move(*pattern));
  }
  SIGNPOST_RETURN_IF_ERROR(CheckCaptured(rule, patterns, "redirect_url", CapturesInText(consequence.redirect_url)));
  SIGNPOST_RETURN_IF_ERROR(CheckCaptured(rule, patterns, "user_data", CapturesInData(consequence.user_data)));
  if (!rule.enabled) return absl::OkStatus();
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const RuleCondition& condition = rule.conditions[i];
    AddCondition({.rule = place,
                  .pattern = std::move(patterns[i]),
                  .anchoring = condition.anchoring,
                  .context = condition.context});
  }
  // The empty sequence of words is in every query.
  if (patterns.empty()) AddCondition({.rule = place, .pattern = {}, .anchoring = Anchoring::kContains, .context = {}});
  return absl::OkStatus();
}

void RuleSet::AddCondition(Condition condition) {
  const std::vector<PatternElement>& elements = condition.pattern.elements;
  const std::size_t prefix = condition.pattern.LiteralPrefix();
  condition.has_capture = prefix < elements.size();
  condition.probe = StartsAtFirstUnit(condition.anchoring) ? Probe::kFirstUnit : Probe::kAnyUnit;
  TermTrie::Node node = TermTrie::kRoot;
  for (std::size_t i = 0; i < prefix; ++i) node = trie_.AddChild(node, elements[i].term);
  if (prefix == 0 && condition.has_capture) {
    condition.probe = Probe::kSearch;
    auto literal = std::find_if(elements.begin(), elements.end(), [](const auto& e) { return !e.is_capture(); });
    if (literal != elements.end()) node = trie_.AddChild(node, literal->term);
  }
  if (by_node_.size() <= node) by_node_.resize(trie_.node_count());
  by_node_[node].push_back(static_cast<std::uint32_t>(conditions_.size()));
  conditions_.push_back(std::move(condition));
}

bool RuleSet::MayMatch(const Condition& condition, const Visit& visit) {
  if (condition.probe == Probe::kFirstUnit && visit.start > 0) return false;
  if (condition.has_capture) return visit.short_query && (visit.first || condition.probe != Probe::kSearch);
  return EndsAtLastUnit(condition.anchoring) ? visit.at_end : visit.first;
}

std::vector<RuleSet::Candidate> RuleSet::Candidates(const RuleQuery& query) const {
  std::vector<Candidate> candidates;
  absl::flat_hash_set<TermTrie::Node> visited;
  Visit visit{.short_query = query.size() <= limits::kMaxRuleQueryTokens};
  do {
    TermTrie::Node node = TermTrie::kRoot;
    for (std::size_t end = visit.start; node != TermTrie::kNone; ++end) {
      visit.first = visited.insert(node).second;
      visit.at_end = end == query.size();
      // A long query meets no captures, so all that it finds at a later visit are words at its end.
      if (visit.first || visit.at_end || visit.short_query) {
        for (std::uint32_t i : by_node_[node]) {
          if (MayMatch(conditions_[i], visit)) candidates.push_back({i, visit.start});
        }
      }
      if (visit.at_end) break;
      node = trie_.FindChild(node, query.term(end));
    }
  } while (++visit.start < query.size());
  std::sort(candidates.begin(), candidates.end());
  return candidates;
}

std::vector<RuleSet::Match> RuleSet::Matches(const RuleQuery& query, const std::vector<std::string>& contexts) const {
  std::vector<Match> matches;
  for (const Candidate& candidate : Candidates(query)) {
    const Condition& condition = conditions_[candidate.condition];
    if (!matches.empty() && matches.back().rule == condition.rule) continue;  // one condition suffices
    if (!Applies(condition.context, contexts)) continue;
    std::optional<Captures> captures = condition.probe == Probe::kSearch
                                           ? MatchAnywhere(condition.pattern, condition.anchoring, query)
                                           : MatchAt(condition.pattern, condition.anchoring, query, candidate.start);
    if (!captures) continue;
    matches.push_back({condition.rule, std::move(*captures)});
    if (!list_[condition.rule].consequence.redirect_url.empty()) break;
  }
  return matches;
}

Outcome RuleSet::Combine(const std::vector<Match>& matches) const {
  Outcome outcome;
  if (matches.empty()) return outcome;
  const Rule& last = list_[matches.back().rule];
  if (!last.consequence.redirect_url.empty()) {
    outcome.redirect = Redirect{.url = FillRedirectUrl(last.consequence.redirect_url, matches.back().captures),
                                .rule = last.object_id};
    outcome.applied = {last.object_id};
    return outcome;
  }
  StringSet hidden;
  for (const Match& match : matches) {
    const Rule& rule = list_[match.rule];
    const RuleConsequence& consequence = rule.consequence;
    outcome.applied.push_back(rule.object_id);
    if (!consequence.user_data.is_null()) {
      outcome.user_data.push_back(FillUserData(consequence.user_data, match.captures));
    }
    outcome.promote.insert(outcome.promote.end(), consequence.promote.begin(), consequence.promote.end());
    for (const std::string& id : consequence.hide) {
      if (hidden.insert(id).second) outcome.hide.push_back(id);
    }
  }
  OrderPromotions(&outcome.promote);
  return outcome;
}

Outcome RuleSet::Apply(std::string_view query, const std::vector<std::string>& contexts) const {
  if (conditions_.empty()) return {};
  const text::Analyzer analyzer(text::FindLanguagePack(""));
  return Combine(Matches(RuleQuery(query, analyzer, trie_), contexts));
}

}  // namespace signpost::rules
