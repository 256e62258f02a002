// SPDX-License-Identifier: Apache-2.0
// fuzz_target.h — how a fuzzer says what it found: libFuzzer keeps the input of a program that aborts.
#ifndef SIGNPOST_TESTS_FUZZ_FUZZ_TARGET_H_
#define SIGNPOST_TESTS_FUZZ_FUZZ_TARGET_H_

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

inline int StopIfBroken(const std::string& broken) {
  if (broken.empty()) return 0;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}

#endif  // SIGNPOST_TESTS_FUZZ_FUZZ_TARGET_H_
