// SPDX-License-Identifier: Apache-2.0
// slot_postings.h — everything in a segment that a word of the query may stand for.
#ifndef SIGNPOST_MATCH_SLOT_POSTINGS_H_
#define SIGNPOST_MATCH_SLOT_POSTINGS_H_

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "base/deadline.h"
#include "base/ids.h"
#include "base/limits.h"
#include "query/plan.h"
#include "segment/live_segment.h"
#include "segment/phrase_cursor.h"

namespace signpost::match {

// How often something stands in each field of a document.
struct Frequencies {
  std::uint32_t mask = 0;  // fields that hold it
  std::array<std::uint32_t, limits::kMaxFields> of_field{};

  // Calls use(FieldId, frequency) for each field that holds it, ascending.
  template <typename Use>
  void ForEach(Use use) const {
    for (std::uint32_t rest = mask; rest != 0; rest &= rest - 1) {
      const auto field = static_cast<std::uint8_t>(std::countr_zero(rest));
      use(FieldId{field}, of_field[field]);
    }
  }
};

// Calls visit(const Alternative&, DocId, const Frequencies&) for each of `alternatives` that segment number `number` of the
// corpus holds, in their order, and each live document that holds it in a field in which it matches, ascending. Stops
// when the deadline passes.
template <typename Visit>
void ForEachPosting(const segment::LiveSegment& live, std::uint32_t number,
                    const std::vector<query::Alternative>& alternatives, Deadline* deadline, Visit visit) {
  Frequencies frequencies;
  for (const query::Alternative& alternative : alternatives) {
    for (const query::Alternative::InSegment& place : alternative.places) {
      if (place.segment != number) continue;
      if (place.terms.size() == 1) {
        postings::PostingCursor cursor = live.segment().Postings(place.terms.front());
        while (cursor.Next()) {
          if (deadline->PassedInLoop()) return;
          frequencies.mask = cursor.field_mask() & alternative.fields;
          if (frequencies.mask == 0 || !live.IsLive(cursor.doc())) continue;
          for (std::uint32_t rest = frequencies.mask; rest != 0; rest &= rest - 1) {
            const auto field = static_cast<std::uint8_t>(std::countr_zero(rest));
            frequencies.of_field[field] = cursor.frequency(FieldId{field});
          }
          visit(alternative, cursor.doc(), frequencies);
        }
      } else {
        segment::PhraseCursor cursor(live.segment(), place.terms);
        while (cursor.Next()) {
          if (deadline->PassedInLoop()) return;
          if (!live.IsLive(cursor.doc())) continue;
          frequencies = {};
          for (const postings::Occurrence& occurrence : cursor.occurrences()) {
            frequencies.mask |= 1u << Raw(occurrence.field);
            ++frequencies.of_field[Raw(occurrence.field)];
          }
          visit(alternative, cursor.doc(), frequencies);
        }
      }
    }
  }
}

}  // namespace signpost::match

#endif  // SIGNPOST_MATCH_SLOT_POSTINGS_H_
