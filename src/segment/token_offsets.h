// SPDX-License-Identifier: Apache-2.0
// token_offsets.h — for each position of each field of a document, its byte range in the original text.
//
// Bytes:    for each field: varint count of values; for each value: varint count of units, and when there are any, varint size
//           of what follows: checkpoints, then units, a byte for most of them. docs/format.md has the codes.
// Cost:     TokenOffsets::Read: linear in the values. A UnitTable decodes kCheckpointUnits units around one that is asked
//           for, about a nanosecond each, and each at most once: the rest of a long text is left alone.
// Position: value v of a field begins at the sum of (units + limits::kPositionGap) of the values before it.
// Trust:    the bytes may be hostile. Whatever they are, the units of a value are in order and within its text.
// Threads:  one thread an object; the bytes may be shared.
#ifndef SIGNPOST_SEGMENT_TOKEN_OFFSETS_H_
#define SIGNPOST_SEGMENT_TOKEN_OFFSETS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "text/analyzer.h"

namespace signpost::segment {

inline constexpr std::uint32_t kCheckpointUnits = 64;  // docs/format.md

// Appends the units of one value. REQUIRES: units in order.
void EncodeUnits(const std::vector<text::Unit>& units, ByteWriter* out);

// Where the units of one value stand, still encoded.
struct ValueOffsets {
  std::uint32_t position_begin = 0;  // its positions are [position_begin, position_begin + unit_count)
  std::uint32_t unit_count = 0;
  std::string_view bytes;
};

// The values of one field of one document.
class FieldOffsets {
 public:
  FieldOffsets() = default;
  explicit FieldOffsets(std::span<const ValueOffsets> values) : values_(values) {}

  std::size_t value_count() const { return values_.size(); }
  const ValueOffsets& operator[](std::size_t value) const { return values_[value]; }
  // Returns the value that a position belongs to, or value_count() if none does.
  std::size_t ValueOf(std::uint32_t position) const;

 private:
  std::span<const ValueOffsets> values_;
};

// The offsets of one document after the other.
class TokenOffsets {
 public:
  // Reads a document of `field_count` fields; what was read before is lost.
  void Read(std::string_view document_bytes, std::uint32_t field_count);

  // REQUIRES: field < field_count. Valid until the next Read.
  FieldOffsets Field(std::uint32_t field) const;

 private:
  std::vector<ValueOffsets> values_;
  std::vector<std::size_t> ends_;  // in values_, by field
};

// The units of one value after the other, decoded where they are asked for.
class UnitTable {
 public:
  // Takes up a value of a text of `text_size` bytes. It has no units when the bytes are damaged.
  void Open(const ValueOffsets& value, std::size_t text_size);

  std::size_t size() const { return size_; }
  // REQUIRES: i < size().
  text::Unit operator[](std::size_t i) {
    if (!decoded_[i / kCheckpointUnits]) Decode(i / kCheckpointUnits);
    return units_[i];
  }

 private:
  // Where kCheckpointUnits units begin.
  struct Checkpoint {
    std::uint32_t stream = 0;  // in stream_
    std::uint32_t text = 0;    // end of the unit before
  };

  bool ReadCheckpoints(std::string_view bytes, std::size_t text_size);
  void Decode(std::size_t group);

  std::size_t size_ = 0;
  std::string_view stream_;
  std::vector<Checkpoint> checkpoints_;  // by group, and one for the end
  std::vector<char> decoded_;            // by group
  std::vector<text::Unit> units_;        // grows only, so that nothing is cleared; those of groups not decoded are old
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_TOKEN_OFFSETS_H_
