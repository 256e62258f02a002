// SPDX-License-Identifier: Apache-2.0
// 1. After random updates, filters, facets and hits are those of the documents with the new values: before and after merges, and
//    after saving and opening. The same updates of the same documents in another layout of segments give the same answers.
// 2. Each operation does what it says.
// 3. Custom ranking and staleness follow the new values.
// 4. An update of a searched attribute is found by its new words.
// 5. What does not fit is refused, and then nothing changes.
#include <signpost/signpost.h>

#include <map>
#include <random>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "support/ask.h"
#include "support/naive_filter.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

using namespace signpost;  // NOLINT: a test of the whole public API

namespace {

using Operation = AttributeUpdate::Operation;

const Settings kSettings{.language = "en",
                         .custom_ranking = {{.attribute = "stock"}},
                         .attributes_for_faceting = {{"brand"}, {"tags"}, {"on"}, {"price"}},
                         .attributes_for_sorting = {"stock"}};

void Set(Document* document, const std::string& name, const Value& value) {
  std::erase_if(document->attributes, [&](const Attribute& a) { return a.name == name; });
  if (!value.is_null()) document->attributes.push_back({name, value});
}

const Value* Get(const Document& document, const std::string& name) {
  for (const Attribute& a : document.attributes) {
    if (a.name == name) return &a.value;
  }
  return nullptr;
}

// New values for some attributes.
PartialUpdate RandomUpdate(std::mt19937_64* random, std::map<std::string, Document>* documents) {
  const std::string id = "d" + std::to_string((*random)() % 120);
  PartialUpdate out{.object_id = id, .lang = {}, .attributes = {}};
  Document fresh;
  naive::AddAttributes(random, &fresh);
  for (const char* name : {"brand", "price", "stock", "tags", "on"}) {
    if ((*random)() % 2 == 0) continue;
    const Value* value = Get(fresh, name);
    out.attributes.push_back({name, Operation::kSet, value == nullptr ? Value() : *value});
    const auto document = documents->find(id);
    if (document != documents->end()) Set(&document->second, name, out.attributes.back().value);
  }
  return out;
}

void CheckAnswers(const Index& index, const std::map<std::string, Document>& documents, std::mt19937_64* random) {
  for (int i = 0; i < 12; ++i) {
    const Filter filter = i == 0 ? Filter{} : naive::RandomFilter(random, 2);
    CAPTURE(i, FilterText(filter));
    const SearchResponse response = Ask(index, {.filter = filter, .hits_per_page = 1000, .facets = {"*"}});
    std::set<std::string> expected;
    for (const auto& [id, document] : documents) {
      if (naive::Admits(filter, document)) expected.insert(id);
    }
    std::set<std::string> found;
    double last = std::numeric_limits<double>::infinity();
    for (const Hit& hit : response.hits) {
      const Document& document = documents.at(hit.document.object_id);
      found.insert(hit.document.object_id);
      for (const char* name : {"brand", "price", "stock", "tags", "on"}) {
        const Value* a = Get(hit.document, name);
        const Value* b = Get(document, name);
        REQUIRE((a == nullptr ? Value() : *a) == (b == nullptr ? Value() : *b));
      }
      const Value* stock = Get(document, "stock");
      const double value = stock == nullptr ? -1 : static_cast<double>(*stock->integer());
      REQUIRE(value <= last);  // custom ranking
      last = value;
    }
    REQUIRE(found == expected);
    for (const Facet& facet : response.facets) {
      std::map<std::string, std::size_t> counts;
      for (const std::string& id : found) {
        std::set<std::string> texts;
        for (const Value& value : naive::Values(documents.at(id), facet.attribute)) texts.insert(naive::Text(value));
        for (const std::string& text : texts) ++counts[text];
      }
      std::map<std::string, std::size_t> shown;
      for (const FacetValue& value : facet.values) shown[value.value] = value.count;
      CAPTURE(facet.attribute);
      REQUIRE(shown == counts);
    }
  }
}

}  // namespace

TEST_CASE("Update: 1: answers are those of the documents with the new values", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 5; ++round) {
    Index index = BuildIndex({}, kSettings);
    std::map<std::string, Document> documents;
    for (int step = 0; step < 25; ++step) {
      CAPTURE(round, step);
      std::vector<Document> batch;
      std::set<std::string> ids;
      for (std::uint64_t n = random() % 12; n > 0; --n) {
        Document document{.object_id = "d" + std::to_string(random() % 120), .lang = "en", .title = "x"};
        if (!ids.insert(document.object_id).second) continue;
        naive::AddAttributes(&random, &document);
        documents[document.object_id] = document;
        batch.push_back(std::move(document));
      }
      REQUIRE(index.Upsert(batch).ok());
      std::vector<PartialUpdate> updates;
      for (std::uint64_t n = random() % 15; n > 0; --n) updates.push_back(RandomUpdate(&random, &documents));
      std::size_t known = 0;
      for (const PartialUpdate& update : updates) known += documents.contains(update.object_id) ? 1 : 0;
      const auto updated = index.Update(updates);
      REQUIRE(updated.ok());
      REQUIRE(*updated == known);
      if (random() % 5 == 0) {
        const std::string gone = "d" + std::to_string(random() % 120);
        documents.erase(gone);
        REQUIRE(index.Remove({gone}).ok());
      }
      if (random() % 6 == 0) {
        const TemporaryFolder folder;
        REQUIRE(index.Save(folder / "x").ok());
        auto opened = Index::Open(folder / "x");
        REQUIRE(opened.ok());
        index = *std::move(opened);
      }
      CheckAnswers(index, documents, &random);
    }
  }
}

TEST_CASE("Update: 2: each operation does what it says", "[catalog]") {
  struct Case {
    Value old;
    Operation operation;
    Value value;
    Value now;
  };
  const Value::Array ab = {"a", "b"};
  const std::vector<Case> cases = {
      {1, Operation::kSet, "x", "x"},
      {1, Operation::kSet, Value(), Value()},
      {5, Operation::kIncrement, 2, 7},
      {5, Operation::kIncrement, 0.5, 5.5},
      {Value(), Operation::kIncrement, 3, 3},
      {5, Operation::kDecrement, 7, -2},
      {ab, Operation::kAdd, "a", Value::Array{"a", "b", "a"}},
      {Value(), Operation::kAdd, 1, Value::Array{1}},
      {Value::Array{"a", "b", "a"}, Operation::kRemove, "a", Value::Array{"b"}},
      {ab, Operation::kRemove, "c", ab},
      {ab, Operation::kAddUnique, "a", ab},
      {ab, Operation::kAddUnique, "c", Value::Array{"a", "b", "c"}},
      {5, Operation::kIncrementFrom, 5, 6},
      {5, Operation::kIncrementFrom, 4, 5},
      {Value(), Operation::kIncrementFrom, 0, 1},
      {5, Operation::kIncrementSet, 9, 9},
      {5, Operation::kIncrementSet, 5, 5},
      {Value(), Operation::kIncrementSet, 2, 2},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Case& c = cases[i];
    CAPTURE(i);
    Document document{.object_id = "d", .title = "x"};
    if (!c.old.is_null()) document.attributes.push_back({"a", c.old});
    Index index = BuildIndex({document}, {.attributes_for_faceting = {{"a"}}});
    const auto updated = index.Update(
        {{.object_id = "d", .attributes = {{"a", c.operation, c.value}, {"seen", Operation::kSet, true}}}});
    REQUIRE(updated.ok());
    const Hit hit = Ask(index, {}).hits.at(0);
    const Value* now = Get(hit.document, "a");
    CHECK((now == nullptr ? Value() : *now) == c.now);
    const bool undone =
        (c.operation == Operation::kIncrementFrom || c.operation == Operation::kIncrementSet) && c.now == c.old;
    CHECK(*updated == (undone ? 0 : 1));
    CHECK((Get(hit.document, "seen") == nullptr) == undone);
  }
}

TEST_CASE("Update: 3, 4: ranking, staleness, translations and searched attributes follow", "[catalog]") {
  std::vector<Document> documents;
  for (const char* lang : {"en", "de"}) {
    for (const char* id : {"a", "b"}) {
      documents.push_back({.object_id = id,
                           .lang = lang,
                           .title = "order",
                           .attributes = {{"votes", 1}, {"sku", "K1"}, {"day", "2020-01-01"}}});
    }
  }
  Index index = BuildIndex(documents, {.searchable_attributes = {{"title"}, {"sku"}},
                                       .custom_ranking = {{"votes"}},
                                       .stale_attribute = "day",
                                       .stale_after_days = 30});
  const SearchRequest english{.query = "order", .lang = "en", .now = 1704067200};  // 2024-01-01
  CHECK(Ids(index, english) == std::vector<std::string>{"a", "b"});
  REQUIRE(*index.Update(
              {{.object_id = "b",
                .attributes = {{"votes", Operation::kIncrement, 5}, {"day", Operation::kSet, "2023-12-31"}}}}) == 2);
  CHECK(Ids(index, english) == std::vector<std::string>{"b", "a"});
  CHECK_FALSE(Ask(index, english).hits[0].stale);
  CHECK(Ask(index, english).hits[1].stale);
  REQUIRE(*index.Update({{.object_id = "a", .lang = "de", .attributes = {{"votes", Operation::kSet, 9}}}}) == 1);
  CHECK(Ids(index, english) == std::vector<std::string>{"b", "a"});
  CHECK(Ids(index, {.query = "order", .lang = "de"}) == std::vector<std::string>{"a", "b"});
  REQUIRE(*index.Update({{.object_id = "a",
                          .lang = "en",
                          .attributes = {{"sku", Operation::kSet, "Zephyr"}, {"votes", Operation::kSet, 50}}}}) == 1);
  CHECK(Ids(index, {.query = "zephyr", .lang = "en"}) == std::vector<std::string>{"a"});
  CHECK(Ids(index, english) == std::vector<std::string>{"a", "b"});
  CHECK(index.Stats().documents == 4);
  const SearchRequest sorted{.lang = "en", .sort = {{.attribute = "votes", .descending = false}}};
  CHECK(Ids(index, sorted) == std::vector<std::string>{"b", "a"});
  REQUIRE(*index.Update({{.object_id = "b", .attributes = {{"votes", Operation::kSet, 99}}}}) == 2);
  CHECK(Ids(index, sorted) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("Update: 5: what does not fit is refused, and nothing changes", "[catalog]") {
  Index index =
      BuildIndex({{.object_id = "a", .title = "x", .attributes = {{"n", 1}, {"s", "x"}, {"big", INT64_MAX}}}});
  auto refused = [&](const AttributeUpdate& update) {
    const auto updated = index.Update({{.object_id = "a", .attributes = {{"n", Operation::kIncrement, 1}}},
                                       {.object_id = "a", .attributes = {update}}});
    CHECK(*Get(Ask(index, {}).hits.at(0).document, "n") == Value(1));
    return std::string(updated.status().message());
  };
  const std::string prefix = "updating document \"a\": ";
  CHECK(refused({"s", Operation::kIncrement, 1}) == prefix + "expected a number in the document for attribute \"s\"");
  CHECK(refused({"n", Operation::kIncrement, "1"}) == prefix + "expected a number for attribute \"n\"");
  CHECK(refused({"n", Operation::kIncrementFrom, 1.5}) == prefix + "expected an integer for attribute \"n\"");
  CHECK(refused({"n", Operation::kAdd, 1}) == prefix + "expected an array in the document for attribute \"n\"");
  CHECK(refused({"t", Operation::kAdd, true}) == prefix + "expected a string or a number for attribute \"t\"");
  CHECK(refused({"big", Operation::kIncrement, 1}) ==
        prefix + "expected a sum that fits 64 bits for attribute \"big\"");
  CHECK(refused({"title", Operation::kSet, "y"}) ==
        prefix + "\"title\" is no attribute that can be updated; upsert the document");
  CHECK(refused({"s", Operation::kSet, "\xFF"}).find("invalid UTF-8") != std::string::npos);
  CHECK(*index.Update({{.object_id = "none", .attributes = {{"n", Operation::kSet, 1}}}}) == 0);
}
