// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_set.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "rules/rule_checks.h"
#include "rules/templates.h"
#include "text/language_pack.h"

namespace signpost::rules {
namespace {

absl::StatusOr<Pattern> ReadCondition(const RuleCondition& condition, const text::Analyzer& analyzer,
                                      PatternIndex* index) {
  const bool may_be_empty = condition.anchoring == Anchoring::kIs || condition.anchoring == Anchoring::kAny;
  if (condition.pattern.empty() && !may_be_empty) {
    return InvalidArgument("only Anchoring::kIs may have an empty one, for the empty query, and kAny, for every one");
  }
  if (!condition.pattern.empty() && condition.anchoring == Anchoring::kAny) {
    return InvalidArgument("Anchoring::kAny, for every query, has an empty one");
  }
  return ParsePattern(condition.pattern, analyzer, index->terms(), index->classes());
}

}  // namespace

// Conditions of several shapes, ascending: those of a shape are, so the shapes' next ones are kept in a heap.
class RuleSet::ConditionsInOrder {
 public:
  ConditionsInOrder(const RuleSet& set, const std::vector<PatternIndex::Matched>& matched) {
    for (const PatternIndex::Matched& one : matched) {
      const std::vector<std::uint32_t>& conditions = set.of_shape_[one.shape];
      heads_.push_back({conditions.data(), conditions.data() + conditions.size(), &one.captured});
    }
    std::erase_if(heads_, [](const Head& head) { return head.next == head.end; });
    std::make_heap(heads_.begin(), heads_.end(), std::greater<>());
  }

  std::optional<Match> Next() {
    if (heads_.empty()) return std::nullopt;
    std::pop_heap(heads_.begin(), heads_.end(), std::greater<>());
    Head& head = heads_.back();
    const Match match{*head.next++, head.captured};
    if (head.next == head.end) {
      heads_.pop_back();
    } else {
      std::push_heap(heads_.begin(), heads_.end(), std::greater<>());
    }
    return match;
  }

 private:
  struct Head {
    const std::uint32_t* next;
    const std::uint32_t* end;
    const std::vector<CapturedUnits>* captured;

    bool operator>(const Head& other) const { return *next > *other.next; }
  };
  std::vector<Head> heads_;
};

absl::Status RuleSet::CheckIds(const std::vector<Rule>& rules, std::vector<RefusedRule>* refused) {
  StringMap<std::size_t> places;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string& id = rules[i].object_id;
    std::string problem;
    if (id.empty()) problem = StrCat("rules[", i, "]: object_id is empty");
    auto [it, added] = places.try_emplace(id, i);
    if (!id.empty() && !added) {
      problem = StrCat("rules[", i, "]: object_id ", Quoted(id), " is that of rules[", it->second, "]");
    }
    if (problem.empty()) continue;
    if (refused == nullptr) return InvalidArgument(problem);
    refused->push_back({i, id, std::move(problem)});
  }
  return absl::OkStatus();
}

absl::StatusOr<RuleSet> RuleSet::Compile(std::vector<Rule> rules, std::vector<RefusedRule>* refused) {
  if (rules.size() > limits::kMaxRules) {
    return InvalidArgument("rules: ", rules.size(), " given, at most ", limits::kMaxRules, " are allowed");
  }
  SIGNPOST_RETURN_IF_ERROR(CheckIds(rules, refused));
  std::vector<bool> skip(rules.size());
  if (refused != nullptr) {
    for (const RefusedRule& bad : *refused) skip[bad.place] = true;
  }
  RuleSet set;
  const text::Analyzer analyzer(text::FindLanguagePack(""));
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (skip[i]) continue;
    absl::Status status = set.Add(rules[i], analyzer);
    if (!status.ok()) status = Annotate(status, StrCat("rule ", Quoted(rules[i].object_id)));
    if (status.ok()) {
      set.list_.push_back(std::move(rules[i]));
    } else if (refused == nullptr) {
      return status;
    } else {
      refused->push_back({i, rules[i].object_id, std::string(Message(status))});
    }
  }
  SIGNPOST_RETURN_IF_ERROR(set.index_->Compile());
  set.of_shape_.resize(set.index_->shape_count());
  return set;
}

absl::Status RuleSet::Add(const Rule& rule, const text::Analyzer& analyzer) {
  if (rule.conditions.size() > limits::kMaxRuleConditions) {
    return InvalidArgument("conditions has ", rule.conditions.size(), " entries, at most ", limits::kMaxRuleConditions,
                           " are allowed");
  }
  std::vector<Pattern> patterns;
  for (std::size_t i = 0; i < rule.conditions.size(); ++i) {
    absl::StatusOr<Pattern> pattern = ReadCondition(rule.conditions[i], analyzer, index_.get());
    if (!pattern.ok()) {
      return Annotate(pattern.status(), StrCat("conditions[", i, "].pattern ", Quoted(rule.conditions[i].pattern)));
    }
    patterns.push_back(std::move(*pattern));
  }
  SIGNPOST_RETURN_IF_ERROR(CheckRule(rule, patterns));
  const auto place = static_cast<std::uint32_t>(list_.size());
  first_condition_.push_back(conditions_.size());
  if (!rule.enabled) return absl::OkStatus();
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const RuleCondition& condition = rule.conditions[i];
    AddCondition({.rule = place, .number = static_cast<std::uint32_t>(i), .names = std::move(patterns[i].names)},
                 {.elements = std::move(patterns[i].elements),
                  .anchoring = condition.anchoring,
                  .alternatives = condition.alternatives});
  }
  if (patterns.empty()) AddCondition({.rule = place}, {.anchoring = Anchoring::kAny});
  return absl::OkStatus();
}

void RuleSet::AddCondition(Condition condition, PatternShape shape) {
  condition.shape = index_->Add(std::move(shape));
  if (of_shape_.size() <= condition.shape) of_shape_.resize(index_->shape_count());
  of_shape_[condition.shape].push_back(static_cast<std::uint32_t>(conditions_.size()));
  conditions_.push_back(std::move(condition));
}

bool RuleSet::Applies(const Condition& condition, const RuleRequest& request) const {
  const Rule& rule = list_[condition.rule];
  return IsInForce(rule, request) && (rule.conditions.empty() || IsOpen(rule.conditions[condition.number], request));
}

template <typename Visit>
void RuleSet::VisitMatches(const RuleRequest& request, const std::vector<PatternIndex::Matched>& matched,
                           Visit visit) const {
  ConditionsInOrder conditions(*this, matched);
  std::optional<std::uint32_t> last;  // rule that was visited
  while (const std::optional<Match> match = conditions.Next()) {
    const Condition& condition = conditions_[match->condition];
    if (last == condition.rule || !Applies(condition, request)) continue;  // one condition suffices
    last = condition.rule;
    if (!visit(*match)) return;
  }
}

Captures RuleSet::CapturesOf(const Match& match, const RuleQuery& query) const {
  const Condition& condition = conditions_[match.condition];
  Captures captures;
  std::size_t next = 0;
  for (const PatternElement& element : index_->shape(condition.shape).elements) {
    if (!element.is_capture()) continue;
    const CapturedUnits& units = (*match.captured)[next];
    captures.push_back({condition.names[next++], query.Value(element.capture, units.begin, units.end)});
  }
  return captures;
}

Outcome RuleSet::Apply(const RuleRequest& request) const {
  Outcome outcome;
  if (conditions_.empty()) return outcome;
  const text::Analyzer analyzer(text::FindLanguagePack(""));
  RuleQuery query = index_->Read(request.query, analyzer, request.index);
  const std::vector<PatternIndex::Matched> matched = index_->Find(&query);
  std::vector<Match> matches;
  const Rule* redirecting = nullptr;
  VisitMatches(request, matched, [&](const Match& match) {
    matches.push_back(match);
    const Rule& rule = list_[conditions_[match.condition].rule];
    if (!rule.consequence.redirect_url.empty()) redirecting = &rule;
    return redirecting == nullptr;
  });
  if (redirecting != nullptr) {
    outcome.redirect =
        Redirect{.url = FillRedirectUrl(redirecting->consequence.redirect_url, CapturesOf(matches.back(), query)),
                 .rule = redirecting->object_id};
    outcome.applied = {redirecting->object_id};
    return outcome;
  }
  for (const Match& match : matches) {
    AddConsequence(list_[conditions_[match.condition].rule], CapturesOf(match, query), request.query, analyzer,
                   &outcome);
  }
  FinishOutcome(&outcome);
  return outcome;
}

std::vector<std::uint32_t> RuleSet::MatchingRules(const RuleRequest& request) const {
  std::vector<std::uint32_t> out;
  if (conditions_.empty()) return out;
  const text::Analyzer analyzer(text::FindLanguagePack(""));
  RuleQuery query = index_->Read(request.query, analyzer, request.index);
  const std::vector<PatternIndex::Matched> matched = index_->Find(&query);
  VisitMatches(request, matched, [&](const Match& match) {
    out.push_back(conditions_[match.condition].rule);
    return true;
  });
  return out;
}

}  // namespace signpost::rules
