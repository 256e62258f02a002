// SPDX-License-Identifier: Apache-2.0
// 1. EditDistance counts insertions, deletions, substitutions and swaps of neighbours, over code points.
// 2. It is the restricted distance: a swapped pair is not edited again.
// 3. It is symmetric, zero only for equal words, and at most one more after one more letter.
// 4. PrefixEditDistance is the smallest EditDistance to any prefix.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "lexicon/edit_distance.h"
#include "lexicon/test_lexicon.h"
#include "support/seed.h"

namespace signpost::lexicon {
namespace {

TEST_CASE("EditDistance: examples", "[lexicon]") {  // 1, 2
  struct Case {
    std::u32string a, b;
    int distance;
  };
  const auto c = GENERATE(values<Case>({
      {U"", U"", 0},
      {U"", U"abc", 3},
      {U"password", U"pasword", 1},
      {U"password", U"passwrod", 1},
      {U"refund", U"refnud", 1},
      {U"kitten", U"sitting", 3},
      {U"ca", U"abc", 3},  // 2 without the restriction
      {U"año", U"ano", 1},
      {U"возврат", U"возварт", 1},
      {U"退款", U"款退", 1},
      {U"😀a", U"a😀", 1},
  }));
  CHECK(EditDistance(c.a, c.b) == c.distance);
}

TEST_CASE("EditDistance: laws", "[lexicon]") {  // 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 2000; ++i) {
    const std::u32string a = RandomWord(&random, U"abc", 0, 7);
    const std::u32string b = RandomWord(&random, U"abc", 0, 7);
    CAPTURE(ToUtf8(a), ToUtf8(b));
    const int distance = EditDistance(a, b);
    REQUIRE(distance == EditDistance(b, a));
    REQUIRE((distance == 0) == (a == b));
    REQUIRE(std::abs(EditDistance(a + U"x", b) - distance) <= 1);
  }
}

TEST_CASE("PrefixEditDistance: the nearest prefix", "[lexicon]") {  // 4
  CHECK(PrefixEditDistance(U"keybo", U"keyboard") == 0);
  CHECK(PrefixEditDistance(U"kyebo", U"keyboard") == 1);
  CHECK(PrefixEditDistance(U"keyboa", U"keybolt") == 1);
  CHECK(PrefixEditDistance(U"", U"anything") == 0);
  CHECK(PrefixEditDistance(U"ab", U"ba") == 1);  // the swap's second half is the last letter
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 2000; ++i) {
    const std::u32string word = RandomWord(&random, U"abc", 0, 6);
    const std::u32string term = RandomWord(&random, U"abc", 0, 8);
    int smallest = 100;
    for (std::size_t n = 0; n <= term.size(); ++n) smallest = std::min(smallest, EditDistance(word, term.substr(0, n)));
    CAPTURE(ToUtf8(word), ToUtf8(term));
    REQUIRE(PrefixEditDistance(word, term) == smallest);
  }
}

}  // namespace
}  // namespace signpost::lexicon
