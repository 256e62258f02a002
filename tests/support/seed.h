// SPDX-License-Identifier: Apache-2.0
// seed.h — the seed of a random test: SIGNPOST_TEST_SEED from the environment, else a fixed one, so that a run repeats.
// A test prints it: `CAPTURE(seed)`.
#ifndef SIGNPOST_TESTS_SUPPORT_SEED_H_
#define SIGNPOST_TESTS_SUPPORT_SEED_H_

#include <cstdint>
#include <cstdlib>

inline std::uint64_t TestSeed() {
  const char* value = std::getenv("SIGNPOST_TEST_SEED");
  return value != nullptr ? std::strtoull(value, nullptr, 10) : 20230401u;
}

#endif  // SIGNPOST_TESTS_SUPPORT_SEED_H_
