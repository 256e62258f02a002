// SPDX-License-Identifier: Apache-2.0
// process.h — what this process has of the machine.
#ifndef SIGNPOST_BENCH_SUPPORT_PROCESS_H_
#define SIGNPOST_BENCH_SUPPORT_PROCESS_H_

#include <cstdint>

namespace bench {

// Pages of mapped files count when they are in memory.
std::int64_t ResidentBytes();

// The most that was resident at one time.
std::int64_t PeakResidentBytes();

}  // namespace bench

#endif  // SIGNPOST_BENCH_SUPPORT_PROCESS_H_
