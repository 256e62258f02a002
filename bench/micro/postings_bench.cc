// SPDX-License-Identifier: Apache-2.0
// How fast posting lists are walked and searched, and term vectors read.
#include <benchmark/benchmark.h>

#include <random>

#include "postings/posting_list.h"
#include "postings/term_vector.h"

namespace {

using signpost::FieldId;
using signpost::TermId;
using signpost::postings::Occurrence;
using signpost::postings::PostingCursor;

constexpr std::uint32_t kDocs = 100'000;

struct List {
  std::vector<std::uint32_t> docs;
  std::vector<std::uint8_t> impacts;
  signpost::ByteWriter bytes;

  PostingCursor Cursor() const { return {bytes.view(), static_cast<std::uint32_t>(docs.size()), kDocs}; }
};

// 32 bits a call, whatever the width of the engine's type.
struct Random {
  std::mt19937 engine{1};

  std::uint32_t operator()() { return static_cast<std::uint32_t>(engine()); }
};

// A term in every `gap`-th document or so.
List Make(std::uint32_t gap) {
  Random random;
  List list;
  for (std::uint32_t doc = random() % gap; doc < kDocs; doc += 1 + random() % (2 * gap)) {
    list.docs.push_back(doc);
    list.impacts.push_back(static_cast<std::uint8_t>(1 + random() % 127));
  }
  signpost::postings::AppendPostings(list.docs, list.impacts, kDocs, &list.bytes);
  return list;
}

void BM_Walk(benchmark::State& state) {
  const List list = Make(static_cast<std::uint32_t>(state.range(0)));
  for (auto _ : state) {
    PostingCursor cursor = list.Cursor();
    std::uint64_t sum = 0;
    while (cursor.NextBlock()) {
      for (std::size_t i = 0; i < cursor.docs().size(); ++i) sum += cursor.docs()[i] ^ cursor.impacts()[i];
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(list.docs.size()));
}
BENCHMARK(BM_Walk)->Arg(2)->Arg(50)->Arg(1000);

// Every second argument-th document is looked for.
void BM_Seek(benchmark::State& state) {
  const List list = Make(static_cast<std::uint32_t>(state.range(0)));
  const auto step = static_cast<std::uint32_t>(state.range(1));
  for (auto _ : state) {
    PostingCursor cursor = list.Cursor();
    std::uint64_t sum = 0;
    for (std::uint32_t doc = 0; doc < kDocs && cursor.Seek(doc); doc += step) sum += cursor.impacts()[cursor.place()];
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * kDocs / step);
}
BENCHMARK(BM_Seek)->ArgsProduct({{2, 50}, {10, 200, 5000}});

// A document of so many terms, each twice; every twentieth is read.
void BM_TermVector(benchmark::State& state) {
  Random random;
  const auto count = static_cast<std::uint32_t>(state.range(0));
  std::vector<std::vector<Occurrence>> places;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t first = random() % (2 * count);
    places.push_back({{FieldId{2}, first, 1}, {FieldId{2}, first + 1 + random() % count, 1}});
  }
  std::vector<signpost::postings::TermOccurrences> terms;
  std::uint32_t term = 0;
  for (const auto& p : places) terms.push_back({TermId{term += 1 + random() % 2000}, p});
  signpost::ByteWriter bytes;
  AppendTermVector(terms, 4, &bytes);
  std::vector<Occurrence> read;
  for (auto _ : state) {
    read.clear();
    std::uint32_t i = 0;
    for (signpost::postings::TermVector vector(bytes.view(), 4); vector.Next();) {
      if (i++ % 20 == 0) vector.AppendOccurrences(&read);
    }
    benchmark::DoNotOptimize(read.data());
  }
  state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(BM_TermVector)->Arg(60)->Arg(1000);

}  // namespace
