// SPDX-License-Identifier: Apache-2.0
// analyze_fuzz.cc — any bytes through the text analysis; stops where an invariant of token_invariants.h does not hold.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/analyze_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string broken = signpost::text::BrokenAnalysis({reinterpret_cast<const char*>(data), size});
  if (broken.empty()) return 0;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}
