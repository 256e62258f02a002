// SPDX-License-Identifier: Apache-2.0
// rule_set.h — the owner's rules, compiled: what a query makes happen.
//
// Threads:  immutable after Compile; const methods may run concurrently.
#ifndef SIGNPOST_RULES_RULE_SET_H_
#define SIGNPOST_RULES_RULE_SET_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/rules.h>
#include <signpost/search.h>

#include "rules/captures.h"
#include "rules/pattern.h"
#include "rules/pattern_matcher.h"
#include "rules/term_trie.h"
#include "text/analyzer.h"

namespace signpost::rules {

// What the matching rules together want.
struct Outcome {
  std::optional<Redirect> redirect;  // when set, nothing else is but `applied`
  std::vector<Value> user_data;
  std::vector<Promotion> promote;  // by position, then order of the rules; an object_id once
  std::vector<std::string> hide;
  std::vector<std::string> applied;  // object_ids, in order
};

class RuleSet {
 public:
  // An empty set.
  RuleSet() = default;

  // InvalidArgument: names the rule's object_id, the field and the value.
  static absl::StatusOr<RuleSet> Compile(std::vector<Rule> rules);

  // Returns what the rules make of a query. Never fails: a query that cannot be read matches no pattern.
  // Cost: linear in the query for each rule that shares its first literal word, or that begins with a capture.
  Outcome Apply(std::string_view query, const std::vector<std::string>& contexts) const;

  const std::vector<Rule>& list() const { return list_; }

 private:
  // Where in a query a condition can begin, by what its pattern begins with.
  enum class Probe : std::uint8_t {
    kFirstUnit,  // at the start of the query only
    kAnyUnit,    // wherever its literals before the first capture stand; the first such place suffices without captures
    kSearch,     // unknown, because it begins with a capture: every place is tried once
  };
  struct Condition {
    std::uint32_t rule = 0;  // place in the list
    Pattern pattern;
    Anchoring anchoring = Anchoring::kIs;
    Probe probe = Probe::kFirstUnit;
    bool has_capture = false;
    std::string context;
  };
  // A condition that may match, beginning at a unit of the query; kSearch: anywhere.
  struct Candidate {
    std::uint32_t condition = 0;
    std::uint32_t start = 0;

    auto operator<=>(const Candidate&) const = default;
  };
  // A node reached from a unit of the query.
  struct Visit {
    std::uint32_t start = 0;   // the unit
    bool first = false;        // of this node in this query
    bool at_end = false;       // no unit follows
    bool short_query = false;  // short enough for captures
  };
  struct Match {
    std::uint32_t rule = 0;
    Captures captures;
  };

  absl::Status Add(std::uint32_t place, const text::Analyzer& analyzer);
  void AddCondition(Condition condition);
  static bool MayMatch(const Condition& condition, const Visit& visit);
  // The conditions that a query may meet, in the order of the rules.
  std::vector<Candidate> Candidates(const RuleQuery& query) const;
  // The rules that match, in their order; the last is the first that redirects, if any does.
  std::vector<Match> Matches(const RuleQuery& query, const std::vector<std::string>& contexts) const;
  Outcome Combine(const std::vector<Match>& matches) const;

  std::vector<Rule> list_;
  TermTrie trie_;  // of the literals that patterns begin with, or that follow the captures that they begin with
  std::vector<Condition> conditions_;                // of enabled rules, in their order
  std::vector<std::vector<std::uint32_t>> by_node_;  // places in conditions_, by the node of their literals
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_RULE_SET_H_
