// SPDX-License-Identifier: Apache-2.0
#include "facet/tally.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <absl/container/flat_hash_map.h>

#include "base/strings.h"
#include "segment/column_values.h"
#include "text/value_fold.h"

namespace signpost::facet {
namespace {

using segment::Column;
using segment::EncodedDocSet;

// What a part of 65,536 documents of a bitmap costs to read, and at most to compare, in values counted one by one.
constexpr std::uint64_t kReadContainer = 40;
constexpr std::uint64_t kCompareContainer = 160;

// True when counting by sets of documents is less work than looking at each hit.
bool CountsBySets(const Column& column, std::uint32_t doc_count, std::size_t hits) {
  if (column.text_count() > hits / 8) return false;
  const std::uint64_t containers = doc_count / 65'536 + 1;
  std::uint64_t work = hits / 2;  // the set of the hits
  std::uint64_t values = 0;
  for (std::uint32_t code = 0; code < column.text_count(); ++code) {
    const EncodedDocSet docs = column.Documents(code);
    const std::uint64_t count = docs.count();
    const std::uint64_t compared = std::min(count / 2, containers * kCompareContainer);
    work += docs.is_bitmap() ? containers * kReadContainer + compared : count;
    values += count;
  }
  const double values_of_hits = static_cast<double>(hits) * static_cast<double>(values) / doc_count;
  return static_cast<double>(work) < values_of_hits;
}

std::uint32_t CountIn(const EncodedDocSet& docs, const segment::DocSet& hits) {
  if (docs.is_bitmap()) return docs.Decode().CountAnd(hits);
  std::uint32_t count = 0;
  docs.ForEach([&](DocId doc) { count += hits.Contains(doc) ? 1 : 0; });
  return count;
}

bool ByValue(const CountedValue& a, const CountedValue& b) {
  if (a.is_number != b.is_number) return a.is_number;
  return a.is_number ? a.number < b.number : text::FoldedBefore(a.text, b.text);
}
bool MoreHits(const CountedValue& a, const CountedValue& b) {
  return a.count != b.count ? a.count > b.count : ByValue(a, b);
}

// The number that a text is the text of.
std::optional<double> NumberOfText(std::string_view text) {
  if (text.empty() || (text.front() != '-' && (text.front() < '0' || text.front() > '9'))) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return segment::NumberText(value) == text ? std::optional(value) : std::nullopt;
}

// Moves the first `count` by `before` to the front, in order, and drops the rest.
template <typename Before>
void KeepFirst(std::size_t count, Before before, std::vector<CountedValue>* values) {
  const auto end = values->begin() + static_cast<std::ptrdiff_t>(std::min(count, values->size()));
  if (end != values->end()) std::nth_element(values->begin(), end, values->end(), before);
  values->erase(end, values->end());
  std::sort(values->begin(), values->end(), before);
}

}  // namespace

std::string CountedValue::Text() const { return is_number ? segment::NumberText(number) : std::string(text); }

void Tally::Add(const Column& column, std::uint32_t doc_count, SegmentHits* hits) {
  const segment::ColumnChanges* changes = column.changes();
  if (changes != nullptr && hits->set().CountAnd(changes->docs) > 0) {
    std::vector<DocId> same;
    std::vector<DocId> changed;
    for (const DocId doc : hits->docs()) (changes->docs.Contains(doc) ? changed : same).push_back(doc);
    AddChanged(*changes, changed);
    SegmentHits rest(same);
    AddTexts(column, doc_count, &rest);
    AddNumbers(column, rest);
  } else if (!hits->docs().empty()) {
    AddTexts(column, doc_count, hits);
    AddNumbers(column, *hits);
  }
  ++parts_;
}

void Tally::AddChanged(const segment::ColumnChanges& changes, const std::vector<DocId>& docs) {
  for (const DocId doc : docs) {
    const segment::ColumnValues& values = *changes.values.Find(doc);
    for (const std::string& text : values.texts) values_.push_back({.text = text, .count = 1});
    for (const segment::ColumnNumber& number : values.numbers) {
      if (!number.is_date) numbers_.push_back({number.value, 1});
    }
  }
  parts_ += docs.size();
}

void Tally::AddTexts(const Column& column, std::uint32_t doc_count, SegmentHits* hits) {
  if (column.text_count() == 0) return;
  const bool all = hits->docs().size() == doc_count;
  if (all || CountsBySets(column, doc_count, hits->docs().size())) {
    for (std::uint32_t code = 0; code < column.text_count(); ++code) {
      const EncodedDocSet docs = column.Documents(code);
      const std::uint32_t count = all ? docs.count() : CountIn(docs, hits->set());
      if (count > 0) values_.push_back({.text = column.Text(code), .count = count});
    }
    return;
  }
  std::vector<std::uint32_t> counts(column.text_count());
  column.text_codes().Count(hits->docs(), &counts);
  for (std::uint32_t code = 0; code < counts.size(); ++code) {
    if (counts[code] > 0) values_.push_back({.text = column.Text(code), .count = counts[code]});
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

// Leaves each number once, ascending (those of one segment are), so that sums do not depend on how documents lie in segments.
void Tally::SumNumbers() {
  if (std::exchange(numbers_summed_, true) || parts_ < 2) return;
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

// Leaves each text once.
void Tally::SumTexts() {
  if (parts_ < 2) return;
  absl::flat_hash_map<std::string_view, std::uint64_t, StringHash, std::equal_to<>> counts;
  for (const CountedValue& value : values_) counts[value.text] += value.count;
  values_.clear();
  for (const auto& [text, count] : counts) values_.push_back({.text = text, .count = count});
}

std::vector<CountedValue> Tally::TakeValues() {
  SumNumbers();
  SumTexts();
  absl::flat_hash_map<double, std::uint64_t> as_texts;
  if (!numbers_.empty()) {
    std::erase_if(values_, [&](const CountedValue& value) {
      const std::optional<double> number = NumberOfText(value.text);
      if (number) as_texts[*number] += value.count;
      return number.has_value();
    });
  }
  values_.reserve(values_.size() + numbers_.size());
  for (const CountedNumber& number : numbers_) {
    values_.push_back({.number = number.value, .is_number = true, .count = number.count});
    if (as_texts.empty()) continue;
    const auto same = as_texts.find(number.value);
    if (same == as_texts.end()) continue;
    values_.back().count += same->second;
    as_texts.erase(same);
  }
  for (const auto& [number, count] : as_texts) {
    values_.push_back({.number = number, .is_number = true, .count = count});
  }
  return std::move(values_);
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

std::vector<FacetValue> ShownValues(std::vector<CountedValue> values, std::size_t limit, FacetSort sort,
                                    const FacetValueOrder* order) {
  std::vector<CountedValue> first;
  if (order != nullptr) {
    StringMap<std::size_t> places;
    for (const std::string& text : order->order) places.try_emplace(text, places.size());
    const StringSet hidden(order->hide.begin(), order->hide.end());
    auto place_of = [&](const CountedValue& value) {
      const auto place = places.find(value.Text());
      return place == places.end() ? places.size() : place->second;
    };
    std::erase_if(values, [&](const CountedValue& value) {
      if (hidden.contains(value.Text())) return true;
      if (place_of(value) == places.size()) return false;
      first.push_back(value);
      return true;
    });
    std::sort(first.begin(), first.end(),
              [&](const CountedValue& a, const CountedValue& b) { return place_of(a) < place_of(b); });
    if (order->rest == FacetValueOrder::Rest::kHidden) values.clear();
    sort = order->rest == FacetValueOrder::Rest::kAlpha ? FacetSort::kAlpha : FacetSort::kCount;
  }
  if (first.size() > limit) first.resize(limit);
  if (sort == FacetSort::kAlpha) {
    KeepFirst(limit - first.size(), ByValue, &values);
  } else {
    KeepFirst(limit - first.size(), MoreHits, &values);
  }
  first.insert(first.end(), values.begin(), values.end());
  std::vector<FacetValue> out;
  out.reserve(first.size());
  for (const CountedValue& value : first) out.push_back({value.Text(), value.count});
  return out;
}

}  // namespace signpost::facet
