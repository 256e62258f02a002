// SPDX-License-Identifier: Apache-2.0
#include "dialect/rule_params.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <signpost/filter.h>
#include <signpost/search.h>

#include "dialect/enum_names.h"
#include "dialect/faceting_settings.h"
#include "dialect/filter_params.h"
#include "dialect/result_settings.h"
#include "dialect/rule_edits.h"

namespace signpost::dialect {
namespace {

constexpr Member<RuleConsequence> kRedirectMembers[] = {
    {"url", [](const JsonView& view, RuleConsequence* out) { return view.ReadName(&out->redirect_url); }},
};

absl::Status ReadRedirect(const JsonView& view, RuleConsequence* out) {
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kRedirectMembers, out));
  return out->redirect_url.empty() ? view.Missing("url") : absl::OkStatus();
}

constexpr Member<RuleConsequence> kRenderingMembers[] = {{"redirect", ReadRedirect}};

// Adds what one of the readers of filter_params.h makes of a member.
template <absl::Status (*kRead)(const JsonView&, SearchRequest*)>
absl::Status AddFilter(const JsonView& view, RuleConsequence* out) {
  SearchRequest request;
  request.filter = std::move(out->filter);
  SIGNPOST_RETURN_IF_ERROR(kRead(view, &request));
  out->filter = std::move(request.filter);
  return absl::OkStatus();
}

constexpr Member<OptionalFilter> kOptionalMembers[] = {
    {"filters",
     [](const JsonView& view, OptionalFilter* out) {
       SearchRequest request;
       SIGNPOST_RETURN_IF_ERROR(AddFilters(view, &request));
       out->filter = std::move(request.filter);
       return absl::OkStatus();
     }},
    {"score", [](const JsonView& view, OptionalFilter* out) { return view.Read(&out->score); }},
};

// A list as in requests, or one of {"filters", "score"}, in which any filter can stand.
absl::Status ReadOptionalFilters(const JsonView& view, RuleConsequence* out) {
  const Value::Array* list = view.value().array();
  if (list == nullptr || list->empty() || list->front().object() == nullptr) {
    SearchRequest request;
    SIGNPOST_RETURN_IF_ERROR(AddOptionalFilters(view, &request));
    out->optional = std::move(request.optional_filters);
    return absl::OkStatus();
  }
  return view.ReadElements([out](const JsonView& element) {
    OptionalFilter read;
    SIGNPOST_RETURN_IF_ERROR(element.ReadMembers(kOptionalMembers, &read));
    if (read.filter.empty()) return element.Missing("filters");
    out->optional.push_back(std::move(read));
    return absl::OkStatus();
  });
}

absl::Status ReadSort(const JsonView& view, RuleConsequence* out) {
  std::vector<std::string> keys;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&keys));
  std::vector<SortKey>& sort = out->parameters.sort.emplace();
  for (const std::string& key : keys) {
    const bool descending = key.starts_with("desc(");
    const std::size_t prefix = descending ? 5 : 4;
    if ((!descending && !key.starts_with("asc(")) || !key.ends_with(")") || key.size() < prefix + 2) {
      return view.Error("must be a list of asc(ATTRIBUTE) and desc(ATTRIBUTE)");
    }
    sort.push_back({key.substr(prefix, key.size() - prefix - 1), descending});
  }
  return absl::OkStatus();
}

// Lists may be one name.
absl::Status ReadNames(const JsonView& view, std::vector<std::string>* out) {
  if (const std::string* name = view.value().string()) {
    *out = {*name};
    return absl::OkStatus();
  }
  return view.Read(out);
}

constexpr Member<RuleConsequence> kMembers[] = {
    {"query", ReadQueryEdits},
    {"automaticFacetFilters",
     [](const JsonView& view, RuleConsequence* out) { return ReadAutomaticFilters(view, false, out); }},
    {"automaticOptionalFacetFilters",
     [](const JsonView& view, RuleConsequence* out) { return ReadAutomaticFilters(view, true, out); }},
    {"renderingContent",
     [](const JsonView& view, RuleConsequence* out) { return view.ReadMembers(kRenderingMembers, out); }},
    {"filters", AddFilter<AddFilters>},
    {"facetFilters", AddFilter<AddFacetFilters>},
    {"numericFilters", AddFilter<AddNumericFilters>},
    {"tagFilters", AddFilter<AddTagFilters>},
    {"optionalFilters", ReadOptionalFilters},
    {"typoTolerance",
     [](const JsonView& view, RuleConsequence* out) {
       return ReadTypoMode(view, false, &out->parameters.typo_tolerance.emplace());
     }},
    {"removeWordsIfNoResults",
     [](const JsonView& view, RuleConsequence* out) {
       return ReadNamed(view, kRemoveWords, &out->parameters.remove_words.emplace());
     }},
    {"optionalWords", [](const JsonView& view,
                         RuleConsequence* out) { return ReadNames(view, &out->parameters.optional_words.emplace()); }},
    {"advancedSyntax",
     [](const JsonView& view, RuleConsequence* out) { return view.Read(&out->parameters.advanced_syntax.emplace()); }},
    {"sort", ReadSort},
    {"distinct", [](const JsonView& view,
                    RuleConsequence* out) { return ReadDistinct(view, &out->parameters.distinct.emplace()); }},
    {"page", [](const JsonView& view, RuleConsequence* out) { return view.Read(&out->parameters.page.emplace()); }},
    {"hitsPerPage",
     [](const JsonView& view, RuleConsequence* out) { return view.Read(&out->parameters.hits_per_page.emplace()); }},
    {"attributesToRetrieve",
     [](const JsonView& view, RuleConsequence* out) {
       return ReadNames(view, &out->parameters.attributes_to_retrieve.emplace());
     }},
    {"attributesToHighlight",
     [](const JsonView& view, RuleConsequence* out) {
       return ReadNames(view, &out->parameters.attributes_to_highlight.emplace());
     }},
    {"facets",
     [](const JsonView& view, RuleConsequence* out) { return ReadNames(view, &out->parameters.facets.emplace()); }},
    {"maxValuesPerFacet",
     [](const JsonView& view, RuleConsequence* out) {
       return view.Read(&out->parameters.max_values_per_facet.emplace());
     }},
    {"sortFacetValuesBy",
     [](const JsonView& view, RuleConsequence* out) {
       return Read(view, &out->parameters.sort_facet_values_by.emplace());
     }},
};

void WriteOptionalFilters(const std::vector<OptionalFilter>& optional, JsonWriter* writer) {
  if (optional.empty()) return;
  writer->Key("optionalFilters").BeginArray();
  for (const OptionalFilter& one : optional) {
    writer->BeginObject().Key("filters").String(FilterText(one.filter)).Key("score").Number(one.score).EndObject();
  }
  writer->EndArray();
}

void WriteSort(const std::vector<SortKey>& sort, JsonWriter* writer) {
  writer->BeginArray();
  for (const SortKey& key : sort) writer->String(StrCat(key.descending ? "desc(" : "asc(", key.attribute, ")"));
  writer->EndArray();
}

void WriteTypoMode(TypoMode mode, JsonWriter* writer) {
  if (mode == TypoMode::kOn || mode == TypoMode::kOff) {
    writer->Bool(mode == TypoMode::kOn);
  } else {
    writer->String(NameOf(kTypoModes, mode));
  }
}

void WriteParameters(const RuleParameters& parameters, JsonWriter* writer) {
  auto strings = [&](std::string_view name, const std::optional<std::vector<std::string>>& value) {
    if (value) writer->Key(name).Strings(*value);
  };
  auto integer = [&](std::string_view name, const std::optional<int>& value) {
    if (value) writer->Key(name).Integer(*value);
  };
  if (parameters.typo_tolerance) WriteTypoMode(*parameters.typo_tolerance, &writer->Key("typoTolerance"));
  if (parameters.remove_words) {
    writer->Key("removeWordsIfNoResults").String(NameOf(kRemoveWords, *parameters.remove_words));
  }
  strings("optionalWords", parameters.optional_words);
  if (parameters.advanced_syntax) writer->Key("advancedSyntax").Bool(*parameters.advanced_syntax);
  if (parameters.sort) WriteSort(*parameters.sort, &writer->Key("sort"));
  integer("distinct", parameters.distinct);
  integer("page", parameters.page);
  integer("hitsPerPage", parameters.hits_per_page);
  strings("attributesToRetrieve", parameters.attributes_to_retrieve);
  strings("attributesToHighlight", parameters.attributes_to_highlight);
  strings("facets", parameters.facets);
  integer("maxValuesPerFacet", parameters.max_values_per_facet);
  if (parameters.sort_facet_values_by) {
    writer->Key("sortFacetValuesBy").String(*parameters.sort_facet_values_by == FacetSort::kCount ? "count" : "alpha");
  }
}

bool HasParams(const RuleConsequence& consequence) {
  return !consequence.redirect_url.empty() || consequence.query || !consequence.edits.empty() ||
         !consequence.automatic_filters.empty() || !consequence.filter.empty() || !consequence.optional.empty() ||
         consequence.parameters != RuleParameters();
}

}  // namespace

absl::Status ReadRuleParams(const JsonView& view, RuleConsequence* out) { return view.ReadMembers(kMembers, out); }

void WriteRuleParams(const RuleConsequence& consequence, JsonWriter* writer) {
  if (!HasParams(consequence)) return;
  writer->Key("params").BeginObject();
  if (!consequence.redirect_url.empty()) {
    writer->Key("renderingContent").BeginObject().Key("redirect").BeginObject();
    writer->Key("url").String(consequence.redirect_url).EndObject().EndObject();
  }
  WriteQueryEdits(consequence, writer);
  WriteAutomaticFilters(consequence.automatic_filters, writer);
  if (!consequence.filter.empty()) writer->Key("filters").String(FilterText(consequence.filter));
  WriteOptionalFilters(consequence.optional, writer);
  WriteParameters(consequence.parameters, writer);
  writer->EndObject();
}

}  // namespace signpost::dialect
