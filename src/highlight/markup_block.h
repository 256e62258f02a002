// SPDX-License-Identifier: Apache-2.0
// markup_block.h — 16 bytes of text looked at together: which of them HTML reads as markup, & < > " '.
//
// Threads:  a value type.
// Cost:     a few instructions with SSE2, which every x86-64 has; a loop elsewhere. Both give the same, which a test
//           holds.
#ifndef SIGNPOST_HIGHLIGHT_MARKUP_BLOCK_H_
#define SIGNPOST_HIGHLIGHT_MARKUP_BLOCK_H_

#include <cstddef>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace signpost::highlight {

inline constexpr std::size_t kMarkupBlockBytes = 16;

class PortableMarkupBlock {
 public:
  // REQUIRES: kMarkupBlockBytes bytes, which outlive the block.
  explicit PortableMarkupBlock(const char* bytes) : bytes_(bytes) {}

  // Bit i is that of byte i.
  unsigned Markup() const {
    unsigned mask = 0;
    for (std::size_t i = 0; i < kMarkupBlockBytes; ++i) {
      const char c = bytes_[i];
      const bool markup = c == '&' || c == '<' || c == '>' || c == '"' || c == '\'';
      mask |= static_cast<unsigned>(markup) << i;
    }
    return mask;
  }

 private:
  const char* bytes_;
};

#if defined(__SSE2__)

class Sse2MarkupBlock {
 public:
  explicit Sse2MarkupBlock(const char* bytes) : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))) {}

  unsigned Markup() const {
    // & and ' differ in the lowest bit, < and > in the second: each two are one comparison.
    const __m128i pairs = _mm_or_si128(Equal(_mm_or_si128(bytes_, _mm_set1_epi8(1)), '\''),
                                       Equal(_mm_or_si128(bytes_, _mm_set1_epi8(2)), '>'));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(pairs, Equal(bytes_, '"'))));
  }

 private:
  static __m128i Equal(__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }

  __m128i bytes_;
};

using MarkupBlock = Sse2MarkupBlock;

#else

using MarkupBlock = PortableMarkupBlock;

#endif

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_MARKUP_BLOCK_H_
