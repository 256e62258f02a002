// SPDX-License-Identifier: Apache-2.0
// 1. Codes are found sixteen at a time as they are one by one, of every width, at every length and place in memory.
#include "segment/code_scan.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "support/seed.h"

TEST_CASE("CodeScan: 1: quick and plain scans mark the same codes", "[segment]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 6000; ++round) {
    const int width = 1 << (random() % 3);
    const std::size_t count = random() % 150;
    const std::size_t offset = random() % 16;
    std::string bytes(offset + count * static_cast<std::size_t>(width), '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 3 == 0 ? random() : random() % 3);
    const std::string_view codes = std::string_view(bytes).substr(offset);
    const std::uint64_t most = (std::uint64_t{1} << (8 * width)) - 1;
    const std::uint64_t first = random() % 2 == 0 ? random() % 4 : random() % most;
    const std::uint64_t size =
        1 + (random() % 2 == 0 ? random() % 4 : random() % (most - first + 1)) % (most - first + 1);
    CAPTURE(round, width, count, first, size);
    std::vector<std::uint64_t> quick((count + 63) / 64);
    std::vector<std::uint64_t> plain((count + 63) / 64);
    signpost::segment::MarkCodes(codes, width, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(size),
                                 &quick);
    signpost::segment::MarkCodesOneByOne(codes, width, static_cast<std::uint32_t>(first),
                                         static_cast<std::uint32_t>(size), 0, &plain);
    REQUIRE(quick == plain);
  }
}
