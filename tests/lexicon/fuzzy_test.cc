// SPDX-License-Identifier: Apache-2.0
// 1. Look-ups with edits equal comparing with every term: for every word of up to five letters of {a, b, c} in a full
//    and in sparse lexicons, whether the letters are common or rare.
// 2. The same for long words over two letters, where everything is near everything.
// 3. The same in random lexicons of mixed scripts.
// 4. The same for misspelled words of a real help center, when its text is there.
// 5. Words beyond the limit match nothing; a swap cut in half at the end of a prefix is no match.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <string>

#include "base/limits.h"
#include "lexicon/edit_distance.h"
#include "lexicon/test_lexicon.h"
#include "support/seed.h"

namespace signpost::lexicon {
namespace {

// The terms of a lexicon as code points, to compare a word with every one.
class Oracle {
 public:
  explicit Oracle(const std::vector<std::string>& terms) : terms_(terms.size()) {
    for (std::size_t i = 0; i < terms.size(); ++i) ToCodePoints(terms[i], &terms_[i]);
  }
  std::vector<FuzzyMatch> Within2(std::string_view word, bool prefix) const {
    std::u32string letters;
    ToCodePoints(word, &letters);
    std::vector<FuzzyMatch> out;
    for (std::uint32_t i = 0; i < terms_.size(); ++i) {
      const std::u32string& term = terms_[i];
      if (term.size() + 2 < letters.size() || (!prefix && term.size() > letters.size() + 2)) continue;
      const int edits = prefix ? PrefixEditDistance(letters, term) : EditDistance(letters, term);
      if (edits <= 2) out.push_back({TermId{i}, static_cast<std::uint8_t>(edits)});
    }
    return out;
  }

 private:
  std::vector<std::u32string> terms_;
};

std::vector<FuzzyMatch> AtMost(int edits, std::vector<FuzzyMatch> matches) {
  std::erase_if(matches, [&](const FuzzyMatch& m) { return m.edits > edits; });
  return matches;
}

std::string Print(const TestLexicon& lexicon, const std::vector<FuzzyMatch>& matches) {
  std::string out;
  for (const FuzzyMatch& m : matches) {
    out += std::string(lexicon->Term(m.term)) + ":" + std::to_string(m.edits) + " ";
  }
  return out;
}

// Returns how many of the six look-ups of `word` differ from the oracle's; the first one is reported.
int Differences(const TestLexicon& lexicon, const Oracle& oracle, std::string_view word) {
  int differences = 0;
  for (bool prefix : {false, true}) {
    const std::vector<FuzzyMatch> within2 = oracle.Within2(word, prefix);
    for (int edits = 0; edits <= 2; ++edits) {
      const auto expected = AtMost(edits, within2);
      const auto found = lexicon->Fuzzy(word, {.max_edits = edits, .prefix = prefix});
      if (found == expected) continue;
      if (differences++ == 0) {
        UNSCOPED_INFO("word " << word << ", edits " << edits << ", prefix " << prefix << "\nfound    "
                              << Print(lexicon, found) << "\nexpected " << Print(lexicon, expected));
      }
    }
  }
  return differences;
}

int Differences(const TestLexicon& lexicon, const std::vector<std::string>& words) {
  const Oracle oracle(lexicon.terms);
  int differences = 0;
  for (const std::string& w : words) differences += Differences(lexicon, oracle, w);
  return differences;
}

std::vector<std::string> Sample(Random* random, std::vector<std::string> words, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) std::swap(words[i], words[i + Below(random, words.size() - i)]);
  words.resize(count);
  return words;
}

// Terms of letters that are so common that {a, b, c} get no symbol of their own.
std::vector<std::string> Crowd() {
  std::vector<std::string> words;
  for (char32_t c = U'\u4E00'; c < U'\u4E00' + 63; ++c) words.push_back(ToUtf8(std::u32string(3000, c)));
  return words;
}

TEST_CASE("Fuzzy: every short word over a small alphabet", "[lexicon]") {  // 1
  const std::vector<std::string> queries = AllWords(U"abc", 5);
  std::vector<std::string> terms = queries;
  terms.erase(terms.begin());  // the empty word is no term
  SECTION("all of them") { CHECK(Differences(TestLexicon(terms), queries) == 0); }
  SECTION("some of them") {
    const std::uint64_t seed = TestSeed();
    CAPTURE(seed);
    Random random(seed);
    for (std::size_t count : {2, 5, 12, 30, 60, 120, 200}) {
      CAPTURE(count);
      REQUIRE(Differences(TestLexicon(Sample(&random, terms, count)), queries) == 0);
    }
  }
  SECTION("rare letters") {
    const std::vector<std::string> crowd = Crowd();
    terms.insert(terms.end(), crowd.begin(), crowd.end());
    CHECK(Differences(TestLexicon(terms), queries) == 0);
  }
  SECTION("of three and of four bytes") {
    std::vector<std::string> wide = AllWords(U"退é😀", 4);
    wide.erase(wide.begin());
    CHECK(Differences(TestLexicon(wide), AllWords(U"退é😀", 5)) == 0);
  }
}

TEST_CASE("Fuzzy: long words over two letters", "[lexicon]") {  // 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  std::vector<std::string> terms;
  std::vector<std::string> queries;
  for (int i = 0; i < 1200; ++i) terms.push_back(ToUtf8(RandomWord(&random, U"ab", 1, 13)));
  for (int i = 0; i < 400; ++i) queries.push_back(ToUtf8(RandomWord(&random, U"ab", 6, 12)));
  CHECK(Differences(TestLexicon(terms), queries) == 0);
}

TEST_CASE("Fuzzy: mixed scripts", "[lexicon]") {  // 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  std::u32string alphabet = U"etaoinshrdluабвгдежзи0123-.😀🎉👍éñç";
  for (char32_t c = U'\u4E00'; c < U'\u4E00' + 200; ++c) alphabet += c;
  for (std::size_t letters : {8, 40, 230}) {
    CAPTURE(letters);
    const std::u32string_view used = std::u32string_view(alphabet).substr(0, letters);
    std::vector<std::string> terms;
    for (int i = 0; i < 800; ++i) terms.push_back(ToUtf8(RandomWord(&random, used, 1, 11)));
    std::vector<std::string> queries;
    for (int i = 0; i < 150; ++i) {
      const std::string& term = terms[Below(&random, terms.size())];
      queries.push_back(
          Misspell(&random, FirstLetters(term, 1 + Below(&random, 11)), static_cast<int>(Below(&random, 4)), used));
    }
    REQUIRE(Differences(TestLexicon(terms), queries) == 0);
  }
}

std::string SharedData() {
  const char* folder = std::getenv("SIGNPOST_SHARED_DATA");
  return folder != nullptr ? folder : SIGNPOST_SOURCE_DIR "/../shared/data";
}

// Runs of ASCII letters and digits in lower case; letters behind a backslash are escapes.
std::vector<std::string> WordsOf(std::istream& text) {
  std::vector<std::string> words;
  std::string word;
  char c;
  while (text.get(c)) {
    if (std::isalnum(static_cast<unsigned char>(c))) {
      word += static_cast<char>(std::tolower(c));
      continue;
    }
    if (c == '\\') text.get(c);
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  }
  return words;
}

TEST_CASE("Fuzzy: words of a real help center", "[lexicon]") {  // 4
  const std::string path = SharedData() + "/corpora/arduino.en.jsonl";
  std::ifstream text(path);
  if (!text) {
    SUCCEED("skipped: " << path << " is not there");
    return;
  }
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  const TestLexicon lexicon(WordsOf(text));
  REQUIRE(lexicon.terms.size() > 3000);
  std::vector<std::string> queries;
  while (queries.size() < 500) {
    const std::string& term = lexicon.terms[Below(&random, lexicon.terms.size())];
    if (term.size() < 3 || term.size() > 30) continue;
    const std::size_t kept = Below(&random, 2) == 0 ? term.size() : 3 + Below(&random, term.size() - 2);
    queries.push_back(
        Misspell(&random, term.substr(0, kept), static_cast<int>(Below(&random, 3)), U"etaoinshrdlucmfwypvbgk"));
  }
  CHECK(Differences(lexicon, queries) == 0);
}

TEST_CASE("Fuzzy: limits", "[lexicon]") {  // 5
  const std::string longest(limits::kMaxTypoWordCodepoints, 'a');
  const TestLexicon lexicon({longest, longest + "a", longest + "aa", longest + "aaa", "ba"});
  CHECK(lexicon->Fuzzy(longest, {.max_edits = 2}).size() == 3);
  CHECK(lexicon->Fuzzy(longest, {.max_edits = 2, .prefix = true}).size() == 4);
  CHECK(lexicon->Fuzzy(longest + "a", {.max_edits = 2}).empty());
  CHECK(lexicon->Fuzzy(std::string(10'000, 'a'), {.max_edits = 2, .prefix = true}).empty());
  CHECK(TestLexicon({"bcd"})->Fuzzy("ab", {.max_edits = 1, .prefix = true}).size() == 1);  // without the a
  CHECK(TestLexicon({"xyb"})->Fuzzy("xyab", {.max_edits = 0, .prefix = true}).empty());
  CHECK(TestLexicon({"qqb"})->Fuzzy("qab", {.max_edits = 1, .prefix = true}).size() == 1);  // a becomes q
}

}  // namespace
}  // namespace signpost::lexicon
