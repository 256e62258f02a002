// SPDX-License-Identifier: Apache-2.0
// pair_filter.h — which terms may also stand in the segment as two words side by side: login as log in.
//
// Why:      few do, and looking for each two parts of every word of a query costs more than the rest of its look-ups.
// How:      a Bloom filter (Bloom 1970) of the texts that neighbours make when written as one. It is asked once for each
//           term when the segment is built; a bit for each term is kept. A set bit may be wrong, a clear one is not.
// Threads:  one thread.
#ifndef SIGNPOST_SEGMENT_PAIR_FILTER_H_
#define SIGNPOST_SEGMENT_PAIR_FILTER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace signpost::segment {

class PairFilter {
 public:
  // Numbers count from 0 in the order of these calls.
  void AddTerm(std::string_view term) {
    Polynomial hash;
    for (const char c : term)
      hash = Append(hash, {.value = static_cast<unsigned char>(c) + std::uint64_t{1}, .power = kBase});
    terms_.push_back(hash);
  }

  // Notes that term number `second` follows `first` in some field.
  void AddPair(std::uint32_t first, std::uint32_t second) {
    const std::size_t bit = BitOf(Append(terms_[first], terms_[second]));
    bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }

  // False when the term is no two neighbours written as one.
  bool MayBePair(std::uint32_t term) const {
    const std::size_t bit = BitOf(terms_[term]);
    return (bits_[bit / 64] >> (bit % 64) & 1) != 0;
  }

 private:
  static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;
  static constexpr int kLogBits = 25;  // 4 MB while building: a few wrong bits in a hundred for millions of pairs

  // The hash of a text from those of its parts, modulo 2^64.
  struct Polynomial {
    std::uint64_t value = 0;
    std::uint64_t power = 1;  // kBase to the number of bytes
  };
  static Polynomial Append(const Polynomial& a, const Polynomial& b) {
    return {.value = a.value * b.power + b.value, .power = a.power * b.power};
  }
  static std::size_t BitOf(const Polynomial& hash) {
    return (hash.value ^ hash.value >> 29) * kBase >> (64 - kLogBits);
  }

  std::vector<Polynomial> terms_;
  std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>((std::size_t{1} << kLogBits) / 64);
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_PAIR_FILTER_H_
