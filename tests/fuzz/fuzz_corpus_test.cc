// SPDX-License-Identifier: Apache-2.0
// What the fuzzers are seeded with, and random inputs made of it, with any compiler.
//
// 1. corpus/analyze: the invariants of token_invariants.h.
// 2. The same, on seeds that are cut, joined and damaged at random.
// 3. Stored documents, whole and damaged: what is read of them is written and read again as the same.
// 4. Filters, the seeds and damaged: what is read prints as what is read as the same.
// 5. Columns, whole and damaged: what is accepted is read within its bounds.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "fuzz/analyze_input.h"
#include "fuzz/columns_input.h"
#include "fuzz/filter_input.h"
#include "fuzz/stored_document_input.h"
#include "segment/columns_builder.h"
#include "support/naive_filter.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

struct Input {
  std::string name;
  std::string bytes;
};

std::vector<Input> Corpus(const std::string& name) {
  std::vector<Input> out;
  for (const fs::directory_entry& entry : fs::directory_iterator(SIGNPOST_SOURCE_DIR "/tests/fuzz/corpus/" + name)) {
    std::ifstream file(entry.path(), std::ios::binary);
    out.push_back({entry.path().filename(), {std::istreambuf_iterator<char>(file), {}}});
  }
  std::sort(out.begin(), out.end(), [](const Input& a, const Input& b) { return a.name < b.name; });
  return out;
}

TEST_CASE("Fuzz: the seeds of the analysis keep its invariants", "[fuzz]") {  // 1
  const std::vector<Input> corpus = Corpus("analyze");
  REQUIRE(corpus.size() >= 20);
  for (const Input& input : corpus) {
    CAPTURE(input.name);
    CHECK(text::BrokenAnalysis(input.bytes) == "");
  }
}

TEST_CASE("Fuzz: damaged seeds of the analysis keep its invariants", "[fuzz]") {  // 2
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  const std::vector<Input> corpus = Corpus("analyze");
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes(1, static_cast<char>(random()));
    for (int parts = 0; parts < 3; ++parts) {
      const std::string& from = corpus[random() % corpus.size()].bytes;
      if (!from.empty()) bytes += from.substr(random() % from.size(), random() % 80);
    }
    for (std::size_t damage = random() % 3; damage > 0; --damage) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    CAPTURE(seed, round, bytes);
    REQUIRE(text::BrokenAnalysis(bytes) == "");
  }
}

TEST_CASE("Fuzz: stored documents, whole and damaged, are read and written again", "[fuzz]") {  // 3
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  RandomText text(seed);
  for (const Input& input : Corpus("stored_document")) {
    CAPTURE(input.name);
    CHECK(segment::BrokenStoredDocument(input.bytes) == "");
  }
  for (int round = 0; round < 2'000; ++round) {
    ByteWriter out;
    segment::EncodeDocument(text.Document("d" + std::to_string(round), "en"), &out);
    std::string bytes(out.view());
    for (std::size_t damage = random() % 4; damage > 0; --damage) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    if (random() % 4 == 0) bytes.resize(random() % bytes.size());
    CAPTURE(seed, round);
    REQUIRE(segment::BrokenStoredDocument(bytes) == "");
  }
}

TEST_CASE("Fuzz: filters, the seeds and damaged, print as what they are", "[fuzz]") {  // 4
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  const std::vector<Input> corpus = Corpus("filter");
  REQUIRE(corpus.size() >= 10);
  for (int round = 0; round < 5'000; ++round) {
    std::string bytes;
    for (int parts = 0; parts < 2; ++parts) {
      const std::string& from = corpus[random() % corpus.size()].bytes;
      if (!from.empty()) bytes += from.substr(random() % from.size(), random() % 40);
    }
    if (static_cast<std::size_t>(round) < corpus.size()) bytes = corpus[static_cast<std::size_t>(round)].bytes;
    for (std::size_t damage = round % 2 == 0 || bytes.empty() ? 0 : random() % 3; damage > 0; --damage) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    CAPTURE(seed, round, bytes);
    REQUIRE(filter::BrokenFilter(bytes) == "");
  }
}

TEST_CASE("Fuzz: columns, whole and damaged, are read within their bounds", "[fuzz]") {  // 5
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  for (int round = 0; round < 2'000; ++round) {
    segment::ColumnsBuilder builder({{"brand", true}, {"price", false}, {"tags", true}});
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0, n = static_cast<std::uint32_t>(random() % 40); i < n; ++i) {
      Document document{.object_id = "x"};
      naive::AddAttributes(&random, &document);
      builder.Add(document, "en");
      order.push_back(i);
    }
    std::string bytes = std::string(1, static_cast<char>(order.size())) + builder.Build(order);
    for (std::size_t damage = random() % 4; damage > 0; --damage) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    if (random() % 4 == 0) bytes.resize(random() % bytes.size());
    CAPTURE(seed, round);
    REQUIRE(segment::BrokenColumns(bytes) == "");
  }
}

}  // namespace
}  // namespace signpost
