// SPDX-License-Identifier: Apache-2.0
// 1. The documents that a filter lets through are those that a look at each document says, removed ones left out.
// 2. Attributes without columns, broken trees and too large ones are refused.
#include "filter/evaluate.h"

#include <memory>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "segment/segment_builder.h"
#include "segment/stored_document.h"
#include "support/naive_filter.h"
#include "support/seed.h"

using signpost::DocId;
using signpost::Document;
using signpost::Filter;
using signpost::Raw;
using signpost::Settings;
using signpost::filter::CheckFilter;
using signpost::filter::Evaluate;
using signpost::segment::LiveSegment;

namespace {

const Settings kSettings{.language = "en",
                         .attributes_for_faceting = {{"brand"}, {"tags"}, {"on"}},
                         .numeric_attributes_for_filtering = {"price"},
                         .attributes_for_sorting = {"stock"}};

LiveSegment Build(const std::vector<Document>& documents) {
  signpost::segment::SegmentBuilder builder(kSettings, "en", {});
  for (const Document& document : documents) builder.Add(document);
  auto bytes = std::make_shared<signpost::segment::OwnedSections>(std::move(builder).Build());
  signpost::segment::SectionViews views;
  for (std::size_t i = 0; i < views.bytes.size(); ++i) views.bytes[i] = bytes->bytes[i];
  auto segment = signpost::segment::Segment::Open(views, bytes);
  REQUIRE(segment.ok());
  return LiveSegment(*segment);
}

}  // namespace

TEST_CASE("Evaluate: 1: a filter lets through what a look at each document says", "[filter]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 30; ++round) {
    std::vector<Document> documents;
    for (std::uint64_t i = 0, n = 1 + random() % 400; i < n; ++i) {
      Document document{.object_id = "d" + std::to_string(i), .title = "x"};
      naive::AddAttributes(&random, &document);
      documents.push_back(std::move(document));
    }
    LiveSegment live = Build(documents);
    std::vector<DocId> removed;
    for (std::uint32_t d = 0; d < live.segment().doc_count(); ++d) {
      if (round % 2 == 0 && random() % 4 == 0) removed.push_back(DocId{d});
    }
    if (!removed.empty()) live = live.Without(removed);
    for (int i = 0; i < 60; ++i) {
      Filter filter = naive::RandomFilter(&random, static_cast<int>(random() % 4));
      if (random() % 8 == 0) filter = Filter::All({filter, Filter::Not(Filter::Is("objectID", "d3"))});
      CAPTURE(round, i, signpost::FilterText(filter));
      REQUIRE(CheckFilter("filters", filter, kSettings).ok());
      std::vector<std::string> expected;
      std::vector<std::string> found;
      const auto set = Evaluate(filter, live);
      for (std::uint32_t d = 0; d < live.segment().doc_count(); ++d) {
        const std::string id(live.segment().ObjectId(DocId{d}));
        const Document& document = documents[std::stoul(id.substr(1))];
        if (live.IsLive(DocId{d}) && naive::Admits(filter, document)) expected.push_back(id);
        if (set.Contains(DocId{d})) found.push_back(id);
      }
      REQUIRE(found == expected);
    }
    CHECK(Evaluate(Filter{}, live).count() == live.live_count());
    CHECK(Evaluate(Filter::Any({}), live).empty());
    CHECK(Evaluate(Filter::Is("lang", "EN"), live).count() == live.live_count());
    CHECK(Evaluate(Filter::Is("lang", "de"), live).empty());
  }
}

TEST_CASE("Evaluate: 2: what cannot be evaluated is refused", "[filter]") {
  auto message = [](const Filter& filter) { return std::string(CheckFilter("filters", filter, kSettings).message()); };
  CHECK(message(Filter::Is("colour", "x")) ==
        R"(searching: filters: "colour" is not among attributesForFaceting of the settings)");
  CHECK(
      message(Filter::Any({Filter::Not(Filter::Between("weight", 1, 2))})) ==
      R"(searching: filters: "weight" is not among attributesForFaceting, numericAttributesForFiltering of the settings)");
  CHECK(message(Filter{.kind = Filter::Kind::kNot}) == "searching: filters: kNot has 0 parts, expected 1");
  CHECK(message(Filter::Between("price", std::nan(""), 2)) == R"(searching: filters: a bound of "price" is no number)");
  Filter deep = Filter::Is("brand", "x");
  for (int i = 0; i < 50; ++i) deep = Filter::Not(deep);
  CHECK(message(deep) == "searching: filters: nested more than 32 deep");
  CHECK(message(Filter::All(std::vector<Filter>(5000))) == "searching: filters: more than 4096 filters");
  CHECK(message(Filter::Is("_tags", "x")).empty());
}
