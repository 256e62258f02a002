// SPDX-License-Identifier: Apache-2.0
// stored_document_input.h — what bytes mean to the fuzzer of stored documents: one, as a snapshot holds it, perhaps
// damaged.
#ifndef SIGNPOST_TESTS_FUZZ_STORED_DOCUMENT_INPUT_H_
#define SIGNPOST_TESTS_FUZZ_STORED_DOCUMENT_INPUT_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "segment/stored_document.h"

namespace signpost::segment {

inline std::string EncodedAgain(std::string_view bytes) {
  ByteWriter out;
  EncodeDocument(ToDocument(ReadDocument(bytes), true), &out);
  return std::string(out.view());
}

// Returns what does not hold of reading `bytes`, or "": whatever is read of them is a document, which is written and
// read again as the same.
inline std::string BrokenStoredDocument(std::string_view bytes) {
  // In a block of their own, so that a read past their end is seen.
  const std::vector<char> block(bytes.begin(), bytes.end());
  const std::string once = EncodedAgain({block.data(), block.size()});
  if (EncodedAgain(once) != once) return "a document that was read is not read again as the same";
  return {};
}

}  // namespace signpost::segment

#endif  // SIGNPOST_TESTS_FUZZ_STORED_DOCUMENT_INPUT_H_
