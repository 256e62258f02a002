// SPDX-License-Identifier: Apache-2.0
// Lexicons of real help centers, in every language at hand: a look-up with edits finds what comparing with each term
// finds. fuzzy_test.cc has the small alphabets, all of them.
//
// 1. In the articles that come with the project.
// 2. In the corpora and the judged sets, where they are there; skipped with a message where not.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "lexicon/test_lexicon.h"
#include "support/corpus_terms.h"
#include "support/seed.h"
#include "support/shared_data.h"

namespace signpost::lexicon {
namespace {

namespace fs = std::filesystem;

constexpr int kBeyond = 3;  // stands for all distances that no look-up reaches

// The smallest numbers of edits; kBeyond when they are more than two.
struct Distances {
  int whole = kBeyond;
  int prefix = kBeyond;
};

constexpr std::size_t kMaxLetters = 64;

// The textbook's table, restricted to what can be within two edits: a prefix of at most two letters more.
// REQUIRES: word.size() + 2 < kMaxLetters.
Distances Compare(std::u32string_view word, std::u32string_view term) {
  static int table[kMaxLetters][kMaxLetters];
  const std::size_t rows = std::min(term.size(), word.size() + 2);
  Distances out;
  for (std::size_t j = 0; j <= rows; ++j) {
    for (std::size_t i = 0; i <= word.size(); ++i) {
      if (i == 0 || j == 0) {
        table[j][i] = static_cast<int>(i + j);
        continue;
      }
      int edits = table[j - 1][i - 1] + (word[i - 1] == term[j - 1] ? 0 : 1);
      edits = std::min({edits, table[j - 1][i] + 1, table[j][i - 1] + 1});
      const bool swapped = i > 1 && j > 1 && word[i - 1] == term[j - 2] && word[i - 2] == term[j - 1];
      table[j][i] = swapped ? std::min(edits, table[j - 2][i - 2] + 1) : edits;
    }
    out.prefix = std::min(out.prefix, table[j][word.size()]);
  }
  if (rows == term.size()) out.whole = std::min(kBeyond, table[rows][word.size()]);
  return out;
}

std::vector<std::string> Keys(const TermCounts& counts) {
  std::vector<std::string> terms;
  for (const auto& [term, count] : counts) terms.push_back(term);
  return terms;
}

// A lexicon with its terms as code points.
class RealLexicon {
 public:
  explicit RealLexicon(const TermCounts& counts) : lexicon_(Keys(counts)) {
    for (const std::string& term : lexicon_.terms) ToCodePoints(term, &letters_.emplace_back());
  }

  std::size_t size() const { return letters_.size(); }

  // A term, half of the time cut, with up to three edits that use the letters of terms.
  std::string RandomQuery(Random* random) const {
    const auto any_term = [&]() -> const std::u32string& { return letters_[Below(random, size())]; };
    const std::u32string& term = any_term();
    const std::size_t kept = Below(random, 2) == 0 ? term.size() : 1 + Below(random, term.size());
    const std::u32string& alphabet = any_term();
    return Misspell(random, ToUtf8(term.substr(0, std::min<std::size_t>(kept, 40))), static_cast<int>(Below(random, 4)),
                    alphabet);
  }

  // Returns how many of the four look-ups of `word` differ; the first one is reported.
  int Differences(const std::string& word) const {
    std::u32string letters;
    ToCodePoints(word, &letters);
    REQUIRE(letters.size() + 2 < kMaxLetters);
    std::array<std::array<std::vector<FuzzyMatch>, 2>, 2> expected;  // by prefix, by edits - 1
    for (std::uint32_t t = 0; t < size(); ++t) {
      const Distances distances = Compare(letters, letters_[t]);
      for (int edits : {1, 2}) {
        const auto e = static_cast<std::size_t>(edits - 1);
        if (distances.whole <= edits) expected[0][e].push_back({TermId{t}, static_cast<std::uint8_t>(distances.whole)});
        if (distances.prefix <= edits) {
          expected[1][e].push_back({TermId{t}, static_cast<std::uint8_t>(distances.prefix)});
        }
      }
    }
    int differences = 0;
    for (bool prefix : {false, true}) {
      for (int edits : {1, 2}) {
        const auto found = lexicon_->Fuzzy(word, {.max_edits = edits, .prefix = prefix});
        if (found == expected[prefix ? 1 : 0][static_cast<std::size_t>(edits - 1)]) continue;
        if (differences++ == 0) UNSCOPED_INFO("word " << word << ", edits " << edits << ", prefix " << prefix);
      }
    }
    return differences;
  }

 private:
  TestLexicon lexicon_;
  std::vector<std::u32string> letters_;
};

void CheckRandomQueries(const TermCounts& counts, int queries) {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  const RealLexicon lexicon(counts);
  int differences = 0;
  for (int i = 0; i < queries; ++i) differences += lexicon.Differences(lexicon.RandomQuery(&random));
  CHECK(differences == 0);
}

TEST_CASE("Fuzzy: the project's own articles", "[lexicon]") {  // 1
  const std::string lang = GENERATE("en", "es", "pt", "zh");
  CAPTURE(lang);
  const text::Analyzer analyzer(text::FindLanguagePack(lang));
  TermCounts counts;
  for (const auto& file : fs::recursive_directory_iterator(SIGNPOST_SOURCE_DIR "/data/help_center/" + lang)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path());
    CountText(analyzer, std::string(std::istreambuf_iterator<char>(in), {}), &counts);
  }
  REQUIRE(counts.size() > 300);
  CheckRandomQueries(counts, 500);
}

TEST_CASE("Fuzzy: real corpora", "[lexicon]") {  // 2
  struct RealCorpus {
    const char* file;
    const char* lang;
  };
  const auto corpus = GENERATE(values<RealCorpus>({
      {"corpora/adobe_commerce_kb.en.jsonl", "en"},
      {"corpora/adobe_commerce_kb.es.jsonl", "es"},
      {"corpora/adobe_commerce_kb.pt-BR.jsonl", "pt-BR"},
      {"corpora/adobe_commerce_kb.zh-Hans.jsonl", "zh-Hans"},
      {"corpora/arduino.en.jsonl", "en"},
      {"corpora/gnome_help.en.jsonl", "en"},
      {"corpora/gnome_help.es.jsonl", "es"},
      {"corpora/gnome_help.pt_BR.jsonl", "pt-BR"},
      {"relevance/stackfaq/corpus.jsonl", "en"},
      {"relevance/covidfaq/corpus.jsonl", "en"},
      {"relevance/cranfield/corpus.jsonl", "en"},
      {"relevance/banking77_intent/corpus.jsonl", "en"},
      {"relevance/libreoffice_index_en/corpus.jsonl", "en"},
      {"relevance/adobe_anchors_zh/corpus.jsonl", "zh"},
  }));
  CAPTURE(corpus.file);
  TermCounts counts;
  if (!CountCorpus(SharedData() + "/" + corpus.file, corpus.lang, &counts)) {
    WARN("skipped: no " << corpus.file << " in " << SharedData());
    return;
  }
  CheckRandomQueries(counts, 200);
}

}  // namespace
}  // namespace signpost::lexicon
