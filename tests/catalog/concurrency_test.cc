// SPDX-License-Identifier: Apache-2.0
// Readers and a writer at once. Run under ThreadSanitizer as well.
//
// 1. A search sees the index as it was when the search began: every batch is seen whole or not at all.
// 2. No reader waits for a writer to finish (it never fails either).
#include <signpost/signpost.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

TEST_CASE("Index: readers see whole batches while a writer changes them", "[catalog]") {
  auto builder = signpost::IndexBuilder::Create({.language = "en"});
  REQUIRE(builder.ok());
  auto built = std::move(*builder).Build();
  REQUIRE(built.ok());
  signpost::Index& index = *built;

  // Batch b holds three documents that all say "generation b"; the next one replaces them.
  auto batch = [](int generation) {
    std::vector<signpost::Document> out;
    for (int d = 0; d < 3; ++d) {
      out.push_back({.object_id = "d" + std::to_string(d),
                     .title = "Generation x" + std::to_string(generation) + "x",
                     .sections = {{.text = "common words of every document"}}});
    }
    return out;
  };
  REQUIRE(index.Upsert(batch(0)).ok());

  std::atomic<bool> done = false;
  std::atomic<int> searches = 0;
  std::atomic<int> torn = 0;
  std::atomic<int> failed = 0;
  std::vector<std::thread> readers;
  for (int r = 0; r < 3; ++r) {
    readers.emplace_back([&] {
      while (!done) {
        auto response = index.Search(signpost::Audience::Public(), {.query = "common generatoin"});
        ++searches;
        if (!response.ok()) {
          ++failed;
          continue;
        }
        if (response->hits.size() != 3) ++torn;
        for (const auto& hit : response->hits) {
          if (hit.document.title != response->hits[0].document.title) ++torn;
        }
        index.Stats();
      }
    });
  }
  bool written = true;
  for (int generation = 1; generation <= 60; ++generation) {
    written = written && index.Upsert(batch(generation)).ok();
    if (generation % 20 == 0) {
      written = written && index.SetSynonyms({{.object_id = "s", .synonyms = {"common", "usual"}}}).ok();
    }
  }
  while (searches < 20) std::this_thread::yield();
  done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(written);
  CHECK(failed == 0);
  CHECK(torn == 0);
  CHECK(index.Search(signpost::Audience::Public(), {.query = "x60x"})->hits.size() == 3);
}
