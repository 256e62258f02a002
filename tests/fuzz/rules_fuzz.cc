// SPDX-License-Identifier: Apache-2.0
// rules_fuzz.cc — any bytes as the pattern of a rule, its redirect and a query.
#include "fuzz/fuzz_target.h"
#include "fuzz/rules_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return StopIfBroken(signpost::rules::BrokenRules({reinterpret_cast<const char*>(data), size}));
}
