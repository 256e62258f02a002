// SPDX-License-Identifier: Apache-2.0
// rule_edits.h — how a rule edits a query, and which filters it takes from its words: `query`, `automaticFacetFilters` and
// `automaticOptionalFacetFilters` of `params`.
#ifndef SIGNPOST_DIALECT_RULE_EDITS_H_
#define SIGNPOST_DIALECT_RULE_EDITS_H_

#include <vector>

#include <absl/status/status.h>
#include <signpost/rules.h>

#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::dialect {

// A string, which is searched instead, or {"remove": [WORDS], "edits": [{"type", "delete", "insert"}]}; `replace` in it is ours: what is
// searched instead before the edits.
absl::Status ReadQueryEdits(const JsonView& view, RuleConsequence* out);
void WriteQueryEdits(const RuleConsequence& consequence, JsonWriter* writer);

// A list of attributes, or of {"facet", "score", "disjunctive", "negative"}.
absl::Status ReadAutomaticFilters(const JsonView& view, bool optional, RuleConsequence* out);
void WriteAutomaticFilters(const std::vector<AutomaticFilter>& filters, JsonWriter* writer);

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_RULE_EDITS_H_
