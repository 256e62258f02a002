// SPDX-License-Identifier: Apache-2.0
// columns_fuzz.cc — any bytes as the columns of a segment.
#include "fuzz/columns_input.h"
#include "fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return StopIfBroken(signpost::segment::BrokenColumns({reinterpret_cast<const char*>(data), size}));
}
