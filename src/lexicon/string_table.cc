// SPDX-License-Identifier: Apache-2.0
#include "lexicon/string_table.h"

#include "base/status.h"

namespace signpost::lexicon {

absl::Status StringTable::Validate(std::string_view what) const {
  std::uint32_t begin = 0;
  std::string_view previous;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const std::uint32_t end = ends_[i];
    if (end < begin || end > bytes_.size()) {
      return DataLoss("lexicon: ", what, " ", i, " ends at ", end, ", not between ", begin, " and ", bytes_.size());
    }
    const std::string_view s = bytes_.substr(begin, end - begin);
    if (i > 0 && s <= previous) return DataLoss("lexicon: ", what, " ", i, " is not above the one before it");
    previous = s;
    begin = end;
  }
  if (begin != bytes_.size()) return DataLoss("lexicon: bytes follow the last ", what);
  return absl::OkStatus();
}

std::optional<std::uint32_t> StringTable::Find(std::string_view s) const {
  const std::uint32_t i = PartitionPoint([&](std::string_view other) { return other < s; });
  if (i < size() && (*this)[i] == s) return i;
  return std::nullopt;
}

}  // namespace signpost::lexicon
