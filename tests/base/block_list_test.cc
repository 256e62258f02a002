// SPDX-License-Identifier: Apache-2.0
// 1. A list gives back what was appended, over the end of a block and beyond.
// 2. Texts of every size stay as they are and where they are.
#include "base/block_list.h"

#include <cstdint>
#include <string>

#include <catch2/catch.hpp>

TEST_CASE("BlockList: gives back what was appended", "[base]") {  // 1
  signpost::BlockList<std::uint32_t> list;
  for (std::uint32_t i = 0; i < 200'000; ++i) list.push_back(i * 7);
  REQUIRE(list.size() == 200'000);
  bool same = true;
  for (std::uint32_t i = 0; i < 200'000; ++i) same &= list[i] == i * 7;
  CHECK(same);
}

TEST_CASE("TextArena: texts stay where they are", "[base]") {  // 2
  signpost::TextArena arena;
  std::vector<std::string_view> texts;
  std::vector<std::string> expected;
  for (std::size_t i = 0; i < 2000; ++i) {
    expected.emplace_back(i % 100 == 0 ? i * 300 : i % 700, static_cast<char>('a' + i % 26));
    texts.push_back(arena.Add(expected.back()));
  }
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(texts[i] == expected[i]);
}
