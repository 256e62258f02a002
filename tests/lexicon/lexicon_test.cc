// SPDX-License-Identifier: Apache-2.0
// 1. Terms come back in byte order; Find knows each and nothing else.
// 2. Prefix gives exactly the terms that begin with it.
// 3. Classes hold the terms of one stem, ascending; FindClass knows each stem and nothing else.
// 4. A lexicon of no term and one of one term work.
// 5. The same terms give the same bytes; bytes at an odd address work.
// 6. EndingWith gives exactly the terms that end with it; nothing when the lexicon was built without endings.
#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "lexicon/test_lexicon.h"
#include "support/seed.h"

namespace signpost::lexicon {
namespace {

constexpr std::u32string_view kMixed = U"abcdeабвгд退款订单é😀-.";

std::vector<std::string> MixedWords(std::uint64_t seed, std::size_t count) {
  Random random(seed);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(ToUtf8(RandomWord(&random, kMixed, 1, 7)));
  return words;
}

TEST_CASE("Lexicon: terms and exact look-up", "[lexicon]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  const TestLexicon lexicon(MixedWords(seed, 1500));
  REQUIRE(lexicon->term_count() == lexicon.terms.size());
  for (std::uint32_t i = 0; i < lexicon.terms.size(); ++i) {
    REQUIRE(lexicon->Term(TermId{i}) == lexicon.terms[i]);
    REQUIRE(lexicon->Find(lexicon.terms[i]) == TermId{i});
  }
  for (const std::string& word : MixedWords(seed + 1, 1500)) {
    const bool known = std::binary_search(lexicon.terms.begin(), lexicon.terms.end(), word);
    CAPTURE(word);
    REQUIRE(lexicon->Find(word).has_value() == known);
  }
  for (const char* absent : {"", "\xFF", "\xF0\x9F", "a\xFF", "unknown"}) CHECK(!lexicon->Find(absent).has_value());
}

TEST_CASE("Lexicon: prefix ranges equal a scan", "[lexicon]") {  // 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  const TestLexicon lexicon(MixedWords(seed, 1500));
  std::vector<std::string> prefixes = {"", "zzz", "\xFF", "\xD0", "a\xFF"};
  for (const std::string& w : MixedWords(seed + 1, 300)) {
    for (std::size_t n = 1; n <= 4; ++n) prefixes.emplace_back(FirstLetters(w, n));
  }
  for (std::size_t i = 0; i < lexicon.terms.size(); i += 10) prefixes.push_back(lexicon.terms[i]);
  for (const std::string& prefix : prefixes) {
    CAPTURE(prefix);
    auto begins = [&](const std::string& t) { return t.compare(0, prefix.size(), prefix) == 0; };
    const TermRange range = lexicon->Prefix(prefix);
    REQUIRE(range.begin <= range.end);
    REQUIRE(range.end <= lexicon.terms.size());
    REQUIRE(range.end - range.begin == std::count_if(lexicon.terms.begin(), lexicon.terms.end(), begins));
    REQUIRE(std::all_of(lexicon.terms.begin() + range.begin, lexicon.terms.begin() + range.end, begins));
  }
}

TEST_CASE("Lexicon: stem classes equal a map", "[lexicon]") {  // 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  const TestLexicon lexicon(MixedWords(seed, 1500));
  std::map<std::string, std::vector<TermId>> expected;
  for (std::uint32_t i = 0; i < lexicon.terms.size(); ++i) {
    expected[std::string(FirstLetters(lexicon.terms[i], 4))].push_back(TermId{i});
  }
  REQUIRE(lexicon->class_count() == expected.size());
  std::uint32_t id = 0;
  for (const auto& [stem, terms] : expected) {
    CAPTURE(stem);
    REQUIRE(lexicon->Stem(ClassId{id}) == stem);
    REQUIRE(lexicon->FindClass(stem) == ClassId{id});
    const auto of_class = lexicon->TermsOf(ClassId{id});
    REQUIRE(of_class.size() == terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) REQUIRE(of_class[i] == terms[i]);
    for (TermId t : terms) REQUIRE(lexicon->ClassOf(t) == ClassId{id});
    REQUIRE(!lexicon->FindClass(stem + "zzzz").has_value());
    ++id;
  }
}

TEST_CASE("Lexicon: endings equal a scan", "[lexicon]") {  // 6
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  const TestLexicon lexicon(MixedWords(seed, 1500));
  std::vector<std::string> suffixes = {"", "zzz", "\xFF", "\x94\xA8", "a\xFF"};
  for (const std::string& w : MixedWords(seed + 1, 300)) {
    for (std::size_t n = 1; n <= 4; ++n) suffixes.push_back(w.substr(FirstLetters(w, n).size()));
  }
  for (std::size_t i = 0; i < lexicon.terms.size(); i += 10) suffixes.push_back(lexicon.terms[i]);
  for (const std::string& suffix : suffixes) {
    CAPTURE(suffix);
    const EndingRange range = lexicon->EndingWith(suffix);
    std::vector<std::string> found;
    for (std::uint32_t i = range.begin; i < range.end; ++i) found.emplace_back(lexicon->Term(lexicon->EndingTerm(i)));
    std::sort(found.begin(), found.end());
    std::vector<std::string> expected;
    for (const std::string& t : lexicon.terms) {
      if (t.ends_with(suffix)) expected.push_back(t);
    }
    REQUIRE(found == expected);
    REQUIRE(range.size() == expected.size());
  }
  const std::string bytes = BuildLexicon({{"refund", "refund"}});
  const auto without = Lexicon::Open(bytes);
  REQUIRE(without.ok());
  CHECK(without->EndingWith("fund").empty());
  CHECK(without->EndingWith("").empty());
}

TEST_CASE("Lexicon: none and one", "[lexicon]") {  // 4
  const TestLexicon none(std::vector<std::string>{});
  CHECK(none->term_count() == 0);
  CHECK(none->class_count() == 0);
  CHECK(!none->Find("").has_value());
  CHECK(none->Prefix("").empty());
  CHECK(none->Fuzzy("", {.max_edits = 2, .prefix = true}).empty());
  CHECK(none->Fuzzy("abc", {.max_edits = 2}).empty());

  const TestLexicon one({"refund"});
  CHECK(one->Find("refund") == TermId{0});
  CHECK(!one->Find("refun").has_value());
  CHECK(!one->Find("refunds").has_value());
  CHECK(one->Prefix("").end == 1);
  CHECK(one->Prefix("ref").end == 1);
  CHECK(one->Prefix("refunds").empty());
  CHECK(one->Fuzzy("refnud", {.max_edits = 1}) == std::vector<FuzzyMatch>{{TermId{0}, 1}});
  CHECK(one->Fuzzy("", {.max_edits = 0, .prefix = true}) == std::vector<FuzzyMatch>{{TermId{0}, 0}});
}

TEST_CASE("Lexicon: bytes", "[lexicon]") {  // 5
  const TestLexicon lexicon(MixedWords(7, 300));
  CHECK(BuildFromSorted(lexicon.terms) == lexicon.bytes);
  const std::string shifted = "x" + lexicon.bytes;
  const auto opened = Lexicon::Open(std::string_view(shifted).substr(1));
  REQUIRE(opened.ok());
  CHECK(opened->Find(lexicon.terms[17]) == TermId{17});
  CHECK(opened->Fuzzy(lexicon.terms[17], {.max_edits = 2}) == lexicon->Fuzzy(lexicon.terms[17], {.max_edits = 2}));
}

}  // namespace
}  // namespace signpost::lexicon
