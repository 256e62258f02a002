// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 Every parameter has its name; what is not said keeps its default.
//   2 Values may be text, lists may be one string, and parameters may come as a form; unknown ones are skipped.
//   3 Wrong values are refused with line, parameter and value.
//   4 Text is left as it is around the placeholder tags of front ends that escape it themselves, and escaped otherwise.
//   5 What is read asks what it says: audiences, languages, pages.
//   6 Any bytes give a request or an error.
#include <random>
#include <string>
#include <vector>

#include <signpost/dialect.h>
#include <catch2/catch.hpp>

#include "dialect/parse_error.h"
#include "support/ask.h"
#include "support/seed.h"

using signpost::Audience;
using signpost::Escape;
using signpost::HitRange;
using signpost::ParseSearchParameters;
using signpost::SearchParameters;
using signpost::SearchRequest;
using Strings = std::vector<std::string>;

TEST_CASE("Request: nothing said is the default (1)", "[dialect]") {
  const auto asked = ParseSearchParameters("{}");
  REQUIRE(asked.ok());
  CHECK(asked->audience == Audience::Public());
  CHECK(asked->response_fields == Strings{"*"});
  const SearchRequest& request = asked->request;
  CHECK(request.query.empty());
  CHECK(request.page == 0);
  CHECK(request.hits_per_page == 20);
  CHECK_FALSE(request.range.has_value());
  CHECK_FALSE(request.distinct.has_value());
  CHECK_FALSE(request.language_fallbacks.has_value());
  CHECK(request.attributes_to_retrieve == Strings{"*", "-body"});
  CHECK(request.attributes_to_highlight == Strings{"*"});
  CHECK(request.attributes_to_snippet == Strings{"body"});
  CHECK_FALSE(request.answers.enabled);
  CHECK(request.highlight.escape == Escape::kHtml);
}

TEST_CASE("Request: filters and facets are read (1, 2)", "[dialect]") {
  using signpost::Filter;
  const auto asked = ParseSearchParameters(R"json({
    "filters": "a:b OR c:d", "facetFilters": [["e:f", "e:-g"]], "numericFilters": "n<5", "tagFilters": "t",
    "optionalFilters": ["brand:x<score=2>"], "facets": "category", "maxValuesPerFacet": "7", "sortFacetValuesBy": "alpha",
    "now": 1704067200})json");
  REQUIRE(asked.ok());
  CHECK(signpost::FilterText(asked->request.filter) ==
        "(((a:b OR c:d) AND (e:f OR NOT e:g)) AND n <= 4.999999999999999) AND _tags:t");
  CHECK(asked->request.optional_filters == std::vector<signpost::OptionalFilter>{{Filter::Is("brand", "x"), 2}});
  CHECK(asked->request.facets == Strings{"category"});
  CHECK(asked->request.max_values_per_facet == 7);
  CHECK(asked->request.sort_facet_values_by == signpost::FacetSort::kAlpha);
  CHECK(asked->request.now == 1704067200);
  const auto form = ParseSearchParameters(
      R"({"params": "facetFilters=%5B%5B%22a%3Ab%22%2C%22a%3Ac%22%5D%5D&facets=%5B%22x%22%2C%22y%22%5D&filters=&numericFilters=%5B%22n%3D1%22%5D"})");
  REQUIRE(form.ok());
  CHECK(signpost::FilterText(form->request.filter) == "(a:b OR a:c) AND n = 1");
  CHECK(form->request.facets == Strings{"x", "y"});
  CHECK(ParseError(ParseSearchParameters("{\n\"filters\": \"a:b AND\"}")) ==
        "2: filters of request is wrong: reading filters: expected a filter at byte 7, found the end, \"a:b AND\"");
  CHECK(ParseError(ParseSearchParameters(R"({"facetFilters": [1]})")) ==
        "1: facetFilters of request is wrong: reading facetFilters: expected a string, or an array of strings and of "
        "arrays "
        "of strings, [1]");
}

TEST_CASE("Request: a search in the values of a facet is read (1)", "[dialect]") {
  const auto asked = signpost::ParseFacetSearchParameters(
      R"({"facet": "brand", "params": "facetQuery=ap&maxFacetHits=5&query=boots", "audiences": "agents", "filters": "a:b"})");
  REQUIRE(asked.ok());
  CHECK(asked->audience == Audience::Of({"agents"}));
  CHECK(asked->request.facet == "brand");
  CHECK(asked->request.query == "ap");
  CHECK(asked->request.max_hits == 5);
  CHECK(asked->request.search.query == "boots");
  CHECK(asked->request.search.filter == signpost::Filter::Is("a", "b"));
  CHECK(ToJson(signpost::FacetSearchResponse{.hits = {{"Apple", "<em>Ap</em>ple", 3}}, .processing_time_us = 1600}) ==
        R"({"facetHits":[{"value":"Apple","highlighted":"<em>Ap</em>ple","count":3}],"exhaustiveFacetsCount":true,)"
        R"("processingTimeMS":2,"processingTimeMicros":1600})");
}

TEST_CASE("PartialUpdate: is read, and printed as it is read", "[dialect]") {
  using Operation = signpost::AttributeUpdate::Operation;
  const std::string json = R"({"objectID":"a","lang":"de","votes":{"_operation":"Increment","value":1},)"
                           R"("tags":{"_operation":"AddUnique","value":"x"},"brand":{"name":"y"},"old":null})";
  const auto update = signpost::ParsePartialUpdate(json);
  REQUIRE(update.ok());
  CHECK(*update ==
        signpost::PartialUpdate{.object_id = "a",
                                .lang = "de",
                                .attributes = {{"votes", Operation::kIncrement, 1},
                                               {"tags", Operation::kAddUnique, "x"},
                                               {"brand", Operation::kSet, signpost::Value::Object{{"name", "y"}}},
                                               {"old", Operation::kSet, nullptr}}});
  CHECK(ToJson(*update) == json);
  CHECK(ParseError(signpost::ParsePartialUpdate(R"({"votes": 1})")) ==
        R"(1: objectID of update is missing, {"votes":1})");
  CHECK(ParseError(signpost::ParsePartialUpdate(R"({"objectID": "a", "n": {"_operation": "Double"}})")) ==
        "1: n._operation of update \"a\" must be one of Increment, Decrement, Add, Remove, AddUnique, IncrementFrom, "
        "IncrementSet, \"Double\"");
}

TEST_CASE("Request: every parameter is read (1)", "[dialect]") {
  const auto asked = ParseSearchParameters(R"json({
    "query": "wher is", "audiences": ["agents"], "lang": "pt-BR", "languageFallbacks": ["pt", "en"], "fallbackFactor": 0.5,
    "contexts": ["help"], "typoTolerance": "strict", "removeWordsIfNoResults": "allOptional", "optionalWords": ["please"],
    "advancedSyntax": true, "page": 2, "hitsPerPage": 5, "offset": 7, "length": 3, "sort": ["desc(updated)", "asc(price)"],
    "distinct": 2, "attributesToRetrieve": ["title", "-body"], "attributesToHighlight": ["title"],
    "attributesToSnippet": ["title:3", "body:12"], "highlightPreTag": "<b>", "highlightPostTag": "</b>",
    "restrictHighlightAndSnippetArrays": true, "highlightWholeWords": "true", "snippetCount": 3, "snippetCharacters": 200,
    "answers": {"minConfidence": 0.7, "count": 2}, "snippetEllipsisText": "..", "getRankingInfo": true, "responseFields": ["hits", "nbHits"], "explain": true,
    "deadlineMicros": 1000, "synonyms": false,
    "alternativesAsExact": ["ignorePlurals", "singleWordSynonym"]})json");
  REQUIRE(asked.ok());
  CHECK(asked->audience == Audience::Of({"agents"}));
  CHECK(asked->response_fields == Strings{"hits", "nbHits"});
  const SearchRequest& request = asked->request;
  CHECK(request.query == "wher is");
  CHECK(request.lang == "pt-BR");
  CHECK(request.language_fallbacks == Strings{"pt", "en"});
  CHECK(request.fallback_factor == 0.5);
  CHECK(request.contexts == Strings{"help"});
  CHECK(request.typo_tolerance == signpost::TypoMode::kStrict);
  CHECK(request.remove_words == signpost::RemoveWords::kAllOptional);
  CHECK(request.optional_words == Strings{"please"});
  CHECK(request.advanced_syntax == true);
  CHECK(request.page == 2);
  CHECK(request.hits_per_page == 5);
  CHECK(request.range == HitRange{.offset = 7, .length = 3});
  CHECK(request.sort == std::vector<signpost::SortKey>{{"updated", true}, {"price", false}});
  CHECK(request.distinct == 2);
  CHECK(request.attributes_to_retrieve == Strings{"title", "-body"});
  CHECK(request.attributes_to_highlight == Strings{"title"});
  CHECK(request.attributes_to_snippet == Strings{"title:3", "body:12"});
  CHECK(request.highlight.snippet_words == 10);
  CHECK(request.highlight.restrict_arrays);
  CHECK(request.highlight.whole_words);
  CHECK(request.highlight.snippet_count == 3);
  CHECK(request.highlight.snippet_characters == 200);
  CHECK(request.answers.enabled);
  CHECK(request.answers.min_confidence == 0.7);
  CHECK(request.answers.count == 2);
  CHECK(request.highlight.pre_tag == "<b>");
  CHECK(request.highlight.post_tag == "</b>");
  CHECK(request.highlight.ellipsis == "..");
  CHECK(request.ranking_info);
  CHECK(request.explain);
  CHECK(request.deadline_us == 1000);
  CHECK_FALSE(request.synonyms);
  CHECK(request.alternatives_as_exact == std::vector{signpost::ExactAlternative::kSingleWordSynonym});
}

TEST_CASE("Request: text, single strings, forms and what is unknown (2)", "[dialect]") {
  const auto asked = ParseSearchParameters(R"json({
    "indexName": "articles", "page": "2", "hitsPerPage": "0", "advancedSyntax": "true", "typoTolerance": "false",
    "attributesToRetrieve": "title,url", "attributesToHighlight": "[\"a\", \"b\"]", "responseFields": "hits",
    "ruleContexts": ["ais-category-Billing"], "distinct": "true", "attributesToSnippet": [], "facets": "category",
    "fallbackFactor": "0.25", "clickAnalytics": {"any": [1]}})json");
  REQUIRE(asked.ok());
  const SearchRequest& request = asked->request;
  CHECK(request.page == 2);
  CHECK(request.hits_per_page == 0);
  CHECK(request.advanced_syntax == true);
  CHECK(request.typo_tolerance == signpost::TypoMode::kOff);
  CHECK(request.attributes_to_retrieve == Strings{"title", "url"});
  CHECK(request.attributes_to_highlight == Strings{"a", "b"});
  CHECK(asked->response_fields == Strings{"hits"});
  CHECK(request.contexts == Strings{"ais-category-Billing"});
  CHECK(request.distinct == 1);
  CHECK(request.attributes_to_snippet.empty());
  CHECK(request.fallback_factor == 0.25);

  const auto form = ParseSearchParameters(
      R"json({"query": "ignored", "params": "query=a%20b%2Bc+d%C3%A9&page=1&hitsPerPage=7&length=4&attributesToRetrieve=%5B%22title%22%5D&attributesToHighlight=&params=page%3D9&distinct=3&x&=&%zz=%4"})json");
  REQUIRE(form.ok());
  CHECK(form->request.query == "a b+c dé");
  CHECK(form->request.page == 1);
  CHECK(form->request.hits_per_page == 7);
  CHECK(form->request.range == HitRange{.offset = 0, .length = 4});
  CHECK(form->request.attributes_to_retrieve == Strings{"title"});
  CHECK(form->request.attributes_to_highlight.empty());
  CHECK(form->request.distinct == 3);
  CHECK(ParseSearchParameters(R"({"offset": 6, "hitsPerPage": 9})")->request.range ==
        HitRange{.offset = 6, .length = 9});
  CHECK(ParseSearchParameters(R"({"attributesToSnippet": "*:7"})")->request.attributes_to_snippet == Strings{"*:7"});
  CHECK(ParseSearchParameters(R"({"answers": true})")->request.answers.enabled);
  CHECK_FALSE(ParseSearchParameters(R"({"answers": "false"})")->request.answers.enabled);
  CHECK_FALSE(ParseSearchParameters(R"({"answers": {"threshold": 1}})").ok());
  CHECK(ParseSearchParameters(R"({"attributesToSnippet": "body"})")->request.highlight.snippet_words == 10);
}

TEST_CASE("Request: what is wrong is named (3)", "[dialect]") {
  struct Case {
    const char* json;
    const char* message;
  };
  const auto c = GENERATE(values<Case>({
      {"[]", "1: request must be an object, []"},
      {"{\n\"page\": \"two\"}", "2: page of request must be an integer, \"two\""},
      {R"({"hitsPerPage": 1.5})", "1: hitsPerPage of request must be an integer, 1.5"},
      {R"({"query": 5})", "1: query of request must be a string, 5"},
      {R"({"audiences": 7})", "1: audiences of request must be an array of strings, 7"},
      {R"({"audiences": null})", "1: audiences of request must be an array of strings, null"},
      {R"({"sort": ["updated"]})",
       "1: sort of request must be a list of asc(ATTRIBUTE) and desc(ATTRIBUTE), [\"updated\"]"},
      {R"({"distinct": "many"})", "1: distinct of request must be an integer, \"many\""},
      {R"({"attributesToSnippet": "body:x"})",
       "1: attributesToSnippet of request must be names of attributes, each perhaps with a number of words: body:20, "
       "\"body:x\""},
      {R"({"params": "page=x"})", "1: page of params must be an integer, \"x\""},
      {R"({"removeWordsIfNoResults": "all"})",
       "1: removeWordsIfNoResults of request must be one of byInformation, none, lastWords, firstWords, allOptional, "
       "\"all\""},
  }));
  CAPTURE(c.json);
  CHECK(ParseError(ParseSearchParameters(c.json)) == c.message);
}

TEST_CASE("Request: escaping (4)", "[dialect]") {
  auto escape = [](const std::string& tag) {
    return ParseSearchParameters(R"({"highlightPreTag": ")" + tag + "\"}")->request.highlight.escape;
  };
  CHECK(escape("__ais-highlight__") == Escape::kNone);
  CHECK(escape("__aa-highlight__") == Escape::kNone);
  CHECK(escape("<mark>") == Escape::kHtml);
  CHECK(escape("__other__") == Escape::kHtml);
}

TEST_CASE("Request: it asks what it says (5)", "[dialect]") {
  signpost::Document hidden = Article("h", "Refund exceptions");
  hidden.audiences = {"agents"};
  const signpost::Index index = BuildIndex({Article("a", "Refund times"),
                                            hidden,
                                            {.object_id = "a", .lang = "pt", .title = "Refund em portuguese"},
                                            {.object_id = "b", .lang = "pt", .title = "Refund"}});
  auto ids = [&](const std::string& json) {
    const auto asked = ParseSearchParameters(json);
    REQUIRE(asked.ok());
    return Ids(Ask(index, asked->audience, asked->request));
  };
  CHECK(ids(R"({"query": "refund"})") == Strings{"a"});
  CHECK(ids(R"({"query": "refund", "audiences": "agents"})") == Strings{"a", "h"});
  CHECK(ids(R"({"query": "refund", "lang": "pt-BR", "languageFallbacks": ["en"]})") == Strings{"b", "a"});
  CHECK(ids(R"({"query": "refund", "audiences": ["agents"], "offset": 1, "length": 5})") == Strings{"h"});
}

TEST_CASE("Request: any bytes (6)", "[dialect]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const std::string base =
      R"json({"query":"a","params":"page=1&%41=%zz&attributesToRetrieve=%5B%5D","sort":"asc(a)","audiences":["x"],"offset":3})json";
  for (int i = 0; i < 20'000; ++i) {
    std::string json = base;
    for (std::size_t n = 1 + random() % 4; n > 0; --n) json[random() % json.size()] = static_cast<char>(random());
    const auto asked = ParseSearchParameters(json);
    if (asked.ok()) CHECK(asked->request.query.size() <= json.size());
  }
}
