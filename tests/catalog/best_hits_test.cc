// SPDX-License-Identifier: Apache-2.0
// Long queries over many documents, with printed seeds: the best hits are found without finding all.
//
// 1. They are those of a search that does find all, which a filter that lets everything through asks for: the same documents
//    with the same scores, in one segment and in several, with documents removed.
// 2. The count is then an estimate, and never less than the hits on the page.
#include <signpost/signpost.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/seed.h"

namespace {

constexpr int kDocuments = 4000;

// Words with ranks: low ones are common.
class Words {
 public:
  explicit Words(std::uint64_t seed) : random_(seed) {}
  std::size_t Below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
  std::string Word() {
    const double share = std::uniform_real_distribution<double>(0, 1)(random_);
    std::size_t rank = static_cast<std::size_t>(160 * share * share * share);
    std::string out;
    for (rank += 30; rank > 0; rank /= 20) out += {"bcdfghjklmnpqrstvwxz"[rank % 20], "aeiou"[rank % 5]};
    return out;
  }
  std::string Text(std::size_t words) {
    std::string out;
    for (; words > 0; --words) out += Word() + " ";
    return out;
  }
  signpost::Document Document(int number) {
    return {.object_id = "d" + std::to_string(number),
            .title = Text(1 + Below(6)),
            .sections = {{.text = Text(10 + Below(60))}},
            .attributes = {{"votes", signpost::Value(static_cast<std::int64_t>(Below(5)))}}};
  }

 private:
  std::mt19937_64 random_;
};

signpost::SearchResponse Ask(const signpost::Index& index, const signpost::SearchRequest& request) {
  auto response = index.Search(signpost::Audience::Public(), request);
  REQUIRE(response.ok());
  return *std::move(response);
}

std::string Print(const signpost::SearchResponse& response) {
  std::string out;
  for (const auto& hit : response.hits) out += hit.document.object_id + " " + std::to_string(hit.score) + "\n";
  return out;
}

}  // namespace

TEST_CASE("Search: the best hits of a long query are those of a search that finds all", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Words words(seed);
  auto builder = signpost::IndexBuilder::Create(
      {.language = "en", .custom_ranking = {{.attribute = "votes"}}, .numeric_attributes_for_filtering = {"votes"}});
  REQUIRE(builder.ok());
  for (int d = 0; d < kDocuments; ++d) REQUIRE(builder->Add(words.Document(d)).ok());
  auto index = std::move(*builder).Build();
  REQUIRE(index.ok());
  const signpost::Filter all = *signpost::ParseFilters("votes >= 0");
  int estimated = 0;
  for (int round = 0; round < 120; ++round) {
    if (round == 60) {  // several segments, and removed documents
      for (int c = 0; c < 3; ++c) {
        std::vector<signpost::Document> changed;
        for (int d = 0; d < 200; ++d)
          changed.push_back(words.Document(static_cast<int>(words.Below(kDocuments + 500))));
        std::sort(changed.begin(), changed.end(),
                  [](const auto& a, const auto& b) { return a.object_id < b.object_id; });
        changed.erase(std::unique(changed.begin(), changed.end(),
                                  [](const auto& a, const auto& b) { return a.object_id == b.object_id; }),
                      changed.end());
        REQUIRE(index->Upsert(changed).ok());
      }
    }
    signpost::SearchRequest request{.query = words.Text(12 + words.Below(round % 10 == 0 ? 60 : 16)),
                                    .hits_per_page = 1 + static_cast<int>(words.Below(20))};
    CAPTURE(round, request.query);
    const signpost::SearchResponse best = Ask(*index, request);
    REQUIRE(best.hit_count >= best.hits.size());
    request.filter = all;
    const signpost::SearchResponse of_all = Ask(*index, request);
    REQUIRE(of_all.exact_hit_count);
    if (best.exact_hit_count) continue;
    ++estimated;
    // Of a very long query the rarest words find the documents, and some that hold less of these are not looked at.
    if (request.query.size() < 200) CHECK(Print(best) == Print(of_all));
  }
  CHECK(estimated > 60);
}
