// SPDX-License-Identifier: Apache-2.0
// rule_set.h — the owner's rules, compiled: what a query makes happen.
//
// Threads:  immutable after Compile; const methods may run concurrently.
#ifndef SIGNPOST_RULES_RULE_SET_H_
#define SIGNPOST_RULES_RULE_SET_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/rules.h>

#include "rules/captures.h"
#include "rules/outcome.h"
#include "rules/pattern.h"
#include "rules/pattern_index.h"
#include "rules/rule_gate.h"
#include "text/analyzer.h"

namespace signpost::rules {

class RuleSet {
 public:
  // An empty set.
  RuleSet() : index_(std::make_shared<PatternIndex>()) {}

  // With `refused`, rules that are wrong are left out and listed there; without, the first is an error. InvalidArgument: names the
  // rule's object_id, the field and the value; or there are more than limits::kMaxRules.
  static absl::StatusOr<RuleSet> Compile(std::vector<Rule> rules, std::vector<RefusedRule>* refused = nullptr);

  // Returns what the rules make of a query. Never fails: a query that cannot be read matches no pattern.
  // Cost: linear in the query for each pattern that it may match (pattern_index.h).
  Outcome Apply(const RuleRequest& request) const;

  // Returns the places in list() of all rules that apply, redirects or not, ascending.
  std::vector<std::uint32_t> MatchingRules(const RuleRequest& request) const;

  // The rules that were not refused.
  const std::vector<Rule>& list() const { return list_; }
  // What PatternIndex::shape knows of a condition of a rule. REQUIRES: the rule is enabled, and has the condition.
  const PatternShape& ShapeOf(std::size_t rule, std::size_t condition) const {
    return index_->shape(conditions_[first_condition_[rule] + condition].shape);
  }
  const PatternIndex& patterns() const { return *index_; }

 private:
  struct Condition {
    std::uint32_t rule = 0;    // place in the list
    std::uint32_t number = 0;  // among those of its rule
    PatternIndex::ShapeId shape = 0;
    std::vector<std::string> names;  // of its captures
  };
  // A condition that matches.
  struct Match {
    std::uint32_t condition = 0;
    const std::vector<CapturedUnits>* captured = nullptr;
  };
  class ConditionsInOrder;

  static absl::Status CheckIds(const std::vector<Rule>& rules, std::vector<RefusedRule>* refused);
  absl::Status Add(const Rule& rule, const text::Analyzer& analyzer);
  void AddCondition(Condition condition, PatternShape shape);
  bool Applies(const Condition& condition, const RuleRequest& request) const;
  // Calls visit(match) for the first matching condition of each rule that applies, in the order of the list, while it returns true.
  template <typename Visit>
  void VisitMatches(const RuleRequest& request, const std::vector<PatternIndex::Matched>& matched, Visit visit) const;
  Captures CapturesOf(const Match& match, const RuleQuery& query) const;

  std::vector<Rule> list_;
  std::shared_ptr<PatternIndex> index_;               // shared by copies
  std::vector<Condition> conditions_;                 // of enabled rules, in their order
  std::vector<std::size_t> first_condition_;          // by rule: place in conditions_
  std::vector<std::vector<std::uint32_t>> of_shape_;  // places in conditions_, ascending
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_RULE_SET_H_
