// SPDX-License-Identifier: Apache-2.0
// What it costs to take the newest view, by threads: the one place where readers write to the same memory.
#include <benchmark/benchmark.h>

#include "index/view.h"

namespace {

using signpost::index::View;
using signpost::index::ViewHolder;

ViewHolder& Shared() {
  static ViewHolder holder(std::make_shared<View>());
  return holder;
}

// Time a call of one thread; more with more threads is what they make each other wait.
void BM_TakeAndDrop(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Shared().Get());
}
BENCHMARK(BM_TakeAndDrop)->ThreadRange(1, 4);

// The same with a holder a thread: what a thread pays when nothing is shared.
void BM_TakeAndDropOwn(benchmark::State& state) {
  ViewHolder holder(std::make_shared<View>());
  for (auto _ : state) benchmark::DoNotOptimize(holder.Get());
}
BENCHMARK(BM_TakeAndDropOwn)->ThreadRange(1, 4);

// With the shortest search there is in between: 10 microseconds of work on memory of its own.
void BM_TakeWorkDrop(benchmark::State& state) {
  for (auto _ : state) {
    const std::shared_ptr<const View> view = Shared().Get();
    for (std::uint32_t i = 0; i < 10'000; ++i) benchmark::DoNotOptimize(i);
  }
}
BENCHMARK(BM_TakeWorkDrop)->ThreadRange(1, 4);

}  // namespace
