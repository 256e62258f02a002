// SPDX-License-Identifier: Apache-2.0
// Bytes that somebody made to look right: sections of a segment are damaged behind the back of the checksums.
//
// 1. Opening refuses them, or every search on them ends with some answer. Run under AddressSanitizer as well.
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "catalog/search_pipeline.h"
#include "index/view.h"
#include "segment/segment_builder.h"
#include "support/random_documents.h"
#include "support/seed.h"

TEST_CASE("Segment: damaged sections are refused or searched without harm", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  RandomText text(seed);
  auto settings = std::make_shared<signpost::Settings>();
  settings->custom_ranking = {{.attribute = "votes"}};
  signpost::segment::SegmentBuilder builder(*settings, "en", {});
  for (int d = 0; d < 30; ++d) builder.Add(text.Document("d" + std::to_string(d), "en"));
  const signpost::segment::OwnedSections good = std::move(builder).Build();

  int opened = 0;
  for (int round = 0; round < 600; ++round) {
    CAPTURE(seed, round);
    auto damaged = std::make_shared<signpost::segment::OwnedSections>(good);
    for (std::uint64_t n = 1 + random() % 4; n > 0; --n) {
      std::string& bytes = damaged->bytes[random() % damaged->bytes.size()];
      if (bytes.empty()) continue;
      bytes[random() % bytes.size()] = static_cast<char>(random());
      if (random() % 8 == 0) bytes.resize(random() % bytes.size());
    }
    signpost::segment::SectionViews views;
    for (std::size_t i = 0; i < damaged->bytes.size(); ++i) views.bytes[i] = damaged->bytes[i];
    auto segment = signpost::segment::Segment::Open(views, damaged);
    if (!segment.ok()) continue;
    if ((*segment)->field_count() != settings->searchable_attributes.size())
      continue;  // the snapshot reader refuses it
    ++opened;
    signpost::index::View view{.settings = settings,
                               .segments = {signpost::segment::LiveSegment(*segment)},
                               .synonyms = std::make_shared<signpost::rules::SynonymSet>(),
                               .rules = std::make_shared<signpost::rules::RuleSet>()};
    for (int q = 0; q < 5; ++q) {
      REQUIRE(signpost::catalog::Search(view, signpost::Audience::Public(), {.query = q == 0 ? "" : text.Query(), .explain = true}).ok());
    }
    view.segments[0] = view.segments[0].Without({signpost::DocId{0}});
    REQUIRE(signpost::catalog::Search(view, signpost::Audience::Public(), {.query = text.Query()}).ok());
  }
  CHECK(opened > 50);
}
