// SPDX-License-Identifier: Apache-2.0
// Whole searches on a generated help center of 20,000 documents, by what is asked; and building it.
//
// The words are made up and follow Zipf's law, as those of a language do, so that common words have long postings.
#include <benchmark/benchmark.h>
#include <signpost/signpost.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace {

constexpr int kWords = 20'000;
constexpr int kDocuments = 20'000;

class Language {
 public:
  Language() : random_(7) {
    static const char* const kSyllables[] = {"ra",  "ti",  "on", "mo", "ber", "sa",
                                             "len", "dor", "ku", "pe", "shi", "var"};
    for (int w = 0; w < kWords; ++w) {
      std::string word;
      for (int n = w, i = 0; i < 2 || n > 0; n /= 12, ++i) word += kSyllables[n % 12];
      words_.push_back(word);
    }
  }
  // The word of a rank drawn by Zipf's law.
  const std::string& Word() {
    const double u = std::uniform_real_distribution<>(0, 1)(random_);
    return words_[static_cast<std::size_t>(std::exp(u * std::log(kWords))) - 1];
  }
  const std::string& WordOfRank(std::size_t rank) const { return words_[rank]; }
  std::string Text(int words) {
    std::string out;
    for (int i = 0; i < words; ++i) out += Word() + (i % 12 == 11 ? ". " : " ");
    return out;
  }

 private:
  std::mt19937_64 random_;
  std::vector<std::string> words_;
};

std::vector<signpost::Document> Documents(int count) {
  Language language;
  std::vector<signpost::Document> out;
  for (int d = 0; d < count; ++d) {
    out.push_back({.object_id = "d" + std::to_string(d),
                   .lang = "en",
                   .title = language.Text(6),
                   .sections = {{.text = language.Text(60)},
                                {.heading = language.Text(4), .level = 2, .text = language.Text(60)}}});
  }
  return out;
}

signpost::Index Build(const std::vector<signpost::Document>& documents) {
  auto builder = *signpost::IndexBuilder::Create({.language = "en"});
  for (const auto& document : documents) {
    if (!builder.Add(document).ok()) std::abort();
  }
  return *std::move(builder).Build();
}

const signpost::Index& Shared() {
  static const signpost::Index index = Build(Documents(kDocuments));
  return index;
}

void Run(benchmark::State& state, const std::string& query) {
  const signpost::Index& index = Shared();
  std::size_t hits = 0;
  for (auto _ : state) {
    auto response = index.Search(signpost::Audience::Public(), {.query = query, .hits_per_page = 10});
    hits = response->hit_count;
    benchmark::DoNotOptimize(response);
  }
  state.counters["hits"] = static_cast<double>(hits);
}

void BM_RareWords(benchmark::State& state) {
  Run(state, Language().WordOfRank(9000) + " " + Language().WordOfRank(5000));
}
void BM_CommonWords(benchmark::State& state) { Run(state, Language().WordOfRank(2) + " " + Language().WordOfRank(5)); }
void BM_HalfWord(benchmark::State& state) {
  Run(state, Language().WordOfRank(900) + " " + Language().WordOfRank(5000).substr(0, 4));
}
void BM_Typo(benchmark::State& state) {
  std::string word = Language().WordOfRank(9000);
  std::swap(word[2], word[3]);
  Run(state, word + " " + Language().WordOfRank(5000));
}
void BM_Question(benchmark::State& state) { Run(state, Language().Text(12)); }
BENCHMARK(BM_RareWords);
BENCHMARK(BM_CommonWords);
BENCHMARK(BM_HalfWord);
BENCHMARK(BM_Typo);
BENCHMARK(BM_Question);

// What titles, snippets and sections of ten hits cost: the same search with and without hits.
void BM_TenHitsShown(benchmark::State& state) {
  const signpost::Index& index = Shared();
  const std::string query = Language().WordOfRank(300) + " " + Language().WordOfRank(700);
  for (auto _ : state) {
    benchmark::DoNotOptimize(index.Search(signpost::Audience::Public(), {.query = query, .hits_per_page = static_cast<int>(state.range(0))}));
  }
}
BENCHMARK(BM_TenHitsShown)->Arg(0)->Arg(10);

void BM_Build(benchmark::State& state) {
  const std::vector<signpost::Document> documents = Documents(2000);
  std::int64_t bytes = 0;
  for (const auto& d : documents)
    bytes += static_cast<std::int64_t>(d.title.size() + d.sections[0].text.size() + d.sections[1].text.size());
  for (auto _ : state) benchmark::DoNotOptimize(Build(documents));
  state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(BM_Build)->Unit(benchmark::kMillisecond);

}  // namespace
