// SPDX-License-Identifier: Apache-2.0
#include "dialect/faceting_settings.h"

#include <string>
#include <string_view>

#include "base/strings.h"

namespace signpost::dialect {
namespace {

using Rest = FacetValueOrder::Rest;

// If `text` is NAME(rest), leaves the rest in it.
bool TakeModifier(std::string_view name, std::string_view* text) {
  if (!text->starts_with(name) || !text->ends_with(")") || text->size() < name.size() + 2 ||
      (*text)[name.size()] != '(') {
    return false;
  }
  *text = text->substr(name.size() + 1, text->size() - name.size() - 2);
  return true;
}

absl::Status ReadFacetAttribute(const JsonView& view, FacetAttribute* out) {
  std::string text;
  SIGNPOST_RETURN_IF_ERROR(view.ReadName(&text));
  std::string_view rest = text;
  while (true) {
    if (TakeModifier("filterOnly", &rest)) {
      out->filter_only = true;
    } else if (TakeModifier("searchable", &rest)) {
      out->searchable = true;
    } else if (TakeModifier("afterDistinct", &rest)) {
      out->after_distinct = true;
    } else {
      break;
    }
  }
  if (rest.empty() || rest.find_first_of("()") != std::string_view::npos) {
    return view.Error("must be an attribute's name, perhaps in filterOnly(...), searchable(...) or afterDistinct(...)");
  }
  out->name = rest;
  return absl::OkStatus();
}

std::string FacetAttributeText(const FacetAttribute& attribute) {
  std::string out = attribute.name;
  if (attribute.searchable) out = StrCat("searchable(", out, ")");
  if (attribute.after_distinct) out = StrCat("afterDistinct(", out, ")");
  return attribute.filter_only ? StrCat("filterOnly(", out, ")") : out;
}

absl::Status ReadRest(const JsonView& view, FacetValueOrder* out) {
  std::string text;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&text));
  if (text != "count" && text != "alpha" && text != "hidden") return view.Error("must be count, alpha or hidden");
  out->rest = text == "count" ? Rest::kCount : text == "alpha" ? Rest::kAlpha : Rest::kHidden;
  return absl::OkStatus();
}

constexpr Member<FacetValueOrder> kValueMembers[] = {
    {"order", [](const JsonView& view, FacetValueOrder* out) { return view.Read(&out->order); }},
    {"sortRemainingBy", ReadRest},
    {"hide", [](const JsonView& view, FacetValueOrder* out) { return view.Read(&out->hide); }},
};

absl::Status ReadValueOrders(const JsonView& view, FacetOrdering* out) {
  SIGNPOST_RETURN_IF_ERROR(view.ExpectObject());
  for (std::size_t i = 0; i < view.value().object()->size(); ++i) {
    const JsonView member = view.MemberAt(i);
    FacetValueOrder& values = out->values.emplace_back();
    values.attribute = member.name();
    SIGNPOST_RETURN_IF_ERROR(member.ReadMembers(kValueMembers, &values));
  }
  return absl::OkStatus();
}

constexpr Member<FacetOrdering> kFacetsMembers[] = {
    {"order", [](const JsonView& view, FacetOrdering* out) { return view.Read(&out->facets); }},
};
constexpr Member<FacetOrdering> kOrderingMembers[] = {
    {"facets", [](const JsonView& view, FacetOrdering* out) { return view.ReadMembers(kFacetsMembers, out); }},
    {"values", ReadValueOrders},
};
constexpr Member<FacetOrdering> kContentMembers[] = {
    {"facetOrdering", [](const JsonView& view, FacetOrdering* out) { return view.ReadMembers(kOrderingMembers, out); }},
};

}  // namespace

absl::Status ReadAttributesForFaceting(const JsonView& view, Settings* out) {
  out->attributes_for_faceting.clear();
  return view.ReadElements([out](const JsonView& element) {
    return ReadFacetAttribute(element, &out->attributes_for_faceting.emplace_back());
  });
}

absl::Status ReadNumericAttributes(const JsonView& view, Settings* out) {
  SIGNPOST_RETURN_IF_ERROR(view.Read(&out->numeric_attributes_for_filtering));
  for (const std::string& name : out->numeric_attributes_for_filtering) {
    if (name.find_first_of("()") != std::string::npos) {
      return view.Error("must be names of attributes; equalOnly(...) is not supported");
    }
  }
  return absl::OkStatus();
}

absl::Status Read(const JsonView& view, FacetSort* out) {
  std::string text;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&text));
  if (text != "count" && text != "alpha") return view.Error("must be count or alpha");
  *out = text == "count" ? FacetSort::kCount : FacetSort::kAlpha;
  return absl::OkStatus();
}

absl::Status Read(const JsonView& view, FacetOrdering* out) {
  *out = {};
  return view.ReadMembers(kContentMembers, out);
}

void WriteFacetingSettings(const Settings& settings, JsonWriter* writer) {
  writer->Key("attributesForFaceting").BeginArray();
  for (const FacetAttribute& attribute : settings.attributes_for_faceting) {
    writer->String(FacetAttributeText(attribute));
  }
  writer->EndArray().Key("numericAttributesForFiltering").Strings(settings.numeric_attributes_for_filtering);
  writer->Key("attributesForSorting").Strings(settings.attributes_for_sorting);
  writer->Key("maxValuesPerFacet").Integer(settings.max_values_per_facet);
  writer->Key("sortFacetValuesBy").String(settings.sort_facet_values_by == FacetSort::kCount ? "count" : "alpha");
  writer->Key("renderingContent").BeginObject();
  if (settings.facet_ordering != FacetOrdering{}) WriteFacetOrdering(settings.facet_ordering, writer);
  writer->EndObject().Key("staleAttribute").String(settings.stale_attribute);
  writer->Key("staleAfterDays").Number(settings.stale_after_days);
}

void WriteFacetOrdering(const FacetOrdering& ordering, JsonWriter* writer) {
  writer->Key("facetOrdering").BeginObject();
  writer->Key("facets").BeginObject().Key("order").Strings(ordering.facets).EndObject();
  writer->Key("values").BeginObject();
  for (const FacetValueOrder& values : ordering.values) {
    writer->Key(values.attribute).BeginObject().Key("order").Strings(values.order).Key("sortRemainingBy");
    writer->String(values.rest == Rest::kCount ? "count" : values.rest == Rest::kAlpha ? "alpha" : "hidden");
    writer->Key("hide").Strings(values.hide).EndObject();
  }
  writer->EndObject().EndObject();
}

}  // namespace signpost::dialect
