// SPDX-License-Identifier: Apache-2.0
// 1. Filtered hits are those of the documents that a look at each admits, over several segments, with documents removed and
//    replaced, after saving and opening; with words in the query, hits are among them.
// 2. Facet counts and statistics are those of a look at each hit; rules that hide and promote included.
// 3. Values are ordered by count or text, limited, and follow the settings' facet ordering.
// 4. Optional filters multiply scores and change no count; a short page is the beginning of a long one.
// 5. Counts are of what the audience may see, and of all languages asked.
// 6. Requests out of range are refused.
// 7. A search in the values of a facet finds values by the beginnings of their words, with typos, most hits first, marked; it
//    counts as a facet does.
#include <signpost/signpost.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "support/ask.h"
#include "support/naive_filter.h"
#include "support/random_documents.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

using namespace signpost;  // NOLINT: a test of the whole public API

namespace {

const Settings kSettings{.language = "en",
                         .custom_ranking = {{.attribute = "stock"}},
                         .attributes_for_faceting = {{"brand"}, {"tags"}, {"on"}, {"price"}, {"hidden", true}},
                         .attributes_for_sorting = {"stock"}};

using Counts = std::map<std::string, std::size_t>;

Counts CountsOf(const Facet& facet) {
  Counts out;
  for (const FacetValue& value : facet.values) out[value.value] = value.count;
  return out;
}

// The counts of an attribute over documents, each once for a value.
Counts NaiveCounts(const std::map<std::string, Document>& documents, const std::set<std::string>& ids,
                   const std::string& attribute) {
  Counts out;
  for (const std::string& id : ids) {
    std::set<std::string> texts;
    for (const Value& value : naive::Values(documents.at(id), attribute)) texts.insert(naive::Text(value));
    for (const std::string& text : texts) ++out[text];
  }
  return out;
}

std::set<std::string> NaiveHits(const std::map<std::string, Document>& documents, const Filter& filter) {
  std::set<std::string> out;
  for (const auto& [id, document] : documents) {
    if (naive::Admits(filter, document)) out.insert(id);
  }
  return out;
}

void CheckFacets(const std::map<std::string, Document>& documents, const SearchResponse& response) {
  std::set<std::string> ids;
  for (const Hit& hit : response.hits) ids.insert(hit.document.object_id);
  REQUIRE(ids.size() == response.hit_count);
  REQUIRE(response.facets.size() == 4);
  for (const Facet& facet : response.facets) {
    CAPTURE(facet.attribute);
    REQUIRE(CountsOf(facet) == NaiveCounts(documents, ids, facet.attribute));
    double min = 1e9, max = -1e9, sum = 0;
    std::size_t count = 0;
    for (const std::string& id : ids) {
      for (const Value& value : naive::Values(documents.at(id), facet.attribute)) {
        double number = 0;
        if (!naive::IsNumber(value, &number)) continue;
        min = std::min(min, number);
        max = std::max(max, number);
        sum += number;
        ++count;
      }
    }
    REQUIRE(facet.stats.has_value() == (count > 0));
    if (count == 0) continue;
    REQUIRE(facet.stats->min == min);
    REQUIRE(facet.stats->max == max);
    REQUIRE(facet.stats->sum == Approx(sum).margin(1e-6));
    REQUIRE(facet.stats->avg == Approx(sum / static_cast<double>(count)).margin(1e-6));
  }
}

}  // namespace

TEST_CASE("Facets: 1, 2, 4: filters and counts equal a look at each document", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText text(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 6; ++round) {
    Index index = BuildIndex({}, kSettings);
    std::map<std::string, Document> documents;
    for (int step = 0; step < 12; ++step) {
      std::vector<Document> batch;
      std::set<std::string> ids;
      for (std::uint64_t n = 1 + random() % 40; n > 0; --n) {
        const std::string id = "d" + std::to_string(random() % 200);
        if (!ids.insert(id).second) continue;
        Document document = text.Document(id, "en");
        document.attributes.clear();
        naive::AddAttributes(&random, &document);
        documents[id] = document;
        batch.push_back(std::move(document));
      }
      REQUIRE(index.Upsert(batch).ok());
      if (step % 3 == 2) {
        std::vector<std::string> gone;
        for (int i = 0; i < 8; ++i) gone.push_back("d" + std::to_string(random() % 200));
        for (const std::string& id : gone) documents.erase(id);
        REQUIRE(index.Remove(gone).ok());
      }
    }
    if (round % 2 == 1) {
      const TemporaryFolder folder;
      REQUIRE(index.Save(folder / "x").ok());
      auto opened = Index::Open(folder / "x");
      REQUIRE(opened.ok());
      REQUIRE(opened->settings() == kSettings);
      index = *std::move(opened);
    }
    if (round == 2) {
      REQUIRE(index
                  .SetRules({{.object_id = "r",
                              .conditions = {},
                              .consequence = {.promote = {{"d1", 0}, {"d2", 1}}, .hide = {"d3", "d4"}}}})
                  .ok());
    }
    for (int i = 0; i < 40; ++i) {
      SearchRequest request{.filter = naive::RandomFilter(&random, static_cast<int>(random() % 3)),
                            .hits_per_page = 1000,
                            .facets = {"*"}};
      if (random() % 4 == 0) request.filter = {};
      CAPTURE(round, i, FilterText(request.filter));
      const SearchResponse all = Ask(index, request);
      if (round != 2) {
        std::set<std::string> found;
        for (const Hit& hit : all.hits) found.insert(hit.document.object_id);
        REQUIRE(found == NaiveHits(documents, request.filter));
      }
      CheckFacets(documents, all);

      request.query = text.Query();
      CAPTURE(request.query);
      const SearchResponse some = Ask(index, request);
      for (const Hit& hit : some.hits) REQUIRE(naive::Admits(request.filter, documents.at(hit.document.object_id)));
      CheckFacets(documents, some);

      request.optional_filters = {{Filter::Is("brand", "acme"), 2}, {Filter::Is("on", "true"), -3}};
      const SearchResponse boosted = Ask(index, request);
      REQUIRE(boosted.facets == some.facets);
      REQUIRE(boosted.hit_count == some.hit_count);
      std::map<std::string, double> scores;
      for (const Hit& hit : some.hits) scores[hit.document.object_id] = hit.score;
      for (const Hit& hit : boosted.hits) {
        double sum = 0;
        for (const OptionalFilter& optional : request.optional_filters) {
          sum += naive::Admits(optional.filter, documents.at(hit.document.object_id)) ? optional.score : 0;
        }
        const double factor = sum >= 0 ? 1 + sum : 1 / (1 - sum);
        REQUIRE(hit.score == Approx(scores.at(hit.document.object_id) * factor));
      }
      request.hits_per_page = 3;
      const std::vector<std::string> first = Ids(index, request);
      const std::vector<std::string> ids = Ids(boosted);
      REQUIRE(first == std::vector<std::string>(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(first.size())));
    }
  }
}

TEST_CASE("Facets: 3: values are ordered, limited and arranged", "[catalog]") {
  auto product = [](int i, Value brand) {
    return Document{.object_id = "d" + std::to_string(i), .title = "x", .attributes = {{"brand", std::move(brand)}}};
  };
  const std::vector<Document> documents = {product(1, "beta"),  product(2, "Alpha"),
                                           product(3, "alpha"), product(4, "beta"),
                                           product(5, "Gamma"), product(6, Value::Array{"delta", "beta"})};
  Settings settings{.attributes_for_faceting = {{"brand"}, {"price"}}};
  auto values = [&](const Settings& s, const SearchRequest& request) {
    std::string out;
    const SearchResponse response = Ask(BuildIndex(documents, s), request);
    for (const FacetValue& value : response.facets.at(0).values) {
      out += value.value + ":" + std::to_string(value.count) + " ";
    }
    return out;
  };
  CHECK(values(settings, {.facets = {"brand"}}) == "beta:3 Alpha:1 alpha:1 delta:1 Gamma:1 ");
  CHECK(values(settings, {.facets = {"brand"}, .sort_facet_values_by = FacetSort::kAlpha}) ==
        "Alpha:1 alpha:1 beta:3 delta:1 Gamma:1 ");
  CHECK(values(settings, {.facets = {"brand"}, .max_values_per_facet = 2}) == "beta:3 Alpha:1 ");
  settings.max_values_per_facet = 3;
  settings.facet_ordering = {.facets = {"price"},
                             .values = {{.attribute = "brand", .order = {"Gamma", "none", "alpha"}, .hide = {"beta"}}}};
  CHECK(values(settings, {.facets = {"brand"}}) == "Gamma:1 alpha:1 Alpha:1 ");
  settings.facet_ordering.values[0].rest = FacetValueOrder::Rest::kHidden;
  CHECK(values(settings, {.facets = {"brand"}}) == "Gamma:1 alpha:1 ");
  const SearchResponse both = Ask(BuildIndex(documents, settings), {.facets = {"brand", "price", "unknown", "brand"}});
  REQUIRE(both.facets.size() == 2);
  CHECK(both.facets[0].attribute == "price");
  CHECK(both.facets[1].attribute == "brand");
}

TEST_CASE("Facets: 4: an empty query is ordered by optional filters", "[catalog]") {
  std::vector<Document> documents;
  for (int i = 0; i < 9; ++i) {
    documents.push_back({.object_id = "d" + std::to_string(i),
                         .title = "x",
                         .attributes = {{"brand", i % 3 == 0   ? "a"
                                                  : i % 3 == 1 ? "b"
                                                               : "c"}}});
  }
  const Index index = BuildIndex(documents, {.attributes_for_faceting = {{"brand"}}});
  const SearchRequest request{.optional_filters = {{Filter::Is("brand", "c"), 1}, {Filter::Is("brand", "a"), -1}},
                              .hits_per_page = 4};
  CHECK(Ids(index, request) == std::vector<std::string>{"d2", "d5", "d8", "d1"});
}

TEST_CASE("Facets: 5: counts are of what the audience may see, in all languages asked", "[catalog]") {
  const std::vector<Document> documents = {
      {.object_id = "a", .lang = "en", .title = "order", .attributes = {{"brand", "Acme"}, {"n", 1}}},
      {.object_id = "b", .lang = "de", .title = "order", .attributes = {{"brand", "Acme"}, {"n", 2}}},
      {.object_id = "c",
       .lang = "en",
       .title = "order",
       .audiences = {"agents"},
       .attributes = {{"brand", "Secret"}, {"n", 9}}}};
  const Index index = BuildIndex(documents, {.attributes_for_faceting = {{"brand"}, {"n"}}});
  for (const char* query : {"", "order"}) {
    const SearchResponse response = Ask(index, {.query = query, .facets = {"*"}});
    REQUIRE(response.facets.size() == 2);
    CHECK(response.facets[0].values == std::vector<FacetValue>{{"Acme", 2}});
    CHECK(response.facets[1].stats == FacetStats{1, 2, 1.5, 3});
    const SearchResponse german = Ask(index, {.query = query, .lang = "de", .facets = {"brand"}});
    CHECK(german.facets[0].values == std::vector<FacetValue>{{"Acme", 1}});
  }
}

TEST_CASE("Facets: 6: what is out of range is refused", "[catalog]") {
  const Index index = BuildIndex({}, kSettings);
  auto message = [&](const SearchRequest& request) {
    return std::string(index.Search(Audience::Public(), request).status().message());
  };
  CHECK(message({.filter = Filter::Is("colour", "x")}).find("filters: \"colour\"") != std::string::npos);
  CHECK(message({.optional_filters = {{Filter::Is("brand", "x"), 0}}}) ==
        "searching: optionalFilters: score 0, expected -1000 to 1000 and not 0");
  CHECK(message({.max_values_per_facet = 0}) == "searching: maxValuesPerFacet is 0, expected 1 to 1000");
  CHECK(message({.facets = std::vector<std::string>(65, "a")}) == "searching: facets: 65 attributes, the limit is 64");
}

TEST_CASE("Stale: a hit as old as the settings say is outdated", "[catalog]") {
  const std::vector<Document> documents = {
      {.object_id = "new", .title = "x", .attributes = {{"updated", "2024-01-01"}}},
      {.object_id = "none", .title = "x"},
      {.object_id = "old", .title = "x", .attributes = {{"updated", "2022-01-01"}}}};
  const Index index = BuildIndex(documents, {.stale_attribute = "updated", .stale_after_days = 365});
  std::map<std::string, bool> stale;
  for (const Hit& hit : Ask(index, {.now = 1706745600}).hits) stale[hit.document.object_id] = hit.stale;  // 2024-02-01
  CHECK(stale == std::map<std::string, bool>{{"new", false}, {"none", false}, {"old", true}});
  CHECK(Ask(index, {.now = 1735689600}).hits[0].stale);  // 2025-01-01
}

TEST_CASE("FacetSearch: 7: values are found by the beginnings of their words", "[catalog]") {
  std::vector<Document> documents;
  auto add = [&](const char* title, Value brand, std::int64_t votes) {
    documents.push_back({.object_id = "d" + std::to_string(documents.size()),
                         .title = title,
                         .attributes = {{"brand", std::move(brand)}, {"votes", votes}}});
  };
  add("boots", "Apple & Sons", 1);
  add("boots", "Red Apple", 2);
  add("shoes", "Red Apple", 3);
  add("boots", "Snapple", 4);
  add("boots", "Àpple", 5);
  add("boots", Value::Array{"Fernway Outdoor", "2024"}, 6);
  add("shoes", 2024, 7);
  const Index index = BuildIndex(
      documents, {.language = "en", .attributes_for_faceting = {{.name = "brand", .searchable = true}, {"votes"}}});
  auto found = [&](const std::string& query, const SearchRequest& search = {}) {
    const auto response =
        index.SearchFacetValues(Audience::Public(), {.search = search, .facet = "brand", .query = query});
    REQUIRE(response.ok());
    REQUIRE(response->exhaustive);
    std::string out;
    for (const FacetHit& hit : response->hits) out += hit.highlighted + ":" + std::to_string(hit.count) + " ";
    return out;
  };
  CHECK(found("ap") == "Red <em>Ap</em>ple:2 <em>Ap</em>ple &amp; Sons:1 <em>Àp</em>ple:1 ");
  CHECK(found("AP", {.query = "boots"}) == "<em>Ap</em>ple &amp; Sons:1 Red <em>Ap</em>ple:1 <em>Àp</em>ple:1 ");
  CHECK(found("sons ap") == "<em>Ap</em>ple &amp; <em>Sons</em>:1 ");
  CHECK(found("fernwya") == "<em>Fernway</em> Outdoor:1 ");
  CHECK(found("fernwya", {.typo_tolerance = TypoMode::kOff}).empty());
  CHECK(found("20") == "<em>20</em>24:2 ");
  CHECK(found("xyz").empty());
  CHECK(found("red", {.filter = Filter::Between("votes", 3, 9)}) == "<em>Red</em> Apple:1 ");
  CHECK(found("") == "2024:2 Red Apple:2 Apple &amp; Sons:1 Fernway Outdoor:1 Snapple:1 Àpple:1 ");
  const auto two = index.SearchFacetValues(Audience::Public(), {.facet = "brand", .query = "", .max_hits = 2});
  REQUIRE(two.ok());
  CHECK(two->hits == std::vector<FacetHit>{{"2024", "2024", 2}, {"Red Apple", "Red Apple", 2}});
  CHECK(index.SearchFacetValues(Audience::Public(), {.facet = "votes"}).status().message() ==
        "searching values of \"votes\": attributesForFaceting does not have it as searchable(...)");
  CHECK(index.SearchFacetValues(Audience::Public(), {.facet = "brand", .max_hits = 101}).status().message() ==
        "searching values of \"brand\": maxFacetHits is 101, expected 1 to 100");
  CHECK_FALSE(
      index.SearchFacetValues(Audience::Public(), {.search = {.filter = Filter::Is("x", "y")}, .facet = "brand"}).ok());
}
