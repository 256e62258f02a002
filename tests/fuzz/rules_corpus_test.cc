// SPDX-License-Identifier: Apache-2.0
// What the fuzzer of rules is seeded with, whole, joined and damaged at random, with any compiler.
//
// 1. What BrokenRules looks for is never found; most seeds apply.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "fuzz/rules_input.h"
#include "support/seed.h"

namespace signpost::rules {
namespace {

std::vector<std::string> Corpus() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(SIGNPOST_SOURCE_DIR "/tests/fuzz/corpus/rules")) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return out;
}

TEST_CASE("Fuzz: rules, the seeds and damaged, lead where they say", "[fuzz]") {  // 1
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  const std::vector<std::string> corpus = Corpus();
  REQUIRE(corpus.size() >= 15);
  for (std::size_t round = 0; round < 10'000; ++round) {
    std::string bytes = corpus[round % corpus.size()];
    if (round >= corpus.size()) {
      const std::string& other = corpus[random() % corpus.size()];
      if (random() % 2 == 0)
        bytes = bytes.substr(0, random() % (bytes.size() + 1)) + other.substr(random() % other.size());
      for (std::size_t damage = random() % 3; damage > 0; --damage)
        bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    CAPTURE(seed, round, bytes);
    REQUIRE(BrokenRules(bytes) == "");
  }
}

}  // namespace
}  // namespace signpost::rules
