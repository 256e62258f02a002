// SPDX-License-Identifier: Apache-2.0
// rules_input.h — what bytes mean to the fuzzer of rules: lines of a pattern (behind a character for its anchoring and alternatives), a
// redirect or user data, a query, and an address.
#ifndef SIGNPOST_TESTS_FUZZ_RULES_INPUT_H_
#define SIGNPOST_TESTS_FUZZ_RULES_INPUT_H_

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "rules/moved_set.h"
#include "rules/rule_set.h"

namespace signpost::rules {

inline std::string_view TakeLine(std::string_view* bytes) {
  const std::string_view line = bytes->substr(0, bytes->find('\n'));
  bytes->remove_prefix(std::min(line.size() + 1, bytes->size()));
  return line;
}

inline std::string BrokenMoved(std::string_view from, std::string_view to) {
  const absl::StatusOr<MovedSet> set = MovedSet::Compile({{std::string(from), std::string(to)}});
  if (!set.ok()) return "";
  const auto end = set->Find(from);
  return end && end->to != to ? "moved: one address leads elsewhere than it says" : "";
}

// Returns what does not hold of rules made of `bytes`, or "": a rule that is accepted applies to any query without changing where its
// redirect leads, and what it gives is UTF-8.
inline std::string BrokenRules(std::string_view bytes) {
  std::string_view pattern = TakeLine(&bytes);
  const std::string_view given = TakeLine(&bytes);
  const std::string_view query = TakeLine(&bytes);
  const unsigned kind = pattern.empty() ? 0 : static_cast<unsigned char>(pattern.front());
  pattern.remove_prefix(std::min<std::size_t>(1, pattern.size()));
  Rule rule{.object_id = "r"};
  rule.conditions.push_back({.pattern = std::string(pattern),
                             .anchoring = static_cast<Anchoring>(kind % 4),
                             .alternatives = {(kind & 4) != 0, (kind & 8) != 0, (kind & 16) != 0}});
  Rule banner = rule;
  rule.consequence.redirect_url = given;
  banner.consequence.user_data = given;
  banner.consequence.query = given;
  banner.consequence.edits = {{std::string(query.substr(0, query.size() / 2)), ""}};
  const std::string prefix(given.substr(0, given.find('{')));
  if (const auto set = RuleSet::Compile({rule}); set.ok()) {
    const Outcome outcome = set->Apply({.query = query});
    if (outcome.redirect && !outcome.redirect->url.starts_with(prefix))
      return "rules: a redirect leads elsewhere than its template";
  }
  if (const auto set = RuleSet::Compile({banner}); set.ok()) {
    const std::string valid = ReplaceInvalidUtf8(query);
    const Outcome outcome = set->Apply({.query = valid});
    if (outcome.query && FindInvalidUtf8(*outcome.query) != kValidUtf8) return "rules: an edited query is no UTF-8";
  }
  return BrokenMoved(query, given);
}

}  // namespace signpost::rules

#endif  // SIGNPOST_TESTS_FUZZ_RULES_INPUT_H_
