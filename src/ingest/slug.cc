// SPDX-License-Identifier: Apache-2.0
#include "ingest/slug.h"

#include <algorithm>

#include "base/utf8.h"
#include "ingest/slug_table.h"

namespace signpost::ingest {

namespace {

// Returns the range that may hold `c`: the first that does not end before it; null when there is none.
template <typename Range>
const Range* FindRange(const Range* ranges, std::size_t count, char32_t c) {
  const Range* range = std::partition_point(ranges, ranges + count, [c](const Range& r) { return r.last < c; });
  return range != ranges + count && range->first <= c ? range : nullptr;
}

bool IsWordCodePoint(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  return FindRange(kWordRanges, kWordRangeCount, c) != nullptr;
}

char32_t ToLower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  const CaseRange* range = FindRange(kCaseRanges, kCaseRangeCount, c);
  if (range == nullptr || (c - range->first) % static_cast<char32_t>(range->step) != 0) return c;
  return static_cast<char32_t>(static_cast<int>(c) + range->offset);
}

}  // namespace

std::string Slug(std::string_view heading) {
  std::string slug;
  for (std::size_t i = 0; i < heading.size();) {
    char32_t c = DecodeUtf8(heading, &i);
    if (c == ' ') c = '-';
    if (c == '-' || IsWordCodePoint(c)) AppendUtf8(&slug, ToLower(c));
  }
  return slug;
}

std::string AnchorSet::Make(std::string_view heading) {
  std::string slug = Slug(heading);
  if (slug.empty()) slug = "section";
  std::string anchor = slug;
  while (!used_.emplace(anchor, 0).second) anchor = StrCat(slug, "-", ++used_[slug]);
  return anchor;
}

}  // namespace signpost::ingest
