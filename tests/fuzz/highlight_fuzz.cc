// SPDX-License-Identifier: Apache-2.0
// highlight_fuzz.cc — any bytes as a query and the texts it is shown in.
#include "fuzz/fuzz_target.h"
#include "fuzz/highlight_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return StopIfBroken(signpost::highlight::BrokenHighlight({reinterpret_cast<const char*>(data), size}));
}
