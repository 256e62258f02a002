// SPDX-License-Identifier: Apache-2.0
// 1. Units read back are those encoded, in any order and whatever their gaps and lengths, a byte for most of them.
// 2. Each position belongs to the value that holds it; those between values to none.
// 3. Damaged bytes give units in order and within the text.
#include "segment/token_offsets.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "support/seed.h"

using signpost::segment::FieldOffsets;
using signpost::segment::kCheckpointUnits;
using signpost::segment::TokenOffsets;
using signpost::segment::UnitTable;
using signpost::text::Unit;
using Units = std::vector<Unit>;

namespace {

// Mostly words with a space between them.
Units RandomUnits(std::size_t count, std::mt19937_64* random) {
  auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>((*random)() % n); };
  Units out;
  std::uint32_t last = 0;
  while (out.size() < count) {
    const std::uint32_t gap = below(20) == 0 ? below(300) : below(3);
    const std::uint32_t length = below(20) == 0 ? 1 + below(500) : 1 + below(12);
    out.push_back({last + gap, last + gap + length});
    last = out.back().end;
  }
  return out;
}

// The offsets of a document by field and value.
std::string Encode(const std::vector<std::vector<Units>>& fields) {
  signpost::ByteWriter out;
  for (const auto& values : fields) {
    out.Varint(values.size());
    for (const Units& units : values) signpost::segment::EncodeUnits(units, &out);
  }
  return out.Take();
}

}  // namespace

TEST_CASE("TokenOffsets: reads back what was encoded", "[segment]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::vector<std::vector<Units>> fields = {{}, {}, {}};
  for (std::size_t count : {0, 1, 5, 63, 64, 65, 128, 129, 700, 40'000}) {
    fields[0].push_back(RandomUnits(count, &random));
    fields[2].push_back(RandomUnits(random() % 300, &random));
  }
  const std::string bytes = Encode(fields);
  TokenOffsets offsets;
  UnitTable units;
  for (int repeat = 0; repeat < 2; ++repeat) {  // what is left of the first reading does not show in the second
    offsets.Read(bytes, 3);
    for (std::uint32_t f = 0; f < 3; ++f) {
      const FieldOffsets field = offsets.Field(f);
      REQUIRE(field.value_count() == fields[f].size());
      for (std::size_t v = 0; v < fields[f].size(); ++v) {
        const Units& expected = fields[f][v];
        CAPTURE(f, v, expected.size());
        units.Open(field[v], expected.empty() ? 0 : expected.back().end);
        REQUIRE(units.size() == expected.size());
        for (std::size_t n = 0; n < expected.size(); ++n) {
          const std::size_t i = repeat == 0 ? random() % expected.size() : n;
          REQUIRE(units[i].begin == expected[i].begin);
          REQUIRE(units[i].end == expected[i].end);
        }
      }
    }
  }
}

TEST_CASE("TokenOffsets: a plain text takes about a byte a unit", "[segment]") {  // 1
  Units units;
  for (std::uint32_t i = 0; i < 3400; ++i) units.push_back({6 * i, 6 * i + 5});
  CHECK(Encode({{units}}).size() < 3400 * 11 / 10);
}

TEST_CASE("TokenOffsets: positions and their values", "[segment]") {  // 2
  const std::string bytes = Encode({{{{0, 1}, {2, 3}}, {}, {{0, 4}}}});
  TokenOffsets offsets;
  offsets.Read(bytes, 1);
  const FieldOffsets field = offsets.Field(0);
  const std::uint32_t gap = signpost::limits::kPositionGap;
  CHECK(field.ValueOf(0) == 0);
  CHECK(field.ValueOf(1) == 0);
  CHECK(field.ValueOf(2) == field.value_count());
  CHECK(field.ValueOf(2 + gap) == field.value_count());
  CHECK(field.ValueOf(2 + 2 * gap) == 2);
  CHECK(field.ValueOf(3 + 2 * gap) == field.value_count());
}

TEST_CASE("TokenOffsets: damaged bytes give units in order and within the text", "[segment]") {  // 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const std::string good = Encode({{RandomUnits(20, &random)}, {RandomUnits(400, &random), RandomUnits(90, &random)}});
  TokenOffsets offsets;
  UnitTable units;
  std::size_t seen = 0;
  for (int round = 0; round < 5000; ++round) {
    CAPTURE(round);
    std::string bytes = good;
    for (std::uint64_t n = 1 + random() % 6; n > 0; --n) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 8 == 0) bytes.resize(random() % bytes.size());
    // In a block of their own, so that a read past their end is seen.
    const std::vector<char> block(bytes.begin(), bytes.end());
    offsets.Read({block.data(), block.size()}, 4);
    for (std::uint32_t f = 0; f < 4; ++f) {
      for (std::size_t v = 0; v < offsets.Field(f).value_count(); ++v) {
        const std::size_t text_size = random() % 3000;
        units.Open(offsets.Field(f)[v], text_size);
        REQUIRE(units.size() <= bytes.size());
        std::uint32_t last = 0;
        for (std::size_t i = 0; i < units.size(); ++i) {
          const Unit unit = units[i];
          REQUIRE((last <= unit.begin && unit.begin <= unit.end && unit.end <= text_size));
          last = unit.end;
          ++seen;
        }
      }
    }
  }
  CHECK(seen > 100'000);
}
