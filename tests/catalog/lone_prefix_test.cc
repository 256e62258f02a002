// SPDX-License-Identifier: Apache-2.0
// Queries of one or two letters over random documents in several segments, some replaced, with printed seeds; against the list of
// all hits put in order by hand.
//
// 1. The response says so. Hits that hold the letters as a word score 3, others with a word so begun in their title 2, others 1;
//    equal ones stand by custom ranking, then objectID. A short page is cut out of that order.
// 2. Filters, facets, sorting and distinct see all hits, and nothing else.
// 3. Optional filters multiply the score.
// 4. Where criteria order the hits, they order these too, and the hits are the same.
#include <signpost/signpost.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace {

using signpost::Document;
using signpost::Filter;
using signpost::Hit;
using signpost::Index;
using signpost::SearchRequest;
using signpost::SearchResponse;
using signpost::Settings;
using Strings = std::vector<std::string>;

const Strings kLetters = {"t", "in", "b", "wi", "o", "re", "q"};

Settings MakeSettings() {
  return {.language = "en",
          .attribute_for_distinct = "family",
          .custom_ranking = {{.attribute = "votes"}},
          .attributes_for_faceting = {{.name = "kind"}},
          .attributes_for_sorting = {"price"}};
}

Index RandomIndex(std::uint64_t seed, Settings settings) {
  RandomText text(seed);
  Index index = BuildIndex({}, std::move(settings));
  for (int write = 0; write < 12; ++write) {
    std::vector<Document> batch;
    for (std::size_t i = 0; i < 10; ++i) {
      Document& document = batch.emplace_back(text.Document("d" + std::to_string(10 * text.Below(12) + i), "en"));
      document.attributes.push_back({"kind", "k" + std::to_string(text.Below(3))});
      document.attributes.push_back({"price", static_cast<int>(text.Below(10))});
      document.attributes.push_back({"family", "f" + std::to_string(text.Below(5))});
    }
    REQUIRE(index.Upsert(batch).ok());
  }
  return index;
}

const signpost::Value& Of(const Hit& hit, const std::string& name) {
  const auto& attributes = hit.document.attributes;
  return std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.name == name; })->value;
}

std::int64_t Number(const Hit& hit, const std::string& name) { return *Of(hit, name).integer(); }
std::string Text(const Hit& hit, const std::string& name) { return *Of(hit, name).string(); }

SearchRequest All(const std::string& letters) { return {.query = letters, .hits_per_page = 1000}; }

// The ids of these hits by score, custom ranking and id.
Strings InOrder(std::vector<Hit> hits) {
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tuple(-a.score, -Number(a, "votes"), a.document.object_id) <
           std::tuple(-b.score, -Number(b, "votes"), b.document.object_id);
  });
  Strings out;
  for (const Hit& hit : hits) out.push_back(hit.document.object_id);
  return out;
}

}  // namespace

TEST_CASE("LonePrefix: words, then titles, then the others", "[catalog]") {  // 1
  const Index index = BuildIndex({Article("begun", "News", "a tent"), Article("title", "Blue tents"),
                                  Article("word", "News", "size t"), Article("none", "News", "boots")});
  const SearchResponse response = Ask(index, {.query = "t"});
  CHECK(response.lone_prefix);
  REQUIRE(Ids(response) == Strings{"word", "title", "begun"});
  for (int i = 0; i < 3; ++i) CHECK(response.hits[static_cast<std::size_t>(i)].score == 3 - i);
  CHECK_FALSE(Ask(index, {.query = "ten"}).lone_prefix);
  CHECK_FALSE(Ask(index, {.query = "t "}).lone_prefix);
}

TEST_CASE("LonePrefix: what else a request asks holds too", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  for (std::uint64_t round = 0; round < 8; ++round) {
    const Index index = RandomIndex(seed + round, MakeSettings());
    for (const std::string& letters : kLetters) {
      CAPTURE(seed, round, letters);
      const SearchResponse all = Ask(index, All(letters));
      REQUIRE(all.lone_prefix);
      REQUIRE_FALSE(all.hits.empty());
      REQUIRE(all.hit_count == all.hits.size());
      CHECK(Ids(all) == InOrder(all.hits));  // 1
      SearchRequest page = All(letters);
      page.hits_per_page = 3;
      page.page = 1;
      const Strings ids = Ids(all);
      const auto third = ids.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, ids.size()));
      const auto sixth = ids.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(6, ids.size()));
      CHECK(Ids(index, page) == Strings(third, sixth));

      Strings of_kind, of_family;  // 2
      std::map<std::string, std::size_t> kinds;
      std::set<std::string> families;
      for (const Hit& hit : all.hits) {
        ++kinds[Text(hit, "kind")];
        if (Text(hit, "kind") == "k1") of_kind.push_back(hit.document.object_id);
        if (families.insert(Text(hit, "family")).second) of_family.push_back(hit.document.object_id);
      }
      SearchRequest filtered = All(letters);
      filtered.filter = Filter::Is("kind", "k1");
      CHECK(Ids(index, filtered) == of_kind);

      SearchRequest counted = page;
      counted.facets = {"kind"};
      const SearchResponse counts = Ask(index, counted);
      REQUIRE(counts.facets.size() == 1);
      std::map<std::string, std::size_t> found;
      for (const auto& value : counts.facets[0].values) found[value.value] = value.count;
      CHECK(found == kinds);

      SearchRequest sorted = All(letters);
      sorted.sort = {{.attribute = "price", .descending = false}};
      std::vector<Hit> by_price = all.hits;
      std::stable_sort(by_price.begin(), by_price.end(),
                       [](const Hit& a, const Hit& b) { return Number(a, "price") < Number(b, "price"); });
      const Strings sorted_ids = Ids(index, sorted);
      REQUIRE(sorted_ids.size() == by_price.size());
      for (std::size_t i = 0; i < by_price.size(); ++i) CHECK(sorted_ids[i] == by_price[i].document.object_id);

      SearchRequest grouped = All(letters);
      grouped.distinct = 1;
      CHECK(Ids(index, grouped) == of_family);

      SearchRequest boosted = All(letters);  // 3
      boosted.optional_filters = {{.filter = Filter::Is("kind", "k2"), .score = 1}};
      std::vector<Hit> by_boost = all.hits;
      for (Hit& hit : by_boost) hit.score *= Text(hit, "kind") == "k2" ? 2 : 1;
      Strings boosted_ids = InOrder(by_boost);
      CHECK(Ids(index, boosted) == boosted_ids);
      boosted.hits_per_page = 3;
      if (boosted_ids.size() > 3) boosted_ids.resize(3);
      CHECK(Ids(index, boosted) == boosted_ids);
    }
  }
}

TEST_CASE("LonePrefix: criteria order these too", "[catalog]") {  // 4
  const std::uint64_t seed = TestSeed();
  Settings by_votes = MakeSettings();
  by_votes.ranking = {signpost::RankingCriterion::kCustom};
  const Index index = RandomIndex(seed, MakeSettings());
  const Index ordered = RandomIndex(seed, by_votes);
  for (const std::string& letters : kLetters) {
    CAPTURE(seed, letters);
    const SearchResponse response = Ask(ordered, All(letters));
    CHECK_FALSE(response.lone_prefix);
    CHECK(std::is_sorted(response.hits.begin(), response.hits.end(),
                         [](const Hit& a, const Hit& b) { return Number(a, "votes") > Number(b, "votes"); }));
    Strings found = Ids(response), wanted = Ids(index, All(letters));
    std::sort(found.begin(), found.end());
    std::sort(wanted.begin(), wanted.end());
    CHECK(found == wanted);
  }
}
