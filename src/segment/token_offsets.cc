// SPDX-License-Identifier: Apache-2.0
#include "segment/token_offsets.h"

#include <algorithm>

#include "base/limits.h"

namespace signpost::segment {

void EncodeUnits(const std::vector<text::Unit>& units, ByteWriter* out) {
  ByteWriter stream;
  std::uint32_t last = 0;
  for (const text::Unit& unit : units) {
    stream.Varint(unit.begin - last);
    stream.Varint(unit.end - unit.begin);
    last = unit.end;
  }
  out->Varint(units.size());
  out->String(stream.view());
}

FieldOffsets::FieldOffsets(std::string_view document_bytes, std::uint32_t field) {
  ByteReader in(document_bytes);
  for (std::uint32_t f = 0; f <= field; ++f) {
    std::uint32_t position = 0;
    for (std::uint64_t n = in.Varint(); n > 0 && !in.done(); --n) {
      Value value{position, in.Varint32(), in.String()};
      if (!in.ok()) return;
      position += value.unit_count + limits::kPositionGap;
      if (f == field) values_.push_back(value);
    }
  }
}

std::size_t FieldOffsets::ValueOf(std::uint32_t position) const {
  auto after = std::upper_bound(values_.begin(), values_.end(), position,
                                [](std::uint32_t p, const Value& v) { return p < v.position_begin; });
  if (after == values_.begin()) return values_.size();
  const auto value = static_cast<std::size_t>(after - values_.begin()) - 1;
  return position - values_[value].position_begin < values_[value].unit_count ? value : values_.size();
}

std::vector<text::Unit> FieldOffsets::Units(std::size_t value) const {
  std::vector<text::Unit> out;
  ByteReader in(values_[value].bytes);
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < values_[value].unit_count && !in.done(); ++i) {
    const std::uint32_t begin = last + in.Varint32();
    const std::uint32_t end = begin + in.Varint32();
    if (!in.ok() || begin < last || end < begin) break;
    out.push_back({begin, end});
    last = end;
  }
  return out;
}

}  // namespace signpost::segment
