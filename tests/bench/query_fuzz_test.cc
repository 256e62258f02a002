// SPDX-License-Identifier: Apache-2.0
// 1. WordStock: words lower-cased, commonest first; CJK characters apart; a text without words is an error.
// 2. Every family draws queries that the library takes: not empty, 64 KB at most, valid UTF-8, pieces within its
//    bounds.
// 3. Changes keep that, many in a row.
// 4. The same seed gives the same queries.
// 5. Names of families are distinct.
#include <random>
#include <set>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "query_fuzz.h"
#include "support/seed.h"
#include "word_stock.h"

namespace bench {
namespace {

WordStock Stock() {
  WordStock words;
  words.Read("The order: the label, the order of the printer. 退款 退 Unavailability internationalization");
  words.Close();
  return words;
}

// Well-formed but for what only a decoder of all details refuses.
bool IsUtf8(std::string_view text) {
  std::size_t following = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) {
      if (following == 0) return false;
      --following;
      continue;
    }
    if (following != 0) return false;
    following = byte < 0x80 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  }
  return following == 0;
}

void CheckQuery(const Pieces& pieces, const Family& family) {
  CHECK(pieces.size() >= family.min_pieces);
  CHECK(pieces.size() <= family.max_pieces);
  const JudgedQuery query = QueryOf(pieces, family);
  CHECK_FALSE(query.text.empty());
  CHECK(query.text.size() <= kMaxQueryBytes);
  CHECK(IsUtf8(query.text));
  CHECK(query.advanced == family.advanced);
}

TEST_CASE("WordStock: commonest words first", "[bench]") {
  const WordStock words = Stock();
  std::mt19937_64 random(1);
  CHECK(words.size() == 7);
  CHECK(words.Common(1, random) == "the");
  for (int i = 0; i < 20; ++i) {
    const std::string second = words.Common(2, random);
    CHECK((second == "the" || second == "order"));
    CHECK(words.Long(random).size() >= 10);
    const std::string character = words.Character(random);
    CHECK((character == "退" || character == "款"));
  }
}

TEST_CASE("WordStock: nothing to draw from", "[bench]") {
  WordStock words;
  words.Read("... 退");
  CHECK_THROWS(words.Close());
}

TEST_CASE("Families: names are distinct", "[bench]") {
  std::set<std::string> names;
  for (const Family& family : Families()) CHECK(names.insert(family.name).second);
}

TEST_CASE("Families: what is drawn and changed is a query", "[bench]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  const WordStock words = Stock();
  std::mt19937_64 random(seed);
  for (const Family& family : Families()) {
    CAPTURE(family.name);
    Pieces pieces = Draw(family, words, random);
    CheckQuery(pieces, family);
    for (int i = 0; i < 20; ++i) pieces = Changed(pieces, family, words, random);
    CheckQuery(pieces, family);
  }
}

TEST_CASE("Families: the same seed, the same queries", "[bench]") {
  const WordStock words = Stock();
  for (const Family& family : Families()) {
    CAPTURE(family.name);
    std::mt19937_64 one(7);
    std::mt19937_64 other(7);
    CHECK(Changed(Draw(family, words, one), family, words, one) ==
          Changed(Draw(family, words, other), family, words, other));
  }
}

}  // namespace
}  // namespace bench
