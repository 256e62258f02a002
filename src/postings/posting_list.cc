// SPDX-License-Identifier: Apache-2.0
#include "postings/posting_list.h"

#include <algorithm>
#include <bit>

namespace signpost::postings {
namespace {
constexpr std::uint32_t kFieldMask = (1u << limits::kMaxFields) - 1;
}  // namespace

void AppendPosting(std::uint32_t previous, std::uint32_t doc, const std::vector<Occurrence>& occurrences,
                   ByteWriter* documents, ByteWriter* positions) {
  std::array<std::uint32_t, limits::kMaxFields> frequencies{};
  const std::size_t positions_begin = positions->size();
  std::uint32_t mask = 0;
  std::uint32_t last = 0;
  for (const Occurrence& occurrence : occurrences) {
    const std::uint32_t bit = 1u << Raw(occurrence.field);
    if ((mask & bit) == 0) {
      mask |= bit;
      last = 0;
    }
    ++frequencies[Raw(occurrence.field)];
    const bool spanned = occurrence.span > 1;
    positions->Varint((static_cast<std::uint64_t>(occurrence.position - last) << 1) | (spanned ? 1 : 0));
    if (spanned) positions->Varint(occurrence.span);
    last = occurrence.position;
  }
  documents->Varint(doc - previous - 1);  // wraps around to doc for the first
  documents->Varint(mask);
  for (std::uint32_t rest = mask; rest != 0; rest &= rest - 1) {
    documents->Varint(frequencies[static_cast<std::size_t>(std::countr_zero(rest))]);
  }
  documents->Varint(positions->size() - positions_begin);
}

bool PostingCursor::Next() {
  if (documents_.done()) return false;
  const bool first = doc_ == UINT32_MAX;
  const std::uint64_t doc = std::uint64_t{first ? 0 : doc_ + 1} + documents_.Varint32();
  mask_ = documents_.Varint32();
  for (std::uint32_t rest = mask_ & kFieldMask; rest != 0; rest &= rest - 1) {
    frequencies_[static_cast<std::size_t>(std::countr_zero(rest))] = documents_.Varint32();
  }
  positions_begin_ = positions_end_;
  positions_end_ += documents_.Varint32();
  if (!documents_.ok() || doc >= doc_count_ || mask_ == 0 || mask_ > kFieldMask || positions_end_ > positions_.size()) {
    documents_ = ByteReader();  // damaged: the list ends here
    return false;
  }
  doc_ = static_cast<std::uint32_t>(doc);
  return true;
}

bool PostingCursor::SeekTo(DocId target) {
  while (doc_ == UINT32_MAX || doc_ < Raw(target)) {
    if (!Next()) return false;
  }
  return true;
}

void PostingCursor::AppendOccurrences(std::vector<Occurrence>* out) const {
  ByteReader reader(positions_.substr(positions_begin_, positions_end_ - positions_begin_));
  for (std::uint32_t rest = mask_; rest != 0; rest &= rest - 1) {
    const auto field = static_cast<std::size_t>(std::countr_zero(rest));
    std::uint32_t position = 0;
    for (std::uint32_t i = 0; i < frequencies_[field] && !reader.done(); ++i) {
      const std::uint64_t coded = reader.Varint();
      position += static_cast<std::uint32_t>(coded >> 1);
      const std::uint64_t span = (coded & 1) != 0 ? reader.Varint() : 1;
      if (!reader.ok() || span == 0 || span > UINT16_MAX) return;
      out->push_back({FieldId{static_cast<std::uint8_t>(field)}, position, static_cast<std::uint16_t>(span)});
    }
  }
}

}  // namespace signpost::postings
