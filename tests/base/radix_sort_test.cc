// SPDX-License-Identifier: Apache-2.0
// 1. Items are sorted by their keys as a stable sort by comparison sorts them, whatever the keys.
#include "base/radix_sort.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "support/seed.h"

TEST_CASE("RadixSort: as a stable sort by comparison", "[base]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  struct Item {
    std::uint64_t key;
    std::size_t number;
    bool operator==(const Item&) const = default;
  };
  std::vector<Item> buffer;
  for (std::uint64_t greatest : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{255}, std::uint64_t{256},
                                 std::uint64_t{3'400}, std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
    for (std::size_t size : {0, 1, 2, 50, 3000}) {
      std::vector<Item> items;
      for (std::size_t i = 0; i < size; ++i) {
        items.push_back({greatest == ~std::uint64_t{0} ? random() : random() % (greatest + 1), i});
      }
      std::vector<Item> expected = items;
      auto before = [](const Item& a, const Item& b) { return a.key < b.key; };
      std::stable_sort(expected.begin(), expected.end(), before);
      signpost::RadixSort(&items, &buffer, greatest, [](const Item& item) { return item.key; });
      CAPTURE(greatest, size);
      CHECK((items == expected));
    }
  }
}
