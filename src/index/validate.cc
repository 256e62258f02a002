// SPDX-License-Identifier: Apache-2.0
#include "index/validate.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "segment/column_values.h"
#include "text/language_pack.h"

namespace signpost::index {
namespace {

// Checks one document field by field; the first fault stays.
class DocumentCheck {
 public:
  explicit DocumentCheck(const Document& document) : document_(document) {}

  absl::Status Run() {
    const Document& d = document_;
    if (d.object_id.empty()) return InvalidArgument("adding a document: objectID is missing, title ", Quoted(d.title));
    Size("objectID", d.object_id.size(), limits::kMaxObjectIdBytes);
    Size("title", d.title.size(), limits::kMaxTitleBytes);
    Size("sections", d.sections.size(), limits::kMaxSectionsPerDocument);
    Size("audiences", d.audiences.size(), limits::kMaxAudiencesPerDocument);
    Text("objectID", d.object_id);
    Text("lang", d.lang);
    if (d.lang.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") !=
        std::string::npos) {
      Fail(StrCat("lang is no language tag, ", Quoted(d.lang)));
    }
    Text("title", d.title);
    Text("url", d.url);
    for (const Section& section : d.sections) {
      Text("section anchor", section.anchor);
      Text("section heading", section.heading);
      Text("section text", section.text);
      if (section.level < 0 || section.level > 6) Fail(StrCat("section level ", section.level, " is not 0 to 6"));
    }
    for (const std::string& keyword : d.keywords) Text("keyword", keyword);
    for (const std::string& audience : d.audiences) {
      Text("audience", audience);
      if (audience.empty()) Fail("an audience is empty");
    }
    for (const Attribute& attribute : d.attributes) {
      Text("attribute name", attribute.name);
      Check(attribute.name, attribute.value, 0);
    }
    Size("the text of all fields", bytes_, limits::kMaxDocumentBytes);
    return status_;
  }

 private:
  void Fail(std::string_view what) {
    if (status_.ok()) status_ = InvalidArgument("adding document ", Quoted(document_.object_id), ": ", what);
  }

  void Size(std::string_view field, std::size_t size, std::size_t limit) {
    if (size > limit) Fail(StrCat(field, ": ", size, ", the limit is ", limit));
  }

  void Text(std::string_view field, std::string_view text) {
    bytes_ += text.size();
    const std::size_t bad = FindInvalidUtf8(text);
    if (bad != kValidUtf8) Fail(StrCat(field, ": invalid UTF-8 at byte ", bad));
  }

  void Check(std::string_view name, const Value& value, int depth) {
    if (depth > limits::kMaxValueDepth) return Fail(StrCat("attribute ", Quoted(name), " is nested too deeply"));
    if (const std::string* text = value.string()) Text(name, *text);
    if (const Value::Array* array = value.array()) {
      for (const Value& element : *array) Check(name, element, depth + 1);
    }
    if (const Value::Object* object = value.object()) {
      for (const Attribute& member : *object) {
        Text(name, member.name);
        Check(name, member.value, depth + 1);
      }
    }
  }

  const Document& document_;
  absl::Status status_;
  std::size_t bytes_ = 0;
};

absl::Status ValidateLanguages(const Settings& settings) {
  auto fail = [](const auto&... parts) { return InvalidArgument("reading settings: ", parts...); };
  if (settings.language_fallbacks.size() > limits::kMaxLanguageFallbacks) {
    return fail("languageFallbacks: ", settings.language_fallbacks.size(), " languages, the limit is ",
                limits::kMaxLanguageFallbacks);
  }
  StringSet languages;
  for (const LanguageFallbacks& entry : settings.language_fallbacks) {
    if (entry.language.empty()) return fail("languageFallbacks: a language is empty");
    if (!languages.insert(text::NormalizeLanguageTag(entry.language)).second) {
      return fail("languageFallbacks: ", Quoted(entry.language), " twice");
    }
    if (entry.fallbacks.size() > limits::kMaxLanguageFallbacks) {
      return fail("languageFallbacks of ", Quoted(entry.language), ": ", entry.fallbacks.size(),
                  " languages, the limit is ", limits::kMaxLanguageFallbacks);
    }
  }
  if (!(settings.fallback_factor > 0 && settings.fallback_factor <= 1)) {
    return fail("fallbackFactor: ", settings.fallback_factor, ", expected above 0 and at most 1");
  }
  return absl::OkStatus();
}

}  // namespace

namespace {

absl::Status ValidateColumns(const Settings& settings) {
  auto fail = [](const auto&... parts) { return InvalidArgument("reading settings: ", parts...); };
  StringSet names;
  for (const FacetAttribute& attribute : settings.attributes_for_faceting) {
    if (attribute.name.empty()) return fail("attributesForFaceting: an attribute has no name");
    if (!names.insert(attribute.name).second) return fail("attributesForFaceting: ", Quoted(attribute.name), " twice");
    if (attribute.filter_only && (attribute.searchable || attribute.after_distinct)) {
      return fail("attributesForFaceting: ", Quoted(attribute.name), " is filterOnly, and so is not counted");
    }
  }
  for (const auto* list : {&settings.numeric_attributes_for_filtering, &settings.attributes_for_sorting}) {
    if (std::find(list->begin(), list->end(), "") != list->end()) {
      return fail("numericAttributesForFiltering or attributesForSorting: an attribute has no name");
    }
  }
  if (settings.max_values_per_facet < 1 || settings.max_values_per_facet > limits::kMaxFacetValues) {
    return fail("maxValuesPerFacet: ", settings.max_values_per_facet, ", expected 1 to ", limits::kMaxFacetValues);
  }
  if (!settings.stale_attribute.empty() && !(settings.stale_after_days > 0)) {
    return fail("staleAfterDays: ", settings.stale_after_days, ", expected above 0");
  }
  const std::size_t columns = segment::ColumnsOf(settings).size();
  if (columns > limits::kMaxColumns) {
    return fail("attributes to filter, count, sort and rank by: ", columns, ", the limit is ", limits::kMaxColumns);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ValidateSettings(const Settings& settings) {
  auto fail = [](const auto&... parts) { return InvalidArgument("reading settings: ", parts...); };
  const auto& attributes = settings.searchable_attributes;
  if (attributes.empty()) return fail("searchableAttributes is empty");
  if (attributes.size() > limits::kMaxFields) {
    return fail("searchableAttributes: ", attributes.size(), " attributes, the limit is ", limits::kMaxFields);
  }
  StringSet names;
  for (const SearchableAttribute& attribute : attributes) {
    if (attribute.name.empty()) return fail("searchableAttributes: an attribute has no name");
    if (!names.insert(attribute.name).second) return fail("searchableAttributes: ", Quoted(attribute.name), " twice");
    if (!(attribute.weight > 0 && attribute.weight <= 1e6)) {
      return fail("weight of ", Quoted(attribute.name), ": ", attribute.weight, ", expected above 0 and up to 1e6");
    }
    if (!(attribute.length_normalization >= 0 && attribute.length_normalization <= 1)) {
      return fail("lengthNormalization of ", Quoted(attribute.name), ": ", attribute.length_normalization,
                  ", expected 0 to 1");
    }
  }
  SIGNPOST_RETURN_IF_ERROR(ValidateLanguages(settings));
  if (settings.pagination_limited_to < 1 || settings.pagination_limited_to > limits::kMaxHitsReachable) {
    return fail("paginationLimitedTo: ", settings.pagination_limited_to, ", expected 1 to ", limits::kMaxHitsReachable);
  }
  if (settings.distinct < 0 || settings.distinct > limits::kMaxDistinct) {
    return fail("distinct: ", settings.distinct, ", expected 0 to ", limits::kMaxDistinct);
  }
  for (const std::string& name : settings.unretrievable_attributes) {
    if (name.empty()) return fail("unretrievableAttributes: an attribute has no name");
  }
  const TypoTolerance& typos = settings.typo_tolerance;
  if (typos.min_word_size_for_1_typo < 1) {
    return fail("minWordSizefor1Typo: ", typos.min_word_size_for_1_typo, ", expected at least 1");
  }
  if (typos.min_word_size_for_2_typos < typos.min_word_size_for_1_typo) {
    return fail("minWordSizefor2Typos: ", typos.min_word_size_for_2_typos, ", expected at least minWordSizefor1Typo, ",
                typos.min_word_size_for_1_typo);
  }
  for (const std::string& name : typos.disabled_on_attributes) {
    if (!names.contains(name)) {
      return fail("disableTypoToleranceOnAttributes: ", Quoted(name), " is no searchable attribute");
    }
  }
  for (std::size_t i = 0; i < settings.ranking.size(); ++i) {
    const auto end = settings.ranking.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(settings.ranking.begin(), end, *end) != end) return fail("ranking: a criterion is there twice");
  }
  if (settings.custom_ranking.size() > limits::kMaxCustomRankings) {
    return fail("customRanking: ", settings.custom_ranking.size(), " entries, the limit is ",
                limits::kMaxCustomRankings);
  }
  for (const CustomRanking& ranking : settings.custom_ranking) {
    if (ranking.attribute.empty()) return fail("customRanking: an attribute has no name");
    if (ranking.age_attribute.empty()) continue;
    if (!(ranking.half_life_days >= 0.001 && ranking.half_life_days <= 1e6)) {
      return fail("halfLifeDays of ", Quoted(ranking.attribute), ": ", ranking.half_life_days,
                  ", expected 0.001 to 1e6");
    }
  }
  return ValidateColumns(settings);
}

absl::Status ValidateDocument(const Document& document) { return DocumentCheck(document).Run(); }

}  // namespace signpost::index
