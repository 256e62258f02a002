// SPDX-License-Identifier: Apache-2.0
// How fast postings are walked: documents and frequencies alone, as scoring does, and with positions, as matching does.
#include <benchmark/benchmark.h>

#include <random>

#include "postings/posting_list.h"

namespace {

using signpost::DocId;
using signpost::FieldId;
using signpost::postings::Occurrence;

constexpr std::uint32_t kDocs = 100'000;

struct List {
  signpost::ByteWriter documents;
  signpost::ByteWriter positions;
  std::int64_t count = 0;
};

// A term in every `gap`-th document or so, once to four times.
List Make(std::uint32_t gap) {
  std::mt19937 random(1);
  List list;
  std::uint32_t previous = UINT32_MAX;
  for (std::uint32_t doc = random() % gap; doc < kDocs; doc += 1 + random() % (2 * gap)) {
    std::vector<Occurrence> occurrences;
    std::uint32_t position = 0;
    for (std::uint32_t i = 0, n = 1 + random() % 4; i < n; ++i) {
      occurrences.push_back({FieldId{2}, position += 1 + random() % 50, 1});
    }
    AppendPosting(previous, doc, occurrences, &list.documents, &list.positions);
    previous = doc;
    ++list.count;
  }
  return list;
}

void BM_Documents(benchmark::State& state) {
  const List list = Make(static_cast<std::uint32_t>(state.range(0)));
  for (auto _ : state) {
    signpost::postings::PostingCursor cursor({list.documents.view(), list.positions.view()}, kDocs);
    std::uint64_t sum = 0;
    while (cursor.Next()) sum += cursor.frequency(FieldId{2});
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * list.count);
}
BENCHMARK(BM_Documents)->Arg(2)->Arg(50)->Arg(1000);

void BM_Positions(benchmark::State& state) {
  const List list = Make(static_cast<std::uint32_t>(state.range(0)));
  std::vector<Occurrence> occurrences;
  for (auto _ : state) {
    signpost::postings::PostingCursor cursor({list.documents.view(), list.positions.view()}, kDocs);
    while (cursor.Next()) {
      occurrences.clear();
      cursor.AppendOccurrences(&occurrences);
      benchmark::DoNotOptimize(occurrences.data());
    }
  }
  state.SetItemsProcessed(state.iterations() * list.count);
}
BENCHMARK(BM_Positions)->Arg(2)->Arg(50)->Arg(1000);

}  // namespace
