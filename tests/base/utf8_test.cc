// SPDX-License-Identifier: Apache-2.0
// 1. The first ill-formed byte is found wherever it stands between ASCII and other characters: as decoding one character
//    after the other finds it.
#include "base/utf8.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "support/seed.h"

namespace {

// By single characters.
std::size_t FirstInvalid(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t start = i;
    signpost::DecodeUtf8(s, &i);
    std::size_t replaced = 0;
    signpost::ReplaceInvalidUtf8(s.substr(start, i - start), &replaced);
    if (replaced > 0) return start;
  }
  return signpost::kValidUtf8;
}

}  // namespace

TEST_CASE("FindInvalidUtf8: as decoding one by one", "[base]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const char* const pieces[] = {"a", "plain text ", "é", "’", "订单", "😀", "\xC3", "\xE4\xB8", "\xFF", "\xED\xA0\x80"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::uint64_t n = random() % 12; n > 0; --n) text += pieces[random() % (random() % 4 == 0 ? 10 : 6)];
    CAPTURE(text);
    REQUIRE(signpost::FindInvalidUtf8(text) == FirstInvalid(text));
  }
}
