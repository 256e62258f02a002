// SPDX-License-Identifier: Apache-2.0
// code_scan.h — which of many codes lie in a range, as bits.
//
// Cost:     16 codes in a few instructions where there is SSE2, which every x86-64 has; else one by one.
#ifndef SIGNPOST_SEGMENT_CODE_SCAN_H_
#define SIGNPOST_SEGMENT_CODE_SCAN_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace signpost::segment {

// Sets bit i of `words` when code i of `codes` (unsigned, `width` bytes each: 1, 2 or 4) is one of the `size` numbers from
// `first` on. REQUIRES: size > 0; as many words as codes need, all zero.
void MarkCodes(std::string_view codes, int width, std::uint32_t first, std::uint32_t size,
               std::vector<std::uint64_t>* words);

// The same, one by one: what the other is held to by tests.
void MarkCodesOneByOne(std::string_view codes, int width, std::uint32_t first, std::uint32_t size, std::size_t begin,
                       std::vector<std::uint64_t>* words);

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_CODE_SCAN_H_
