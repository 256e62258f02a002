// SPDX-License-Identifier: Apache-2.0
// What synonyms cost a query, by how many there are and by how many of them it meets; setting them; the longest of them.
//
// Searches are compared query by query: the least CPU time of several runs with some synonyms, less that without. "apart": ten
// thousand that begin like the queries and go on otherwise. "met": ten thousand of the words of the documents; a query meets
// what it meets. "alone": of these, the ones that some query meets.
#include <benchmark/benchmark.h>
#include <signpost/signpost.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "clock.h"
#include "percentiles.h"

namespace {

using signpost::Synonym;
using signpost::SynonymType;

constexpr std::size_t kWords = 20'000;
constexpr int kDocuments = 5'000;
constexpr std::size_t kSynonyms = 10'000;
constexpr int kQueries = 400;
constexpr int kRuns = 7;

// Made-up words that follow Zipf's law, and others that no document holds.
class Language {
 public:
  explicit Language(std::uint64_t seed) : random_(seed) {}

  std::size_t Below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
  static std::string WordOfRank(std::size_t rank) {
    static const char* const kSyllables[] = {"ra",  "ti",  "on", "mo", "ber", "sa",
                                             "len", "dor", "ku", "pe", "shi", "var"};
    std::string word;
    for (std::size_t n = rank, i = 0; i < 2 || n > 0; n /= 12, ++i) word += kSyllables[n % 12];
    return word;
  }
  std::string Word() {
    const double u = std::uniform_real_distribution<>(0, 1)(random_);
    return WordOfRank(static_cast<std::size_t>(std::exp(u * std::log(kWords))) - 1);
  }
  std::string AnyWord() { return WordOfRank(Below(kWords)); }
  std::string UnknownWord() { return "zz" + WordOfRank(Below(4 * kWords)); }
  std::string Words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += (i > 0 ? " " : "") + Word();
    return out;
  }

 private:
  std::mt19937_64 random_;
};

signpost::Index Build() {
  Language language(7);
  auto builder = *signpost::IndexBuilder::Create({.language = "en"});
  for (int d = 0; d < kDocuments; ++d) {
    if (!builder
             .Add({.object_id = "d" + std::to_string(d),
                   .lang = "en",
                   .title = language.Words(6),
                   .sections = {{.text = language.Words(100)}}})
             .ok()) {
      std::abort();
    }
  }
  return *std::move(builder).Build();
}

// Six words each; of five queries one has a slip and one ends half typed.
const std::vector<std::string>& Queries() {
  static const std::vector<std::string> queries = [] {
    Language language(11);
    std::vector<std::string> out;
    for (int q = 0; q < kQueries; ++q) {
      std::string query = language.Words(5);
      std::string last = language.AnyWord();
      if (q % 5 == 0) std::swap(last[1], last[2]);
      if (q % 5 == 1) last.resize(last.size() - 2);
      out.push_back(query + " " + last + (q % 5 == 1 ? "" : " "));
    }
    return out;
  }();
  return queries;
}

// All types; sides of one to four words.
template <typename MakeWord>
std::vector<Synonym> SynonymsOf(Language* language, MakeWord word) {
  std::vector<Synonym> out;
  for (std::size_t s = 0; s < kSynonyms; ++s) {
    auto side = [&] {
      std::string text = word(0);
      for (std::size_t i = 1; i < 1 + language->Below(4); ++i) text += " " + word(i);
      return text;
    };
    Synonym synonym{.object_id = "s" + std::to_string(s), .type = static_cast<SynonymType>(language->Below(5))};
    for (std::size_t i = 2 + language->Below(3); i > 0; --i) synonym.synonyms.push_back(side());
    if (synonym.type == SynonymType::kPlaceholder) synonym.input = "<p" + std::to_string(s) + ">";
    if (synonym.input.empty() && synonym.type != SynonymType::kMultiWay) synonym.input = side();
    out.push_back(std::move(synonym));
  }
  return out;
}

std::vector<Synonym> Apart() {
  Language language(13);
  return SynonymsOf(&language, [&](std::size_t i) {
    return i == 0 ? language.Word() + " " + language.UnknownWord() : language.AnyWord();
  });
}

std::vector<Synonym> Met() {
  Language language(17);
  return SynonymsOf(&language,
                    [&](std::size_t) { return language.Below(4) == 0 ? language.UnknownWord() : language.AnyWord(); });
}

std::vector<Synonym> Alone() {
  std::vector<Synonym> out = Met();
  std::erase_if(out, [](const Synonym& synonym) {
    std::vector<std::string> keys = synonym.synonyms;
    if (synonym.type != SynonymType::kMultiWay && synonym.type != SynonymType::kPlaceholder) keys = {synonym.input};
    return std::none_of(keys.begin(), keys.end(), [](const std::string& key) {
      return std::any_of(Queries().begin(), Queries().end(), [&](const std::string& query) {
        return (" " + query + " ").find(" " + key + " ") != std::string::npos;
      });
    });
  });
  return out;
}

std::int64_t Time(const signpost::Index& index, const std::string& query, bool synonyms) {
  std::int64_t least = INT64_MAX;
  for (int run = 0; run < kRuns; ++run) {
    const std::int64_t begin = bench::ThreadCpuNs();
    auto response =
        index.Search(signpost::Audience::Public(), {.query = query, .synonyms = synonyms, .hits_per_page = 10});
    benchmark::DoNotOptimize(response);
    least = std::min(least, bench::ThreadCpuNs() - begin);
  }
  return least;
}

void Compare(benchmark::State& state, std::vector<Synonym> synonyms) {
  static signpost::Index index = Build();
  state.counters["synonyms"] = static_cast<double>(synonyms.size());
  if (!index.SetSynonyms(std::move(synonyms)).ok()) std::abort();
  for (auto _ : state) {
    bench::Percentiles without, with, added;
    for (const std::string& query : Queries()) {
      without.Add(Time(index, query, false));
      with.Add(Time(index, query, true));
      added.Add(Time(index, query, true) - Time(index, query, false));
    }
    auto tell = [&](const char* name, const bench::Percentiles& times, double percent) {
      state.counters[name] = static_cast<double>(times.At(percent)) / 1000;
    };
    tell("without_p50_us", without, 50);
    tell("without_p99_us", without, 99);
    tell("with_p50_us", with, 50);
    tell("with_p99_us", with, 99);
    tell("added_p50_us", added, 50);
    tell("added_p90_us", added, 90);
    tell("added_p99_us", added, 99);
  }
}
void BM_Apart(benchmark::State& state) { Compare(state, Apart()); }
void BM_Met(benchmark::State& state) { Compare(state, Met()); }
void BM_Alone(benchmark::State& state) { Compare(state, Alone()); }
BENCHMARK(BM_Apart)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Met)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Alone)->Iterations(1)->Unit(benchmark::kMillisecond);

// Checking, and making the table of one language.
void BM_SetTenThousand(benchmark::State& state) {
  Language language(7);
  auto builder = *signpost::IndexBuilder::Create({.language = "en"});
  if (!builder.Add({.object_id = "d", .lang = "en", .title = language.Words(6)}).ok()) std::abort();
  signpost::Index index = *std::move(builder).Build();
  const std::vector<Synonym> synonyms = Met();
  for (auto _ : state) {
    if (!index.SetSynonyms(synonyms).ok()) std::abort();
  }
}
BENCHMARK(BM_SetTenThousand)->Unit(benchmark::kMillisecond);

std::string Repeated(const std::string& word, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += word + " ";
  return out;
}

// 64 KB of one word, with a synonym of 500 times that word (1) and without (0).
void BM_LongSynonym(benchmark::State& state) {
  auto builder = *signpost::IndexBuilder::Create({.language = "en"});
  if (!builder.Add({.object_id = "d", .lang = "en", .title = "a tent"}).ok()) std::abort();
  signpost::Index index = *std::move(builder).Build();
  if (!index.SetSynonyms({{.object_id = "s", .synonyms = {Repeated("a", 500), "tent"}}}).ok()) std::abort();
  const std::string query = Repeated("a", 32'000);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        index.Search(signpost::Audience::Public(), {.query = query, .synonyms = state.range(0) != 0}));
  }
}
BENCHMARK(BM_LongSynonym)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

// Two synonyms of 500 distinct words for each other, and a query of one of them.
void BM_LongForLong(benchmark::State& state) {
  std::string left, right;
  for (std::size_t w = 0; w < 500; ++w) left += Language::WordOfRank(w) + " ";
  for (std::size_t w = 500; w < 1000; ++w) right += Language::WordOfRank(w) + " ";
  auto builder = *signpost::IndexBuilder::Create({.language = "en"});
  if (!builder.Add({.object_id = "l", .lang = "en", .title = "left", .sections = {{.text = left}}}).ok() ||
      !builder.Add({.object_id = "r", .lang = "en", .title = "right", .sections = {{.text = right}}}).ok()) {
    std::abort();
  }
  signpost::Index index = *std::move(builder).Build();
  if (!index.SetSynonyms({{.object_id = "s", .synonyms = {left, right}}}).ok()) std::abort();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        index.Search(signpost::Audience::Public(), {.query = left, .synonyms = state.range(0) != 0}));
  }
}
BENCHMARK(BM_LongForLong)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

}  // namespace
