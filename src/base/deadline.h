// SPDX-License-Identifier: Apache-2.0
// deadline.h — a time after which work stops where it is; the back-stop behind the limits of limits.h.
//
// Threads:  one thread.
#ifndef SIGNPOST_BASE_DEADLINE_H_
#define SIGNPOST_BASE_DEADLINE_H_

#include <chrono>
#include <cstdint>

namespace signpost {

class Deadline {
 public:
  // Never passes.
  Deadline() = default;
  // Passes `microseconds` from now; 0: never.
  explicit Deadline(std::int64_t microseconds) : limited_(microseconds > 0) {
    if (limited_) end_ = Clock::now() + std::chrono::microseconds(microseconds);
  }

  // True from the time on. Cost: a look at the clock.
  bool Passed() {
    if (limited_ && !passed_) passed_ = Clock::now() + reserve_ >= end_;
    return passed_;
  }

  // As Passed, for inner loops: looks at the clock on every kCallsBetween-th call only.
  bool PassedInLoop() { return limited_ && calls_++ % kCallsBetween == 0 ? Passed() : passed_; }

  // Makes it pass so much earlier: time for what must still be done once it has. Replaces what was said before.
  void Reserve(std::chrono::nanoseconds time) { reserve_ = time; }

  // True when it was seen to have passed: something was left out.
  bool seen() const { return passed_; }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::uint32_t kCallsBetween = 256;

  bool limited_ = false;
  bool passed_ = false;
  std::uint32_t calls_ = 0;
  Clock::time_point end_;
  std::chrono::nanoseconds reserve_{0};
};

}  // namespace signpost

#endif  // SIGNPOST_BASE_DEADLINE_H_
