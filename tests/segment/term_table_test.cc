// SPDX-License-Identifier: Apache-2.0
// 1. Terms are numbered in the order of arrival, each once, whatever their length and number.
// 2. Each term knows how many documents hold it.
#include "segment/term_table.h"

#include <map>
#include <random>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "support/seed.h"

TEST_CASE("TermTable: numbers terms and counts their documents", "[segment]") {  // 1, 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  signpost::segment::TermTable table;
  std::map<std::string, std::uint32_t> numbers;
  std::map<std::string, std::set<std::uint32_t>> documents;
  for (std::uint32_t doc = 0; doc < 300; ++doc) {
    for (int t = 0; t < 60; ++t) {
      // Lengths around what fits the table, and terms that share their beginning.
      std::string term = std::string(random() % 20, 'a') + std::to_string(random() % 400);
      if (random() % 50 == 0) term.resize(255, 'z');
      const auto expected = numbers.try_emplace(term, static_cast<std::uint32_t>(numbers.size())).first->second;
      documents[term].insert(doc);
      REQUIRE(table.Add(term, table.Prepare(term), doc) == expected);
    }
  }
  REQUIRE(table.size() == numbers.size());
  const std::vector<std::uint32_t> counts = table.DocumentCounts();
  REQUIRE(counts.size() == numbers.size());
  for (const auto& [term, number] : numbers) {
    CHECK(table.text(number) == term);
    CHECK(counts[number] == documents[term].size());
  }
}
