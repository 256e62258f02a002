// SPDX-License-Identifier: Apache-2.0
// clock.h — CPU time of the calling thread, which the other programs of a busy machine do not change.
#ifndef SIGNPOST_BENCH_SUPPORT_CLOCK_H_
#define SIGNPOST_BENCH_SUPPORT_CLOCK_H_

#include <ctime>

#include <cstdint>

namespace bench {

inline std::int64_t ThreadCpuNs() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace bench

#endif  // SIGNPOST_BENCH_SUPPORT_CLOCK_H_
