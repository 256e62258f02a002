// SPDX-License-Identifier: Apache-2.0
#include "facet/tally.h"

#include <algorithm>
#include <utility>

#include <absl/container/flat_hash_map.h>

#include "base/strings.h"
#include "segment/column_values.h"
#include "text/value_fold.h"

namespace signpost::facet {
namespace {

using segment::Column;
using segment::EncodedDocSet;

// What a part of 65,536 documents of a bitmap costs, in documents looked at one by one.
constexpr std::uint64_t kDocsPerContainer = 300;

// True when counting by sets of documents is less work than looking at each hit.
bool CountsBySets(const Column& column, std::uint32_t doc_count, std::size_t hits) {
  if (column.text_count() > hits / 8) return false;
  const std::uint64_t containers = doc_count / 65'536 + 1;
  std::uint64_t work = hits / 2;  // the set of the hits
  for (std::uint32_t code = 0; code < column.text_count() && work < hits; ++code) {
    const EncodedDocSet docs = column.Documents(code);
    work += docs.is_bitmap() ? containers * kDocsPerContainer : docs.count();
  }
  return work < hits;
}

std::uint32_t CountIn(const EncodedDocSet& docs, const segment::DocSet& hits) {
  if (docs.is_bitmap()) return docs.Decode().CountAnd(hits);
  std::uint32_t count = 0;
  docs.ForEach([&](DocId doc) { count += hits.Contains(doc) ? 1 : 0; });
  return count;
}

bool MoreHits(const CountedValue& a, const CountedValue& b) {
  return a.count != b.count ? a.count > b.count : text::FoldedBefore(a.text, b.text);
}
bool ByText(const CountedValue& a, const CountedValue& b) { return text::FoldedBefore(a.text, b.text); }

// Moves the first `count` by `before` to the front, in order, and drops the rest.
template <typename Before>
void KeepFirst(std::size_t count, Before before, std::vector<CountedValue>* values) {
  const auto end = values->begin() + static_cast<std::ptrdiff_t>(std::min(count, values->size()));
  if (end != values->end()) std::nth_element(values->begin(), end, values->end(), before);
  values->erase(end, values->end());
  std::sort(values->begin(), values->end(), before);
}

}  // namespace

void Tally::Add(const Column& column, std::uint32_t doc_count, SegmentHits* hits) {
  if (hits->docs().empty()) return;
  summed_ = values_.empty() && numbers_.empty();
  AddTexts(column, doc_count, hits);
  AddNumbers(column, *hits);
  summed_ = summed_ && numbers_.empty();
}

void Tally::AddTexts(const Column& column, std::uint32_t doc_count, SegmentHits* hits) {
  if (column.text_count() == 0) return;
  const bool all = hits->docs().size() == doc_count;
  if (all || CountsBySets(column, doc_count, hits->docs().size())) {
    for (std::uint32_t code = 0; code < column.text_count(); ++code) {
      const EncodedDocSet docs = column.Documents(code);
      const std::uint32_t count = all ? docs.count() : CountIn(docs, hits->set());
      if (count > 0) values_.push_back({column.Text(code), count});
    }
    return;
  }
  std::vector<std::uint32_t> counts(column.text_count());
  column.text_codes().Count(hits->docs(), &counts);
  for (std::uint32_t code = 0; code < counts.size(); ++code) {
    if (counts[code] > 0) values_.push_back({column.Text(code), counts[code]});
  }
}

void Tally::AddNumbers(const Column& column, const SegmentHits& hits) {
  if (column.number_count() == 0) return;
  std::vector<std::uint32_t> counts(column.number_count());
  column.number_codes().Count(hits.docs(), &counts);
  for (std::uint32_t code = 0; code < counts.size(); ++code) {
    const segment::ColumnNumber number = column.Number(code);
    if (counts[code] > 0 && !number.is_date) numbers_.push_back({number.value, counts[code]});
  }
}

// Leaves each number once, ascending, so that sums do not depend on how documents lie in segments.
void Tally::SumNumbers() {
  std::sort(numbers_.begin(), numbers_.end(),
            [](const CountedNumber& a, const CountedNumber& b) { return a.value < b.value; });
  std::vector<CountedNumber> summed;
  for (const CountedNumber& number : numbers_) {
    if (summed.empty() || summed.back().value != number.value) {
      summed.push_back(number);
    } else {
      summed.back().count += number.count;
    }
  }
  numbers_ = std::move(summed);
}

const std::vector<CountedValue>& Tally::Values() {
  if (summed_) return values_;
  SumNumbers();
  number_texts_.clear();
  number_texts_.reserve(numbers_.size());  // the values hold views of its elements
  absl::flat_hash_map<std::string_view, std::uint64_t, StringHash, std::equal_to<>> counts;
  for (const CountedValue& value : values_) counts[value.text] += value.count;
  for (const CountedNumber& number : numbers_) {
    counts[number_texts_.emplace_back(segment::NumberText(number.value))] += number.count;
  }
  values_.clear();
  for (const auto& [text, count] : counts) values_.push_back({text, count});
  summed_ = true;
  return values_;
}

std::optional<FacetStats> Tally::Stats() {
  if (numbers_.empty()) return std::nullopt;
  SumNumbers();
  FacetStats out{.min = numbers_.front().value, .max = numbers_.back().value};
  std::uint64_t count = 0;
  for (const CountedNumber& number : numbers_) {
    out.sum += number.value * static_cast<double>(number.count);
    count += number.count;
  }
  out.avg = out.sum / static_cast<double>(count);
  return out;
}

std::vector<FacetValue> ShownValues(const std::vector<CountedValue>& values, std::size_t limit, FacetSort sort,
                                    const FacetValueOrder* order) {
  std::vector<CountedValue> first;
  std::vector<CountedValue> rest = values;
  if (order != nullptr) {
    StringMap<std::size_t> places;
    for (const std::string& text : order->order) places.try_emplace(text, places.size());
    const StringSet hidden(order->hide.begin(), order->hide.end());
    std::erase_if(rest, [&](const CountedValue& value) {
      if (hidden.contains(value.text)) return true;
      if (!places.contains(value.text)) return false;
      first.push_back(value);
      return true;
    });
    std::sort(first.begin(), first.end(), [&](const CountedValue& a, const CountedValue& b) {
      return places.find(a.text)->second < places.find(b.text)->second;
    });
    if (order->rest == FacetValueOrder::Rest::kHidden) rest.clear();
    sort = order->rest == FacetValueOrder::Rest::kAlpha ? FacetSort::kAlpha : FacetSort::kCount;
  }
  if (first.size() > limit) first.resize(limit);
  if (sort == FacetSort::kAlpha) {
    KeepFirst(limit - first.size(), ByText, &rest);
  } else {
    KeepFirst(limit - first.size(), MoreHits, &rest);
  }
  first.insert(first.end(), rest.begin(), rest.end());
  std::vector<FacetValue> out;
  for (const CountedValue& value : first) out.push_back({std::string(value.text), value.count});
  return out;
}

}  // namespace signpost::facet
