// SPDX-License-Identifier: Apache-2.0
// edit_automaton.h — how far a word is from the letters seen so far, in a few machine words.
//
// Row e has bit j set when the first j letters of the word are within e edits of what was read (Wu and Manber 1992),
// and includes the rows of fewer edits; swaps[e] has bit j set when, of a swap of letters j and j + 1, the first half
// was read (after Hyyrö 2003). Step() is one letter: some ten operations an edit, whatever the word's length.
#ifndef SIGNPOST_LEXICON_EDIT_AUTOMATON_H_
#define SIGNPOST_LEXICON_EDIT_AUTOMATON_H_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/limits.h"

namespace signpost::lexicon {

// Bit j of a mask: letter j of the word is the letter in question. Bit n, behind the last letter, must fit as well.
static_assert(limits::kMaxTypoWordCodepoints < 64);

// Where in a word edits may end.
struct EditPlaces {
  std::uint64_t all;        // bits 0 to n
  std::uint64_t last_edit;  // of those, where the last one allowed may end
};

template <int kMaxEdits>
struct EditState {
  std::uint64_t rows[kMaxEdits + 1];
  std::uint64_t swaps[kMaxEdits + 1];  // [0] is not used

  bool alive() const {
    std::uint64_t any = 0;
    for (int e = 0; e <= kMaxEdits; ++e) any |= rows[e];
    for (int e = 1; e <= kMaxEdits; ++e) any |= swaps[e];
    return any != 0;
  }
  // True when any letter, read next, leaves something alive.
  bool EditsLeft(const EditPlaces& places) const {
    std::uint64_t any = 0;
    for (int e = 0; e + 1 < kMaxEdits; ++e) any |= rows[e];
    if constexpr (kMaxEdits > 0) any |= rows[kMaxEdits - 1] & (places.last_edit | places.last_edit >> 1);
    return any != 0;
  }
  // Returns the smallest number of edits that make the word, whose end is the one bit of `end_bit`, what was read;
  // kMaxEdits + 1 when none does.
  int Distance(std::uint64_t end_bit) const {
    int e = 0;
    while (e <= kMaxEdits && (rows[e] & end_bit) == 0) ++e;
    return e;
  }
  // Returns positions in the word whose letters, read next, lead further than any other letter would.
  std::uint64_t WantedPositions() const {
    std::uint64_t wanted = 0;
    for (int e = 0; e <= kMaxEdits; ++e) wanted |= rows[e];
    for (int e = 0; e < kMaxEdits; ++e) wanted |= rows[e] << 1;
    for (int e = 1; e <= kMaxEdits; ++e) wanted |= swaps[e];
    return wanted;
  }
  // Returns what is left of the state when fewer edits are allowed.
  template <int kFewer>
  EditState<kFewer> Truncate() const {
    EditState<kFewer> out{};
    for (int e = 0; e <= kFewer; ++e) {
      out.rows[e] = rows[e];
      out.swaps[e] = swaps[e];
    }
    return out;
  }
};

// The state before any letter is read: edits delete letters of the word.
template <int kMaxEdits>
EditState<kMaxEdits> StartState(const EditPlaces& places) {
  EditState<kMaxEdits> s{};
  for (int e = 0; e <= kMaxEdits; ++e) s.rows[e] = ((std::uint64_t{2} << e) - 1) & places.all;
  if constexpr (kMaxEdits > 0) s.rows[kMaxEdits] = (s.rows[kMaxEdits] & places.last_edit) | s.rows[kMaxEdits - 1];
  return s;
}

// Returns the state after a letter whose mask in the word is `mask`.
template <int kMaxEdits>
inline EditState<kMaxEdits> Step(const EditState<kMaxEdits>& s, std::uint64_t mask, const EditPlaces& places) {
  EditState<kMaxEdits> next;
  next.rows[0] = (s.rows[0] & mask) << 1;
  next.swaps[0] = 0;
  for (int e = 1; e <= kMaxEdits; ++e) {
    const std::uint64_t same = (s.rows[e] & mask) << 1;
    const std::uint64_t inserted = s.rows[e - 1];
    const std::uint64_t changed = s.rows[e - 1] << 1;
    const std::uint64_t deleted = next.rows[e - 1] << 1;
    const std::uint64_t swapped = (s.swaps[e] & mask) << 2;
    const std::uint64_t allowed = e < kMaxEdits ? places.all : places.last_edit;
    next.rows[e] = ((same | inserted | changed | deleted | swapped) & allowed) | next.rows[e - 1];
    next.swaps[e] = s.rows[e - 1] & (mask >> 1);
  }
  return next;
}

// The masks of a word by letter.
class WordMasks {
 public:
  // REQUIRES: at most limits::kMaxTypoWordCodepoints letters, which outlive the masks.
  explicit WordMasks(std::u32string_view word) : word_(word) {
    for (std::size_t j = 0; j < word.size(); ++j) {
      if (word[j] < ascii_.size()) ascii_[word[j]] |= std::uint64_t{1} << j;
    }
  }

  std::uint64_t Of(char32_t letter) const {
    if (letter < ascii_.size()) return ascii_[letter];
    std::uint64_t mask = 0;
    for (std::size_t j = 0; j < word_.size(); ++j) mask |= std::uint64_t{word_[j] == letter} << j;
    return mask;
  }
  std::uint64_t end_bit() const { return std::uint64_t{1} << word_.size(); }
  std::uint64_t all_positions() const { return (end_bit() << 1) - 1; }

 private:
  std::u32string_view word_;
  std::array<std::uint64_t, 128> ascii_{};
};

}  // namespace signpost::lexicon

#endif  // SIGNPOST_LEXICON_EDIT_AUTOMATON_H_
