// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_gate.h"

#include <algorithm>

#include "text/value_fold.h"

namespace signpost::rules {
namespace {

bool Holds(std::span<const std::string> names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool SameFilter(const Filter& a, const Filter& b) {
  return a.kind == b.kind && a.attribute == b.attribute && a.low == b.low && a.high == b.high &&
         text::FoldValue(a.value) == text::FoldValue(b.value) &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), SameFilter);
}

// True when `filter` lets nothing through that `part` does not: `part` is one of its parts, or itself.
bool Demands(const Filter& filter, const Filter& part) {
  if (part.kind == Filter::Kind::kAll) {
    return std::all_of(part.parts.begin(), part.parts.end(), [&](const Filter& p) { return Demands(filter, p); });
  }
  if (filter.kind == Filter::Kind::kAll) {
    return std::any_of(filter.parts.begin(), filter.parts.end(), [&](const Filter& f) { return Demands(f, part); });
  }
  return SameFilter(filter, part);
}

}  // namespace

bool IsInForce(const Rule& rule, const RuleRequest& request) {
  const bool meant =
      rule.audiences.empty() || std::any_of(rule.audiences.begin(), rule.audiences.end(),
                                            [&](const auto& name) { return Holds(request.audiences, name); });
  return meant && (rule.validity.empty() ||
                   std::any_of(rule.validity.begin(), rule.validity.end(), [&](const ValidityWindow& window) {
                     return window.from <= request.now && request.now < window.until;
                   }));
}

bool IsOpen(const RuleCondition& condition, const RuleRequest& request) {
  if (!condition.context.empty() && !Holds(request.contexts, condition.context)) return false;
  return condition.filter.empty() || (request.filter != nullptr && Demands(*request.filter, condition.filter));
}

}  // namespace signpost::rules
