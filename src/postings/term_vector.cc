// SPDX-License-Identifier: Apache-2.0
#include "postings/term_vector.h"

#include <algorithm>

namespace signpost::postings {

void AppendTermVector(std::span<const TermOccurrences> terms, std::uint32_t field_count, ByteWriter* out) {
  std::array<std::uint32_t, limits::kMaxFields> extents{};
  for (const TermOccurrences& term : terms) {
    for (const Occurrence& o : term.occurrences) {
      std::uint32_t& extent = extents[Raw(o.field)];
      extent = std::max(extent, o.position + 1);
    }
  }
  std::array<std::uint32_t, limits::kMaxFields> begins{};
  for (std::uint32_t f = 1; f < field_count; ++f) begins[f] = begins[f - 1] + extents[f - 1];

  std::vector<std::uint32_t> distances, sizes;
  distances.reserve(terms.size());
  sizes.reserve(terms.size());
  ByteWriter places;
  std::uint32_t next = 0;
  for (const TermOccurrences& term : terms) {
    distances.push_back(Raw(term.term) - next);
    next = Raw(term.term) + 1;
    const std::size_t begin = places.size();
    std::uint32_t last = 0;
    for (const Occurrence& o : term.occurrences) {
      const std::uint32_t position = begins[Raw(o.field)] + o.position;
      places.Varint(std::uint64_t{position - last} << 1 | (o.span > 1 ? 1 : 0));
      if (o.span > 1) places.Varint(o.span);
      last = position;
    }
    sizes.push_back(static_cast<std::uint32_t>(places.size() - begin));
  }
  auto width_of = [](const std::vector<std::uint32_t>& numbers) {
    return numbers.empty() ? 0 : WidthOf(*std::max_element(numbers.begin(), numbers.end()));
  };
  out->Varint(terms.size());
  for (std::uint32_t f = 0; f < field_count; ++f) out->Varint(extents[f]);
  out->Fixed(static_cast<std::uint8_t>(width_of(distances)));
  out->Fixed(static_cast<std::uint8_t>(width_of(sizes)));
  Pack(distances, width_of(distances), out);
  Pack(sizes, width_of(sizes), out);
  out->Raw(places.view());
}

TermVector::TermVector(std::string_view bytes, std::uint32_t field_count) : field_count_(field_count) {
  ByteReader in(bytes);
  const std::uint32_t count = in.Varint32();
  std::uint64_t end = 0;
  for (std::uint32_t f = 0; f < field_count; ++f) {
    end += in.Varint32();
    field_ends_[f] = static_cast<std::uint32_t>(std::min<std::uint64_t>(end, UINT32_MAX));
  }
  const auto distance_width = in.Fixed<std::uint8_t>();
  const auto size_width = in.Fixed<std::uint8_t>();
  if (!in.ok() || distance_width > 32 || size_width > 32) return;
  const std::string_view distances = in.Raw(PackedBytes(count, distance_width));
  const std::string_view sizes = in.Raw(PackedBytes(count, size_width));
  // Each term has a place: without that, numbers of no bits would make a few bytes a vector of billions of terms.
  if (!in.ok() || count > in.remaining()) return;
  count_ = count;
  distances_ = PackedArray(distances, distance_width);
  sizes_ = PackedArray(sizes, size_width);
  places_ = in.Raw(in.remaining());
}

void TermVector::AppendOccurrences(std::vector<Occurrence>* out) const {
  ByteReader in(places_.substr(begin_, end_ - begin_));
  std::uint64_t position = 0;
  std::uint32_t field = 0;
  while (!in.done()) {
    const std::uint64_t coded = in.Varint();
    position += coded >> 1;
    const std::uint64_t span = (coded & 1) != 0 ? in.Varint() : 1;
    while (field < field_count_ && position >= field_ends_[field]) ++field;
    if (!in.ok() || span == 0 || span > UINT16_MAX || field == field_count_) return;
    const std::uint32_t begin = field == 0 ? 0 : field_ends_[field - 1];
    out->push_back({FieldId{static_cast<std::uint8_t>(field)}, static_cast<std::uint32_t>(position - begin),
                    static_cast<std::uint16_t>(span)});
  }
}

}  // namespace signpost::postings
