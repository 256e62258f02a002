// SPDX-License-Identifier: Apache-2.0
#include "segment/token_offsets.h"

#include <algorithm>

#include "base/limits.h"
#include "base/narrow_array.h"

namespace signpost::segment {
namespace {

// A unit is a byte: its gap to the one before in the two upper bits, its length less one in the lower six. A greater gap or
// length is a byte with kLong in the upper bits and the length in the lower ones, 0 when it is too great for them; then
// the gap and, when it was too great, the length as varints.
constexpr unsigned kLengthBits = 6;
constexpr std::uint32_t kLong = 3;
constexpr std::uint32_t kLengthMask = (1u << kLengthBits) - 1;

void EncodeUnit(std::uint32_t gap, std::uint32_t length, ByteWriter* out) {
  if (gap < kLong && length >= 1 && length <= kLengthMask + 1) {
    out->Fixed(static_cast<std::uint8_t>(gap << kLengthBits | (length - 1)));
    return;
  }
  const std::uint32_t kept = length <= kLengthMask ? length : 0;
  out->Fixed(static_cast<std::uint8_t>(kLong << kLengthBits | kept));
  out->Varint(gap);
  if (kept == 0) out->Varint(length);
}

// Checkpoints that a value of so many units has: one for each kCheckpointUnits but the first.
std::size_t CheckpointCount(std::uint32_t units) { return units == 0 ? 0 : (units - 1) / kCheckpointUnits; }

void AppendNumber(std::uint64_t number, std::size_t width, ByteWriter* out) {
  out->Raw({reinterpret_cast<const char*>(&number), width});
}

std::uint32_t ReadNumber(std::string_view bytes) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data(), bytes.size());
  return number;
}

}  // namespace

void EncodeUnits(const std::vector<text::Unit>& units, ByteWriter* out) {
  out->Varint(units.size());
  if (units.empty()) return;
  ByteWriter stream;
  std::vector<std::uint32_t> checkpoints;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i > 0 && i % kCheckpointUnits == 0) {
      checkpoints.push_back(static_cast<std::uint32_t>(stream.size()));
      checkpoints.push_back(last);
    }
    EncodeUnit(units[i].begin - last, units[i].end - units[i].begin, &stream);
    last = units[i].end;
  }
  if (checkpoints.empty()) return out->String(stream.view());
  const std::size_t width = NarrowWidth(*std::max_element(checkpoints.begin(), checkpoints.end()));
  out->Varint(1 + checkpoints.size() * width + stream.size());
  out->Fixed(static_cast<std::uint8_t>(width));
  for (std::uint32_t number : checkpoints) AppendNumber(number, width, out);
  out->Raw(stream.view());
}

void TokenOffsets::Read(std::string_view document_bytes, std::uint32_t field_count) {
  values_.clear();
  ends_.assign(field_count, 0);
  ByteReader in(document_bytes);
  for (std::uint32_t f = 0; f < field_count; ++f) {
    std::uint32_t position = 0;
    for (std::uint64_t n = in.Varint(); n > 0 && !in.done(); --n) {
      ValueOffsets value{.position_begin = position, .unit_count = in.Varint32(), .bytes = {}};
      if (value.unit_count > 0) value.bytes = in.String();
      if (value.unit_count > value.bytes.size()) value.unit_count = 0;  // only in damaged bytes: a unit has a byte
      position += value.unit_count + limits::kPositionGap;
      values_.push_back(value);
    }
    ends_[f] = values_.size();
  }
}

FieldOffsets TokenOffsets::Field(std::uint32_t field) const {
  const std::size_t begin = field == 0 ? 0 : ends_[field - 1];
  return FieldOffsets(std::span(values_).subspan(begin, ends_[field] - begin));
}

std::size_t FieldOffsets::ValueOf(std::uint32_t position) const {
  auto after = std::upper_bound(values_.begin(), values_.end(), position,
                                [](std::uint32_t p, const ValueOffsets& v) { return p < v.position_begin; });
  if (after == values_.begin()) return values_.size();
  const auto value = static_cast<std::size_t>(after - values_.begin()) - 1;
  return position - values_[value].position_begin < values_[value].unit_count ? value : values_.size();
}

void UnitTable::Open(const ValueOffsets& value, std::size_t text_size) {
  text_size = std::min<std::size_t>(text_size, UINT32_MAX);
  size_ = value.unit_count;
  checkpoints_.assign(1, {});
  if (size_ == 0) return;
  stream_ = value.bytes;
  if (size_ > kCheckpointUnits && !ReadCheckpoints(value.bytes, text_size)) {
    size_ = 0;
    return;
  }
  checkpoints_.push_back({static_cast<std::uint32_t>(stream_.size()), static_cast<std::uint32_t>(text_size)});
  decoded_.assign(checkpoints_.size() - 1, 0);
  if (units_.size() < size_) units_.resize(size_);
}

// Fills checkpoints_ but for the last, and sets stream_; false unless they ascend and are within the stream and the text.
bool UnitTable::ReadCheckpoints(std::string_view bytes, std::size_t text_size) {
  const std::size_t count = CheckpointCount(static_cast<std::uint32_t>(size_));
  const std::size_t width = static_cast<unsigned char>(bytes[0]);
  if (width == 0 || width > sizeof(std::uint32_t) || bytes.size() < 1 + 2 * width * count) return false;
  stream_ = bytes.substr(1 + 2 * width * count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view numbers = bytes.substr(1 + 2 * width * i, 2 * width);
    const Checkpoint next{ReadNumber(numbers.substr(0, width)), ReadNumber(numbers.substr(width))};
    if (next.stream < checkpoints_.back().stream || next.text < checkpoints_.back().text) return false;
    checkpoints_.push_back(next);
  }
  return checkpoints_.back().stream <= stream_.size() && checkpoints_.back().text <= text_size;
}

void UnitTable::Decode(std::size_t group) {
  const Checkpoint from = checkpoints_[group];
  const Checkpoint to = checkpoints_[group + 1];
  decoded_[group] = 1;
  const std::size_t begin = group * kCheckpointUnits;
  const std::size_t end = std::min(size_, begin + kCheckpointUnits);
  const std::string_view codes = stream_.substr(from.stream, to.stream - from.stream);
  std::uint32_t last = from.text;
  std::size_t i = begin;
  if (codes.size() == end - begin) {  // a byte each, if they are not damaged
    for (; i < end && static_cast<unsigned char>(codes[i - begin]) < kLong << kLengthBits; ++i) {
      const std::uint32_t code = static_cast<unsigned char>(codes[i - begin]);
      units_[i].begin = last + (code >> kLengthBits);
      last = units_[i].begin + (code & kLengthMask) + 1;
      units_[i].end = last;
    }
    if (i == end && last <= to.text) return;
  }
  ByteReader in(codes);
  last = from.text;
  for (i = begin; i < end; ++i) {
    const auto code = in.Fixed<std::uint8_t>();
    std::uint32_t gap = code >> kLengthBits;
    std::uint32_t length = (code & kLengthMask) + 1;
    if (gap == kLong) {
      gap = in.Varint32();
      length = length > 1 ? length - 1 : in.Varint32();
    }
    // Never beyond where the next group begins, whatever the bytes say.
    units_[i].begin = last + std::min(gap, to.text - last);
    units_[i].end = units_[i].begin + std::min(length, to.text - units_[i].begin);
    last = units_[i].end;
  }
}

}  // namespace signpost::segment
