// SPDX-License-Identifier: Apache-2.0
// 1. corpus/highlight: every highlight keeps the invariants of mark_oracle.h.
// 2. The same, on seeds that are cut, joined and damaged at random.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "fuzz/highlight_input.h"
#include "support/seed.h"

namespace {

std::vector<std::string> Corpus() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(SIGNPOST_SOURCE_DIR "/tests/fuzz/corpus/highlight")) {
    names.push_back(entry.path());
  }
  std::sort(names.begin(), names.end());
  std::vector<std::string> out;
  for (const std::string& name : names) {
    std::ifstream file(name, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return out;
}

}  // namespace

TEST_CASE("Fuzz: the seeds of highlights keep their invariants", "[fuzz]") {  // 1
  const std::vector<std::string> corpus = Corpus();
  REQUIRE(corpus.size() >= 15);
  for (const std::string& input : corpus) {
    CAPTURE(input);
    CHECK(signpost::highlight::BrokenHighlight(input) == "");
  }
}

TEST_CASE("Fuzz: damaged seeds of highlights keep their invariants", "[fuzz]") {  // 2
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  const std::vector<std::string> corpus = Corpus();
  for (int round = 0; round < 1'500; ++round) {
    std::string bytes = corpus[random() % corpus.size()];
    const std::string& other = corpus[random() % corpus.size()];
    if (random() % 2 == 0)
      bytes = bytes.substr(0, random() % (bytes.size() + 1)) + other.substr(random() % other.size());
    for (std::size_t damage = random() % 4; damage > 0 && !bytes.empty(); --damage) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    CAPTURE(seed, round, bytes);
    REQUIRE(signpost::highlight::BrokenHighlight(bytes) == "");
  }
}
