// SPDX-License-Identifier: Apache-2.0
// bit_packing.h — 128 numbers of equal width, four beside each other in every step (the layout of Lemire and Boytsov 2015,
// "Decoding billions of integers per second through vectorization"), and any number of them one after the other.
//
// SIMD:     vectors of four 32-bit numbers, which every x86-64 and aarch64 has; nothing to choose at run time.
// Threads:  functions of their arguments.
#ifndef SIGNPOST_POSTINGS_BIT_PACKING_H_
#define SIGNPOST_POSTINGS_BIT_PACKING_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "base/bytes.h"

namespace signpost::postings {

inline constexpr std::size_t kBlockSize = 128;

constexpr std::size_t PackedBlockBytes(int width) { return static_cast<std::size_t>(width) * kBlockSize / 8; }

// Appends PackedBlockBytes(width) bytes. REQUIRES: kBlockSize numbers below 2^width, width 0..32.
void PackBlock(std::span<const std::uint32_t> numbers, int width, ByteWriter* out);

// Reads kBlockSize distances packed at `in` and writes `first` + d0, that + 1 + d1, and so on. Numbers wrap at 2^32.
// REQUIRES: PackedBlockBytes(width) bytes at `in`, room for kBlockSize at `out`, width 0..32.
void UnpackAscending(const char* in, int width, std::uint32_t first, std::uint32_t* out);

// Numbers of `width` bits each, one after the other, lowest bits first.
constexpr std::size_t PackedBytes(std::size_t count, int width) {
  return (count * static_cast<std::size_t>(width) + 7) / 8;
}
void Pack(std::span<const std::uint32_t> numbers, int width, ByteWriter* out);

// Reads what Pack wrote, by place. Reads within `bytes` alone; what is beyond it reads as zeros.
class PackedArray {
 public:
  PackedArray() = default;
  // REQUIRES: width 0..32.
  PackedArray(std::string_view bytes, int width)
      : bytes_(bytes), width_(static_cast<std::size_t>(width)), mask_((std::uint64_t{1} << width) - 1) {}

  std::uint32_t operator[](std::size_t i) const {
    const std::size_t bit = i * width_;
    const std::size_t byte = bit / 8;
    std::uint64_t word = 0;
    if (byte + sizeof word <= bytes_.size()) {
      std::memcpy(&word, bytes_.data() + byte, sizeof word);
    } else if (byte < bytes_.size()) {
      std::memcpy(&word, bytes_.data() + byte, bytes_.size() - byte);
    }
    return static_cast<std::uint32_t>(word >> (bit % 8) & mask_);
  }

 private:
  std::string_view bytes_;
  std::size_t width_ = 0;
  std::uint64_t mask_ = 0;
};

inline int WidthOf(std::uint32_t most) { return std::bit_width(most); }

}  // namespace signpost::postings

#endif  // SIGNPOST_POSTINGS_BIT_PACKING_H_
