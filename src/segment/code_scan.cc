// SPDX-License-Identifier: Apache-2.0
#include "segment/code_scan.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "base/bytes.h"

namespace signpost::segment {
namespace {

template <typename T>
void MarkOneByOne(FixedArray<T> codes, std::uint32_t first, std::uint32_t size, std::size_t begin,
                  std::vector<std::uint64_t>* words) {
  for (std::size_t i = begin; i < codes.size(); ++i) {
    (*words)[i / 64] |= std::uint64_t{codes[i] - first < size} << (i % 64);
  }
}

#if defined(__SSE2__)
__m128i Load(const char* bytes) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)); }

// Each returns all ones where a code is in the range, and zero elsewhere: x <= last, unsigned, x being the distance from the first.
__m128i InRange8(__m128i codes, __m128i first, __m128i last) {
  return _mm_cmpeq_epi8(_mm_subs_epu8(_mm_sub_epi8(codes, first), last), _mm_setzero_si128());
}
__m128i InRange16(__m128i codes, __m128i first, __m128i last) {
  return _mm_cmpeq_epi16(_mm_subs_epu16(_mm_sub_epi16(codes, first), last), _mm_setzero_si128());
}
__m128i InRange32(__m128i codes, __m128i first, __m128i last) {
  const __m128i sign = _mm_set1_epi32(INT32_MIN);  // makes a signed comparison of an unsigned one
  const __m128i above = _mm_cmpgt_epi32(_mm_xor_si128(_mm_sub_epi32(codes, first), sign), _mm_xor_si128(last, sign));
  return _mm_xor_si128(above, _mm_set1_epi32(-1));
}

// Bits of 16 codes.
struct Scan {
  int width;
  __m128i first;
  __m128i last;

  Scan(int w, std::uint32_t f, std::uint32_t l) : width(w) {
    if (w == 1) {
      first = _mm_set1_epi8(static_cast<char>(f));
      last = _mm_set1_epi8(static_cast<char>(l));
    } else if (w == 2) {
      first = _mm_set1_epi16(static_cast<short>(f));  // NOLINT(google-runtime-int): what the instruction takes
      last = _mm_set1_epi16(static_cast<short>(l));   // NOLINT(google-runtime-int)
    } else {
      first = _mm_set1_epi32(static_cast<int>(f));
      last = _mm_set1_epi32(static_cast<int>(l));
    }
  }

  std::uint64_t Bits(const char* codes) const {
    __m128i bytes;
    if (width == 1) {
      bytes = InRange8(Load(codes), first, last);
    } else if (width == 2) {
      bytes = _mm_packs_epi16(InRange16(Load(codes), first, last), InRange16(Load(codes + 16), first, last));
    } else {
      const __m128i low =
          _mm_packs_epi32(InRange32(Load(codes), first, last), InRange32(Load(codes + 16), first, last));
      const __m128i high =
          _mm_packs_epi32(InRange32(Load(codes + 32), first, last), InRange32(Load(codes + 48), first, last));
      bytes = _mm_packs_epi16(low, high);
    }
    return static_cast<std::uint64_t>(_mm_movemask_epi8(bytes));
  }
};
#endif

}  // namespace

void MarkCodesOneByOne(std::string_view codes, int width, std::uint32_t first, std::uint32_t size, std::size_t begin,
                       std::vector<std::uint64_t>* words) {
  if (width == 1) return MarkOneByOne(FixedArray<std::uint8_t>(codes), first, size, begin, words);
  if (width == 2) return MarkOneByOne(FixedArray<std::uint16_t>(codes), first, size, begin, words);
  MarkOneByOne(FixedArray<std::uint32_t>(codes), first, size, begin, words);
}

void MarkCodes(std::string_view codes, int width, std::uint32_t first, std::uint32_t size,
               std::vector<std::uint64_t>* words) {
  std::size_t i = 0;
#if defined(__SSE2__)
  const Scan scan(width, first, size - 1);
  const auto bytes = static_cast<std::size_t>(width);
  for (const std::size_t count = codes.size() / bytes; i + 16 <= count; i += 16) {
    (*words)[i / 64] |= scan.Bits(codes.data() + i * bytes) << (i % 64);
  }
#endif
  MarkCodesOneByOne(codes, width, first, size, i, words);
}

}  // namespace signpost::segment
