// SPDX-License-Identifier: Apache-2.0
// byte_block.h — 16 bytes of text looked at together: which of them HTML reads as markup, which begin a CJK character.
//
// Threads:  a value type.
// Cost:     a few instructions with SSE2, which every x86-64 has; a loop elsewhere. Both give the same, which a test
//           holds.
#ifndef SIGNPOST_HIGHLIGHT_BYTE_BLOCK_H_
#define SIGNPOST_HIGHLIGHT_BYTE_BLOCK_H_

#include <cstddef>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace signpost::highlight {

inline constexpr std::size_t kByteBlockBytes = 16;

// First bytes in UTF-8 of U+3000 to U+9FFF.
inline constexpr unsigned char kFirstCjkByte = 0xE3;
inline constexpr unsigned char kLastCjkByte = 0xE9;
inline bool BeginsCjk(char c) {
  return static_cast<unsigned char>(c) >= kFirstCjkByte && static_cast<unsigned char>(c) <= kLastCjkByte;
}

class PortableByteBlock {
 public:
  // REQUIRES: kByteBlockBytes bytes, which outlive the block.
  explicit PortableByteBlock(const char* bytes) : bytes_(bytes) {}

  // Bit i is that of byte i: & < > " '.
  unsigned Markup() const {
    return Mask([](char c) { return c == '&' || c == '<' || c == '>' || c == '"' || c == '\''; });
  }
  bool AnyCjk() const { return Mask(&BeginsCjk) != 0; }

 private:
  template <typename Holds>
  unsigned Mask(Holds holds) const {
    unsigned mask = 0;
    for (std::size_t i = 0; i < kByteBlockBytes; ++i) mask |= static_cast<unsigned>(holds(bytes_[i])) << i;
    return mask;
  }

  const char* bytes_;
};

#if defined(__SSE2__)

class Sse2ByteBlock {
 public:
  explicit Sse2ByteBlock(const char* bytes) : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))) {}

  unsigned Markup() const {
    // & and ' differ in the lowest bit, < and > in the second: each two are one comparison.
    const __m128i pairs = _mm_or_si128(Equal(_mm_or_si128(bytes_, _mm_set1_epi8(1)), '\''),
                                       Equal(_mm_or_si128(bytes_, _mm_set1_epi8(2)), '>'));
    return Mask(_mm_or_si128(pairs, Equal(bytes_, '"')));
  }
  bool AnyCjk() const {
    // What is within the range is moved to 0 to 6, and those alone are 0 when 6 is taken away with saturation.
    const __m128i moved = _mm_sub_epi8(bytes_, _mm_set1_epi8(static_cast<char>(kFirstCjkByte)));
    return Mask(Equal(_mm_subs_epu8(moved, _mm_set1_epi8(kLastCjkByte - kFirstCjkByte)), 0)) != 0;
  }

 private:
  static __m128i Equal(__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }
  static unsigned Mask(__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }

  __m128i bytes_;
};

using ByteBlock = Sse2ByteBlock;

#else

using ByteBlock = PortableByteBlock;

#endif

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_BYTE_BLOCK_H_
