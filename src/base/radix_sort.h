// SPDX-License-Identifier: Apache-2.0
// radix_sort.h — sorts by numbers instead of comparisons: as many passes as the greatest number has bytes.
//
// Cost:     linear; a pass reads and writes every item once. Better than comparing from about a hundred items on.
#ifndef SIGNPOST_BASE_RADIX_SORT_H_
#define SIGNPOST_BASE_RADIX_SORT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace signpost {

// Sorts `*items` by key(item), a number up to `greatest`; equal ones stay in their order. `*buffer` is room to work in; what
// it holds is lost.
template <typename T, typename Key>
void RadixSort(std::vector<T>* items, std::vector<T>* buffer, std::uint64_t greatest, Key key) {
  constexpr unsigned kBits = 8;
  constexpr std::size_t kDigits = std::size_t{1} << kBits;
  buffer->resize(items->size());
  for (unsigned shift = 0; shift < 64 && (greatest >> shift) != 0; shift += kBits) {
    auto digit = [&](const T& item) { return static_cast<std::size_t>(key(item) >> shift) % kDigits; };
    std::array<std::size_t, kDigits> places{};
    for (const T& item : *items) ++places[digit(item)];
    std::size_t begin = 0;
    for (std::size_t& place : places) {
      const std::size_t count = place;
      place = begin;
      begin += count;
    }
    for (const T& item : *items) (*buffer)[places[digit(item)]++] = item;
    items->swap(*buffer);
  }
}

}  // namespace signpost

#endif  // SIGNPOST_BASE_RADIX_SORT_H_
