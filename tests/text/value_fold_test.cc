// SPDX-License-Identifier: Apache-2.0
// 1. Values fold without case and compatibility forms, and keep accents, spaces and punctuation.
// 2. FoldedBefore orders as the folded values and then the bytes do.
#include "text/value_fold.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "support/seed.h"

using signpost::text::FoldedBefore;
using signpost::text::FoldValue;

TEST_CASE("ValueFold: 1: values fold without case", "[text]") {
  CHECK(FoldValue("Red Apple, 3-D") == "red apple, 3-d");
  CHECK(FoldValue("CAFÉ") == "café");
  CHECK(FoldValue("Straße") == "strasse");
  CHECK(FoldValue("ＡＢＣ") == "abc");
  CHECK(FoldValue("a\xFF") == "a\xEF\xBF\xBD");
  CHECK(FoldValue("").empty());
}

TEST_CASE("ValueFold: 2: the order is that of the folded values", "[text]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  static const std::vector<std::string> pieces = {"a", "A", "b",        "B", "z",  " ",    "é",
                                                  "É", "e", "\xCC\x81", "ß", "ss", "\xFF", "Ａ"};
  for (int i = 0; i < 20'000; ++i) {
    std::string a, b;
    for (std::uint64_t n = random() % 5; n > 0; --n) a += pieces[random() % pieces.size()];
    for (std::uint64_t n = random() % 5; n > 0; --n) b += pieces[random() % pieces.size()];
    CAPTURE(a, b);
    REQUIRE(FoldedBefore(a, b) == (std::pair(FoldValue(a), a) < std::pair(FoldValue(b), b)));
  }
}
