// SPDX-License-Identifier: Apache-2.0
// Sorting by columns and grouping by a value: random documents with values, several, none or of another kind, in several segments
// and languages, some removed, some changed in part, with printed seeds; against sorting and grouping all hits of the same query by hand.
//
// 1. Sorted hits stand by their values, each key in its direction, without a value last, equal ones by relevance: every page.
// 2. Of hits with the same value the best n are shown, side by side, at the place of the best one; groups are counted; hits
//    without a value are groups of their own. Sorted or by relevance, every page.
// 3. Facets count hits, and those that are counted after distinct have each value once for a group. Filters and boosts hold too.
// 4. Rules hide articles before they are grouped, and promote to places of their own.
// 5. What cannot be sorted by is named, with what can.
#include <signpost/signpost.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/strings.h"
#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace {

using signpost::Document;
using signpost::Hit;
using signpost::Index;
using signpost::SearchRequest;
using signpost::SearchResponse;
using signpost::SortKey;
using signpost::Value;
using Strings = std::vector<std::string>;

signpost::Settings ColumnSettings() {
  return {.attribute_for_distinct = "family",
          .custom_ranking = {{.attribute = "votes"}},
          .attributes_for_faceting = {{.name = "kind", .after_distinct = true}, {.name = "size"}},
          .attributes_for_sorting = {"price", "updated", "family"}};
}

Document RandomDocument(RandomText* text, const std::string& id, const std::string& lang) {
  Document out = text->Document(id, lang);
  static const std::vector<Value> prices = {1, 2, 2.5, -3, 7, Value::Array{9, 1}, Value::Array{}, "cheap", nullptr};
  static const std::vector<Value> families = {"boots", "Boots", "tents", 5, 5.0, Value::Array{"tents", "a"}, true, nullptr};
  if (text->Below(8) != 0) out.attributes.push_back({"price", prices[text->Below(prices.size())]});
  if (text->Below(4) != 0) {
    out.attributes.push_back({"updated", "2026-0" + std::to_string(1 + text->Below(9)) + "-1" + std::to_string(text->Below(3))});
  }
  Value::Array kinds;
  for (std::size_t i = text->Below(4); i > 0; --i) kinds.push_back("k" + std::to_string(text->Below(4)));
  out.attributes.push_back({"kind", kinds});
  out.attributes.push_back({"size", text->Below(3)});
  if (text->Below(8) != 0) out.attributes.push_back({"family", families[text->Below(families.size())]});
  return out;
}

Index RandomIndex(RandomText* text, const Strings& languages, std::size_t articles) {
  Index index = BuildIndex({}, ColumnSettings());
  for (int write = 0; write < 25; ++write) {
    std::vector<Document> batch;
    for (std::size_t i = 0, n = 1 + text->Below(8); i < n; ++i) {
      const std::string id = "d" + std::to_string(i + 8 * text->Below(articles / 8));
      batch.push_back(RandomDocument(text, id, languages[text->Below(languages.size())]));
    }
    REQUIRE(index.Upsert(batch).ok());
    if (write % 6 == 0) REQUIRE(index.Remove({"d" + std::to_string(text->Below(articles))}).ok());
    using Operation = signpost::AttributeUpdate::Operation;
    const Value price = text->Below(3) == 0 ? Value(nullptr) : Value(text->Below(9));
    REQUIRE(index
                .Update({{.object_id = "d" + std::to_string(text->Below(articles)),
                          .attributes = {{"price", Operation::kSet, price},
                                         {"family", Operation::kSet, "f" + std::to_string(text->Below(3))}}}})
                .ok());
  }
  return index;
}

const Value* Find(const Document& document, const std::string& name) {
  for (const auto& attribute : document.attributes) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

// A date of these documents as a number with their order.
std::vector<double> Numbers(const Value* value) {
  if (value == nullptr) return {};
  if (value->integer() != nullptr) return {static_cast<double>(*value->integer())};
  if (value->number() != nullptr) return {*value->number()};
  if (value->string() != nullptr && value->string()->starts_with("2026-")) {
    return {std::stod(value->string()->substr(5, 2)) * 100 + std::stod(value->string()->substr(8, 2))};
  }
  std::vector<double> out;
  if (value->array() != nullptr) {
    for (const Value& element : *value->array()) {
      for (double number : Numbers(&element)) out.push_back(number);
    }
  }
  return out;
}

double SortValue(const Hit& hit, const SortKey& key) {
  const std::vector<double> numbers = Numbers(Find(hit.document, key.attribute));
  if (numbers.empty()) return std::numeric_limits<double>::infinity();
  return key.descending ? -*std::max_element(numbers.begin(), numbers.end())
                        : *std::min_element(numbers.begin(), numbers.end());
}

std::vector<double> SortValues(const Hit& hit, const std::vector<SortKey>& keys) {
  std::vector<double> out;
  for (const SortKey& key : keys) out.push_back(SortValue(hit, key));
  return out;
}

// Empty: a group of its own. Texts that differ in case are different.
std::string GroupValue(const Hit& hit) {
  const Value* value = Find(hit.document, "family");
  if (value == nullptr) return "";
  if (value->string() != nullptr) return *value->string();
  if (value->boolean() != nullptr) return "true";
  if (value->array() != nullptr) return "a";
  const std::vector<double> numbers = Numbers(value);
  return numbers.empty() ? "" : "number " + std::to_string(numbers[0]);
}

// The groups of hits, each with its best `distinct`; single hits when it is 0.
std::vector<std::vector<Hit>> Grouped(const std::vector<Hit>& hits, int distinct) {
  std::vector<std::vector<Hit>> out;
  std::map<std::string, std::size_t> place;
  for (const Hit& hit : hits) {
    const std::string value = GroupValue(hit);
    if (distinct == 0 || value.empty()) {
      out.push_back({hit});
      continue;
    }
    const auto [found, added] = place.emplace(value, out.size());
    if (added) out.emplace_back();
    if (out[found->second].size() < static_cast<std::size_t>(distinct)) out[found->second].push_back(hit);
  }
  return out;
}

std::vector<SortKey> RandomKeys(RandomText* text) {
  std::vector<SortKey> out;
  static const Strings attributes = {"price", "updated", "votes"};
  for (std::size_t i = text->Below(3); i > 0; --i) {
    out.push_back({.attribute = attributes[text->Below(3)], .descending = text->Below(2) == 0});
  }
  return out;
}

std::vector<std::string> Identities(const std::vector<Hit>& hits) {
  std::vector<std::string> out;
  for (const Hit& hit : hits) out.push_back(hit.document.object_id + " " + hit.lang);
  return out;
}

// Compares every page of a request with what was made by hand.
void CheckPages(const Index& index, SearchRequest request, const std::vector<std::vector<Hit>>& places, int size) {
  request.hits_per_page = size;
  for (int page = 0; static_cast<std::size_t>(page * size) <= places.size(); ++page) {
    request.page = page;
    std::vector<Hit> expected;
    for (std::size_t p = static_cast<std::size_t>(page * size); p < std::min(places.size(), static_cast<std::size_t>((page + 1) * size)); ++p) {
      expected.insert(expected.end(), places[p].begin(), places[p].end());
    }
    const SearchResponse response = Ask(index, request);
    CAPTURE(page, size);
    CHECK(response.hit_count == places.size());
    CHECK(Identities(response.hits) == Identities(expected));
    if (response.hits.size() != expected.size()) continue;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CHECK(response.hits[i].score == expected[i].score);
      CHECK(response.hits[i].title.value == expected[i].title.value);
      CHECK(response.hits[i].snippet.value == expected[i].snippet.value);
    }
  }
}

// The values of an attribute that holds one or several.
Strings Texts(const Hit& hit, const std::string& name) {
  Strings out;
  const Value* value = Find(hit.document, name);
  if (value == nullptr) return out;
  if (value->integer() != nullptr) out.push_back(std::to_string(*value->integer()));
  if (value->array() != nullptr) {
    for (const Value& element : *value->array()) out.push_back(*element.string());
  }
  return out;
}

// `hits`: all of them, before they are grouped.
void CheckFacets(const Index& index, SearchRequest request, const std::vector<Hit>& hits) {
  request.facets = {"*"};
  request.hits_per_page = 0;
  const SearchResponse response = Ask(index, request);
  REQUIRE(response.facets.size() == 2);
  for (const signpost::Facet& facet : response.facets) {
    std::map<std::string, std::size_t> counts;
    std::set<std::pair<std::string, std::string>> seen;  // group and value
    for (const Hit& hit : hits) {
      const Strings texts = Texts(hit, facet.attribute);
      for (const std::string& text : std::set<std::string>(texts.begin(), texts.end())) {
        const std::string group = *request.distinct == 0 ? "" : GroupValue(hit);
        const bool once = facet.attribute == "kind" && !group.empty();
        if (!once || seen.insert({group, text}).second) ++counts[text];
      }
    }
    CAPTURE(facet.attribute);
    CHECK(facet.values.size() == counts.size());
    for (const signpost::FacetValue& value : facet.values) CHECK(value.count == counts[value.value]);
    CHECK(facet.stats.has_value() == (facet.attribute == "size" && !hits.empty()));
  }
}

std::string Print(const std::vector<SortKey>& keys) {
  std::string out;
  for (const SortKey& key : keys) out += (key.descending ? "-" : "+") + key.attribute + " ";
  return out;
}

}  // namespace

TEST_CASE("Sort and distinct: all hits ordered and grouped by hand", "[catalog]") {  // 1, 2, 3
  const std::uint64_t seed = TestSeed();
  for (int round = 0; round < 12; ++round) {
    RandomText text(seed + static_cast<std::uint64_t>(round));
    const bool languages = round % 3 == 2;
    const Index index = RandomIndex(&text, languages ? Strings{"en", "pt"} : Strings{"en"}, round % 2 == 0 ? 32 : 120);
    for (int q = 0; q < 25; ++q) {
      SearchRequest request{.query = q % 5 == 0 ? "" : text.Query(), .lang = languages ? "pt" : ""};
      if (languages) request.language_fallbacks = Strings{"en"};
      if (text.Below(3) == 0) request.filter = signpost::Filter::Between("price", 1, 5);
      if (text.Below(3) == 0) request.optional_filters = {{signpost::Filter::Is("kind", "k1"), 0.5}};
      request.distinct = 0;
      request.hits_per_page = 1000;
      std::vector<Hit> hits = Ask(index, request).hits;
      request.sort = RandomKeys(&text);
      std::stable_sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
        return SortValues(a, request.sort) < SortValues(b, request.sort);
      });
      request.distinct = static_cast<int>(text.Below(5));
      CAPTURE(seed, round, request.query, Print(request.sort), *request.distinct);
      CheckPages(index, request, Grouped(hits, *request.distinct), 1 + static_cast<int>(text.Below(9)));
      CheckPages(index, request, Grouped(hits, *request.distinct), 1000);
      CheckFacets(index, request, hits);
    }
  }
}

TEST_CASE("Sort and distinct: of translations the first in the order stands for the article", "[catalog]") {  // 1, 2
  const std::uint64_t seed = TestSeed();
  const Strings languages = {"en", "es", "pt"};
  for (int round = 0; round < 8; ++round) {
    RandomText text(seed + 100 + static_cast<std::uint64_t>(round));
    const Index index = RandomIndex(&text, languages, 32);
    for (int q = 0; q < 20; ++q) {
      SearchRequest request{.query = q % 5 == 0 ? "" : text.Query(), .sort = RandomKeys(&text), .distinct = 0};
      CAPTURE(seed, round, request.query, Print(request.sort));
      std::vector<Hit> all;
      for (const std::string& lang : languages) {
        const SearchRequest one{.query = request.query,
                                .lang = lang,
                                .language_fallbacks = Strings{},
                                .distinct = 0,
                                .hits_per_page = 1000};
        for (const Hit& hit : Ask(index, one).hits) all.push_back(hit);
      }
      const std::vector<SortKey> votes = {{.attribute = "votes"}};
      auto order = [&](const Hit& hit) {
        return std::tuple(SortValues(hit, request.sort), -std::llround(hit.score * 4096), SortValue(hit, votes[0]),
                          hit.document.object_id, hit.lang);
      };
      std::sort(all.begin(), all.end(), [&](const Hit& a, const Hit& b) { return order(a) < order(b); });
      std::vector<Hit> hits;
      for (const Hit& hit : all) {
        const bool seen = std::any_of(hits.begin(), hits.end(), [&](const Hit& h) {
          return h.document.object_id == hit.document.object_id;
        });
        if (!seen) hits.push_back(hit);
      }
      CheckPages(index, request, Grouped(hits, 0), 1 + static_cast<int>(text.Below(9)));
      CheckPages(index, request, Grouped(hits, 0), 1000);
    }
  }
}

TEST_CASE("Sort and distinct: one large group does not hide the others", "[catalog]") {  // 2
  std::vector<Document> documents;
  for (int d = 1000; d < 1400; ++d) {
    documents.push_back(Article("d" + std::to_string(d), "Boots boots"));
    documents.back().attributes = {{"family", "boots"}, {"votes", d}};
  }
  for (const char* id : {"x", "y"}) {
    documents.push_back(Article(id, "About boots and everything else that is there"));
    documents.back().attributes = {{"family", id}};
  }
  documents.push_back(Article("z", "About boots and everything else that is there"));
  const Index index = BuildIndex(documents, ColumnSettings());
  const auto one = Ask(index, {.query = "boots", .distinct = 1});
  CHECK(Ids(one) == Strings{"d1399", "x", "y", "z"});
  CHECK(one.hit_count == 4);
  CHECK(one.page_count == 1);
  CHECK(Ids(index, {.query = "boots", .distinct = 3, .hits_per_page = 2}) == Strings{"d1399", "d1398", "d1397", "x"});
  CHECK(Ids(index, {.query = "boots", .distinct = 3, .page = 1, .hits_per_page = 2}) == Strings{"y", "z"});
  CHECK(Ids(index, {.query = "", .sort = {{.attribute = "votes", .descending = false}}, .distinct = 2}) ==
        Strings{"d1000", "d1001", "x", "y", "z"});
  CHECK(Ask(index, {.query = "boots"}).hit_count == 403);
}

TEST_CASE("Sort and distinct: rules", "[catalog]") {  // 4
  std::vector<Document> documents;
  for (int d = 0; d < 6; ++d) {
    documents.push_back(Article("d" + std::to_string(d), "Boots"));
    documents.back().attributes = {{"family", d < 3 ? "low" : "high"}, {"votes", 10 - d}, {"price", d}};
  }
  documents.push_back(Article("other", "Something else"));
  Index index = BuildIndex(documents, ColumnSettings());
  REQUIRE(index.SetRules({{.object_id = "r", .consequence = {.promote = {{"other", 1}, {"d5", 9}}, .hide = {"d0", "none"}}}})
              .ok());
  CHECK(Ids(index, {.query = "boots"}) == Strings{"d1", "other", "d2", "d3", "d4", "d5"});
  const auto grouped = Ask(index, {.query = "boots", .distinct = 1});
  CHECK(Ids(grouped) == Strings{"d1", "other", "d3", "d5"});
  CHECK(grouped.hit_count == 4);
  CHECK(grouped.hits[1].promoted);
  CHECK(Ids(index, {.query = "boots", .sort = {{.attribute = "price"}}, .distinct = 1}) ==
        Strings{"d4", "other", "d2", "d5"});
  CHECK(grouped.hits[3].title.value == "<em>Boots</em>");
}

TEST_CASE("Sort and distinct: what cannot be done is named", "[catalog]") {  // 5
  const Index index = BuildIndex({Article("a", "Boots")}, ColumnSettings());
  auto message = [&](const SearchRequest& request) {
    const auto response = index.Search(signpost::Audience::Public(), request);
    return response.ok() ? "" : std::string(signpost::ToStd(response.status().message()));
  };
  CHECK(message({.query = "boots", .sort = {{.attribute = "prise"}}}) ==
        "searching: hits cannot be sorted by \"prise\", which is not among attributesForSorting (to sort by: family, kind, "
        "price, size, updated, votes)");
  CHECK(message({.query = "boots", .sort = std::vector<SortKey>(9, {.attribute = "price"})}) ==
        "searching: 9 attributes to sort by, the limit is 8");
  CHECK(message({.query = "boots", .distinct = 5}) == "searching: distinct is 5, expected 0 to 4");
  CHECK(message({.query = "boots", .sort = {{.attribute = "votes"}}, .distinct = 4}).empty());
  CHECK_FALSE(signpost::IndexBuilder::Create({.distinct = 5}).ok());
  const Index plain = BuildIndex({Article("a", "Boots"), Article("b", "Boots")});
  CHECK(Ids(plain, {.query = "boots", .distinct = 1}) == Strings{"a", "b"});
}
