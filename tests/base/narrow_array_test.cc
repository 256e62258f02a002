// SPDX-License-Identifier: Apache-2.0
// 1. Numbers read back are those written, in the fewest bytes, from 0 to 8 for each.
// 2. Bytes that cannot be an array of so many numbers give one of another size.
#include "base/narrow_array.h"

#include <random>

#include <catch2/catch.hpp>

#include "support/seed.h"

using signpost::kNarrowPadding;
using signpost::NarrowArray;
using signpost::NarrowNumbers;

TEST_CASE("NarrowArray: reads back what was written", "[base]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (unsigned width = 0; width <= 8; ++width) {
    const std::uint64_t greatest = width == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * width);
    std::vector<std::uint64_t> numbers = {greatest, 0};
    for (int i = 0; i < 50; ++i) numbers.push_back(random() & greatest);
    const std::string bytes = NarrowNumbers(numbers);
    CHECK(bytes.size() == numbers.size() * width + kNarrowPadding);
    const NarrowArray array(bytes, numbers.size());
    REQUIRE(array.size() == numbers.size());
    CHECK(array.width() == width);
    for (std::size_t i = 0; i < numbers.size(); ++i) CHECK(array[i] == numbers[i]);
    const NarrowArray slice = array.Slice(2, 3);
    REQUIRE(slice.size() == 3);
    CHECK(slice[2] == numbers[4]);
  }
  CHECK(NarrowArray(NarrowNumbers(std::vector<std::uint32_t>{}), 0).size() == 0);
}

TEST_CASE("NarrowArray: bytes of another size give another size", "[base]") {  // 2
  const std::string bytes = NarrowNumbers(std::vector<std::uint32_t>{1, 2, 300});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    if (size == kNarrowPadding || size == kNarrowPadding + 3) continue;  // of width 0 and 1
    CHECK(NarrowArray(std::string_view(bytes).substr(0, size), 3).size() != 3);
  }
  CHECK(NarrowArray(std::string(kNarrowPadding + 27, '\0'), 3).size() != 3);
}
