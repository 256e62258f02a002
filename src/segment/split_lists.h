// SPDX-License-Identifier: Apache-2.0
// split_lists.h — which terms also stand in the segment as two words side by side, and in which documents: login as log in.
//
// Why:      few do, but to see it at query time, each two parts of every word would have to be looked for side by side, which
//           costs more than all else that is done for a word of the query.
// Bytes:    kSplitRanges: a SplitRange for each term and pair, by these. kSplitPostings: postings/posting_list.h; an impact is
//           the smaller one of the two words.
// Threads:  the builder belongs to one thread.
// Cost:     a few nanoseconds for each two neighbours.
#ifndef SIGNPOST_SEGMENT_SPLIT_LISTS_H_
#define SIGNPOST_SEGMENT_SPLIT_LISTS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/ids.h"
#include "lexicon/lexicon.h"
#include "segment/sections.h"

namespace signpost::segment {

struct SplitRange {
  std::uint32_t term = 0;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t document_count = 0;
  std::uint64_t postings_end = 0;  // in kSplitPostings
};

class SplitListsBuilder {
 public:
  // `lexicon` must outlive the builder.
  explicit SplitListsBuilder(const lexicon::Lexicon& lexicon);

  // Says what a term counts in the current document. Call for each of its terms before AddPair.
  void SetImpact(TermId term, std::uint8_t impact) { impacts_[Raw(term)] = impact; }
  // Notes that `second` follows `first` in some field of document number `doc`. REQUIRES: documents ascending.
  void AddPair(std::uint32_t doc, TermId first, TermId second);

  void Write(std::uint32_t doc_count, OwnedSections* out);

 private:
  static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;

  // The hash of a text from those of its parts, modulo 2^64.
  struct Polynomial {
    std::uint64_t value = 0;
    std::uint64_t power = 1;  // kBase to the number of bytes
  };
  struct Entry {
    std::uint32_t term;
    std::uint32_t first;
    std::uint32_t second;
    std::uint32_t doc;
    std::uint8_t impact;
    auto Key() const { return std::tuple(term, first, second); }
  };
  static Polynomial Append(const Polynomial& a, const Polynomial& b) {
    return {.value = a.value * b.power + b.value, .power = a.power * b.power};
  }
  static std::uint64_t Mix(const Polynomial& hash) { return (hash.value ^ hash.value >> 29) * kBase; }
  bool MayBeTerm(std::uint64_t mixed) const {
    const std::uint64_t bit = mixed >> filter_shift_;
    return (filter_[bit / 64] >> (bit % 64) & 1) != 0;
  }

  const lexicon::Lexicon& lexicon_;
  std::vector<Polynomial> hashes_;                              // by TermId
  int filter_shift_ = 0;
  std::vector<std::uint64_t> filter_;                           // bits by mixed hash: some term has it
  std::vector<std::pair<std::uint64_t, std::uint32_t>> terms_;  // mixed hashes and their TermIds, ascending
  std::vector<std::uint8_t> impacts_;                           // by TermId, in the current document
  std::vector<Entry> entries_;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_SPLIT_LISTS_H_
