// SPDX-License-Identifier: Apache-2.0
// analyze_fuzz.cc — any bytes through the text analysis; stops where an invariant of token_invariants.h does not hold.
#include "fuzz/analyze_input.h"
#include "fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return StopIfBroken(signpost::text::BrokenAnalysis({reinterpret_cast<const char*>(data), size}));
}
