// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 A response without hits has every member that widgets fail without.
//   2 A hit is its record with highlights, snippet, sections and score; reserved names win over attributes.
//   3 Redirects, user data, applied rules, ignored words, a correction, a cut and explanations appear when there
//     are any.
//   4 Statistics print every number.
//   5 A response can be cut to the members that are wanted.
#include <string>

#include <signpost/dialect.h>
#include <catch2/catch.hpp>

using signpost::AlternativeKind;
using signpost::Hit;
using signpost::IndexStats;
using signpost::MatchLevel;
using signpost::SearchResponse;
using signpost::ToJson;
using signpost::Value;

TEST_CASE("Response: no hits (1)", "[dialect]") {
  SearchResponse response{.query = "a \"b\"", .hits_per_page = 20, .processing_time_us = 1499};
  CHECK(ToJson(response) ==
        R"({"hits":[],"nbHits":0,"page":0,"nbPages":0,"hitsPerPage":20,"processingTimeMS":1,)"
        R"("processingTimeMicros":1499,"query":"a \"b\"","params":"","exhaustiveNbHits":true,"renderingContent":{}})");
}

TEST_CASE("Response: a hit (2)", "[dialect]") {
  Hit hit;
  hit.document = {.object_id = "track",
                  .lang = "en",
                  .title = "Track your order",
                  .url = "https://help.example/track",
                  .sections = {{.text = "One."}, {.anchor = "s", .heading = "S", .level = 2}, {.text = "Two."}},
                  .keywords = {"parcel"},
                  .audiences = {"staff"},
                  .attributes = {{"votes", 212}, {"_score", "x"}, {"_audiences", "secret"}}};
  hit.score = 2.5;
  hit.title = {.value = "Track your <em>order</em>",
               .match_level = MatchLevel::kPartial,
               .matched_words = {"order"},
               .fully_highlighted = false};
  hit.headings = {{.value = "S"}};
  hit.snippet = {{.value = "<em>One</em>.", .match_level = MatchLevel::kFull, .matched_words = {"one"}}, "", {}};
  hit.sections = {{.anchor = "s", .headings = {"S"}, .score = 1}};
  hit.promoted = true;
  SearchResponse response{.query = "q"};
  response.hits.push_back(hit);
  response.hit_count = 41;
  response.page = 1;
  response.page_count = 41;
  response.hits_per_page = 1;
  CHECK(ToJson(response) ==
        R"({"hits":[{"objectID":"track","title":"Track your order","url":"https://help.example/track","lang":"en",)"
        R"("keywords":["parcel"],"votes":212,"body":"One.\nTwo.",)"
        R"("_highlightResult":{"title":{"value":"Track your <em>order</em>","matchLevel":"partial",)"
        R"("fullyHighlighted":false,"matchedWords":["order"]},)"
        R"("headings":[{"value":"S","matchLevel":"none","matchedWords":[]}]},)"
        R"("_snippetResult":{"body":{"value":"<em>One</em>.","matchLevel":"full"}},)"
        R"("_sections":[{"anchor":"s","headings":["S"],"score":1.0}],"_score":2.5,"_promoted":true}],)"
        R"("nbHits":41,"page":1,"nbPages":41,"hitsPerPage":1,"processingTimeMS":0,"processingTimeMicros":0,)"
        R"("query":"q","params":"","exhaustiveNbHits":true,"renderingContent":{}})");
}

TEST_CASE("Response: a hit without highlights (2)", "[dialect]") {
  SearchResponse response{.query = "q"};
  response.hits.push_back({.document = {.object_id = "track", .title = "Track"}});
  CHECK(ToJson(response).find(R"("hits":[{"objectID":"track","title":"Track","_score":0.0}])") != std::string::npos);
}

TEST_CASE("Response: what rules did, what was ignored and why (3)", "[dialect]") {
  SearchResponse response{.query = "q"};
  response.redirect = {.url = "https://c.example/?a=1&b=\"", .rule = "r"};
  response.user_data = {Value::Object{{"banner", "x"}}, "y"};
  response.applied_rules = {"r", "s"};
  response.ignored_words = {"zzz"};
  response.did_you_mean = {.query = "order \"x\"", .confidence = 0.75};
  response.explanation.emplace();
  response.explanation->steps = {"analyse"};
  response.explanation->words = {{.text = "ordr", .lang = "en", .information = 1.5}};
  response.explanation->words[0].alternatives = {
      {.text = "order", .kind = AlternativeKind::kTypo, .edits = 1, .weight = 0.5, .document_count = 3}};
  response.hits.emplace_back();
  response.hits[0].explanation.emplace();
  response.hits[0].explanation->word_scores = {
      {.word = "ordr", .matched = "order", .kind = AlternativeKind::kTypo, .score = 1}};
  response.hits[0].explanation->words = 3;
  response.hits[0].explanation->exact_words = 2;
  response.hits[0].explanation->typos = 1;
  response.hits[0].explanation->distance = 9;
  response.hits[0].explanation->attribute = "title";
  std::string json = ToJson(response);
  CHECK(
      json.find(R"("_score":0.0,"_explain":{"wordScores":[{"word":"ordr","matched":"order","kind":"typo",)"
                R"("score":1.0}],"proximity":0.0,"titleFactor":1.0,"matchedInformation":1.0,"words":3,"exactWords":2,)"
                R"("typos":1,"distance":9,"attribute":"title","score":0.0}}])") != std::string::npos);
  CHECK(json.find(
            R"("renderingContent":{"redirect":{"url":"https://c.example/?a=1&b=\""}},)"
            R"("userData":[{"banner":"x"},"y"],"appliedRules":[{"objectID":"r"},{"objectID":"s"}],)"
            R"("didYouMean":{"query":"order \"x\"","confidence":0.75},)"
            R"("ignoredWords":["zzz"],"explain":{"words":[{"text":"ordr","lang":"en","information":1.5,"weight":1.0,)"
            R"("stopWord":false,"ignored":false,"alternatives":[{"text":"order","kind":"typo","edits":1,)"
            R"("weight":0.5,"documentCount":3}]}],"steps":["analyse"]}})") != std::string::npos);
  CHECK(signpost::ParseJson(json).ok());
}

TEST_CASE("Response: an answer that the deadline cut (3)", "[dialect]") {
  SearchResponse response{.query = "q"};
  response.cut = true;
  const std::string json = ToJson(response);
  CHECK(json.find(R"("exhaustiveNbHits":false,)") != std::string::npos);
  CHECK(json.find(R"("cut":{"reason":"deadline"})") != std::string::npos);
}

TEST_CASE("Response: languages, ranges, other highlights and ranking information (2)", "[dialect]") {
  Hit hit;
  hit.document = {.object_id = "a", .lang = "pt", .attributes = {{"_rankingInfo", 1}, {"_lang", 2}}};
  hit.lang = "pt";
  hit.is_fallback = true;
  hit.highlights = {{.name = "body", .values = {{.value = "x"}}, .shape = 0},
                    {.name = "tags", .values = {{.value = "y"}}, .shape = signpost::Value::Array{0}},
                    {.name = "none", .shape = signpost::Value::Array{}}};
  hit.ranking_info = {
      .typos = 1, .words = 3, .exact_words = 2, .proximity_distance = 9, .first_matched_word = 2005, .user_score = 7.5};
  SearchResponse response{.query = "q", .hit_count = 9, .page = 1, .page_count = 3, .hits_per_page = 3};
  response.range = {.offset = 4, .length = 3};
  response.hits = {hit};
  CHECK(ToJson(response, {"hits", "offset", "length", "nbPages", "unknown"}) ==
        R"({"hits":[{"objectID":"a","lang":"pt","_highlightResult":{)"
        R"("body":{"value":"x","matchLevel":"none","matchedWords":[]},)"
        R"("tags":[{"value":"y","matchLevel":"none","matchedWords":[]}],"none":[]},"_snippetResult":{},)"
        R"("_score":0.0,"_lang":"pt","_rankingInfo":{"nbTypos":1,"words":3,"nbExactWords":2,"proximityDistance":9,)"
        R"("firstMatchedWord":2005,"userScore":8,"geoDistance":0,"filters":0}}],"nbPages":3,"offset":4,"length":3})");
  hit.explanation.emplace();
  hit.explanation->language_factor = 0.5;
  response.hits = {hit};
  CHECK(ToJson(response).find(R"("titleFactor":1.0,"languageFactor":0.5,)") != std::string::npos);
}

TEST_CASE("Response: only the members that are wanted (5)", "[dialect]") {
  SearchResponse response{.query = "q", .hit_count = 1};
  response.user_data = {"x"};
  CHECK(ToJson(response, {"nbHits", "query"}) == R"({"nbHits":1,"query":"q"})");
  CHECK(ToJson(response, {}) == "{}");
  CHECK(ToJson(response, {"userData", "*"}) == ToJson(response));
}

TEST_CASE("Response: names of the kinds of alternatives (3)", "[dialect]") {
  std::string names;
  for (int kind = 0; kind <= static_cast<int>(AlternativeKind::kGuessedSynonym); ++kind) {
    names += std::string(signpost::AlternativeKindName(static_cast<AlternativeKind>(kind))) + " ";
  }
  CHECK(names == "exact identifier stem compound inner prefix joined split synonym typo typoPrefix guessedSynonym ");
}

TEST_CASE("Response: facets in their order, with statistics and how to arrange them (3)", "[dialect]") {
  signpost::SearchResponse response{.facet_ordering = {.facets = {"brand"}, .values = {}}};
  response.facets = {{.attribute = "brand", .values = {{"b", 2}, {"a", 1}}},
                     {.attribute = "n", .values = {{"1.5", 3}}, .stats = signpost::FacetStats{1, 2, 1.5, 4.5}}};
  const std::string json = ToJson(response);
  CHECK(json.find(R"("facets":{"brand":{"b":2,"a":1},"n":{"1.5":3}})") != std::string::npos);
  CHECK(json.find(R"("facets_stats":{"n":{"min":1.0,"max":2.0,"avg":1.5,"sum":4.5}})") != std::string::npos);
  CHECK(json.find(R"("exhaustiveFacetsCount":true)") != std::string::npos);
  CHECK(json.find(R"("renderingContent":{"facetOrdering":{"facets":{"order":["brand"]},"values":{}}})") !=
        std::string::npos);
}

TEST_CASE("Response: statistics (4)", "[dialect]") {
  IndexStats stats{.documents = 1, .sections = 2, .tokens = 3, .terms = 4, .synonyms = 5, .rules = 6, .moved = 7};
  stats.memory = {.mapped = 7, .heap = 2, .parts = {{.name = "lexicon", .mapped = 7, .heap = 2}}};
  stats.columns = {{.attribute = "votes", .bytes = 8}};
  stats.segments = {{.lang = "en", .audiences = {"staff"}, .documents = 1, .removed = 0, .terms = 4, .tokens = 3}};
  CHECK(
      ToJson(stats) ==
      R"({"documents":1,"sections":2,"tokens":3,"terms":4,"synonyms":5,"rules":6,"moved":7,"bytes":9,"heapBytes":2,)"
      R"("parts":[{"name":"lexicon","bytes":9,"heapBytes":2}],"columns":[{"attribute":"votes","bytes":8}],"segments":[{"lang":"en","audiences":["staff"],"documents":1,)"
      R"("removed":0,"terms":4,"tokens":3}]})");
}
