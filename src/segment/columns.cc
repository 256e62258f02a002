// SPDX-License-Identifier: Apache-2.0
#include "segment/columns.h"

#include <algorithm>

#include "base/limits.h"
#include "base/status.h"
#include "segment/code_scan.h"
#include "text/value_fold.h"

namespace signpost::segment {
namespace {

// The element `i` of a stream whose elements end at `ends`. REQUIRES: ends checked.
template <typename T>
std::string_view Slice(std::string_view stream, const FixedArray<T>& ends, std::uint32_t i) {
  const std::size_t begin = i == 0 ? 0 : static_cast<std::size_t>(ends[i - 1]);
  return stream.substr(begin, static_cast<std::size_t>(ends[i]) - begin);
}

template <typename T>
bool AreEnds(const FixedArray<T>& ends, std::size_t size) {
  T last = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (ends[i] < last) return false;
    last = ends[i];
  }
  return last == size;
}

template <typename T>
FixedArray<T> ReadArray(std::uint64_t count, ByteReader* in) {
  return FixedArray<T>(in->Raw(count > in->remaining() ? UINT64_MAX : count * sizeof(T)));
}

// The first of `count` for which `is_below` no longer holds.
template <typename IsBelow>
std::uint32_t LowerBound(std::uint32_t count, IsBelow is_below) {
  std::uint32_t low = 0;
  while (count > 0) {
    const std::uint32_t half = count / 2;
    if (is_below(low + half)) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}

int WidthFor(std::uint32_t most) { return most <= UINT8_MAX ? 1 : most <= UINT16_MAX ? 2 : 4; }

void AppendCode(std::uint32_t code, int width, ByteWriter* out) {
  if (width == 1) return out->Fixed(static_cast<std::uint8_t>(code));
  if (width == 2) return out->Fixed(static_cast<std::uint16_t>(code));
  out->Fixed(code);
}

}  // namespace

void Codes::Append(const std::vector<std::uint32_t>& ends, const std::vector<std::uint32_t>& codes, std::uint32_t bound,
                   ByteWriter* out) {
  bool several = false;
  for (std::size_t d = 0; d < ends.size(); ++d) several |= ends[d] - (d == 0 ? 0 : ends[d - 1]) > 1;
  const int width = WidthFor(bound);
  out->Varint(several ? 1 : 0);
  if (several) {
    out->Raw(BytesOf(ends));
    for (const std::uint32_t code : codes) AppendCode(code, width, out);
    return;
  }
  std::uint32_t begin = 0;
  for (const std::uint32_t end : ends) {
    AppendCode(end == begin ? 0 : codes[begin] + 1, width, out);
    begin = end;
  }
}

absl::StatusOr<Codes> Codes::Read(std::uint32_t doc_count, std::uint32_t bound, ByteReader* in) {
  Codes out;
  out.doc_count_ = doc_count;
  out.several_ = in->Varint() != 0;
  out.width_ = WidthFor(bound);
  std::uint64_t count = doc_count;
  if (out.several_) {
    out.ends_ = ReadArray<std::uint32_t>(doc_count, in);
    count = !in->ok() || doc_count == 0 ? 0 : out.ends_[doc_count - 1];
    if (!in->ok() || !AreEnds(out.ends_, count)) return DataLoss("ends of codes are malformed");
  }
  out.bytes_ = in->Raw(count * static_cast<std::uint64_t>(out.width_));
  if (!in->ok()) return DataLoss("codes are cut short");
  const std::uint32_t most = out.several_ ? bound : bound + 1;
  const bool sound = out.WithArray([&](const auto& codes) {
    bool in_range = true;
    for (std::size_t i = 0; i < codes.size(); ++i) in_range &= codes[i] < most;
    return in_range;
  });
  if (!sound) return DataLoss("a code is not below ", most);
  return out;
}

// Neighbours often have one value, and a counter cannot be read before it was written: counters in turn do not wait.
void Codes::Count(const std::vector<DocId>& docs, std::vector<std::uint32_t>* counts) const {
  constexpr std::size_t kMaxForLanes = 4096;  // values whose counters fit the nearest cache four times
  const std::size_t lanes = counts->size() <= kMaxForLanes && counts->size() < docs.size() / 16 ? 4 : 1;
  const std::size_t lane_size = counts->size() + 1;  // one for those without a value
  std::vector<std::uint32_t> in_lanes(lanes * lane_size);
  WithArray([&](const auto& codes) {
    std::uint32_t* const out = in_lanes.data();
    std::size_t turn = 0;
    auto count = [&](std::uint32_t code) { ++out[(turn++ & (lanes - 1)) * lane_size + code]; };
    if (!several_) {
      for (const DocId doc : docs) count(codes[Raw(doc)]);
      return;
    }
    for (const DocId doc : docs) {
      for (std::uint32_t i = Raw(doc) == 0 ? 0 : ends_[Raw(doc) - 1]; i < ends_[Raw(doc)]; ++i) count(codes[i] + 1);
    }
  });
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    for (std::size_t code = 0; code < counts->size(); ++code) (*counts)[code] += in_lanes[lane * lane_size + code + 1];
  }
}

DocSet Codes::Find(CodeRange range) const {
  DocBits bits(doc_count_);
  if (range.empty()) return DocSet::Of(bits);
  if (!several_) {
    MarkCodes(bytes_, width_, range.begin + 1, range.end - range.begin, &bits.words());
    return DocSet::Of(bits);
  }
  WithArray([&](const auto& codes) {
    std::uint32_t i = 0;
    for (std::uint32_t d = 0; d < doc_count_; ++d) {
      bool found = false;
      for (; i < ends_[d]; ++i) found |= range.Contains(codes[i]);
      if (found) bits.Add(DocId{d});
    }
  });
  return DocSet::Of(bits);
}

absl::Status Column::Open(std::uint32_t doc_count, ByteReader* in) {
  const std::uint64_t texts = in->Varint();
  text_ends_ = ReadArray<std::uint32_t>(texts, in);
  texts_ = in->String();
  set_ends_ = ReadArray<std::uint64_t>(texts, in);
  sets_ = in->String();
  const std::uint64_t numbers = in->Varint();
  numbers_ = ReadArray<double>(numbers, in);
  is_date_ = ReadArray<std::uint8_t>(numbers, in);
  if (!in->ok() || texts >= UINT32_MAX || numbers >= UINT32_MAX) return DataLoss("cut short");
  if (!AreEnds(text_ends_, texts_.size())) return DataLoss("ends of texts are malformed");
  if (!AreEnds(set_ends_, sets_.size())) return DataLoss("ends of sets are malformed");
  for (std::uint32_t i = 0; i < text_count(); ++i) {
    SIGNPOST_RETURN_IF_ERROR(EncodedDocSet::Check(Slice(sets_, set_ends_, i), doc_count));
  }
  SIGNPOST_ASSIGN_OR_RETURN(text_codes_, Codes::Read(doc_count, text_count(), in));
  SIGNPOST_ASSIGN_OR_RETURN(number_codes_, Codes::Read(doc_count, number_count(), in));
  return in->done() ? absl::OkStatus() : DataLoss("bytes behind the end");
}

std::string_view Column::Text(std::uint32_t code) const { return Slice(texts_, text_ends_, code); }

CodeRange Column::FindText(std::string_view folded) const {
  const std::uint32_t begin =
      LowerBound(text_count(), [&](std::uint32_t i) { return text::FoldValue(Text(i)) < folded; });
  std::uint32_t end = begin;
  while (end < text_count() && text::FoldValue(Text(end)) == folded) ++end;
  return {begin, end};
}

CodeRange Column::FindNumbers(double low, double high) const {
  return {LowerBound(number_count(), [&](std::uint32_t i) { return numbers_[i] < low; }),
          LowerBound(number_count(), [&](std::uint32_t i) { return numbers_[i] <= high; })};
}

EncodedDocSet Column::Documents(std::uint32_t text_code) const {
  return EncodedDocSet(Slice(sets_, set_ends_, text_code));
}

ColumnValues Column::Values(DocId doc) const {
  if (const ColumnValues* changed = changes_ == nullptr ? nullptr : changes_->values.Find(doc)) return *changed;
  ColumnValues out;
  text_codes_.ForEach(doc, [&](std::uint32_t code) { out.texts.emplace_back(Text(code)); });
  number_codes_.ForEach(doc, [&](std::uint32_t code) { out.numbers.push_back(Number(code)); });
  std::sort(out.texts.begin(), out.texts.end());
  return out;
}

std::optional<double> Column::Number(DocId doc) const {
  std::optional<double> out;
  ForEachNumber(doc, [&](double number) {
    if (!out) out = number;
  });
  return out;
}

std::optional<std::string_view> Column::Text(DocId doc) const {
  std::optional<std::string_view> out;
  if (const ColumnValues* changed = changes_ == nullptr ? nullptr : changes_->values.Find(doc)) {
    const auto first = std::min_element(changed->texts.begin(), changed->texts.end(), text::FoldedBefore);
    if (first != changed->texts.end()) out = *first;
    return out;
  }
  text_codes_.ForEach(doc, [&](std::uint32_t code) {
    if (!out) out = Text(code);
  });
  return out;
}

absl::StatusOr<Columns> Columns::Open(std::string_view bytes, std::uint32_t doc_count) {
  Columns out;
  ByteReader in(bytes);
  const std::uint64_t count = in.Varint();
  if (count > limits::kMaxColumns) return DataLoss("reading columns: ", count, ", the limit is ", limits::kMaxColumns);
  for (std::uint64_t i = 0; i < count; ++i) {
    Column& column = out.columns_.emplace_back();
    column.spec_.name = in.String();
    column.spec_.texts = in.Varint() != 0;
    const std::string_view of_column = in.String();
    column.bytes_ = of_column.size();
    ByteReader part(of_column);
    if (absl::Status opened = column.Open(doc_count, &part); !opened.ok()) {
      return Annotate(opened, StrCat("reading column ", Quoted(column.name())));
    }
    if (i > 0 && out.columns_[i - 1].name() >= column.name()) return DataLoss("reading columns: not in order");
  }
  if (!in.ok() || !in.done()) return DataLoss("reading columns: malformed");
  return out;
}

Columns Columns::WithChanges(const std::vector<std::shared_ptr<const ColumnChanges>>& changes) const {
  Columns out = *this;
  for (std::size_t i = 0; i < changes.size(); ++i) out.columns_[i].changes_ = changes[i];
  return out;
}

const Column* Columns::Find(std::string_view name) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const Column& c) { return c.name() == name; });
  return found == columns_.end() ? nullptr : &*found;
}

}  // namespace signpost::segment
