// SPDX-License-Identifier: Apache-2.0
// 1. Numbers read back are those packed, in the fewest bytes, from 0 to 8 for each.
// 2. Bytes that cannot be an array of so many numbers give one of another size.
#include "base/packed_array.h"

#include <random>

#include <catch2/catch.hpp>

#include "support/seed.h"

using signpost::kPackedPadding;
using signpost::PackedArray;
using signpost::PackNumbers;

TEST_CASE("PackedArray: reads back what was packed", "[base]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (unsigned width = 0; width <= 8; ++width) {
    const std::uint64_t greatest = width == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * width);
    std::vector<std::uint64_t> numbers = {greatest, 0};
    for (int i = 0; i < 50; ++i) numbers.push_back(random() & greatest);
    const std::string bytes = PackNumbers(numbers);
    CHECK(bytes.size() == numbers.size() * width + kPackedPadding);
    const PackedArray array(bytes, numbers.size());
    REQUIRE(array.size() == numbers.size());
    CHECK(array.width() == width);
    for (std::size_t i = 0; i < numbers.size(); ++i) CHECK(array[i] == numbers[i]);
    const PackedArray slice = array.Slice(2, 3);
    REQUIRE(slice.size() == 3);
    CHECK(slice[2] == numbers[4]);
  }
  CHECK(PackedArray(PackNumbers(std::vector<std::uint32_t>{}), 0).size() == 0);
}

TEST_CASE("PackedArray: bytes of another size give another size", "[base]") {  // 2
  const std::string bytes = PackNumbers(std::vector<std::uint32_t>{1, 2, 300});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    if (size == kPackedPadding || size == kPackedPadding + 3) continue;  // of width 0 and 1
    CHECK(PackedArray(std::string_view(bytes).substr(0, size), 3).size() != 3);
  }
  CHECK(PackedArray(std::string(kPackedPadding + 27, '\0'), 3).size() != 3);
}
