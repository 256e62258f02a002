// SPDX-License-Identifier: Apache-2.0
// 1. What is appended is read back: terms ascending, and of each its occurrences by field, position and span.
// 2. Damaged bytes end the vector early and never lead outside it.
#include "postings/term_vector.h"

#include <map>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/seed.h"

using signpost::FieldId;
using signpost::TermId;
using signpost::postings::Occurrence;
using signpost::postings::TermOccurrences;
using signpost::postings::TermVector;

namespace {

struct Vector {
  std::uint32_t field_count = 1;
  std::map<std::uint32_t, std::vector<Occurrence>> terms;
  std::string bytes;
};

Vector RandomVector(std::mt19937_64& random) {
  Vector out;
  out.field_count = 1 + static_cast<std::uint32_t>(random() % 16);
  const std::uint64_t gap = 1 + random() % 5000;
  std::uint32_t term = static_cast<std::uint32_t>(random() % gap);
  for (std::uint64_t n = random() % 200; n > 0; --n) {
    std::vector<Occurrence>& places = out.terms[term];
    for (std::uint8_t field = 0; field < out.field_count; ++field) {
      std::uint32_t position = static_cast<std::uint32_t>(random() % 3);
      for (std::uint64_t i = random() % 4 == 0 ? random() % 4 : 0; i > 0; --i) {
        places.push_back(
            {FieldId{field}, position, static_cast<std::uint16_t>(random() % 5 == 0 ? 2 + random() % 9 : 1)});
        position += static_cast<std::uint32_t>(random() % 300);
      }
    }
    if (places.empty()) places.push_back({FieldId{0}, 0, 1});
    term += 1 + static_cast<std::uint32_t>(random() % gap);
  }
  std::vector<TermOccurrences> list;
  for (const auto& [id, places] : out.terms) list.push_back({TermId{id}, places});
  signpost::ByteWriter bytes;
  AppendTermVector(list, out.field_count, &bytes);
  out.bytes = bytes.Take();
  return out;
}

}  // namespace

TEST_CASE("TermVector: reads back what was appended", "[postings]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 300; ++round) {
    const Vector vector = RandomVector(random);
    TermVector reader(vector.bytes, vector.field_count);
    for (const auto& [term, places] : vector.terms) {
      REQUIRE(reader.Next());
      REQUIRE(reader.term() == TermId{term});
      std::vector<Occurrence> read;
      reader.AppendOccurrences(&read);
      REQUIRE(read == places);
    }
    REQUIRE_FALSE(reader.Next());
    REQUIRE_FALSE(reader.Next());
  }
}

TEST_CASE("TermVector: billions of terms in no bytes are none", "[postings]") {  // 2
  signpost::ByteWriter bytes;
  bytes.Varint(UINT32_MAX);
  for (int i = 0; i < 3; ++i) bytes.Varint(0);  // a field, and no bits for distances and sizes
  TermVector reader(bytes.view(), 1);
  CHECK_FALSE(reader.Next());
}

TEST_CASE("TermVector: damaged bytes end it", "[postings]") {  // 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 3000; ++round) {
    Vector vector = RandomVector(random);
    for (int i = 0; i < 3; ++i) vector.bytes[random() % vector.bytes.size()] = static_cast<char>(random());
    if (random() % 2 == 0) vector.bytes.resize(random() % vector.bytes.size());
    std::vector<Occurrence> read;
    for (TermVector reader(vector.bytes, vector.field_count); reader.Next();) {
      reader.AppendOccurrences(&read);
      for (const Occurrence& o : read) REQUIRE(Raw(o.field) < vector.field_count);
      REQUIRE(read.size() <= vector.bytes.size());
      read.clear();
    }
  }
}
