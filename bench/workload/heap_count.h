// SPDX-License-Identifier: Apache-2.0
// heap_count.h — what a thread takes from the heap, by whatever library: this program's malloc counts.
//
// Needs:    the C library of GNU, whose functions do the work.
#ifndef SIGNPOST_BENCH_WORKLOAD_HEAP_COUNT_H_
#define SIGNPOST_BENCH_WORKLOAD_HEAP_COUNT_H_

#include <cstdint>

namespace bench {

struct HeapCount {
  std::int64_t allocations = 0;  // a block that grows counts again
  std::int64_t bytes = 0;        // asked for
};

// Of the calling thread since it began.
HeapCount HeapCountNow();

inline HeapCount operator-(const HeapCount& a, const HeapCount& b) {
  return {.allocations = a.allocations - b.allocations, .bytes = a.bytes - b.bytes};
}

}  // namespace bench

#endif  // SIGNPOST_BENCH_WORKLOAD_HEAP_COUNT_H_
