// SPDX-License-Identifier: Apache-2.0
#include "index/rules_load.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/status.h"
#include "base/strings.h"
#include "filter/evaluate.h"
#include "segment/column_values.h"

namespace signpost::index {
namespace {

absl::Status CheckSort(const std::vector<SortKey>& sort, const Settings& settings) {
  const std::vector<segment::ColumnSpec> columns = segment::ColumnsOf(settings);
  for (const SortKey& key : sort) {
    if (std::any_of(columns.begin(), columns.end(), [&](const auto& column) { return column.name == key.attribute; })) {
      continue;
    }
    return InvalidArgument("parameters.sort: ", Quoted(key.attribute), " is not among attributesForSorting");
  }
  return absl::OkStatus();
}

// The patterns' {facet:...} ask for values that are looked up as filters are.
absl::Status CheckFacets(std::string_view pattern, const Settings& settings) {
  constexpr std::string_view kFacet = "{facet:";
  for (std::size_t at = pattern.find(kFacet); at != std::string_view::npos; at = pattern.find(kFacet, at + 1)) {
    const std::size_t begin = at + kFacet.size();
    const std::string attribute(pattern.substr(begin, pattern.find('}', begin) - begin));
    SIGNPOST_RETURN_IF_ERROR(filter::CheckFilter("pattern", Filter::Is(attribute, "a value"), settings));
  }
  return absl::OkStatus();
}

absl::Status CheckAgainst(const Rule& rule, const Settings& settings) {
  for (std::size_t i = 0; i < rule.conditions.size(); ++i) {
    const std::string place = StrCat("conditions[", i, "]");
    SIGNPOST_RETURN_IF_ERROR(filter::CheckFilter(StrCat(place, ".filter"), rule.conditions[i].filter, settings));
    if (absl::Status status = CheckFacets(rule.conditions[i].pattern, settings); !status.ok())
      return Annotate(status, place);
  }
  const RuleConsequence& consequence = rule.consequence;
  SIGNPOST_RETURN_IF_ERROR(filter::CheckFilter("filter", consequence.filter, settings));
  for (const OptionalFilter& optional : consequence.optional) {
    SIGNPOST_RETURN_IF_ERROR(filter::CheckFilter("optional", optional.filter, settings));
  }
  for (const AutomaticFilter& automatic : consequence.automatic_filters) {
    SIGNPOST_RETURN_IF_ERROR(
        filter::CheckFilter("automatic_filters", Filter::Is(automatic.attribute, "a value"), settings));
  }
  return consequence.parameters.sort ? CheckSort(*consequence.parameters.sort, settings) : absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::shared_ptr<const rules::RuleSet>> LoadRules(std::vector<Rule> rules, const Settings& settings,
                                                                std::vector<RefusedRule>* refused) {
  std::vector<std::size_t> places;  // of what is kept
  std::vector<Rule> kept;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    absl::Status status = CheckAgainst(rules[i], settings);
    if (!status.ok()) status = Annotate(status, StrCat("rule ", Quoted(rules[i].object_id)));
    if (!status.ok() && refused == nullptr) return status;
    if (!status.ok()) {
      refused->push_back({i, rules[i].object_id, std::string(Message(status))});
      continue;
    }
    places.push_back(i);
    kept.push_back(std::move(rules[i]));
  }
  std::vector<RefusedRule> of_kept;
  SIGNPOST_ASSIGN_OR_RETURN(auto compiled,
                            rules::RuleSet::Compile(std::move(kept), refused == nullptr ? nullptr : &of_kept));
  for (RefusedRule& bad : of_kept) {
    bad.place = places[bad.place];
    refused->push_back(std::move(bad));
  }
  if (refused != nullptr) {
    std::sort(refused->begin(), refused->end(), [](const auto& a, const auto& b) { return a.place < b.place; });
  }
  return std::make_shared<const rules::RuleSet>(std::move(compiled));
}

}  // namespace signpost::index
