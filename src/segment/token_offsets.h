// SPDX-License-Identifier: Apache-2.0
// token_offsets.h — for each position of each field of a document, its byte range in the original text.
//
// Bytes:    for each field: varint count of values; for each value: varint count of units, varint size of what follows,
//           then for each unit the varint gap since the last unit's end and the varint length. Values that are not asked
//           for are skipped without decoding.
// Position: value v of a field begins at the sum of (units + limits::kPositionGap) of the values before it.
#ifndef SIGNPOST_SEGMENT_TOKEN_OFFSETS_H_
#define SIGNPOST_SEGMENT_TOKEN_OFFSETS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "text/analyzer.h"

namespace signpost::segment {

// Appends the units of one value. REQUIRES: units in order.
void EncodeUnits(const std::vector<text::Unit>& units, ByteWriter* out);

// The values of one field of one document, still encoded.
class FieldOffsets {
 public:
  FieldOffsets() = default;
  // Reads field number `field` of a document's offsets.
  FieldOffsets(std::string_view document_bytes, std::uint32_t field);

  std::size_t value_count() const { return values_.size(); }
  // First position of a value; positions of a value are [begin, begin + unit_count).
  std::uint32_t PositionBegin(std::size_t value) const { return values_[value].position_begin; }
  std::uint32_t UnitCount(std::size_t value) const { return values_[value].unit_count; }
  // Returns the value that a position belongs to, or value_count() if none does.
  std::size_t ValueOf(std::uint32_t position) const;
  // Decodes the units of one value; fewer than UnitCount when the bytes are damaged.
  std::vector<text::Unit> Units(std::size_t value) const;

 private:
  struct Value {
    std::uint32_t position_begin;
    std::uint32_t unit_count;
    std::string_view bytes;
  };
  std::vector<Value> values_;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_TOKEN_OFFSETS_H_
