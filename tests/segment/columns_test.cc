// SPDX-License-Identifier: Apache-2.0
// 1. What a document has in a column: texts, numbers, booleans, dates, arrays, paths into objects, levels of a hierarchy.
// 2. Columns read back what each document has, in whatever order the documents came; texts are found without case.
// 3. The same values give the same bytes.
// 4. Damaged bytes are refused or give some values, and never lead outside them.
// 5. A value that ages is worth half as much after each half-life; the order is the same at any time.
#include "segment/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "segment/columns_builder.h"
#include "segment/ranking_value.h"
#include "support/seed.h"
#include "text/value_fold.h"

using signpost::Attribute;
using signpost::DocId;
using signpost::Document;
using signpost::Value;
using signpost::segment::CodeRange;
using signpost::segment::Column;
using signpost::segment::Columns;
using signpost::segment::ColumnsBuilder;
using signpost::segment::ColumnSpec;
using signpost::segment::ColumnValues;
using signpost::segment::DocSet;
using signpost::segment::RankingValue;
using signpost::segment::ValuesOf;

namespace {

using Texts = std::vector<std::string>;

Texts TextsOf(const Document& document, const std::string& name) {
  return ValuesOf(document, {name, true}, "en").texts;
}
std::vector<double> NumbersOf(const Document& document, const std::string& name) {
  std::vector<double> out;
  for (const auto& number : ValuesOf(document, {name, true}, "en").numbers) out.push_back(number.value);
  return out;
}

const std::vector<ColumnSpec> kSpecs = {{"brand", true}, {"price", true}, {"tags", true}, {"when", false}};

Document RandomDocument(std::mt19937_64* random) {
  auto below = [&](std::uint64_t bound) { return (*random)() % bound; };
  static const Texts brands = {"Tesla", "tesla", "TESLA", "Ärger", "ärger", "", "Acme", "acme inc", "2023-05-06"};
  Document out{.object_id = "x", .title = "x"};
  if (below(5) != 0) out.attributes.push_back({"brand", Value(brands[below(brands.size())])});
  if (below(5) != 0) out.attributes.push_back({"price", static_cast<double>(below(400)) / 4 - 20});
  Value::Array tags;
  for (std::uint64_t i = below(4); i > 0; --i) tags.emplace_back("tag" + std::to_string(below(300)));
  if (below(3) == 0) tags.emplace_back(static_cast<std::int64_t>(below(5)));
  if (below(3) == 0) tags.emplace_back(below(2) == 0);
  out.attributes.push_back({"tags", Value(std::move(tags))});
  if (below(2) == 0) out.attributes.push_back({"when", Value("2024-01-0" + std::to_string(1 + below(9)))});
  return out;
}

}  // namespace

TEST_CASE("ColumnValues: 1: an attribute of any shape comes to texts and numbers", "[segment]") {
  const Document document{
      .object_id = "a",
      .title = "Title",
      .keywords = {"k2", "k1"},
      .attributes = {{"brand", "Acme"},
                     {"stock", 3},
                     {"rate", 0.5},
                     {"sold", true},
                     {"none", nullptr},
                     {"empty", ""},
                     {"mixed", Value::Array{"b", "a", 7, "b", Value::Array{"c"}, 7.0}},
                     {"a.b", "dotted"},
                     {"a", Value::Object{{"b", "nested"}, {"c", Value::Array{Value::Object{{"d", 1}}}}}},
                     {"published", "1970-01-02"},
                     {"path", Value::Array{"A > B > C", "A > D"}},
                     {"levels", Value::Object{{"lvl0", "A"}, {"lvl1", Value::Array{"A > B", "A > C"}}}},
                     {"broken", std::numeric_limits<double>::infinity()}}};
  CHECK(TextsOf(document, "brand") == Texts{"Acme"});
  CHECK(NumbersOf(document, "stock") == std::vector<double>{3});
  CHECK(NumbersOf(document, "rate") == std::vector<double>{0.5});
  CHECK(TextsOf(document, "sold") == Texts{"true"});
  CHECK(ValuesOf(document, {"none", true}, "en").empty());
  CHECK(ValuesOf(document, {"broken", true}, "en").empty());
  CHECK(ValuesOf(document, {"absent", true}, "en").empty());
  CHECK(TextsOf(document, "empty") == Texts{""});
  CHECK(TextsOf(document, "mixed") == Texts{"a", "b", "c"});
  CHECK(NumbersOf(document, "mixed") == std::vector<double>{7});
  CHECK(TextsOf(document, "a.b") == Texts{"dotted", "nested"});
  CHECK(NumbersOf(document, "a.c.d") == std::vector<double>{1});
  CHECK(NumbersOf(document, "published") == std::vector<double>{86400});
  CHECK(TextsOf(document, "published") == Texts{"1970-01-02"});
  CHECK(ValuesOf(document, {"published", false}, "en").texts.empty());
  CHECK(TextsOf(document, "path.lvl0") == Texts{"A"});
  CHECK(TextsOf(document, "path.lvl1") == Texts{"A > B", "A > D"});
  CHECK(TextsOf(document, "path.lvl2") == Texts{"A > B > C"});
  CHECK(TextsOf(document, "path.lvl3").empty());
  CHECK(TextsOf(document, "levels.lvl1") == Texts{"A > B", "A > C"});
  CHECK(TextsOf(document, "keywords") == Texts{"k1", "k2"});
  CHECK(TextsOf(document, "lang") == Texts{"en"});
  CHECK(TextsOf(document, "title") == Texts{"Title"});
}

TEST_CASE("Columns: 2, 3: read back what each document has", "[segment]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 40; ++round) {
    const auto count = static_cast<std::uint32_t>(random() % 3 == 0 ? random() % 3 : random() % 700);
    std::vector<Document> documents;
    for (std::uint32_t i = 0; i < count; ++i) documents.push_back(RandomDocument(&random));
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), random);
    ColumnsBuilder builder(kSpecs);
    for (const Document& document : documents) builder.Add(document, "en");
    const std::string bytes = builder.Build(order);

    ColumnsBuilder other(kSpecs);
    for (const std::uint32_t i : order) other.Add(documents[i], "en");
    std::vector<std::uint32_t> as_they_came(count);
    std::iota(as_they_came.begin(), as_they_came.end(), 0);
    REQUIRE(other.Build(as_they_came) == bytes);

    const auto columns = Columns::Open(bytes, count);
    REQUIRE(columns.ok());
    REQUIRE(columns->all().size() == kSpecs.size());
    REQUIRE(columns->Find("absent") == nullptr);
    for (const ColumnSpec& spec : kSpecs) {
      const Column* column = columns->Find(spec.name);
      REQUIRE(column != nullptr);
      std::vector<ColumnValues> expected;
      for (std::uint32_t d = 0; d < count; ++d) {
        expected.push_back(ValuesOf(documents[order[d]], spec, "en"));
        REQUIRE(column->Values(DocId{d}) == expected.back());
      }
      for (std::uint32_t code = 0; code < column->text_count(); ++code) {
        std::vector<DocId> docs;
        const std::string text(column->Text(code));
        for (std::uint32_t d = 0; d < count; ++d) {
          const Texts& texts = expected[d].texts;
          if (std::find(texts.begin(), texts.end(), text) != texts.end()) docs.push_back(DocId{d});
        }
        REQUIRE(column->Documents(code).Decode().ToVector() == docs);
        const CodeRange same = column->FindText(signpost::text::FoldValue(text));
        REQUIRE(same.Contains(code));
        for (std::uint32_t i = same.begin; i < same.end; ++i) {
          REQUIRE(signpost::text::FoldValue(column->Text(i)) == signpost::text::FoldValue(text));
        }
      }
      const double low = static_cast<double>(random() % 100) - 30;
      const double high = low + static_cast<double>(random() % 50);
      std::vector<DocId> docs;
      for (std::uint32_t d = 0; d < count; ++d) {
        const auto& numbers = expected[d].numbers;
        const bool any = std::any_of(numbers.begin(), numbers.end(),
                                     [&](const auto& n) { return n.value >= low && n.value <= high; });
        if (any) docs.push_back(DocId{d});
      }
      REQUIRE(column->number_codes().Find(column->FindNumbers(low, high)).ToVector() == docs);
    }
  }
}

TEST_CASE("Columns: 4: damaged bytes are refused or give some values", "[segment]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 2000; ++round) {
    const auto count = static_cast<std::uint32_t>(1 + random() % 60);
    ColumnsBuilder builder(kSpecs);
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < count; ++i) {
      builder.Add(RandomDocument(&random), "en");
      order.push_back(i);
    }
    std::string bytes = builder.Build(order);
    for (std::size_t i = 0, n = 1 + random() % 3; i < n; ++i) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    if (random() % 4 == 0) bytes.resize(random() % bytes.size());
    const auto columns = Columns::Open(bytes, count);
    if (!columns.ok()) {
      REQUIRE(columns.status().code() == absl::StatusCode::kDataLoss);
      continue;
    }
    for (const Column& column : columns->all()) {
      for (std::uint32_t d = 0; d < count; ++d) column.Values(DocId{d});
      for (std::uint32_t code = 0; code < column.text_count(); ++code) column.Documents(code).Decode();
      column.FindText("tesla");
      column.number_codes().Find(column.FindNumbers(-5, 5));
    }
  }
}

TEST_CASE("RankingValue: 5: a value that ages halves with each half-life", "[segment]") {
  auto value = [](double votes, const char* date, double half_life) {
    const Document document{.attributes = {{"votes", votes}, {"when", date}}};
    return RankingValue(document, {"votes", true, "when", half_life});
  };
  // 100 of a year ago are worth 25 of today when they halve twice a year.
  CHECK(value(100, "2023-01-01", 182.5) == Approx(value(25, "2024-01-01", 182.5)).margin(1e-6));
  CHECK(value(101, "2023-01-01", 182.5) > value(25, "2024-01-01", 182.5));
  CHECK(value(24, "2024-01-01", 182.5) < value(100, "2023-01-01", 182.5));
  CHECK(value(-100, "2023-01-01", 182.5) > value(-26, "2024-01-01", 182.5));
  CHECK(value(0, "1990-01-01", 1) > value(-1, "1990-01-01", 1));
  CHECK(value(1, "1900-01-01", 0.001) > value(0, "2024-01-01", 0.001));
  CHECK(RankingValue({.attributes = {{"votes", 5}}}, {"votes", true, "when", 1}) ==
        -std::numeric_limits<double>::infinity());
  CHECK(RankingValue({.attributes = {{"votes", "2024-01-01"}}}, {"votes", false}) == -1704067200);
}
