// SPDX-License-Identifier: Apache-2.0
// bits.h — sets of small numbers as bits of 64-bit words.
#ifndef SIGNPOST_BASE_BITS_H_
#define SIGNPOST_BASE_BITS_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace signpost {

// Calls use(number) for each number in the set, ascending, until it returns false.
template <typename Use>
void ForEachBit(const std::vector<std::uint64_t>& bits, Use use) {
  for (std::size_t w = 0; w < bits.size(); ++w) {
    for (std::uint64_t rest = bits[w]; rest != 0; rest &= rest - 1) {
      if (!use(static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(rest))))) return;
    }
  }
}

}  // namespace signpost

#endif  // SIGNPOST_BASE_BITS_H_
