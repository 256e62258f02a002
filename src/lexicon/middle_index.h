// SPDX-License-Identifier: Apache-2.0
// middle_index.h — terms in the order of their text from the second, third, ... seventh letter on.
//
// Why:      of a longer word with k edits, either the first three or four letters have fewer than k, which keeps the
//           walk down the trie narrow, or they have all of them, and the rest stands in the term unchanged, up to k
//           letters further left or right. The second case is a binary search here. Splitting the walk so makes it two
//           to three times faster for two edits, and costs some 18 bytes a term.
// Trust:    Validate() makes every term id be in range. The order is not checked: damaged bytes give wrong answers.
#ifndef SIGNPOST_LEXICON_MIDDLE_INDEX_H_
#define SIGNPOST_LEXICON_MIDDLE_INDEX_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <absl/status/status.h>

#include "base/bytes.h"
#include "lexicon/string_table.h"

namespace signpost::lexicon {

// A word is split behind its third letter, from eight letters on behind its fourth: the more letters stand before the
// split, the faster the walk; the search needs some behind it.
constexpr std::size_t kMinWordToSplit = 6;
constexpr std::size_t SplitLetters(std::size_t word_letters) { return word_letters < 8 ? 3 : 4; }
// The letters that are left of such a word, at least; shorter ends of terms are in no list.
constexpr std::size_t kMinTailLetters = 3;
// Where in a term the text behind the split can begin, with at most two edits before it.
constexpr std::size_t kFirstMiddle = 1;
constexpr std::size_t kMiddleCount = 6;

class MiddleIndex {
 public:
  using Lists = std::array<FixedArray<std::uint32_t>, kMiddleCount>;

  MiddleIndex() = default;
  // `lists[i]` holds the terms with at least kMinTailLetters letters from letter kFirstMiddle + i on, in byte order of
  // that text, then in ascending order.
  explicit MiddleIndex(const Lists& lists) : lists_(lists) {}

  // DataLoss unless all terms are in range.
  absl::Status Validate(std::uint32_t term_count) const;

  // Calls found(term, its text before letter `middle`) for the terms whose text from there on begins with `tail`, or is
  // `tail` if `whole`; stops when it returns false. REQUIRES: kFirstMiddle <= middle < kFirstMiddle + kMiddleCount.
  template <typename Found>
  void ForEach(const StringTable& terms, std::size_t middle, std::string_view tail, bool whole, Found found) const {
    const FixedArray<std::uint32_t>& list = lists_[middle - kFirstMiddle];
    for (std::size_t i = LowerBound(terms, middle, tail); i < list.size(); ++i) {
      const std::string_view term = terms[list[i]];
      const std::size_t split = OffsetOfLetter(term, middle);
      const std::string_view text = term.substr(split);
      if (text.substr(0, tail.size()) != tail || (whole && text.size() != tail.size())) return;
      if (!found(list[i], term.substr(0, split))) return;
    }
  }

  // Returns the byte offset of the letter, or the size of the term when it is shorter.
  static std::size_t OffsetOfLetter(std::string_view term, std::size_t letter);

 private:
  // Returns the place of the first term whose text from letter `middle` on is not below `tail`.
  std::size_t LowerBound(const StringTable& terms, std::size_t middle, std::string_view tail) const;

  Lists lists_;
};

// Returns the list for one letter, kFirstMiddle <= middle < kFirstMiddle + kMiddleCount.
std::vector<std::uint32_t> BuildMiddleList(const std::vector<std::string_view>& terms, std::size_t middle);

}  // namespace signpost::lexicon

#endif  // SIGNPOST_LEXICON_MIDDLE_INDEX_H_
