// SPDX-License-Identifier: Apache-2.0
// Properties of the run finder:
//  1. It tells every key at every place where it stands, by end, longest first, and nothing that is no key.
//  2. Once the caller has enough of the keys with one end, it goes on with the next end.
//  3. Equal sequences have one node, and a sequence that is added as a key once stays one.
#include "rules/run_finder.h"

#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include "support/seed.h"

namespace signpost::rules {
namespace {

using Strings = std::vector<std::string>;
using Runs = std::vector<std::tuple<std::uint32_t, std::uint32_t, TermTrie::Node>>;

std::vector<RunFinder::WordNumber> NumbersOf(const RunFinder& finder, const Strings& words) {
  std::vector<RunFinder::WordNumber> out;
  for (const std::string& word : words) out.push_back(finder.FindWord(word));
  return out;
}

Runs Found(const RunFinder& finder, const Strings& words) {
  Runs out;
  finder.Find(NumbersOf(finder, words), [&](std::uint32_t begin, std::uint32_t end, TermTrie::Node node) {
    out.emplace_back(begin, end, node);
    return true;
  });
  return out;
}

TEST_CASE("Run finder: equals comparing every run with every key", "[rules]") {  // 1, 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 500; ++round) {
    auto words = [&](std::size_t most) {
      Strings out;
      for (std::size_t i = 1 + random() % most; i > 0; --i) out.emplace_back(1, static_cast<char>('a' + random() % 3));
      return out;
    };
    RunFinder finder;
    std::vector<std::pair<Strings, TermTrie::Node>> keys;
    std::set<Strings> added;
    for (std::size_t i = random() % 12; i > 0; --i) {
      const Strings sequence = words(5);
      if (random() % 3 == 0) finder.Add(sequence, false);
      if (random() % 3 == 0) continue;
      const TermTrie::Node node = finder.Add(sequence, true);
      CHECK(finder.Add(sequence, false) == node);
      if (added.insert(sequence).second) keys.emplace_back(sequence, node);
    }
    finder.Finish();
    Strings text = words(20);
    text[random() % text.size()] = "unknown";
    Runs expected;
    for (std::uint32_t end = 1; end <= text.size(); ++end) {
      for (std::uint32_t begin = 0; begin < end; ++begin) {
        for (const auto& [sequence, node] : keys) {
          if (Strings(text.begin() + begin, text.begin() + end) == sequence) expected.emplace_back(begin, end, node);
        }
      }
    }
    CHECK(Found(finder, text) == expected);
  }
}

TEST_CASE("Run finder: stops at an end, not at all", "[rules]") {  // 2
  RunFinder finder;
  finder.Add({"a"}, true);
  finder.Add({"a", "a"}, true);
  finder.Finish();
  std::vector<std::uint32_t> ends;
  finder.Find(NumbersOf(finder, {"a", "a", "a"}), [&](std::uint32_t, std::uint32_t end, TermTrie::Node) {
    ends.push_back(end);
    return false;
  });
  CHECK(ends == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(Found(RunFinder(), {"a"}).empty());
}

}  // namespace
}  // namespace signpost::rules
