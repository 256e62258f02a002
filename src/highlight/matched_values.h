// SPDX-License-Identifier: Apache-2.0
// matched_values.h — the values of a document's fields with the places that matched in them, by their token offsets.
//
// Threads:  one thread.
// Cost:     linear in the matches; of a value's units those that are looked at.
#ifndef SIGNPOST_HIGHLIGHT_MATCHED_VALUES_H_
#define SIGNPOST_HIGHLIGHT_MATCHED_VALUES_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "highlight/context.h"
#include "match/doc_match.h"
#include "segment/segment.h"

namespace signpost::highlight {

class MatchedValues {
 public:
  struct Field {
    int id = -1;  // -1: the attribute is not searched
    segment::FieldOffsets offsets;
  };

  // Everything given must outlive it; `scratch` serves one at a time.
  MatchedValues(const Context& context, const segment::Segment& segment, const match::DocMatch& match,
                Scratch* scratch);

  Field Open(std::string_view name);

  bool AnyIn(const Field& field) const { return field.id >= 0 && !MatchesOf(field).empty(); }
  bool AnyIn(const Field& field, std::size_t value) const;

  // Fills units() with those of a value, and places() with the matches in it, by unit; with none when there is no such value.
  void OpenValue(const Field& field, std::size_t value, std::string_view text);

  segment::UnitTable& units() { return scratch_.units; }
  std::vector<Place>& places() { return scratch_.places; }
  // The bytes that are marked for a match. REQUIRES: `place` is of the open value, whose text is `text`.
  Mark MarkOf(const Place& place, std::string_view text);
  std::uint32_t EndUnit(const Place& place) const { return place.unit + match_.occurrences[place.occurrence].span; }

  const match::DocMatch& match() const { return match_; }

 private:
  const std::vector<std::uint64_t>& MatchesOf(const Field& field) const {
    return scratch_.matches[static_cast<std::size_t>(field.id)];
  }
  bool IsInner(TermId term) const { return Raw(term) >= scratch_.inner_begin && Raw(term) < scratch_.inner_end; }

  const Context& context_;
  const segment::Segment& segment_;
  const match::DocMatch& match_;
  Scratch& scratch_;
};

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_MATCHED_VALUES_H_
