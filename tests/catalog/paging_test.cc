// SPDX-License-Identifier: Apache-2.0
// Which part of the hits comes back. Random documents in several segments and languages, with printed seeds.
//
// 1. Pages put together are one long page, for any size of page, with ranges as with pages, with rules that promote and hide,
//    with and without a language; the counts of every page are the same.
// 2. Hits beyond the limit of paging are counted and cannot be reached; page counts say what can. A page there is empty.
// 3. A range replaces page and hits_per_page. Nothing asked for gives the counts alone.
#include <signpost/signpost.h>

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace {

using signpost::HitRange;
using signpost::Index;
using signpost::SearchRequest;
using signpost::SearchResponse;
using Strings = std::vector<std::string>;

Index RandomIndex(RandomText* text, int limit) {
  Index index = BuildIndex({}, {.pagination_limited_to = limit, .custom_ranking = {{.attribute = "votes"}}});
  static const Strings languages = {"en", "es", "pt"};
  for (int write = 0; write < 30; ++write) {
    std::vector<signpost::Document> batch;
    for (std::size_t i = 0, n = 1 + text->Below(9); i < n; ++i) {
      batch.push_back(text->Document("d" + std::to_string(i + 9 * text->Below(12)), languages[text->Below(3)]));
    }
    REQUIRE(index.Upsert(batch).ok());
    if (write % 7 == 0) REQUIRE(index.Remove({"d" + std::to_string(text->Below(100))}).ok());
  }
  REQUIRE(index
              .SetRules({{.object_id = "r",
                          .conditions = {{.pattern = "order", .anchoring = signpost::Anchoring::kContains}},
                          .consequence = {.promote = {{"d7", 0}, {"d50", 9}, {"d7", 3}, {"nowhere", 2}},
                                          .hide = {"d1", "d2", "d50", "d1"}}}})
              .ok());
  return index;
}

}  // namespace

TEST_CASE("Paging: pages put together are one long page", "[catalog]") {  // 1
  const std::uint64_t seed = TestSeed();
  for (int round = 0; round < 8; ++round) {
    RandomText text(seed + static_cast<std::uint64_t>(round));
    const Index index = RandomIndex(&text, 1000);
    for (int q = 0; q < 20; ++q) {
      SearchRequest request{.query = text.Query()};
      if (q % 4 == 0) request.query = q % 8 == 0 ? "" : "order " + request.query;
      if (q % 3 == 0) request.lang = "pt";
      if (q % 6 == 0) request.language_fallbacks = Strings{"es", "en"};
      CAPTURE(seed, round, request.query, request.lang);
      request.hits_per_page = 1000;
      const SearchResponse all = Ask(index, request);
      CHECK(all.hit_count == all.hits.size());
      const int size = 1 + static_cast<int>(text.Below(12));
      Strings paged, ranged;
      std::vector<double> scores;
      const int pages = static_cast<int>((all.hit_count + static_cast<std::size_t>(size) - 1) / static_cast<std::size_t>(size));
      for (int page = 0; page <= pages; ++page) {
        request.page = page;
        request.hits_per_page = size;
        request.range.reset();
        const SearchResponse response = Ask(index, request);
        CHECK(response.hit_count == all.hit_count);
        CHECK(response.page_count == pages);
        CHECK(response.page == page);
        CHECK(response.hits.empty() == (page == pages));
        for (const auto& hit : response.hits) {
          paged.push_back(hit.document.object_id);
          scores.push_back(hit.score);
        }
        request.range = HitRange{.offset = page * size, .length = size};
        const SearchResponse range = Ask(index, request);
        CHECK(range.hit_count == all.hit_count);
        for (const auto& id : Ids(range)) ranged.push_back(id);
      }
      CHECK(paged == Ids(all));
      CHECK(ranged == Ids(all));
      for (std::size_t i = 0; i < scores.size(); ++i) CHECK(scores[i] == all.hits[i].score);
      Strings unique = paged;
      std::sort(unique.begin(), unique.end());
      CHECK(std::adjacent_find(unique.begin(), unique.end()) == unique.end());
    }
  }
}

TEST_CASE("Paging: a limit of what can be reached", "[catalog]") {  // 2
  std::vector<signpost::Document> documents;
  for (int d = 100; d < 150; ++d) documents.push_back(Article("d" + std::to_string(d), "Same words"));
  const Index index = BuildIndex(documents, {.pagination_limited_to = 33});
  for (const char* query : {"", "same"}) {
    CAPTURE(query);
    const auto last = Ask(index, {.query = query, .page = 3, .hits_per_page = 10});
    CHECK(Ids(last) == Strings{"d130", "d131", "d132"});
    CHECK(last.hit_count == 50);
    CHECK(last.page_count == 4);
    const auto beyond = Ask(index, {.query = query, .page = 4, .hits_per_page = 10});
    CHECK(beyond.hits.empty());
    CHECK(beyond.hit_count == 50);
    CHECK(beyond.page == 4);
    CHECK(Ask(index, {.query = query, .page = 2'000'000'000, .hits_per_page = 1000}).hits.empty());
    CHECK(Ask(index, {.query = query, .hits_per_page = 1000}).hits.size() == 33);
    CHECK(Ids(index, {.query = query, .range = HitRange{.offset = 31, .length = 10}}) == Strings{"d131", "d132"});
    CHECK(Ids(index, {.query = query, .range = HitRange{.offset = 33, .length = 10}}).empty());
  }
  for (const int limit : {0, -1, 10'001}) {
    CHECK_FALSE(signpost::IndexBuilder::Create({.pagination_limited_to = limit}).ok());
  }
}

TEST_CASE("Paging: a range, and nothing but counts", "[catalog]") {  // 3
  std::vector<signpost::Document> documents;
  for (int d = 100; d < 125; ++d) documents.push_back(Article("d" + std::to_string(d), "Same words"));
  const Index index = BuildIndex(documents);
  const SearchRequest request{
      .query = "same", .page = 7, .hits_per_page = 3, .range = HitRange{.offset = 11, .length = 5}};
  const auto range = Ask(index, request);
  CHECK(Ids(range) == Strings{"d111", "d112", "d113", "d114", "d115"});
  CHECK(range.range == request.range);
  CHECK(range.hits_per_page == 5);
  CHECK(range.page == 2);
  CHECK(range.page_count == 5);
  for (const SearchRequest& counts :
       {SearchRequest{.query = "same", .hits_per_page = 0}, SearchRequest{.query = "same", .page = 4, .hits_per_page = 0},
        SearchRequest{.query = "same", .range = HitRange{.offset = 3, .length = 0}}}) {
    const auto none = Ask(index, counts);
    CHECK(none.hits.empty());
    CHECK(none.hit_count == 25);
    CHECK(none.page_count == 0);
  }
}
