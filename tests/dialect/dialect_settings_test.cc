// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 Every setting has its name; what is not said keeps its default.
//   2 Unknown settings and wrong values are refused with line, setting and value.
//   3 ToJson(Settings) parses back to equal settings.
//   4 The settings of the example help center are read.
#include <fstream>
#include <iterator>
#include <string>

#include <signpost/dialect.h>
#include <catch2/catch.hpp>

#include "dialect/parse_error.h"
#include "dialect/random_text.h"
#include "support/seed.h"

using signpost::ParseSettings;
using signpost::RankingCriterion;
using signpost::RemoveWords;
using signpost::SearchableAttribute;
using signpost::Settings;
using signpost::ToJson;
using signpost::TypoMode;

TEST_CASE("Settings: nothing said is the default (1)", "[dialect]") {
  auto settings = ParseSettings("{}");
  REQUIRE(settings.ok());
  CHECK(*settings == Settings{});
}

TEST_CASE("Settings: every setting is read (1)", "[dialect]") {
  auto settings = ParseSettings(R"json({
    "language": "en", "searchableAttributes": ["body", {"name": "title", "weight": 9}, "sku",
      {"name": "brand", "weight": 2.5, "lengthNormalization": 0}],
    "typoTolerance": false, "minWordSizefor1Typo": 5, "minWordSizefor2Typos": 9,
    "disableTypoToleranceOnWords": ["fernway"], "disableTypoToleranceOnAttributes": ["sku"],
    "removeWordsIfNoResults": "lastWords", "optionalWords": ["please"], "advancedSyntax": true,
    "alternativesAsExact": ["multiWordsSynonym", "singleWordSynonym"],
    "ranking": ["typo", "words", "proximity", "attribute", "exact", "custom"],
    "customRanking": ["desc(votes)", "asc(price)", {"by": "desc(clicks)", "ageAttribute": "day", "halfLifeDays": 30}],
    "attributesForFaceting": ["brand", "filterOnly(secret)", "afterDistinct(searchable(a.lvl0))"],
    "numericAttributesForFiltering": ["stock"], "attributesForSorting": ["price"],
    "maxValuesPerFacet": 7, "sortFacetValuesBy": "alpha",
    "renderingContent": {"facetOrdering": {"facets": {"order": ["brand"]},
      "values": {"brand": {"order": ["Acme"], "sortRemainingBy": "hidden", "hide": ["X"]}}}},
    "staleAttribute": "day", "staleAfterDays": 365})json");
  REQUIRE(settings.ok());
  Settings expected{.language = "en",
                    .searchable_attributes = {{.name = "body", .weight = 1, .length_normalization = 0.4},
                                              {.name = "title", .weight = 9, .length_normalization = 0.75},
                                              {.name = "sku", .weight = 1, .length_normalization = 0.4},
                                              {.name = "brand", .weight = 2.5, .length_normalization = 0}},
                    .typo_tolerance = {.mode = TypoMode::kOff,
                                       .min_word_size_for_1_typo = 5,
                                       .min_word_size_for_2_typos = 9,
                                       .disabled_on_words = {"fernway"},
                                       .disabled_on_attributes = {"sku"}},
                    .remove_words = RemoveWords::kLastWords,
                    .optional_words = {"please"},
                    .advanced_syntax = true,
                    .alternatives_as_exact = {signpost::ExactAlternative::kMultiWordsSynonym,
                                              signpost::ExactAlternative::kSingleWordSynonym},
                    .ranking = {RankingCriterion::kTypo, RankingCriterion::kWords, RankingCriterion::kProximity,
                                RankingCriterion::kAttribute, RankingCriterion::kExact, RankingCriterion::kCustom},
                    .custom_ranking = {{.attribute = "votes"},
                                       {.attribute = "price", .descending = false},
                                       {.attribute = "clicks", .age_attribute = "day", .half_life_days = 30}},
                    .attributes_for_faceting = {{.name = "brand"},
                                                {.name = "secret", .filter_only = true},
                                                {.name = "a.lvl0", .searchable = true, .after_distinct = true}},
                    .numeric_attributes_for_filtering = {"stock"},
                    .attributes_for_sorting = {"price"},
                    .max_values_per_facet = 7,
                    .sort_facet_values_by = signpost::FacetSort::kAlpha,
                    .facet_ordering = {.facets = {"brand"},
                                       .values = {{.attribute = "brand",
                                                   .order = {"Acme"},
                                                   .rest = signpost::FacetValueOrder::Rest::kHidden,
                                                   .hide = {"X"}}}},
                    .stale_attribute = "day",
                    .stale_after_days = 365};
  CHECK(*settings == expected);
}

TEST_CASE("Settings: languages, paging, groups and what never leaves (1)", "[dialect]") {
  auto settings = ParseSettings(R"json({
    "languageFallbacks": {"pt-BR": ["pt", "en"], "*": ["en"]}, "fallbackFactor": 0.5, "paginationLimitedTo": 50,
    "attributeForDistinct": "family", "distinct": true, "unretrievableAttributes": ["cost", "margin.net"]})json");
  REQUIRE(settings.ok());
  const Settings expected{.language_fallbacks = {{"pt-BR", {"pt", "en"}}, {"*", {"en"}}},
                          .fallback_factor = 0.5,
                          .attribute_for_distinct = "family",
                          .distinct = 1,
                          .unretrievable_attributes = {"cost", "margin.net"},
                          .pagination_limited_to = 50};
  CHECK(*settings == expected);
  CHECK(ParseSettings(R"({"distinct": 3})")->distinct == 3);
  CHECK(ParseError(ParseSettings(R"({"distinct": "2"})")) ==
        R"(1: distinct of settings must be an integer, true or false, "2")");
  CHECK(ParseError(ParseSettings(R"({"languageFallbacks": ["pt"]})")) ==
        R"(1: languageFallbacks of settings must be an object, ["pt"])");
  CHECK(ParseError(ParseSettings("{\"languageFallbacks\": {\"pt\":\n\"en\"}}")) ==
        "1: languageFallbacks.pt of settings must be an array of strings, \"en\"");
}

TEST_CASE("Settings: what is wrong is named (2)", "[dialect]") {
  struct Case {
    std::string json;
    std::string message;
  };
  auto c = GENERATE(values<Case>({
      {"[]", "1: settings must be an object, []"},
      {"{\"alternativesAsExact\": [\"ignorePlurals\"]}",
       "1: alternativesAsExact[0] of settings must be one of singleWordSynonym, multiWordsSynonym, \"ignorePlurals\""},
      {"{\n  \"language\": \"en\",\n  \"typoTolerence\": true}",
       "3: typoTolerence of settings is not supported (known: language, searchableAttributes, typoTolerance, "
       "minWordSizefor1Typo, minWordSizefor2Typos, disableTypoToleranceOnWords, disableTypoToleranceOnAttributes, "
       "removeWordsIfNoResults, optionalWords, advancedSyntax, alternativesAsExact, ranking, customRanking, "
       "attributesForFaceting, "
       "numericAttributesForFiltering, attributesForSorting, maxValuesPerFacet, sortFacetValuesBy, renderingContent, "
       "staleAttribute, staleAfterDays, languageFallbacks, fallbackFactor, paginationLimitedTo, "
       "attributeForDistinct, distinct, unretrievableAttributes), true"},
      {R"({"typoTolerance": 1})", R"(1: typoTolerance of settings must be true, false, "min" or "strict", 1)"},
      {R"({"typoTolerance": "max"})", R"(1: typoTolerance of settings must be true, false, "min" or "strict", "max")"},
      {R"({"disableTypoToleranceOnAttributes": "title"})",
       R"(1: disableTypoToleranceOnAttributes of settings must be an array of strings, "title")"},
      {R"({"removeWordsIfNoResults": "all"})",
       "1: removeWordsIfNoResults of settings must be one of byInformation, none, lastWords, firstWords, allOptional, "
       "\"all\""},
      {R"({"removeWordsIfNoResults": false})", "1: removeWordsIfNoResults of settings must be a string, false"},
      {R"({"optionalWords": "a b"})", R"(1: optionalWords of settings must be an array of strings, "a b")"},
      {R"({"advancedSyntax": "true"})", R"(1: advancedSyntax of settings must be true or false, "true")"},
      {"{\"ranking\": [\"typo\",\n\"geo\"]}",
       "2: ranking[1] of settings must be one of typo, words, proximity, attribute, exact, custom, \"geo\""},
      {R"({"minWordSizefor1Typo": 4.5})", "1: minWordSizefor1Typo of settings must be an integer, 4.5"},
      {R"({"minWordSizefor2Typos": 99999999999})", "1: minWordSizefor2Typos of settings is out of range, 99999999999"},
      {R"({"searchableAttributes": "title"})", R"(1: searchableAttributes of settings must be an array, "title")"},
      {"{\"searchableAttributes\": [\"title\",\n3]}",
       "2: searchableAttributes[1] of settings must be a name or an object with a name, 3"},
      {R"json({"searchableAttributes": ["unordered(body)"]})json",
       "1: searchableAttributes[0] of settings must be one attribute's name; unordered(...) and \"a,b\" are not "
       "supported, \"unordered(body)\""},
      {R"({"searchableAttributes": [""]})", R"(1: searchableAttributes[0] of settings must not be empty, "")"},
      {"{\"searchableAttributes\": [\n{\"name\": \"a\",\n\"weight\": \"2\"}]}",
       "3: searchableAttributes[0].weight of settings must be a number, \"2\""},
      {R"({"searchableAttributes": [{"weight": 1}]})",
       R"(1: searchableAttributes[0].name of settings is missing, {"weight":1})"},
      {R"({"customRanking": ["votes"]})",
       "1: customRanking[0] of settings must be asc(ATTRIBUTE) or desc(ATTRIBUTE), \"votes\""},
      {R"json({"customRanking": [{"ageAttribute": "day"}]})json",
       "1: customRanking[0].by of settings is missing, {\"ageAttribute\":\"day\"}"},
      {R"json({"attributesForFaceting": ["facet(brand)"]})json",
       "1: attributesForFaceting[0] of settings must be an attribute's name, perhaps in filterOnly(...), "
       "searchable(...) or afterDistinct(...), \"facet(brand)\""},
      {R"json({"numericAttributesForFiltering": ["equalOnly(x)"]})json",
       "1: numericAttributesForFiltering of settings must be names of attributes; equalOnly(...) is not supported, "
       "[\"equalOnly(x)\"]"},
      {R"({"sortFacetValuesBy": "size"})", "1: sortFacetValuesBy of settings must be count or alpha, \"size\""},
      {R"json({"customRanking": ["desc()"]})json",
       "1: customRanking[0] of settings must be asc(ATTRIBUTE) or desc(ATTRIBUTE), \"desc()\""},
      {R"({"disableTypoToleranceOnWords": [1]})", "1: disableTypoToleranceOnWords[0] of settings must be a string, 1"},
  }));
  CAPTURE(c.json);
  CHECK(ParseError(ParseSettings(c.json)) == c.message);
}

TEST_CASE("Settings: built-in attributes with their own weights are printed by name (3)", "[dialect]") {
  CHECK(
      ToJson(Settings{}) ==
      R"({"language":"","searchableAttributes":["title","headings","body","keywords"],"typoTolerance":true,)"
      R"("minWordSizefor1Typo":4,"minWordSizefor2Typos":8,"disableTypoToleranceOnWords":[],)"
      R"("disableTypoToleranceOnAttributes":[],"removeWordsIfNoResults":"byInformation","optionalWords":[],)"
      R"("advancedSyntax":false,"alternativesAsExact":[],"ranking":[],"customRanking":[],"attributesForFaceting":[],)"
      R"("numericAttributesForFiltering":[],"attributesForSorting":[],"maxValuesPerFacet":100,)"
      R"("sortFacetValuesBy":"count","renderingContent":{},"staleAttribute":"","staleAfterDays":0.0,"languageFallbacks":{},)"
      R"("fallbackFactor":0.8,"paginationLimitedTo":1000,"attributeForDistinct":"","distinct":0,)"
      R"("unretrievableAttributes":[]})");
}

TEST_CASE("Settings: typo tolerance is a boolean or a name (1, 3)", "[dialect]") {
  struct Case {
    const char* json;
    TypoMode mode;
  };
  const auto c = GENERATE(values<Case>({{"true", TypoMode::kOn},
                                        {"false", TypoMode::kOff},
                                        {R"("min")", TypoMode::kMin},
                                        {R"("strict")", TypoMode::kStrict}}));
  const std::string member = std::string(R"("typoTolerance":)") + c.json;
  CAPTURE(member);
  const auto settings = ParseSettings("{" + member + "}");
  REQUIRE(settings.ok());
  CHECK(settings->typo_tolerance.mode == c.mode);
  CHECK(ToJson(*settings).find(member + ",") != std::string::npos);
}

TEST_CASE("Settings: printed settings parse back to equal ones (3)", "[dialect]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText random(seed);
  const std::vector<std::string> names = {"title", "headings", "body", "keywords", "sku", "订单", "a.b"};
  for (int i = 0; i < 1000; ++i) {
    Settings settings;
    settings.language = random.String();
    if (random.Coin()) settings.searchable_attributes.clear();
    for (int n = random.Below(4); n > 0; --n) {
      SearchableAttribute attribute{.name = names[static_cast<std::size_t>(random.Below(7))]};
      if (random.Coin()) attribute.weight = random.Number();
      if (random.Coin()) attribute.length_normalization = random.Number();
      settings.searchable_attributes.push_back(attribute);
    }
    settings.typo_tolerance = {.mode = static_cast<TypoMode>(random.Below(4)),
                               .min_word_size_for_1_typo = random.Below(100) - 50,
                               .min_word_size_for_2_typos = random.Below(100),
                               .disabled_on_words = random.Strings(),
                               .disabled_on_attributes = random.Strings()};
    settings.remove_words = static_cast<RemoveWords>(random.Below(5));
    settings.optional_words = random.Strings();
    settings.advanced_syntax = random.Coin();
    for (int n = random.Below(3); n > 0; --n) {
      settings.alternatives_as_exact.push_back(static_cast<signpost::ExactAlternative>(random.Below(2)));
    }
    for (int n = random.Below(4); n > 0; --n) {
      settings.attributes_for_faceting.push_back({.name = names[static_cast<std::size_t>(random.Below(7))],
                                                  .filter_only = random.Coin(),
                                                  .searchable = random.Coin(),
                                                  .after_distinct = random.Coin()});
    }
    settings.numeric_attributes_for_filtering = random.Strings();
    settings.attributes_for_sorting = random.Strings();
    settings.max_values_per_facet = random.Below(2000) - 5;
    settings.sort_facet_values_by = static_cast<signpost::FacetSort>(random.Below(2));
    settings.facet_ordering.facets = random.Strings();
    for (int n = random.Below(3); n > 0; --n) {
      settings.facet_ordering.values.push_back({.attribute = names[static_cast<std::size_t>(n)],
                                                .order = random.Strings(),
                                                .rest = static_cast<signpost::FacetValueOrder::Rest>(random.Below(3)),
                                                .hide = random.Strings()});
    }
    settings.stale_attribute = random.String();
    settings.stale_after_days = random.Number();
    for (int n = random.Below(7); n > 0; --n) {
      settings.ranking.push_back(static_cast<RankingCriterion>(random.Below(6)));
    }
    for (int n = random.Below(3); n > 0; --n) {
      settings.custom_ranking.push_back({.attribute = random.Name(), .descending = random.Coin()});
      if (random.Coin()) continue;
      settings.custom_ranking.back().age_attribute = random.Name();
      settings.custom_ranking.back().half_life_days = random.Number();
    }
    for (int n = random.Below(3); n > 0; --n) {
      settings.language_fallbacks.push_back(
          {.language = random.Name() + std::to_string(n), .fallbacks = random.Strings()});
    }
    if (random.Coin()) settings.fallback_factor = random.Number();
    settings.pagination_limited_to = random.Below(20'000);
    settings.attribute_for_distinct = random.String();
    settings.distinct = random.Below(6);
    settings.unretrievable_attributes = random.Strings();
    std::string json = ToJson(settings);
    CAPTURE(i, json);
    auto parsed = ParseSettings(json);
    REQUIRE(parsed.ok());
    REQUIRE(*parsed == settings);
  }
}

TEST_CASE("Settings: the example help center's are read (4)", "[dialect]") {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/data/settings.json", std::ios::binary);
  std::string json((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  auto settings = ParseSettings(json);
  CHECK(ParseError(settings) == "OK");
  CHECK(settings->custom_ranking.size() == 1);
}
