// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <signpost/dialect.h>

#include "base/limits.h"
#include "dialect/enum_names.h"
#include "dialect/faceting_settings.h"
#include "dialect/json_parser.h"
#include "dialect/json_view.h"
#include "dialect/json_writer.h"
#include "dialect/result_settings.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonView;
using dialect::JsonWriter;
using dialect::Member;
using dialect::Named;

// What a plain name stands for: one of the built-in attributes as Settings has it, else any attribute.
SearchableAttribute DefaultsOf(std::string_view name) {
  for (SearchableAttribute& attribute : Settings().searchable_attributes) {
    if (attribute.name == name) return std::move(attribute);
  }
  return {.name = std::string(name)};
}

absl::Status ReadAttributeName(const JsonView& view, SearchableAttribute* out) {
  std::string name;
  SIGNPOST_RETURN_IF_ERROR(view.ReadName(&name));
  if (name.find_first_of("(),") != std::string::npos) {
    return view.Error("must be one attribute's name; unordered(...) and \"a,b\" are not supported");
  }
  *out = DefaultsOf(name);
  return absl::OkStatus();
}

// The name is read before, since the defaults of the other members depend on it.
constexpr Member<SearchableAttribute> kAttributeMembers[] = {
    {"name", [](const JsonView&, SearchableAttribute*) { return absl::OkStatus(); }},
    {"weight", [](const JsonView& view, SearchableAttribute* out) { return view.Read(&out->weight); }},
    {"lengthNormalization",
     [](const JsonView& view, SearchableAttribute* out) { return view.Read(&out->length_normalization); }},
};

absl::Status ReadSearchableAttribute(const JsonView& view, SearchableAttribute* out) {
  const Value::Object* object = view.value().object();
  if (object == nullptr) {
    if (view.value().string() == nullptr) return view.Error("must be a name or an object with a name");
    return ReadAttributeName(view, out);
  }
  auto name = std::find_if(object->begin(), object->end(), [](const Attribute& a) { return a.name == "name"; });
  if (name == object->end()) return view.Missing("name");
  SIGNPOST_RETURN_IF_ERROR(ReadAttributeName(view.MemberAt(static_cast<std::size_t>(name - object->begin())), out));
  return view.ReadMembers(kAttributeMembers, out);
}

absl::Status ReadSearchableAttributes(const JsonView& view, Settings* out) {
  out->searchable_attributes.clear();
  return view.ReadElements([out](const JsonView& element) {
    return ReadSearchableAttribute(element, &out->searchable_attributes.emplace_back());
  });
}

absl::Status ReadOrder(const JsonView& view, CustomRanking* out) {
  std::string text;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&text));
  out->descending = text.starts_with("desc(");
  std::size_t prefix = out->descending ? 5 : 4;
  if ((!out->descending && !text.starts_with("asc(")) || !text.ends_with(")") || text.size() < prefix + 2) {
    return view.Error("must be asc(ATTRIBUTE) or desc(ATTRIBUTE)");
  }
  out->attribute = text.substr(prefix, text.size() - prefix - 1);
  return absl::OkStatus();
}

constexpr Member<CustomRanking> kRankingMembers[] = {
    {"by", ReadOrder},
    {"ageAttribute", [](const JsonView& view, CustomRanking* out) { return view.ReadName(&out->age_attribute); }},
    {"halfLifeDays", [](const JsonView& view, CustomRanking* out) { return view.Read(&out->half_life_days); }},
};

absl::Status ReadCustomRanking(const JsonView& view, CustomRanking* out) {
  if (view.value().object() == nullptr) return ReadOrder(view, out);
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kRankingMembers, out));
  return out->attribute.empty() ? view.Missing("by") : absl::OkStatus();
}

void WriteCustomRanking(const CustomRanking& ranking, JsonWriter* writer) {
  const std::string by = StrCat(ranking.descending ? "desc(" : "asc(", ranking.attribute, ")");
  if (ranking.age_attribute.empty()) {
    writer->String(by);
    return;
  }
  writer->BeginObject().Key("by").String(by).Key("ageAttribute").String(ranking.age_attribute);
  writer->Key("halfLifeDays").Number(ranking.half_life_days).EndObject();
}

absl::Status ReadCustomRankings(const JsonView& view, Settings* out) {
  out->custom_ranking.clear();
  return view.ReadElements(
      [out](const JsonView& element) { return ReadCustomRanking(element, &out->custom_ranking.emplace_back()); });
}

constexpr Named<RankingCriterion> kCriteria[] = {
    {"typo", RankingCriterion::kTypo},           {"words", RankingCriterion::kWords},
    {"proximity", RankingCriterion::kProximity}, {"attribute", RankingCriterion::kAttribute},
    {"exact", RankingCriterion::kExact},         {"custom", RankingCriterion::kCustom}};

absl::Status ReadRanking(const JsonView& view, Settings* out) {
  out->ranking.clear();
  return view.ReadElements(
      [out](const JsonView& element) { return ReadNamed(element, kCriteria, &out->ranking.emplace_back()); });
}

absl::Status ReadExactAlternatives(const JsonView& view, Settings* out) {
  out->alternatives_as_exact.clear();
  return view.ReadElements([out](const JsonView& element) {
    return ReadNamed(element, dialect::kExactAlternatives, &out->alternatives_as_exact.emplace_back());
  });
}

constexpr Member<Settings> kMembers[] = {
    {"language", [](const JsonView& view, Settings* out) { return view.Read(&out->language); }},
    {"searchableAttributes", ReadSearchableAttributes},
    {"typoTolerance",
     [](const JsonView& view, Settings* out) { return dialect::ReadTypoMode(view, false, &out->typo_tolerance.mode); }},
    {"minWordSizefor1Typo",
     [](const JsonView& view, Settings* out) { return view.Read(&out->typo_tolerance.min_word_size_for_1_typo); }},
    {"minWordSizefor2Typos",
     [](const JsonView& view, Settings* out) { return view.Read(&out->typo_tolerance.min_word_size_for_2_typos); }},
    {"disableTypoToleranceOnWords",
     [](const JsonView& view, Settings* out) { return view.Read(&out->typo_tolerance.disabled_on_words); }},
    {"disableTypoToleranceOnAttributes",
     [](const JsonView& view, Settings* out) { return view.Read(&out->typo_tolerance.disabled_on_attributes); }},
    {"removeWordsIfNoResults",
     [](const JsonView& view, Settings* out) { return ReadNamed(view, dialect::kRemoveWords, &out->remove_words); }},
    {"optionalWords", [](const JsonView& view, Settings* out) { return view.Read(&out->optional_words); }},
    {"advancedSyntax", [](const JsonView& view, Settings* out) { return view.Read(&out->advanced_syntax); }},
    {"alternativesAsExact", ReadExactAlternatives},
    {"ranking", ReadRanking},
    {"customRanking", ReadCustomRankings},
    {"attributesForFaceting", dialect::ReadAttributesForFaceting},
    {"numericAttributesForFiltering", dialect::ReadNumericAttributes},
    {"attributesForSorting",
     [](const JsonView& view, Settings* out) { return view.Read(&out->attributes_for_sorting); }},
    {"maxValuesPerFacet", [](const JsonView& view, Settings* out) { return view.Read(&out->max_values_per_facet); }},
    {"sortFacetValuesBy",
     [](const JsonView& view, Settings* out) { return dialect::Read(view, &out->sort_facet_values_by); }},
    {"renderingContent", [](const JsonView& view, Settings* out) { return dialect::Read(view, &out->facet_ordering); }},
    {"staleAttribute", [](const JsonView& view, Settings* out) { return view.Read(&out->stale_attribute); }},
    {"staleAfterDays", [](const JsonView& view, Settings* out) { return view.Read(&out->stale_after_days); }},
    {"languageFallbacks", dialect::ReadLanguageFallbacks},
    {"fallbackFactor", [](const JsonView& view, Settings* out) { return view.Read(&out->fallback_factor); }},
    {"paginationLimitedTo", [](const JsonView& view, Settings* out) { return view.Read(&out->pagination_limited_to); }},
    {"attributeForDistinct",
     [](const JsonView& view, Settings* out) { return view.Read(&out->attribute_for_distinct); }},
    {"distinct", [](const JsonView& view, Settings* out) { return dialect::ReadDistinct(view, &out->distinct); }},
    {"unretrievableAttributes",
     [](const JsonView& view, Settings* out) { return view.Read(&out->unretrievable_attributes); }},
};

void WriteSearchableAttribute(const SearchableAttribute& attribute, JsonWriter* writer) {
  if (attribute == DefaultsOf(attribute.name)) {
    writer->String(attribute.name);
    return;
  }
  writer->BeginObject().Key("name").String(attribute.name).Key("weight").Number(attribute.weight);
  writer->Key("lengthNormalization").Number(attribute.length_normalization).EndObject();
}

}  // namespace

absl::StatusOr<Settings> ParseSettings(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  Settings settings;
  SIGNPOST_RETURN_IF_ERROR(JsonView(json, value, "settings").ReadMembers(kMembers, &settings));
  return settings;
}

std::string ToJson(const Settings& settings) {
  JsonWriter writer;
  writer.BeginObject().Key("language").String(settings.language).Key("searchableAttributes").BeginArray();
  for (const SearchableAttribute& attribute : settings.searchable_attributes) {
    WriteSearchableAttribute(attribute, &writer);
  }
  const TypoTolerance& typos = settings.typo_tolerance;
  writer.EndArray().Key("typoTolerance");
  if (const std::string_view name = NameOf(dialect::kTypoModes, typos.mode); !name.empty()) {
    writer.String(name);
  } else {
    writer.Bool(typos.mode == TypoMode::kOn);
  }
  writer.Key("minWordSizefor1Typo").Integer(typos.min_word_size_for_1_typo);
  writer.Key("minWordSizefor2Typos").Integer(typos.min_word_size_for_2_typos);
  writer.Key("disableTypoToleranceOnWords").Strings(typos.disabled_on_words);
  writer.Key("disableTypoToleranceOnAttributes").Strings(typos.disabled_on_attributes);
  writer.Key("removeWordsIfNoResults").String(NameOf(dialect::kRemoveWords, settings.remove_words));
  writer.Key("optionalWords").Strings(settings.optional_words);
  writer.Key("advancedSyntax").Bool(settings.advanced_syntax).Key("alternativesAsExact").BeginArray();
  for (const ExactAlternative kind : settings.alternatives_as_exact) {
    writer.String(NameOf(dialect::kExactAlternatives, kind));
  }
  writer.EndArray().Key("ranking").BeginArray();
  for (const RankingCriterion criterion : settings.ranking) writer.String(NameOf(kCriteria, criterion));
  writer.EndArray().Key("customRanking").BeginArray();
  for (const CustomRanking& ranking : settings.custom_ranking) WriteCustomRanking(ranking, &writer);
  writer.EndArray();
  dialect::WriteFacetingSettings(settings, &writer);
  dialect::WriteResultSettings(settings, &writer);
  return writer.EndObject().Take();
}

}  // namespace signpost::inline v0
