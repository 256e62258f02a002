// SPDX-License-Identifier: Apache-2.0
// Tickets beside a search for their text, suggestions, related articles and near-duplicates, on SIGNPOST_BENCH_CORPUS (JSON Lines of
// documents, such as bench/peers/make_passages.py makes) with SIGNPOST_BENCH_QUERIES ({"id", "text", "set"}: those of the set ticket).
#include <benchmark/benchmark.h>
#include <signpost/dialect.h>
#include <signpost/signpost.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Corpus {
  signpost::Index index;
  std::vector<std::string> tickets;
  std::vector<std::string> titles;
  std::vector<std::string> ids;
};

std::string PathOf(const char* variable) {
  const char* path = std::getenv(variable);
  return path == nullptr ? "" : path;
}

std::vector<std::string> ReadTickets(const std::string& path) {
  std::vector<std::string> out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto value = signpost::ParseJson(line);
    if (!value.ok() || value->object() == nullptr) continue;
    std::string text;
    std::string set;
    for (const signpost::Attribute& member : *value->object()) {
      if (member.name == "text" && member.value.string() != nullptr) text = *member.value.string();
      if (member.name == "set" && member.value.string() != nullptr) set = *member.value.string();
    }
    if (set == "ticket") out.push_back(text);
  }
  return out;
}

const Corpus& TheCorpus() {
  static const Corpus* const kCorpus = [] {
    auto builder = *signpost::IndexBuilder::Create({.language = "en"});
    std::vector<std::string> titles;
    std::vector<std::string> ids;
    std::ifstream in(PathOf("SIGNPOST_BENCH_CORPUS"));
    for (std::string line; std::getline(in, line);) {
      auto document = signpost::ParseDocument(line);
      if (!document.ok()) continue;
      if (ids.size() % 97 == 0 || titles.size() < 100) titles.push_back(document->title);
      ids.push_back(document->object_id);
      if (!builder.Add(*std::move(document)).ok()) ids.pop_back();
    }
    return new Corpus{*std::move(builder).Build(), ReadTickets(PathOf("SIGNPOST_BENCH_QUERIES")), titles, ids};
  }();
  return *kCorpus;
}

bool IsThere(benchmark::State* state) {
  if (!TheCorpus().ids.empty() && !TheCorpus().tickets.empty()) return true;
  state->SkipWithError("SIGNPOST_BENCH_CORPUS and SIGNPOST_BENCH_QUERIES must name files");
  return false;
}

void BM_TicketAsQuery(benchmark::State& state) {
  if (!IsThere(&state)) return;
  std::size_t i = 0;
  for (auto _ : state) {
    const auto& tickets = TheCorpus().tickets;
    benchmark::DoNotOptimize(
        TheCorpus().index.Search(signpost::Audience::Public(), {.query = tickets[i++ % tickets.size()], .hits_per_page = 10}));
  }
}
BENCHMARK(BM_TicketAsQuery)->Unit(benchmark::kMicrosecond);

void BM_Ticket(benchmark::State& state) {
  if (!IsThere(&state)) return;
  std::size_t i = 0;
  for (auto _ : state) {
    const auto& tickets = TheCorpus().tickets;
    benchmark::DoNotOptimize(TheCorpus().index.SuggestForTicket(
        signpost::Audience::Public(), {.body = tickets[i++ % tickets.size()], .min_confidence = 0}));
  }
}
BENCHMARK(BM_Ticket)->Unit(benchmark::kMicrosecond);

// The beginning of a title, so many letters long; of a title with two neighbours exchanged when `typo`.
void Suggest(benchmark::State& state, std::size_t letters, bool typo) {
  if (!IsThere(&state)) return;
  std::size_t i = 0;
  for (auto _ : state) {
    std::string query = TheCorpus().titles[i++ % TheCorpus().titles.size()].substr(0, letters);
    if (typo && query.size() > 3) std::swap(query[2], query[3]);
    benchmark::DoNotOptimize(TheCorpus().index.Suggest(signpost::Audience::Public(), {.query = query}));
  }
}
void BM_SuggestLetters(benchmark::State& state) { Suggest(state, static_cast<std::size_t>(state.range(0)), false); }
BENCHMARK(BM_SuggestLetters)->Arg(1)->Arg(3)->Arg(8)->Arg(16)->Unit(benchmark::kMicrosecond);
void BM_SuggestTypo(benchmark::State& state) { Suggest(state, static_cast<std::size_t>(state.range(0)), true); }
BENCHMARK(BM_SuggestTypo)->Arg(8)->Arg(16)->Unit(benchmark::kMicrosecond);

void BM_Related(benchmark::State& state) {
  if (!IsThere(&state)) return;
  std::size_t i = 0;
  for (auto _ : state) {
    const auto& ids = TheCorpus().ids;
    benchmark::DoNotOptimize(TheCorpus().index.Related(signpost::Audience::Public(), {.object_id = ids[(i += 7919) % ids.size()]}));
  }
}
BENCHMARK(BM_Related)->Unit(benchmark::kMicrosecond);

void BM_NearDuplicates(benchmark::State& state) {
  if (!IsThere(&state)) return;
  for (auto _ : state) {
    const auto response = TheCorpus().index.NearDuplicates(signpost::Audience::Public(), {.threshold = 0.8});
    state.counters["pairs"] = static_cast<double>(response->pair_count);
    state.counters["cut"] = response->cut ? 1 : 0;
  }
}
BENCHMARK(BM_NearDuplicates)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
