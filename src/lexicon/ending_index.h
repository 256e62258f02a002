// SPDX-License-Identifier: Apache-2.0
// ending_index.h — the terms in the order of their reversed text, so that those with one ending stand together.
//
// Holds:    4 bytes a term, or nothing when the lexicon was built without.
// Threads:  const methods may run concurrently.
// Cost:     a look-up is two binary searches of the terms' text.
// Errors:   the order is not checked: damaged bytes give wrong answers.
#ifndef SIGNPOST_LEXICON_ENDING_INDEX_H_
#define SIGNPOST_LEXICON_ENDING_INDEX_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include <absl/status/status.h>

#include "base/bytes.h"
#include "lexicon/string_table.h"

namespace signpost::lexicon {

// Half-open range of places in the index.
struct EndingRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
};

class EndingIndex {
 public:
  EndingIndex() = default;
  // `list` holds every term once, or none.
  explicit EndingIndex(FixedArray<std::uint32_t> list) : list_(list) {}

  // DataLoss unless there are none or as many terms as the lexicon has, all in range.
  absl::Status Validate(std::uint32_t term_count) const;

  bool empty() const { return list_.empty(); }
  // Returns the places of the terms that end with `suffix`, itself included.
  EndingRange Find(const StringTable& terms, std::string_view suffix) const;
  // REQUIRES: a place of a range that Find returned.
  std::uint32_t operator[](std::uint32_t place) const { return list_[place]; }

 private:
  FixedArray<std::uint32_t> list_;
};

// Compares from the last byte on, like the byte order of reversed texts; what runs out first is below. Returns less than 0,
// 0 or more as strcmp does.
int CompareReversed(std::string_view a, std::string_view b);

// Returns the list. REQUIRES: terms are unique.
std::vector<std::uint32_t> BuildEndingList(const std::vector<std::string_view>& terms);

}  // namespace signpost::lexicon

#endif  // SIGNPOST_LEXICON_ENDING_INDEX_H_
