// SPDX-License-Identifier: Apache-2.0
// A deadline, without looking at the clock.
//
// 1. One that passes at once: the answer says that it was cut, and is well-formed whatever is asked.
// 2. None, or one that never comes: never cut, and the same answer.
// 3. One that is negative is refused.
#include <signpost/signpost.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/status.h"
#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace {

using signpost::Index;
using signpost::SearchRequest;

Index Build(std::uint64_t seed) {
  RandomText text(seed);
  std::vector<signpost::Document> documents;
  for (int d = 0; d < 400; ++d) documents.push_back(text.Document("d" + std::to_string(d), "en"));
  return BuildIndex(documents, {.language = "en", .custom_ranking = {{.attribute = "votes"}}});
}

void CheckWellFormed(const signpost::SearchResponse& response, const SearchRequest& request) {
  std::set<std::string> ids;
  double last = 1e9;
  for (const signpost::Hit& hit : response.hits) {
    CHECK(ids.insert(hit.document.object_id).second);
    CHECK(std::isfinite(hit.score));
    CHECK(hit.score <= last + 1.0 / 4096);
    last = hit.score;
    CHECK_FALSE(hit.title.value.empty());
  }
  CHECK(response.hits.size() <= static_cast<std::size_t>(request.hits_per_page));
  CHECK(response.hit_count >= response.hits.size());
  CHECK(response.query == request.query);
  CHECK(response.processing_time_us >= 0);
}

}  // namespace

TEST_CASE("Deadline: passed at once", "[catalog]") {  // 1
  const std::uint64_t seed = TestSeed();
  const Index index = Build(seed);
  RandomText text(seed + 1);
  for (int q = 0; q < 200; ++q) {
    SearchRequest request{.query = q % 2 == 0 ? text.Query() : text.AdvancedQuery() + " order", .deadline_us = 1};
    request.advanced_syntax = q % 2 == 1;
    request.explain = q % 3 == 0;
    CAPTURE(seed, request.query);
    const auto response = Ask(index, request);
    CHECK(response.cut);
    CHECK(response.ignored_words.empty());  // nobody knows
    CheckWellFormed(response, request);
  }
  std::string long_query;
  while (long_query.size() < 60'000) long_query += text.Query() + " x" + std::to_string(long_query.size()) + " ";
  const SearchRequest request{.query = long_query, .deadline_us = 1};
  CHECK(Ask(index, request).cut);
  CheckWellFormed(Ask(index, request), request);
}

TEST_CASE("Deadline: somewhere in the middle", "[catalog]") {  // 1
  const std::uint64_t seed = TestSeed();
  const Index index = Build(seed);
  RandomText text(seed + 2);
  std::string query;
  for (int i = 0; i < 40; ++i) query += text.Query() + " ";
  const auto whole = Ask(index, {.query = query});
  for (std::int64_t microseconds = 50; microseconds < 100'000; microseconds *= 2) {
    const SearchRequest request{.query = query, .explain = true, .deadline_us = microseconds};
    CAPTURE(seed, query, microseconds);
    const auto response = Ask(index, request);
    CheckWellFormed(response, request);
    if (!response.cut) CHECK(Ids(response) == Ids(whole));
  }
}

TEST_CASE("Deadline: none or never", "[catalog]") {  // 2
  const std::uint64_t seed = TestSeed();
  const Index index = Build(seed);
  RandomText text(seed + 3);
  for (int q = 0; q < 100; ++q) {
    const std::string query = q == 0 ? "" : text.Query();
    CAPTURE(seed, query);
    const auto none = Ask(index, {.query = query, .deadline_us = 0});
    const auto never = Ask(index, {.query = query, .deadline_us = std::int64_t{1} << 40});
    CHECK_FALSE(none.cut);
    CHECK_FALSE(never.cut);
    CHECK(Ids(none) == Ids(never));
    CHECK(none.hit_count == never.hit_count);
  }
}

TEST_CASE("Deadline: negative", "[catalog]") {  // 3
  const auto response = BuildIndex({Article("a", "Order")}).Search(signpost::Audience::Public(), {.query = "order", .deadline_us = -1});
  CHECK(response.status().code() == absl::StatusCode::kInvalidArgument);
  CHECK(signpost::Message(response.status()) == "searching: deadline is -1 µs, expected 0 or more");
}
