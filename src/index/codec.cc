// SPDX-License-Identifier: Apache-2.0
#include "index/codec.h"

#include <cstdint>

#include "base/bytes.h"
#include "base/status.h"
#include "index/codec_parts.h"

namespace signpost::index {

std::string EncodeSettings(const Settings& settings) {
  ByteWriter out;
  out.String(settings.language);
  out.Varint(settings.language_fallbacks.size());
  for (const LanguageFallbacks& entry : settings.language_fallbacks) {
    out.String(entry.language);
    PutStrings(entry.fallbacks, &out);
  }
  out.Fixed(settings.fallback_factor);
  out.Varint(settings.searchable_attributes.size());
  for (const SearchableAttribute& attribute : settings.searchable_attributes) {
    out.String(attribute.name);
    out.Fixed(attribute.weight);
    out.Fixed(attribute.length_normalization);
  }
  const TypoTolerance& typos = settings.typo_tolerance;
  out.Varint(static_cast<std::uint64_t>(typos.mode));
  out.Varint(static_cast<std::uint64_t>(typos.min_word_size_for_1_typo));
  out.Varint(static_cast<std::uint64_t>(typos.min_word_size_for_2_typos));
  PutStrings(typos.disabled_on_words, &out);
  PutStrings(typos.disabled_on_attributes, &out);
  out.Varint(static_cast<std::uint64_t>(settings.remove_words));
  PutStrings(settings.optional_words, &out);
  PutBool(settings.advanced_syntax, &out);
  out.Varint(settings.alternatives_as_exact.size());
  for (const ExactAlternative kind : settings.alternatives_as_exact) out.Varint(static_cast<std::uint64_t>(kind));
  out.Varint(static_cast<std::uint64_t>(settings.pagination_limited_to));
  out.String(settings.attribute_for_distinct);
  out.Varint(static_cast<std::uint64_t>(settings.distinct));
  PutStrings(settings.unretrievable_attributes, &out);
  out.Varint(settings.ranking.size());
  for (const RankingCriterion criterion : settings.ranking) out.Varint(static_cast<std::uint64_t>(criterion));
  out.Varint(settings.custom_ranking.size());
  for (const CustomRanking& ranking : settings.custom_ranking) {
    out.String(ranking.attribute);
    PutBool(ranking.descending, &out);
    out.String(ranking.age_attribute);
    out.Fixed(ranking.half_life_days);
  }
  out.Varint(settings.attributes_for_faceting.size());
  for (const FacetAttribute& attribute : settings.attributes_for_faceting) {
    out.String(attribute.name);
    PutBool(attribute.filter_only, &out);
    PutBool(attribute.searchable, &out);
    PutBool(attribute.after_distinct, &out);
  }
  PutStrings(settings.numeric_attributes_for_filtering, &out);
  PutStrings(settings.attributes_for_sorting, &out);
  out.Varint(static_cast<std::uint64_t>(settings.max_values_per_facet));
  out.Varint(static_cast<std::uint64_t>(settings.sort_facet_values_by));
  PutStrings(settings.facet_ordering.facets, &out);
  out.Varint(settings.facet_ordering.values.size());
  for (const FacetValueOrder& values : settings.facet_ordering.values) {
    out.String(values.attribute);
    PutStrings(values.order, &out);
    out.Varint(static_cast<std::uint64_t>(values.rest));
    PutStrings(values.hide, &out);
  }
  out.String(settings.stale_attribute);
  out.Fixed(settings.stale_after_days);
  return out.Take();
}

absl::StatusOr<Settings> DecodeSettings(std::string_view bytes) {
  ByteReader in(bytes);
  Settings settings;
  settings.language = in.String();
  settings.language_fallbacks = GetList<LanguageFallbacks>(&in, [&] {
    LanguageFallbacks entry;
    entry.language = in.String();
    entry.fallbacks = GetStrings(&in);
    return entry;
  });
  settings.fallback_factor = in.Fixed<double>();
  settings.searchable_attributes = GetList<SearchableAttribute>(&in, [&] {
    SearchableAttribute attribute;
    attribute.name = in.String();
    attribute.weight = in.Fixed<double>();
    attribute.length_normalization = in.Fixed<double>();
    return attribute;
  });
  settings.typo_tolerance.mode = GetEnum(TypoMode::kStrict, &in);
  settings.typo_tolerance.min_word_size_for_1_typo = GetInt(&in);
  settings.typo_tolerance.min_word_size_for_2_typos = GetInt(&in);
  settings.typo_tolerance.disabled_on_words = GetStrings(&in);
  settings.typo_tolerance.disabled_on_attributes = GetStrings(&in);
  settings.remove_words = GetEnum(RemoveWords::kAllOptional, &in);
  settings.optional_words = GetStrings(&in);
  settings.advanced_syntax = GetBool(&in);
  settings.alternatives_as_exact =
      GetList<ExactAlternative>(&in, [&] { return GetEnum(ExactAlternative::kMultiWordsSynonym, &in); });
  settings.pagination_limited_to = GetInt(&in);
  settings.attribute_for_distinct = in.String();
  settings.distinct = GetInt(&in);
  settings.unretrievable_attributes = GetStrings(&in);
  settings.ranking = GetList<RankingCriterion>(&in, [&] { return GetEnum(RankingCriterion::kCustom, &in); });
  settings.custom_ranking = GetList<CustomRanking>(&in, [&] {
    CustomRanking ranking;
    ranking.attribute = in.String();
    ranking.descending = GetBool(&in);
    ranking.age_attribute = in.String();
    ranking.half_life_days = in.Fixed<double>();
    return ranking;
  });
  settings.attributes_for_faceting = GetList<FacetAttribute>(&in, [&] {
    FacetAttribute attribute;
    attribute.name = in.String();
    attribute.filter_only = GetBool(&in);
    attribute.searchable = GetBool(&in);
    attribute.after_distinct = GetBool(&in);
    return attribute;
  });
  settings.numeric_attributes_for_filtering = GetStrings(&in);
  settings.attributes_for_sorting = GetStrings(&in);
  settings.max_values_per_facet = GetInt(&in);
  settings.sort_facet_values_by = GetEnum(FacetSort::kAlpha, &in);
  settings.facet_ordering.facets = GetStrings(&in);
  settings.facet_ordering.values = GetList<FacetValueOrder>(&in, [&] {
    FacetValueOrder values;
    values.attribute = in.String();
    values.order = GetStrings(&in);
    values.rest = GetEnum(FacetValueOrder::Rest::kHidden, &in);
    values.hide = GetStrings(&in);
    return values;
  });
  settings.stale_attribute = in.String();
  settings.stale_after_days = in.Fixed<double>();
  SIGNPOST_RETURN_IF_ERROR(CheckDone(in, "settings"));
  return settings;
}

std::string EncodeSynonyms(const std::vector<Synonym>& synonyms) {
  ByteWriter out;
  out.Varint(synonyms.size());
  for (const Synonym& synonym : synonyms) {
    out.String(synonym.object_id);
    out.Varint(static_cast<std::uint64_t>(synonym.type));
    out.String(synonym.lang);
    out.String(synonym.input);
    PutStrings(synonym.synonyms, &out);
  }
  return out.Take();
}

absl::StatusOr<std::vector<Synonym>> DecodeSynonyms(std::string_view bytes) {
  ByteReader in(bytes);
  auto out = GetList<Synonym>(&in, [&] {
    Synonym synonym;
    synonym.object_id = in.String();
    synonym.type = GetEnum(SynonymType::kPlaceholder, &in);
    synonym.lang = in.String();
    synonym.input = in.String();
    synonym.synonyms = GetStrings(&in);
    return synonym;
  });
  SIGNPOST_RETURN_IF_ERROR(CheckDone(in, "synonyms"));
  return out;
}

}  // namespace signpost::index
