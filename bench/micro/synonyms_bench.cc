// SPDX-License-Identifier: Apache-2.0
// What synonyms cost a query, by how many there are and by how many of them it meets; setting them; the longest of them.
//
// Searches are compared query by query: the least CPU time of several runs with some synonyms, less that without. "apart": ten
// thousand that begin like the queries and go on otherwise. "met": ten thousand of the words of the documents; a query meets
// what it meets. "alone": of these, the ones that some query meets.
#include <benchmark/benchmark.h>
#include <signpost/signpost.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "clock.h"
#include "percentiles.h"
#include "synonym_lists.h"

namespace {

using bench::Language;
using bench::Queries;
using signpost::Synonym;

constexpr int kDocuments = 5'000;
constexpr int kRuns = 7;

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

std::int64_t Time(const signpost::Index& index, const std::string& query, bool synonyms) {
  const std::int64_t begin = bench::ThreadCpuNs();
  auto response =
      index.Search(signpost::Audience::Public(), {.query = query, .synonyms = synonyms, .hits_per_page = 10});
  benchmark::DoNotOptimize(response);
  return bench::ThreadCpuNs() - begin;
}

void Compare(benchmark::State& state, std::vector<Synonym> synonyms) {
  static signpost::Index index = Build();
  state.counters["synonyms"] = static_cast<double>(synonyms.size());
  if (!index.SetSynonyms(std::move(synonyms)).ok()) std::abort();
  for (auto _ : state) {
    bench::Percentiles without, with, added;
    for (const std::string& query : Queries()) {
      std::int64_t least[2] = {INT64_MAX, INT64_MAX};
      for (int run = 0; run < 2 * kRuns; ++run) {
        least[run % 2] = std::min(least[run % 2], Time(index, query, run % 2 == 1));
      }
      without.Add(least[0]);
      with.Add(least[1]);
      added.Add(least[1] - least[0]);
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
void BM_Apart(benchmark::State& state) { Compare(state, bench::Apart()); }
void BM_Met(benchmark::State& state) { Compare(state, bench::Met()); }
void BM_Alone(benchmark::State& state) { Compare(state, bench::Alone()); }
BENCHMARK(BM_Apart)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Met)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Alone)->Iterations(1)->Unit(benchmark::kMillisecond);

// Checking, and making the table of one language.
void BM_SetTenThousand(benchmark::State& state) {
  Language language(7);
  auto builder = *signpost::IndexBuilder::Create({.language = "en"});
  if (!builder.Add({.object_id = "d", .lang = "en", .title = language.Words(6)}).ok()) std::abort();
  signpost::Index index = *std::move(builder).Build();
  const std::vector<Synonym> synonyms = bench::Met();
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

// 64 KB of the words of the documents, of which ten thousand synonyms (1) or none (0) know some.
void BM_LongQuery(benchmark::State& state) {
  static signpost::Index index = Build();
  if (!index.SetSynonyms(bench::Met()).ok()) std::abort();
  Language language(23);
  std::string query;
  while (query.size() < 65'000) query += language.AnyWord() + " ";
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        index.Search(signpost::Audience::Public(), {.query = query, .synonyms = state.range(0) != 0}));
  }
}
BENCHMARK(BM_LongQuery)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

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
