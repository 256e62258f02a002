// SPDX-License-Identifier: Apache-2.0
// 1. The kinds of slips: which is dearer than which, in one script and another.
// 2. TypoCost is 0 only for equal words, for prefixes only when the typed word begins the term; between two and six for
//    each edit of the restricted distance.
// 3. Where one letter stands for another or two are swapped, what was typed and what was meant may change places.
// 4. A prefix costs no more than the whole word, and no more when the term goes on.
// 5. The same slip twice costs twice.
// 6. Words of any length and code points of any script are taken; beyond the limit nothing is likely.
// 7. TypoLikelihood falls with the cost and rises with the documents, so that a common word two slips away can beat a
//    rare one at one.
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "lexicon/edit_distance.h"
#include "lexicon/test_lexicon.h"
#include "query/typo_model.h"
#include "support/seed.h"

namespace signpost::query {
namespace {

using lexicon::AllWords;
using lexicon::Below;
using lexicon::EditDistance;
using lexicon::PrefixEditDistance;
using lexicon::Random;
using lexicon::RandomWord;
using lexicon::ToUtf8;

double Whole(std::u32string_view typed, std::u32string_view term) { return TypoCost(typed, term, false); }
double Prefix(std::u32string_view typed, std::u32string_view term) { return TypoCost(typed, term, true); }

std::vector<std::u32string> ShortWords(std::u32string_view alphabet, std::size_t max_letters) {
  std::vector<std::u32string> words;
  for (const std::string& w : AllWords(alphabet, max_letters)) ToCodePoints(w, &words.emplace_back());
  return words;
}

TEST_CASE("TypoCost: one slip", "[query]") {  // 1
  struct Case {
    const char* slip;
    std::u32string_view typed, term;
    double cost;
  };
  const auto c = GENERATE(values<Case>({
      {"a doubled letter typed once", U"pasword", U"password", 2},
      {"a vowel left out", U"setings", U"settings", 2},
      {"a vowel left out", U"delivry", U"delivery", 2},
      {"letters swapped", U"recieve", U"receive", 2.5},
      {"letters swapped", U"возварт", U"возврат", 2.5},
      {"a consonant left out", U"mothly", U"monthly", 3},
      {"a letter twice", U"paymment", U"payment", 3},
      {"a vowel for a vowel", U"seperate", U"separate", 4},
      {"a vowel for a vowel", U"малако", U"молоко", 8},
      {"one that sounds like it", U"lisense", U"license", 4},
      {"one that sounds like it", U"fersion", U"version", 5},
      {"ñ for n", U"senal", U"señal", 4},
      {"the next key", U"orser", U"order", 4.5},
      {"the key above", U"qddress", U"address", 5.5},
      {"the next Cyrillic key", U"закащ", U"заказ", 4.5},
      {"an extra letter", U"orkder", U"order", 4.5},
      {"another letter", U"ormer", U"order", 5},
      {"another letter of a script without sounds", U"退貨", U"退款", 5.5},
      {"the first letter", U"ayment", U"payment", 4},
      {"before the first letter", U"kpayment", U"payment", 5.5},
      {"the last letter", U"paymen", U"payment", 3.5},
      {"behind the last letter", U"paymentk", U"payment", 5},
  }));
  CAPTURE(c.slip, ToUtf8(c.typed), ToUtf8(c.term));
  CHECK(Whole(c.typed, c.term) == c.cost);
}

TEST_CASE("TypoCost: prefixes", "[query]") {  // 1
  CHECK(Prefix(U"pasw", U"password") == 2);
  CHECK(Prefix(U"pasword", U"passwords") == 2);
  CHECK(Prefix(U"recie", U"received") == 2.5);
  CHECK(Prefix(U"recei", U"recipe") == 4.5);  // an extra e, or i for p
  CHECK(Prefix(U"paymen", U"payment") == 0);
  CHECK(Prefix(U"", U"payment") == 0);
}

TEST_CASE("TypoCost: between two and six for each edit", "[query]") {  // 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  auto check = [](const std::u32string& typed, const std::u32string& term) {
    CAPTURE(ToUtf8(typed), ToUtf8(term));
    const double whole = Whole(typed, term);
    const double prefix = Prefix(typed, term);
    const int edits = EditDistance(typed, term);
    const int prefix_edits = PrefixEditDistance(typed, term);
    REQUIRE((whole == 0) == (typed == term));
    REQUIRE((prefix == 0) == term.starts_with(typed));
    REQUIRE((whole >= 2 * edits && whole <= 6 * edits));
    REQUIRE((prefix >= 2 * prefix_edits && prefix <= 6 * prefix_edits));
  };
  SECTION("every short word over a vowel and two consonants") {
    const std::vector<std::u32string> words = ShortWords(U"atd", 4);
    for (const auto& typed : words) {
      for (const auto& term : words) check(typed, term);
    }
  }
  SECTION("random words") {
    for (int i = 0; i < 5000; ++i) {
      check(RandomWord(&random, U"aeqwtdñш退", 0, 12), RandomWord(&random, U"aeqwtdñш退", 0, 12));
    }
  }
}

TEST_CASE("TypoCost: a changed or swapped letter costs the same both ways", "[query]") {  // 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  constexpr std::u32string_view kAlphabet = U"abcdefghijklmnopqrstuvwxyzñü";
  for (int i = 0; i < 5000; ++i) {
    const std::u32string term = RandomWord(&random, kAlphabet, 2, 9);
    std::u32string typed = term;
    const std::size_t at = Below(&random, term.size());
    if (Below(&random, 2) == 0 && at + 1 < term.size()) {
      std::swap(typed[at], typed[at + 1]);
    } else {
      typed[at] = kAlphabet[Below(&random, kAlphabet.size())];
    }
    CAPTURE(ToUtf8(typed), ToUtf8(term));
    REQUIRE(Whole(typed, term) == Whole(term, typed));
  }
}

TEST_CASE("TypoCost: a prefix costs no more than what goes on", "[query]") {  // 4
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 5000; ++i) {
    const std::u32string typed = RandomWord(&random, U"aetdw", 0, 7);
    const std::u32string term = RandomWord(&random, U"aetdw", 0, 9);
    CAPTURE(ToUtf8(typed), ToUtf8(term));
    REQUIRE(Prefix(typed, term) <= Whole(typed, term));
    REQUIRE(Prefix(typed, term + U'e') <= Prefix(typed, term));
  }
}

TEST_CASE("TypoCost: the same slip twice costs twice", "[query]") {  // 5
  CHECK(Whole(U"acomodate", U"accommodate") == 2 * Whole(U"accomodate", U"accommodate"));
  CHECK(Whole(U"definately", U"definitely") * 2 == Whole(U"nadefinatelyna", U"nidefinitelyna"));
  const std::u32string slip = U"orkder";
  for (int times = 2; times < 6; ++times) {
    std::u32string typed;
    std::u32string term;
    for (int i = 0; i < times; ++i) {
      typed += slip;
      term += U"order";
    }
    CHECK(Whole(typed, term) == times * Whole(slip, U"order"));
  }
}

TEST_CASE("TypoCost: any word", "[query]") {  // 6
  CHECK(Whole(U"", U"") == 0);
  CHECK(Whole(U"", U"a") == 3);
  CHECK(Whole(U"a", U"") == 5.5);
  CHECK(Whole(U"😀a", U"a😀") == 3.5);
  CHECK(Whole(std::u32string(2, char32_t{0x10FFFF}), std::u32string(2, char32_t{0xFFFFFFFF})) == 11.5);
  const std::u32string longest(limits::kMaxTypoWordCodepoints, U'a');
  CHECK(Whole(longest, longest + U'a') == 2);
  CHECK(Prefix(longest, longest + std::u32string(1000, U'b')) == 0);
  CHECK(Whole(longest + U'a', longest) == std::numeric_limits<double>::infinity());
  CHECK(TypoLikelihood(Whole(longest + U'a', longest), 1) == 0);
}

TEST_CASE("TypoLikelihood: cost and documents", "[query]") {  // 7
  CHECK(TypoLikelihood(0, 1) == 1);
  double previous = 0;
  for (std::uint64_t documents : {1, 2, 3, 10, 100, 100'000, 1'000'000'000}) {
    CAPTURE(documents);
    CHECK(TypoLikelihood(3, documents) > previous);
    CHECK(TypoLikelihood(3.5, documents) < TypoLikelihood(3, documents));
    previous = TypoLikelihood(3, documents);
  }
  // Two letters typed once against another last letter.
  CHECK(TypoLikelihood(Whole(U"acomodate", U"accommodate"), 12) >
        TypoLikelihood(Whole(U"acomodate", U"acomodats"), 12));
  // Equally easy slips: the commoner word.
  CHECK(TypoLikelihood(Whole(U"srting", U"string"), 353) > TypoLikelihood(Whole(U"srting", U"sorting"), 4));
  // Two slips and common against one and rare.
  CHECK(TypoLikelihood(Whole(U"ovrides", U"overrides"), 40) > TypoLikelihood(Whole(U"ovrides", U"overides"), 1));
}

}  // namespace
}  // namespace signpost::query
