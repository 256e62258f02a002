// SPDX-License-Identifier: Apache-2.0
#include "filter/term.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "filter/evaluate.h"
#include "text/value_fold.h"

namespace signpost::filter {
namespace {

using segment::CodeRange;
using segment::Column;
using segment::DocSet;

std::optional<double> WholeNumber(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value + 0.0;
}

}  // namespace

Term::Term(const Filter& filter, const segment::Segment& segment) : segment_(&segment) {
  const bool is_value = filter.kind == Filter::Kind::kValue;
  if (is_value && filter.attribute == kObjectIdAttribute) {
    docs_ = segment.Find(filter.value);
    std::sort(docs_.begin(), docs_.end());
    return;
  }
  column_ = segment.columns().Find(filter.attribute);
  if (is_value && column_ == nullptr && filter.attribute == kLangAttribute) {
    if (text::FoldValue(filter.value) != text::FoldValue(segment.meta().lang)) return;
    docs_ = DocSet::All(segment.doc_count()).ToVector();
    return;
  }
  if (column_ == nullptr) return;
  low_ = filter.low;
  high_ = filter.high;
  if (is_value) {
    folded_ = text::FoldValue(filter.value);
    wants_texts_ = true;
    texts_ = column_->FindText(folded_);
    const std::optional<double> number = WholeNumber(filter.value);
    low_ = number.value_or(0);
    high_ = number.value_or(-1);
  }
  if (low_ <= high_) numbers_ = column_->FindNumbers(low_, high_);
}

std::uint32_t Term::Estimate() const {
  if (column_ == nullptr) return static_cast<std::uint32_t>(docs_.size());
  std::uint64_t count = 0;
  for (std::uint32_t code = texts_.begin; code < texts_.end; ++code) count += column_->Documents(code).count();
  if (!numbers_.empty()) count += segment_->doc_count();
  if (column_->changes() != nullptr) count += column_->changes()->values.size();
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(count, segment_->doc_count()));
}

DocSet Term::Documents() const {
  if (column_ == nullptr) return DocSet::Of(docs_);
  DocSet out;
  bool first = true;
  for (std::uint32_t code = texts_.begin; code < texts_.end; ++code) {
    if (first) {
      out = column_->Documents(code).Decode();
    } else {
      out.Or(column_->Documents(code).Decode());
    }
    first = false;
  }
  if (!numbers_.empty()) out.Or(column_->number_codes().Find(numbers_));
  if (column_->changes() != nullptr) {
    out.AndNot(column_->changes()->docs);
    column_->changes()->values.ForEach([&](DocId doc, const segment::ColumnValues& values) {
      if (IsIn(values)) out.Add(doc);
    });
  }
  return out;
}

bool Term::IsIn(const segment::ColumnValues& values) const {
  return (wants_texts_ && std::any_of(values.texts.begin(), values.texts.end(),
                                      [&](const std::string& text) { return text::FoldValue(text) == folded_; })) ||
         std::any_of(values.numbers.begin(), values.numbers.end(),
                     [&](const segment::ColumnNumber& n) { return n.value >= low_ && n.value <= high_; });
}

bool Term::Has(DocId doc) const {
  if (column_ == nullptr) return std::binary_search(docs_.begin(), docs_.end(), doc);
  if (column_->changes() != nullptr) {
    if (const segment::ColumnValues* values = column_->changes()->values.Find(doc)) return IsIn(*values);
  }
  bool found = false;
  if (!texts_.empty()) {
    column_->text_codes().ForEach(doc, [&](std::uint32_t code) { found |= texts_.Contains(code); });
  }
  if (!numbers_.empty()) {
    column_->number_codes().ForEach(doc, [&](std::uint32_t code) { found |= numbers_.Contains(code); });
  }
  return found;
}

}  // namespace signpost::filter
