// SPDX-License-Identifier: Apache-2.0
#include "lexicon/middle_index.h"

#include <algorithm>

#include "base/status.h"
#include "base/utf8.h"

namespace signpost::lexicon {

absl::Status MiddleIndex::Validate(std::uint32_t term_count) const {
  for (const FixedArray<std::uint32_t>& list : lists_) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i] >= term_count) return DataLoss("lexicon: place ", i, " of a middle list names term ", list[i]);
    }
  }
  return absl::OkStatus();
}

std::size_t MiddleIndex::OffsetOfLetter(std::string_view term, std::size_t letter) {
  std::size_t i = 0;
  for (; i < term.size(); ++i) {
    if (!IsUtf8Continuation(term[i]) && letter-- == 0) break;
  }
  return i;
}

std::size_t MiddleIndex::LowerBound(const StringTable& terms, std::size_t middle, std::string_view tail) const {
  const FixedArray<std::uint32_t>& list = lists_[middle - kFirstMiddle];
  std::size_t low = 0;
  std::size_t high = list.size();
  while (low < high) {
    const std::size_t half = low + (high - low) / 2;
    const std::string_view term = terms[list[half]];
    if (term.substr(OffsetOfLetter(term, middle)) < tail) {
      low = half + 1;
    } else {
      high = half;
    }
  }
  return low;
}

std::vector<std::uint32_t> BuildMiddleList(const std::vector<std::string_view>& terms, std::size_t middle) {
  // Most pairs differ in the first eight bytes, which compare as one number.
  struct Item {
    std::uint64_t start;
    std::uint32_t term;
    std::uint32_t offset;
  };
  std::vector<Item> items;
  for (std::uint32_t t = 0; t < terms.size(); ++t) {
    const std::string_view term = terms[t];
    const std::size_t offset = MiddleIndex::OffsetOfLetter(term, middle);
    const std::string_view text = term.substr(offset);
    if (MiddleIndex::OffsetOfLetter(text, kMinTailLetters - 1) == text.size()) continue;
    std::uint64_t start = 0;
    for (std::size_t i = 0; i < sizeof start; ++i) {
      start = start << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
    }
    items.push_back({start, t, static_cast<std::uint32_t>(offset)});
  }
  std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) {
    if (a.start != b.start) return a.start < b.start;
    const int order = terms[a.term].substr(a.offset).compare(terms[b.term].substr(b.offset));
    return order != 0 ? order < 0 : a.term < b.term;
  });
  std::vector<std::uint32_t> out;
  out.reserve(items.size());
  for (const Item& item : items) out.push_back(item.term);
  return out;
}

}  // namespace signpost::lexicon
