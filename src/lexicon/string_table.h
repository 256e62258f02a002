// SPDX-License-Identifier: Apache-2.0
// string_table.h — strings in ascending byte order, one after the other, found by their rank.
#ifndef SIGNPOST_LEXICON_STRING_TABLE_H_
#define SIGNPOST_LEXICON_STRING_TABLE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include <absl/status/status.h>

#include "base/bytes.h"

namespace signpost::lexicon {

class StringTable {
 public:
  StringTable() = default;
  // `ends` holds the end of each string in `bytes`. Nothing may be read before Validate() said OK.
  StringTable(FixedArray<std::uint32_t> ends, std::string_view bytes) : ends_(ends), bytes_(bytes) {}

  // DataLoss unless offsets stay within the bytes and use them up, and strings are unique and ascending. `what` names
  // them.
  absl::Status Validate(std::string_view what) const;

  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  // REQUIRES: i < size().
  std::string_view operator[](std::uint32_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : ends_[i - 1];
    return {bytes_.data() + begin, ends_[i] - begin};
  }
  std::string_view all_bytes() const { return bytes_; }
  std::optional<std::uint32_t> Find(std::string_view s) const;

  // Returns the place of the first string that is not `before`. REQUIRES: the strings that are come first.
  template <typename Before>
  std::uint32_t PartitionPoint(Before before) const {
    std::uint32_t low = 0;
    std::uint32_t high = size();
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (before((*this)[middle])) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

 private:
  FixedArray<std::uint32_t> ends_;
  std::string_view bytes_;
};

}  // namespace signpost::lexicon

#endif  // SIGNPOST_LEXICON_STRING_TABLE_H_
