// SPDX-License-Identifier: Apache-2.0
#include "postings/bit_packing.h"

#include <array>
#include <utility>

namespace signpost::postings {
namespace {

constexpr std::size_t kLanes = 4;
constexpr std::size_t kRows = kBlockSize / kLanes;
using Lanes = std::uint32_t __attribute__((vector_size(16)));

Lanes Load(const char* in) {
  Lanes v;
  std::memcpy(&v, in, sizeof v);
  return v;
}

// Row `kRow` of a block of numbers of kWidth bits: it lies in one vector of the packed bytes, or in two.
template <int kWidth, std::size_t kRow>
Lanes Row(const char* in) {
  constexpr std::size_t kBit = kRow * kWidth;
  constexpr std::size_t kVector = kBit / 32;
  constexpr int kShift = kBit % 32;
  constexpr std::uint32_t kMask = kWidth == 32 ? UINT32_MAX : (std::uint32_t{1} << kWidth) - 1;
  Lanes v = Load(in + kVector * sizeof(Lanes)) >> kShift;
  if constexpr (kShift + kWidth > 32) v |= Load(in + (kVector + 1) * sizeof(Lanes)) << (32 - kShift);
  return v & kMask;
}

// Sums of the lanes up to each, and `last` of the row before, with 1 added for each lane.
Lanes Ascend(Lanes v, Lanes last) {
  constexpr Lanes kZero = {0, 0, 0, 0};
  constexpr Lanes kCount = {1, 2, 3, 4};
  v += __builtin_shufflevector(kZero, v, 0, 4, 5, 6);
  v += __builtin_shufflevector(kZero, v, 0, 1, 4, 5);
  return v + kCount + __builtin_shufflevector(last, last, 3, 3, 3, 3);
}

template <int kWidth>
void UnpackWidth(const char* in, std::uint32_t first, std::uint32_t* out) {
  Lanes last = Lanes{0, 0, 0, first - 1};
  auto row = [&]<std::size_t kRow>() {
    Lanes v = {0, 0, 0, 0};
    if constexpr (kWidth > 0) v = Row<kWidth, kRow>(in);
    last = Ascend(v, last);
    std::memcpy(out + kRow * kLanes, &last, sizeof last);
  };
  [&]<std::size_t... kRow>(std::index_sequence<kRow...>) { (row.template operator()<kRow>(), ...); }
  (std::make_index_sequence<kRows>());
}

using Unpack = void (*)(const char*, std::uint32_t, std::uint32_t*);

template <int... kWidth>
constexpr std::array<Unpack, sizeof...(kWidth)> UnpackTable(std::integer_sequence<int, kWidth...>) {
  return {UnpackWidth<kWidth>...};
}
constexpr auto kUnpack = UnpackTable(std::make_integer_sequence<int, 33>());

}  // namespace

void PackBlock(std::span<const std::uint32_t> numbers, int width, ByteWriter* out) {
  std::array<std::uint32_t, kBlockSize> words{};
  for (std::size_t i = 0; i < kBlockSize; ++i) {
    const std::size_t bit = i / kLanes * static_cast<std::size_t>(width);
    const std::size_t word = bit / 32 * kLanes + i % kLanes;
    const std::uint64_t shifted = std::uint64_t{numbers[i]} << (bit % 32);
    words[word] |= static_cast<std::uint32_t>(shifted);
    if (shifted >> 32 != 0) words[word + kLanes] |= static_cast<std::uint32_t>(shifted >> 32);
  }
  out->Raw({reinterpret_cast<const char*>(words.data()), PackedBlockBytes(width)});
}

void UnpackAscending(const char* in, int width, std::uint32_t first, std::uint32_t* out) {
  kUnpack[static_cast<std::size_t>(width)](in, first, out);
}

void Pack(std::span<const std::uint32_t> numbers, int width, ByteWriter* out) {
  std::uint64_t word = 0;
  int bits = 0;
  for (const std::uint32_t number : numbers) {
    word |= std::uint64_t{number} << bits;
    bits += width;
    for (; bits >= 8; bits -= 8, word >>= 8) out->Fixed(static_cast<std::uint8_t>(word));
  }
  if (bits > 0) out->Fixed(static_cast<std::uint8_t>(word));
}

}  // namespace signpost::postings
