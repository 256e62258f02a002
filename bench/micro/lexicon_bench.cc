// SPDX-License-Identifier: Apache-2.0
// lexicon_bench.cc — look-ups in a lexicon of 60,000 made-up words that can be pronounced, the same ones on every run.
// Each benchmark goes round 1,024 words, so that caches and branches see different ones; `matches` is how many terms a
// look-up finds.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "lexicon/lexicon.h"
#include "lexicon/lexicon_builder.h"

namespace signpost::lexicon {
namespace {

constexpr std::size_t kTerms = 60'000;
constexpr std::size_t kWords = 1024;

using Random = std::mt19937_64;

std::size_t Below(Random* random, std::size_t n) { return static_cast<std::size_t>((*random)() % n); }

// Picks the earlier ones more often, as languages do.
template <std::size_t kSize>
std::string_view Pick(Random* random, const std::string_view (&from)[kSize]) {
  return from[std::min(Below(random, kSize), Below(random, kSize))];
}

// Stems of one to four syllables with an ending.
std::string MakeWord(Random* random) {
  static constexpr std::string_view kOnsets[] = {"r", "t", "s", "l",  "n",  "c",  "d",  "p",  "m",  "",   "b",
                                                 "f", "v", "h", "st", "tr", "pr", "gr", "ch", "sh", "qu", "z"};
  static constexpr std::string_view kVowels[] = {"e", "a", "i", "o", "u", "ea", "io", "ou", "y", "ai"};
  static constexpr std::string_view kCodas[] = {"", "n", "r", "t", "s", "l", "c", "m", "nd", "st", "ck", "ng", "x"};
  static constexpr std::string_view kEndings[] = {"", "s", "ed", "ing", "er", "ion", "able", "ment", "ness", "ly"};
  std::string word;
  for (std::size_t n = 1 + std::max(Below(random, 3), Below(random, 4)); n > 0; --n) {
    word += Pick(random, kOnsets);
    word += Pick(random, kVowels);
    word += Pick(random, kCodas);
  }
  return word += Pick(random, kEndings);
}

std::string Misspell(Random* random, std::string word, int edits) {
  for (; edits > 0; --edits) {
    const std::size_t at = Below(random, word.size() - 1);
    const char letter = static_cast<char>('a' + Below(random, 26));
    switch (Below(random, 4)) {
      case 0:
        word.insert(at, 1, letter);
        break;
      case 1:
        word.erase(at, 1);
        break;
      case 2:
        word[at] = letter;
        break;
      default:
        std::swap(word[at], word[at + 1]);
    }
  }
  return word;
}

struct Setup {
  Setup() : random(1) {
    std::set<std::string> unique;
    while (unique.size() < kTerms) unique.insert(MakeWord(&random));
    terms.assign(unique.begin(), unique.end());
    for (const std::string& t : terms) terms_and_stems.push_back({t, std::string_view(t).substr(0, 6)});
    bytes = BuildLexicon(terms_and_stems);
  }
  // Words of the lexicon with `min` to `max` letters, cut to `keep` letters or more, then misspelled.
  std::vector<std::string> Words(std::size_t min, std::size_t max, std::size_t keep, int edits) {
    std::vector<std::string> words;
    while (words.size() < kWords) {
      std::string word = terms[Below(&random, terms.size())];
      if (word.size() < min || word.size() > max) continue;
      if (keep < word.size()) word.resize(keep + Below(&random, word.size() - keep));
      words.push_back(Misspell(&random, std::move(word), edits));
    }
    return words;
  }

  Random random;
  std::vector<std::string> terms;
  std::vector<TermAndStem> terms_and_stems;
  std::string bytes;
};

Setup& Shared() {
  static Setup setup;
  return setup;
}

// Times look_up(lexicon, word), which returns a number of terms.
template <typename LookUp>
void Run(benchmark::State& state, const std::vector<std::string>& words, LookUp look_up) {
  const auto lexicon = Lexicon::Open(Shared().bytes);
  if (!lexicon.ok()) return state.SkipWithError("the lexicon does not open");
  std::size_t matches = 0;
  std::size_t i = 0;
  for (auto _ : state) {
    const std::size_t found = look_up(*lexicon, words[i++ % kWords]);
    benchmark::DoNotOptimize(found);
    matches += found;
  }
  state.counters["matches"] = static_cast<double>(matches) / static_cast<double>(state.iterations());
}

void Exact(benchmark::State& state) {
  Run(state, Shared().Words(1, 40, 40, 0),
      [](const Lexicon& lexicon, std::string_view word) -> std::size_t { return lexicon.Find(word).has_value(); });
}
BENCHMARK(Exact);

void Prefix(benchmark::State& state) {
  Run(state, Shared().Words(6, 40, 3, 0), [](const Lexicon& lexicon, std::string_view word) -> std::size_t {
    const TermRange range = lexicon.Prefix(word);
    return range.end - range.begin;
  });
}
BENCHMARK(Prefix);

void StemClass(benchmark::State& state) {
  Run(state, Shared().Words(6, 40, 40, 0), [](const Lexicon& lexicon, std::string_view word) -> std::size_t {
    const auto id = lexicon.FindClass(word.substr(0, 6));
    return id.has_value() ? lexicon.TermsOf(*id).size() : 0;
  });
}
BENCHMARK(StemClass);

void RunFuzzy(benchmark::State& state, const std::vector<std::string>& words, FuzzyOptions options) {
  Run(state, words, [&](const Lexicon& lexicon, std::string_view word) { return lexicon.Fuzzy(word, options).size(); });
}

void FuzzyOneEditShortWords(benchmark::State& state) { RunFuzzy(state, Shared().Words(4, 7, 40, 1), {.max_edits = 1}); }
BENCHMARK(FuzzyOneEditShortWords);

void FuzzyOneEditLongWords(benchmark::State& state) { RunFuzzy(state, Shared().Words(8, 40, 40, 1), {.max_edits = 1}); }
BENCHMARK(FuzzyOneEditLongWords);

void FuzzyTwoEdits(benchmark::State& state) { RunFuzzy(state, Shared().Words(8, 40, 40, 2), {.max_edits = 2}); }
BENCHMARK(FuzzyTwoEdits);

void FuzzyPrefixOneEdit(benchmark::State& state) {
  RunFuzzy(state, Shared().Words(6, 40, 4, 1), {.max_edits = 1, .prefix = true});
}
BENCHMARK(FuzzyPrefixOneEdit);

void FuzzyPrefixTwoEdits(benchmark::State& state) {
  RunFuzzy(state, Shared().Words(9, 40, 8, 2), {.max_edits = 2, .prefix = true});
}
BENCHMARK(FuzzyPrefixTwoEdits);

void Build(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(BuildLexicon(Shared().terms_and_stems));
  state.counters["bytes_per_term"] = static_cast<double>(Shared().bytes.size()) / kTerms;
}
BENCHMARK(Build)->Unit(benchmark::kMillisecond);

void Open(benchmark::State& state) {
  const std::string& bytes = Shared().bytes;
  for (auto _ : state) benchmark::DoNotOptimize(Lexicon::Open(bytes));
}
BENCHMARK(Open)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace signpost::lexicon
