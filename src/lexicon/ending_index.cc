// SPDX-License-Identifier: Apache-2.0
#include "lexicon/ending_index.h"

#include <algorithm>
#include <cstddef>

#include "base/status.h"

namespace signpost::lexicon {
namespace {

std::string_view LastBytes(std::string_view s, std::size_t n) { return s.substr(s.size() - std::min(n, s.size())); }

}  // namespace

int CompareReversed(std::string_view a, std::string_view b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 1; i <= common; ++i) {
    const auto x = static_cast<unsigned char>(a[a.size() - i]);
    const auto y = static_cast<unsigned char>(b[b.size() - i]);
    if (x != y) return x < y ? -1 : 1;
  }
  return a.size() < b.size() ? -1 : a.size() > b.size() ? 1 : 0;
}

absl::Status EndingIndex::Validate(std::uint32_t term_count) const {
  if (!list_.empty() && list_.size() != term_count) {
    return DataLoss("lexicon: ", list_.size(), " endings for ", term_count, " terms");
  }
  for (std::size_t i = 0; i < list_.size(); ++i) {
    if (list_[i] >= term_count) return DataLoss("lexicon: place ", i, " of the endings names term ", list_[i]);
  }
  return absl::OkStatus();
}

EndingRange EndingIndex::Find(const StringTable& terms, std::string_view suffix) const {
  auto partition_point = [&](auto before) {
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(list_.size());
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (before(terms[list_[middle]])) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  EndingRange out;
  out.begin = partition_point([&](std::string_view term) { return CompareReversed(term, suffix) < 0; });
  out.end = partition_point(
      [&](std::string_view term) { return CompareReversed(LastBytes(term, suffix.size()), suffix) <= 0; });
  return out;
}

std::vector<std::uint32_t> BuildEndingList(const std::vector<std::string_view>& terms) {
  // Most pairs differ in the last eight bytes, which compare as one number.
  struct Item {
    std::uint64_t end;
    std::uint32_t term;
  };
  std::vector<Item> items;
  items.reserve(terms.size());
  for (std::uint32_t t = 0; t < terms.size(); ++t) {
    std::uint64_t end = 0;
    for (std::size_t i = 1; i <= sizeof end; ++i) {
      const std::size_t size = terms[t].size();
      end = end << 8 | (i <= size ? static_cast<unsigned char>(terms[t][size - i]) : 0);
    }
    items.push_back({end, t});
  }
  std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) {
    return a.end != b.end ? a.end < b.end : CompareReversed(terms[a.term], terms[b.term]) < 0;
  });
  std::vector<std::uint32_t> out;
  out.reserve(items.size());
  for (const Item& item : items) out.push_back(item.term);
  return out;
}

}  // namespace signpost::lexicon
