// SPDX-License-Identifier: Apache-2.0
// Misspelled words against the lexicon of real help: is what was meant the first candidate, or one of the first five?
// Candidates are what the default settings look up; a pair counts when the word meant is a term within reach and the
// word typed is none. Words that are terms themselves are counted apart: no look-up with edits is made for them.
//
// 1. People's misspellings: all that are within reach are found; ordered by the model the meant word is first, and among the
//    first five, at least as often as stated, on the words whose misspellings the costs were not fitted to.
// 2. Random slips in Spanish and Portuguese: no worse than fewest edits, then most documents.
// 3. Misspelled beginnings of words: better than fewest edits, then most documents.
// 4. The likelihoods are what they say: their mean over the first candidates is about how often these are right.
// 5. Of words that are terms, misspellings often have a candidate that is likelier than kDoubtful times the word itself;
//    the words of the articles hardly ever.
// Skipped with a message where the data is not there.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "lexicon/edit_distance.h"
#include "lexicon/test_lexicon.h"
#include "query/typo_model.h"
#include "support/corpus_terms.h"
#include "support/seed.h"
#include "support/shared_data.h"

namespace signpost {
namespace {

using lexicon::Below;
using lexicon::Random;

// The default thresholds, in letters of the longer word; of a prefix, in letters typed.
constexpr std::size_t kOneTypo = 4;
constexpr std::size_t kTwoTypos = 8;

struct Pair {
  std::string typed;
  std::string meant;
};

struct Candidate {
  std::string_view term;
  int edits;
  std::uint32_t documents;
  double likelihood;
};

std::u32string Letters(std::string_view word) {
  std::u32string letters;
  ToCodePoints(word, &letters);
  return letters;
}

bool HasDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsWithinReach(int edits, std::size_t letters) {
  return (edits == 1 && letters >= kOneTypo) || (edits == 2 && letters >= kTwoTypos);
}

bool ByEdits(const Candidate& a, const Candidate& b) {
  if (a.edits != b.edits) return a.edits < b.edits;
  return a.documents != b.documents ? a.documents > b.documents : a.term < b.term;
}

bool ByLikelihood(const Candidate& a, const Candidate& b) {
  return a.likelihood != b.likelihood ? a.likelihood > b.likelihood : a.term < b.term;
}

class Dictionary {
 public:
  explicit Dictionary(const TermCounts& counts) : lexicon_(Terms(counts)) {
    for (const auto& [term, count] : counts) documents_.push_back(count);
  }

  const std::vector<std::string>& terms() const { return lexicon_.terms; }
  std::uint32_t documents(std::size_t term) const { return documents_[term]; }
  // REQUIRES: a term.
  std::uint32_t DocumentsOf(std::string_view word) const { return documents_[Raw(*lexicon_->Find(word))]; }
  bool Contains(std::string_view word) const { return lexicon_->Find(word).has_value(); }
  bool HasCompletions(std::string_view word) const { return !lexicon_->Prefix(word).empty(); }

  std::vector<Candidate> Candidates(std::string_view typed, bool prefix) const {
    const std::u32string letters = Letters(typed);
    std::vector<Candidate> out;
    for (const auto& match : lexicon_->Fuzzy(typed, {.max_edits = 2, .prefix = prefix})) {
      const std::string_view term = lexicon_->Term(match.term);
      const std::u32string term_letters = Letters(term);
      const std::size_t longer = prefix ? letters.size() : std::max(letters.size(), term_letters.size());
      if (!IsWithinReach(match.edits, longer) || HasDigit(term)) continue;
      const std::uint32_t count = documents_[Raw(match.term)];
      out.push_back(
          {term, match.edits, count, query::TypoLikelihood(query::TypoCost(letters, term_letters, prefix), count)});
    }
    return out;
  }

 private:
  static std::vector<std::string> Terms(const TermCounts& counts) {
    std::vector<std::string> terms;
    for (const auto& [term, count] : counts) terms.push_back(term);
    return terms;
  }

  lexicon::TestLexicon lexicon_;
  std::vector<std::uint32_t> documents_;
};

struct Tally {
  int asked = 0;
  int first = 0;
  int first_five = 0;
  double likelihood = 0;  // of the first, as a share of all candidates'

  double Share(double count) const { return asked == 0 ? 0 : count / asked; }
  double first_share() const { return Share(first); }
  double first_five_share() const { return Share(first_five); }

  void Count(const std::vector<Candidate>& ordered, std::string_view meant) {
    ++asked;
    const auto place = std::find_if(ordered.begin(), ordered.end(), [&](const auto& c) { return c.term == meant; });
    REQUIRE(place != ordered.end());
    first += place == ordered.begin() ? 1 : 0;
    first_five += place - ordered.begin() < 5 ? 1 : 0;
    double sum = 0;
    for (const Candidate& c : ordered) sum += c.likelihood;
    likelihood += ordered.front().likelihood / sum;
  }
};

// Both orders of the same candidates.
struct Comparison {
  Tally model;
  Tally by_edits;

  void Count(std::vector<Candidate> candidates, std::string_view meant) {
    std::sort(candidates.begin(), candidates.end(), ByEdits);
    by_edits.Count(candidates, meant);
    std::sort(candidates.begin(), candidates.end(), ByLikelihood);
    model.Count(candidates, meant);
  }
  void Print(const char* what) const {
    std::printf("%-34s %6d | first %.4f, in five %.4f, likelihood %.4f | by edits: first %.4f, in five %.4f\n", what,
                model.asked, model.first_share(), model.first_five_share(), model.Share(model.likelihood),
                by_edits.first_share(), by_edits.first_five_share());
  }
};

// The words are split in halves by a hash (FNV-1a) of what was meant, so that no word is in both. The costs were fitted
// to one half.
bool IsFitted(std::string_view meant) {
  std::uint64_t hash = 14695981039346656037u ^ 20230401u;
  for (char c : meant) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return (hash >> 33 & 1) != 0;
}

// What the analyzer makes of a word that is one token, or nothing.
std::string TermOf(const text::Analyzer& analyzer, std::string_view word) {
  text::TokenList tokens;
  analyzer.Analyze(word, &tokens);
  if (tokens.tokens.size() != 1 || tokens.tokens[0].kind != text::TokenKind::kWord) return {};
  return std::string(tokens.Term(tokens.tokens[0]));
}

std::vector<Pair> ReadMisspellings() {
  const text::Analyzer analyzer(text::FindLanguagePack("en"));
  std::ifstream in(SharedData() + "/misspellings/misspellings.tsv");
  std::vector<Pair> pairs;
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    Pair pair = {TermOf(analyzer, line.substr(0, tab)),
                 TermOf(analyzer, line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1))};
    if (!pair.typed.empty() && !pair.meant.empty() && pair.typed != pair.meant) pairs.push_back(std::move(pair));
  }
  return pairs;
}

// Reads files of the shared data into `*counts`; false when one is missing.
bool CountAll(const std::vector<const char*>& files, const char* lang, TermCounts* counts) {
  return std::all_of(files.begin(), files.end(), [&](const char* file) {
    if (CountCorpus(SharedData() + "/" + file, lang, counts)) return true;
    WARN("skipped: no " << file << " in " << SharedData());
    return false;
  });
}

const std::vector<const char*> kHelpCenters = {"corpora/adobe_commerce_kb.en.jsonl", "corpora/arduino.en.jsonl",
                                               "corpora/gnome_help.en.jsonl"};
const std::vector<const char*> kAllEnglish = {"corpora/adobe_commerce_kb.en.jsonl",
                                              "corpora/arduino.en.jsonl",
                                              "corpora/gnome_help.en.jsonl",
                                              "relevance/stackfaq/corpus.jsonl",
                                              "relevance/covidfaq/corpus.jsonl",
                                              "relevance/cranfield/corpus.jsonl",
                                              "relevance/banking77_intent/corpus.jsonl",
                                              "relevance/libreoffice_index_en/corpus.jsonl"};

TEST_CASE("Misspellings: what people meant comes first", "[relevance]") {  // 1, 4
  const bool all = GENERATE(false, true);
  TermCounts counts;
  if (!CountAll(all ? kAllEnglish : kHelpCenters, "en", &counts)) return;
  const Dictionary dictionary(counts);
  const std::vector<Pair> pairs = ReadMisspellings();
  REQUIRE(pairs.size() > 20'000);
  Comparison fitted, others, everything;
  int absent = 0;
  int beyond = 0;
  int real_words = 0;
  for (const Pair& pair : pairs) {
    const std::u32string typed = Letters(pair.typed);
    const std::u32string meant = Letters(pair.meant);
    if (!dictionary.Contains(pair.meant)) {
      ++absent;
    } else if (!IsWithinReach(lexicon::EditDistance(typed, meant), std::max(typed.size(), meant.size()))) {
      ++beyond;
    } else if (dictionary.Contains(pair.typed)) {
      ++real_words;
    } else {
      const std::vector<Candidate> candidates = dictionary.Candidates(pair.typed, false);
      (IsFitted(pair.meant) ? fitted : others).Count(candidates, pair.meant);
      everything.Count(candidates, pair.meant);
    }
  }
  std::printf("%s: %zu terms; of %zu misspellings %d mean no term, %d are beyond reach, %d are terms themselves\n",
              all ? "all English corpora" : "help centers", counts.size(), pairs.size(), absent, beyond, real_words);
  fitted.Print("  the words fitted to");
  others.Print("  the others");
  everything.Print("  all");
  CHECK(others.model.first_share() >= .93);
  CHECK(others.model.first_five_share() >= .995);
  CHECK(others.model.first_share() >= others.by_edits.first_share() + .02);
  CHECK(std::abs(others.model.Share(others.model.likelihood) - others.model.first_share()) <= .02);
}

TEST_CASE("Misspellings: random slips in other languages", "[relevance]") {  // 2
  struct Language {
    const char* lang;
    std::vector<const char*> files;
    std::u32string_view alphabet;
  };
  const auto language = GENERATE(values<Language>({
      {"es", {"corpora/adobe_commerce_kb.es.jsonl", "corpora/gnome_help.es.jsonl"}, U"abcdefghijklmnopqrstuvwxyzñ"},
      {"pt-BR",
       {"corpora/adobe_commerce_kb.pt-BR.jsonl", "corpora/gnome_help.pt_BR.jsonl"},
       U"abcdefghijklmnopqrstuvwxyz"},
  }));
  TermCounts counts;
  if (!CountAll(language.files, language.lang, &counts)) return;
  const Dictionary dictionary(counts);
  const std::uint64_t seed = TestSeed();
  CAPTURE(language.lang, seed);
  Random random(seed);
  Comparison comparison;
  while (comparison.model.asked < 10'000) {
    const std::size_t t = Below(&random, dictionary.terms().size());
    const std::string& meant = dictionary.terms()[t];
    const std::size_t letters = Letters(meant).size();
    if (dictionary.documents(t) < 2 || letters < 5 || HasDigit(meant)) continue;
    const int slips = letters >= kTwoTypos ? 1 + static_cast<int>(Below(&random, 2)) : 1;
    const std::string typed = lexicon::Misspell(&random, meant, slips, language.alphabet);
    const std::u32string typed_letters = Letters(typed);
    const int edits = lexicon::EditDistance(typed_letters, Letters(meant));
    if (!IsWithinReach(edits, std::max(letters, typed_letters.size())) || dictionary.Contains(typed)) continue;
    comparison.Count(dictionary.Candidates(typed, false), meant);
  }
  comparison.Print((std::string(language.lang) + ", random slips").c_str());
  CHECK(comparison.model.first_share() >= comparison.by_edits.first_share());
  CHECK(comparison.model.first_five_share() >= comparison.by_edits.first_five_share());
  CHECK(comparison.model.first_share() >= .92);
}

TEST_CASE("Misspellings: beginnings of words", "[relevance]") {  // 3
  TermCounts counts;
  if (!CountAll(kAllEnglish, "en", &counts)) return;
  const Dictionary dictionary(counts);
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  Comparison comparison;
  for (const Pair& pair : ReadMisspellings()) {
    const std::u32string typed = Letters(pair.typed);
    if (typed.size() <= kOneTypo || IsFitted(pair.meant) || !dictionary.Contains(pair.meant)) continue;
    const std::u32string cut = typed.substr(0, kOneTypo + Below(&random, typed.size() - kOneTypo));
    const std::string begun = lexicon::ToUtf8(cut);
    if (dictionary.HasCompletions(begun)) continue;
    if (!IsWithinReach(lexicon::PrefixEditDistance(cut, Letters(pair.meant)), cut.size())) continue;
    comparison.Count(dictionary.Candidates(begun, true), pair.meant);
  }
  comparison.Print("misspelled beginnings");
  CHECK(comparison.model.first_share() >= comparison.by_edits.first_share() + .03);
  CHECK(comparison.model.first_five_share() >= comparison.by_edits.first_five_share() + .03);
  CHECK(comparison.model.first_share() >= .44);
  CHECK(comparison.model.first_five_share() >= .87);
}

// Returns the likeliest candidate of another stem class, its likelihood as a multiple of that of the word as it stands.
Candidate BestCorrection(const Dictionary& dictionary, const text::Analyzer& analyzer, const std::string& word) {
  Candidate best = {{}, 0, 0, 0};
  for (const Candidate& c : dictionary.Candidates(word, false)) {
    if (c.likelihood > best.likelihood && analyzer.Stem(c.term) != analyzer.Stem(word)) best = c;
  }
  best.likelihood /= query::TypoLikelihood(0, dictionary.DocumentsOf(word));
  return best;
}

TEST_CASE("Misspellings: words that are terms themselves", "[relevance]") {  // 5
  TermCounts counts;
  if (!CountAll(kAllEnglish, "en", &counts)) return;
  const Dictionary dictionary(counts);
  const text::Analyzer analyzer(text::FindLanguagePack("en"));
  constexpr double kDoubtful = 0.3;
  int misspellings = 0;
  int doubted_misspellings = 0;
  for (const Pair& pair : ReadMisspellings()) {
    if (!dictionary.Contains(pair.typed) || !dictionary.Contains(pair.meant)) continue;
    const Candidate best = BestCorrection(dictionary, analyzer, pair.typed);
    if (best.term != pair.meant) continue;
    ++misspellings;
    doubted_misspellings += best.likelihood > kDoubtful ? 1 : 0;
  }
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  std::vector<const std::string*> running_words;  // each as often as articles hold it
  for (const auto& [term, count] : counts) {
    const bool plain = std::all_of(term.begin(), term.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (plain && term.size() >= kOneTypo) running_words.insert(running_words.end(), count, &term);
  }
  constexpr int kWords = 5000;
  int doubted_words = 0;
  for (int i = 0; i < kWords; ++i) {
    const std::string& word = *running_words[Below(&random, running_words.size())];
    doubted_words += BestCorrection(dictionary, analyzer, word).likelihood > kDoubtful ? 1 : 0;
  }
  std::printf("terms themselves: doubted are %d of %d misspellings, %d of %d words of the articles\n",
              doubted_misspellings, misspellings, doubted_words, kWords);
  CHECK(doubted_misspellings >= .6 * misspellings);
  CHECK(doubted_words <= .002 * kWords);
}

}  // namespace
}  // namespace signpost
