// SPDX-License-Identifier: Apache-2.0
// narrow_array.h — an array of unsigned numbers, all of one width: as many bytes, 0 to 8, as the greatest needs.
//
// Bytes:    the numbers one after the other, little-endian, then kNarrowPadding zero bytes, so that a number of any width
//           is read by one load.
// Cost:     one load and one mask for an element.
#ifndef SIGNPOST_BASE_NARROW_ARRAY_H_
#define SIGNPOST_BASE_NARROW_ARRAY_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

inline constexpr std::size_t kNarrowPadding = 8;

// Bytes that every number up to `greatest` fits.
inline std::size_t NarrowWidth(std::uint64_t greatest) {
  return (static_cast<std::size_t>(std::bit_width(greatest)) + 7) / 8;
}

// Returns the bytes of a narrow array.
template <typename T>
std::string NarrowNumbers(const std::vector<T>& numbers) {
  const std::uint64_t greatest = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
  const std::size_t width = NarrowWidth(greatest);
  std::string out(numbers.size() * width + kNarrowPadding, '\0');
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::uint64_t number = numbers[i];
    std::memcpy(out.data() + i * width, &number, width);
  }
  return out;
}

// A view of a narrow array. REQUIRES for operator[]: i < size(), or a width of 0, as a default-constructed one has: every
// number is 0 then.
class NarrowArray {
 public:
  NarrowArray() = default;
  // Reads `count` numbers. When `bytes` cannot be an array of that many, size() differs from `count`.
  NarrowArray(std::string_view bytes, std::size_t count) {
    if (bytes.size() < kNarrowPadding) return;
    const std::size_t numbers = bytes.size() - kNarrowPadding;
    const std::size_t width = count == 0 ? 0 : numbers / count;
    if (width > sizeof(std::uint64_t) || width * count != numbers) return;
    *this = NarrowArray(bytes.data(), count, width);
  }

  std::uint64_t operator[](std::size_t i) const {
    std::uint64_t v;
    std::memcpy(&v, data_ + i * width_, sizeof v);
    return v & mask_;
  }
  std::size_t size() const { return size_; }
  // Bytes of one number.
  std::size_t width() const { return width_; }

  // The elements [begin, begin + count). REQUIRES: they are within the array.
  NarrowArray Slice(std::size_t begin, std::size_t count) const {
    return NarrowArray(data_ + begin * width_, count, width_);
  }

 private:
  NarrowArray(const char* data, std::size_t size, std::size_t width)
      : data_(data), size_(size), width_(width), mask_(width == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * width)) {}

  static constexpr char kNoNumbers[kNarrowPadding] = {};

  const char* data_ = kNoNumbers;
  std::size_t size_ = 0;
  std::size_t width_ = 0;
  std::uint64_t mask_ = 0;
};

}  // namespace signpost

#endif  // SIGNPOST_BASE_NARROW_ARRAY_H_
