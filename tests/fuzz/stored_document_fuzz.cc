// SPDX-License-Identifier: Apache-2.0
// stored_document_fuzz.cc — any bytes as a stored document.
#include "fuzz/fuzz_target.h"
#include "fuzz/stored_document_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return StopIfBroken(signpost::segment::BrokenStoredDocument({reinterpret_cast<const char*>(data), size}));
}
