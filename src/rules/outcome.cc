// SPDX-License-Identifier: Apache-2.0
#include "rules/outcome.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "rules/query_edit.h"
#include "rules/templates.h"

namespace signpost::rules {
namespace {

template <typename T>
void SetFirst(const std::optional<T>& wanted, std::optional<T>* out) {
  if (!*out) *out = wanted;
}

void AddParameters(const RuleParameters& wanted, RuleParameters* out) {
  SetFirst(wanted.typo_tolerance, &out->typo_tolerance);
  SetFirst(wanted.remove_words, &out->remove_words);
  SetFirst(wanted.optional_words, &out->optional_words);
  SetFirst(wanted.advanced_syntax, &out->advanced_syntax);
  SetFirst(wanted.sort, &out->sort);
  SetFirst(wanted.distinct, &out->distinct);
  SetFirst(wanted.page, &out->page);
  SetFirst(wanted.hits_per_page, &out->hits_per_page);
  SetFirst(wanted.attributes_to_retrieve, &out->attributes_to_retrieve);
  SetFirst(wanted.attributes_to_highlight, &out->attributes_to_highlight);
  SetFirst(wanted.facets, &out->facets);
  SetFirst(wanted.max_values_per_facet, &out->max_values_per_facet);
  SetFirst(wanted.sort_facet_values_by, &out->sort_facet_values_by);
}

// An edited query that has grown too long is left as it was before.
void EditQuery(const RuleConsequence& consequence, const Captures& captures, std::string_view query,
               const text::Analyzer& analyzer, Outcome* outcome) {
  if (!consequence.query && consequence.edits.empty()) return;
  std::string edited = outcome->query ? *outcome->query : std::string(query);
  if (consequence.query) edited = FillText(*consequence.query, captures);
  for (const WordEdit& edit : consequence.edits) {
    edited = WithEdit(edited, FillText(edit.words, captures), FillText(edit.replacement, captures), analyzer);
    if (edited.size() > limits::kMaxQueryBytes) return;
  }
  if (edited.size() <= limits::kMaxQueryBytes) outcome->query = std::move(edited);
}

void AddAutomaticFilters(const std::vector<AutomaticFilter>& wanted, const Captures& captures, Outcome* outcome) {
  for (const AutomaticFilter& automatic : wanted) {
    const auto value = std::find_if(captures.begin(), captures.end(),
                                    [&](const Capture& capture) { return capture.name == automatic.attribute; });
    if (value == captures.end()) continue;
    Filter filter = Filter::Is(automatic.attribute, value->value);
    if (automatic.optional) {
      outcome->optional.push_back({std::move(filter), automatic.negative ? -automatic.score : automatic.score});
    } else if (automatic.negative) {
      outcome->filters.push_back(Filter::Not(std::move(filter)));
    } else if (!automatic.disjunctive) {
      outcome->filters.push_back(std::move(filter));
    } else {
      outcome->disjunctive[automatic.attribute].push_back(std::move(filter));
    }
  }
}

}  // namespace

void AddConsequence(const Rule& rule, const Captures& captures, std::string_view query, const text::Analyzer& analyzer,
                    Outcome* outcome) {
  const RuleConsequence& consequence = rule.consequence;
  outcome->applied.push_back(rule.object_id);
  if (!consequence.user_data.is_null()) outcome->user_data.push_back(FillUserData(consequence.user_data, captures));
  for (const Promotion& promotion : consequence.promote) {
    outcome->promote.push_back(promotion);
    if (!consequence.filter_promotes) outcome->unfiltered.insert(promotion.object_id);
  }
  outcome->hide.insert(outcome->hide.end(), consequence.hide.begin(), consequence.hide.end());
  outcome->optional.insert(outcome->optional.end(), consequence.optional.begin(), consequence.optional.end());
  if (!consequence.filter.empty()) outcome->filters.push_back(consequence.filter);
  AddAutomaticFilters(consequence.automatic_filters, captures, outcome);
  AddParameters(consequence.parameters, &outcome->parameters);
  EditQuery(consequence, captures, query, analyzer, outcome);
}

void FinishOutcome(Outcome* outcome) {
  StringSet hidden;
  std::erase_if(outcome->hide, [&](const std::string& id) { return !hidden.insert(id).second; });
  std::stable_sort(outcome->promote.begin(), outcome->promote.end(),
                   [](const Promotion& a, const Promotion& b) { return a.position < b.position; });
  StringSet seen;
  std::erase_if(outcome->promote, [&](const Promotion& promotion) {
    return hidden.contains(promotion.object_id) || !seen.insert(promotion.object_id).second;
  });
  for (auto& [attribute, filters] : outcome->disjunctive) outcome->filters.push_back(Filter::Any(std::move(filters)));
  outcome->disjunctive.clear();
}

}  // namespace signpost::rules
