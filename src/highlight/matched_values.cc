// SPDX-License-Identifier: Apache-2.0
#include "highlight/matched_values.h"

#include <algorithm>

#include "base/radix_sort.h"
#include "highlight/word_mark.h"
#include "text/inner_parts.h"

namespace signpost::highlight {
namespace {
// From so many on, sorting by digits is faster than by comparisons.
constexpr std::size_t kManyMatches = 64;
}  // namespace

MatchedValues::MatchedValues(const Context& context, const segment::Segment& segment, const match::DocMatch& match,
                             Scratch* scratch)
    : context_(context), segment_(segment), match_(match), scratch_(*scratch) {
  scratch_.offsets.Read(segment_.Offsets(match_.doc), segment_.field_count());
  if (scratch_.inner_of != &segment_) {
    const char mark[] = {text::kPieceMark, '\0'};
    const auto inner = segment_.lexicon().Prefix(mark);
    scratch_.inner_begin = inner.begin;
    scratch_.inner_end = inner.end;
    scratch_.inner_of = &segment_;
  }
  for (std::vector<std::uint64_t>& matches : scratch_.matches) matches.clear();
  for (std::uint32_t i = 0; i < match_.occurrences.size(); ++i) {
    const match::SlotOccurrence& occurrence = match_.occurrences[i];
    if (Raw(occurrence.field) >= segment_.field_count() || !context_.plan.slots[occurrence.slot].marked) continue;
    scratch_.matches[Raw(occurrence.field)].push_back(std::uint64_t{occurrence.position} << 32 | i);
  }
  // Of several at one place the order stays: by slot, then alternative.
  for (std::vector<std::uint64_t>& matches : scratch_.matches) {
    if (std::is_sorted(matches.begin(), matches.end())) continue;
    if (matches.size() < kManyMatches) {
      std::sort(matches.begin(), matches.end());
    } else {
      const std::uint64_t last = *std::max_element(matches.begin(), matches.end()) >> 32;
      RadixSort(&matches, &scratch_.sorting, last, [](std::uint64_t m) { return m >> 32; });
    }
  }
}

MatchedValues::Field MatchedValues::Open(std::string_view name) {
  const std::vector<std::string>& fields = segment_.meta().fields;
  const auto found = std::find(fields.begin(), fields.end(), name);
  if (found == fields.end()) return {};
  const auto id = static_cast<std::uint32_t>(found - fields.begin());
  return {.id = static_cast<int>(id), .offsets = scratch_.offsets.Field(id)};
}

bool MatchedValues::AnyIn(const Field& field, std::size_t value) const {
  if (value >= field.offsets.value_count()) return false;
  const segment::ValueOffsets& offsets = field.offsets[value];
  const std::vector<std::uint64_t>& matches = MatchesOf(field);
  const auto from = std::lower_bound(matches.begin(), matches.end(), std::uint64_t{offsets.position_begin} << 32);
  return from != matches.end() && static_cast<std::uint32_t>(*from >> 32) - offsets.position_begin < offsets.unit_count;
}

void MatchedValues::OpenValue(const Field& field, std::size_t value, std::string_view text) {
  places().clear();
  if (value >= field.offsets.value_count()) return units().Open({}, 0);
  units().Open(field.offsets[value], text.size());
  const std::uint32_t base = field.offsets[value].position_begin;
  const std::vector<std::uint64_t>& matches = MatchesOf(field);
  auto from = std::lower_bound(matches.begin(), matches.end(), std::uint64_t{base} << 32);
  for (; from != matches.end(); ++from) {
    const std::uint32_t unit = static_cast<std::uint32_t>(*from >> 32) - base;
    if (unit >= units().size()) break;
    const auto number = static_cast<std::uint32_t>(*from);
    const match::SlotOccurrence& occurrence = match_.occurrences[number];
    if (unit + occurrence.span <= units().size()) places().push_back({number, occurrence.slot, unit});
  }
}

Mark MatchedValues::MarkOf(const Place& place, std::string_view text) {
  const match::SlotOccurrence& occurrence = match_.occurrences[place.occurrence];
  const query::Slot& slot = context_.plan.slots[occurrence.slot];
  const query::Alternative& alternative = slot.alternatives[occurrence.alternative];
  const std::uint32_t begin = units()[place.unit].begin;
  const std::uint32_t end = units()[place.unit + occurrence.span - 1].end;
  const bool inner = IsInner(occurrence.term);
  const bool compound = alternative.kind == AlternativeKind::kCompound;
  if (context_.options.whole_words || (!inner && !compound && alternative.typed_bytes == 0)) return {begin, end};
  std::string_view word = text.substr(begin, end - begin);
  if (inner && occurrence.span == 1) word = text::InnerPartOf(word, segment_.lexicon().Term(occurrence.term));
  if (compound) word = CompoundPart(word, segment_.lexicon().Term(occurrence.term), slot, context_);
  if (alternative.typed_bytes > 0) word = TypedPart(word, alternative, context_);
  const auto first = static_cast<std::uint32_t>(word.data() - text.data());
  return {first, first + static_cast<std::uint32_t>(word.size())};
}

}  // namespace signpost::highlight
