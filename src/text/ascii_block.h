// SPDX-License-Identifier: Apache-2.0
// ascii_block.h — 16 bytes of text looked at together: which are ASCII letters, which capitals, and all in lower case.
//
// Threads:  a value type.
// Cost:     a few instructions with SSE2, which every x86-64 has; a loop elsewhere. Both give the same, which a test
//           holds.
#ifndef SIGNPOST_TEXT_ASCII_BLOCK_H_
#define SIGNPOST_TEXT_ASCII_BLOCK_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace signpost::text {

constexpr std::size_t kAsciiBlockBytes = 16;

class PortableAsciiBlock {
 public:
  explicit PortableAsciiBlock(const char* bytes) { std::memcpy(bytes_.data(), bytes, bytes_.size()); }

  // Bit i is that of byte i.
  unsigned Letters() const {
    return Mask([](unsigned char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; });
  }
  unsigned Capitals() const {
    return Mask([](unsigned char c) { return static_cast<unsigned char>(c - 'A') < 26; });
  }
  // Writes the block with bit 5 of every byte set: letters in lower case, other bytes as it comes.
  void WriteLower(char* to) const {
    for (std::size_t i = 0; i < bytes_.size(); ++i) to[i] = static_cast<char>(bytes_[i] | 0x20);
  }

 private:
  template <typename Holds>
  unsigned Mask(Holds holds) const {
    unsigned mask = 0;
    for (std::size_t i = 0; i < bytes_.size(); ++i) mask |= static_cast<unsigned>(holds(bytes_[i])) << i;
    return mask;
  }

  std::array<unsigned char, kAsciiBlockBytes> bytes_;
};

#if defined(__SSE2__)

class Sse2AsciiBlock {
 public:
  explicit Sse2AsciiBlock(const char* bytes)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))),
        lower_(_mm_or_si128(bytes_, _mm_set1_epi8(0x20))) {}

  unsigned Letters() const { return Between(lower_, 'a'); }
  unsigned Capitals() const { return Between(bytes_, 'A'); }
  void WriteLower(char* to) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(to), lower_); }

 private:
  // The bytes from `first` to 25 above it. Signed comparison is all there is: the range is moved to the lower end.
  static unsigned Between(__m128i bytes, char first) {
    const __m128i moved = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(first + INT8_MIN)));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmplt_epi8(moved, _mm_set1_epi8(INT8_MIN + 26))));
  }

  __m128i bytes_;
  __m128i lower_;
};

using AsciiBlock = Sse2AsciiBlock;

#else

using AsciiBlock = PortableAsciiBlock;

#endif

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_ASCII_BLOCK_H_
