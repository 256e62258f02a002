// SPDX-License-Identifier: Apache-2.0
// Finding the synonyms of a query of six words among ten thousand, and making the table: a look-up alone, without what the
// synonyms then cost in the search.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "base/strings.h"
#include "clock.h"
#include "percentiles.h"
#include "rules/synonym_set.h"
#include "synonym_lists.h"
#include "text/language_pack.h"

namespace {

using signpost::rules::SynonymSet;

constexpr int kRuns = 15;

// The stems of the words that documents hold.
const signpost::StringSet& KnownStems() {
  static const signpost::StringSet stems = [] {
    const signpost::text::Analyzer analyzer(signpost::text::FindLanguagePack("en"));
    signpost::StringSet out;
    for (std::size_t w = 0; w < bench::kWords; ++w) out.insert(analyzer.Stem(bench::Language::WordOfRank(w)));
    return out;
  }();
  return stems;
}

void Find(benchmark::State& state, std::vector<signpost::Synonym> synonyms) {
  const signpost::text::Analyzer analyzer(signpost::text::FindLanguagePack("en"));
  const auto set = SynonymSet::Compile(std::move(synonyms));
  if (!set.ok()) std::abort();
  set->Prepare("en");
  const signpost::StringSet& stems = KnownStems();
  auto is_known = [&](std::string_view term) { return stems.contains(analyzer.Stem(term)); };
  const signpost::TypoTolerance typos;
  for (auto _ : state) {
    bench::Percentiles all, clean, slips;
    std::size_t matches = 0;
    for (std::size_t q = 0; q < bench::Queries().size(); ++q) {
      const signpost::query::ParsedQuery query = signpost::query::Parse(bench::Queries()[q], analyzer);
      std::int64_t least = INT64_MAX;
      for (int run = 0; run < kRuns; ++run) {
        const std::int64_t begin = bench::ThreadCpuNs();
        auto found = set->Find(query, "en", {typos, is_known});
        benchmark::DoNotOptimize(found);
        least = std::min(least, bench::ThreadCpuNs() - begin);
        if (run == 0) matches += found.size();
      }
      all.Add(least);
      (q % 5 <= 1 ? slips : clean).Add(least);
    }
    auto tell = [&](const char* name, const bench::Percentiles& times, double percent) {
      state.counters[name] = static_cast<double>(times.At(percent)) / 1000;
    };
    state.counters["matches"] = static_cast<double>(matches);
    tell("p50_us", all, 50);
    tell("p99_us", all, 99);
    tell("clean_p99_us", clean, 99);
    tell("slip_p50_us", slips, 50);
    tell("slip_p99_us", slips, 99);
  }
}
void BM_FindApart(benchmark::State& state) { Find(state, bench::Apart()); }
void BM_FindMet(benchmark::State& state) { Find(state, bench::Met()); }
void BM_FindAlone(benchmark::State& state) { Find(state, bench::Alone()); }
BENCHMARK(BM_FindApart)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_FindMet)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_FindAlone)->Iterations(1)->Unit(benchmark::kMillisecond);

void BM_MakeTable(benchmark::State& state) {
  const std::vector<signpost::Synonym> synonyms = bench::Met();
  for (auto _ : state) benchmark::DoNotOptimize(signpost::rules::SynonymTable(synonyms, "en"));
}
BENCHMARK(BM_MakeTable)->Unit(benchmark::kMillisecond);

}  // namespace
