// SPDX-License-Identifier: Apache-2.0
// The executable's malloc comes before the C library's for every library that is loaded, so blocks of ICU and Snowball
// count too, and those of operator new, which calls malloc.
#include "heap_count.h"

#include <cerrno>
#include <cstddef>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
}

namespace bench {
namespace {

constinit thread_local HeapCount counted;

void Count(std::size_t bytes) {
  ++counted.allocations;
  counted.bytes += static_cast<std::int64_t>(bytes);
}

}  // namespace

HeapCount HeapCountNow() { return counted; }

}  // namespace bench

#define SIGNPOST_BENCH_HEAP extern "C" __attribute__((visibility("default")))

SIGNPOST_BENCH_HEAP void* malloc(std::size_t size) {
  bench::Count(size);
  return __libc_malloc(size);
}

SIGNPOST_BENCH_HEAP void* calloc(std::size_t count, std::size_t size) {
  bench::Count(count * size);
  return __libc_calloc(count, size);
}

SIGNPOST_BENCH_HEAP void* realloc(void* block, std::size_t size) {
  bench::Count(size);
  return __libc_realloc(block, size);
}

SIGNPOST_BENCH_HEAP void* aligned_alloc(std::size_t alignment, std::size_t size) {
  bench::Count(size);
  return __libc_memalign(alignment, size);
}

SIGNPOST_BENCH_HEAP int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
  bench::Count(size);
  *block = __libc_memalign(alignment, size);
  return *block == nullptr ? ENOMEM : 0;
}
