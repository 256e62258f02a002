// SPDX-License-Identifier: Apache-2.0
// filter_fuzz.cc — any bytes as the text of a filter.
#include "fuzz/filter_input.h"
#include "fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return StopIfBroken(signpost::filter::BrokenFilter({reinterpret_cast<const char*>(data), size}));
}
