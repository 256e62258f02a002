// SPDX-License-Identifier: Apache-2.0
// doc_match.h — how one document matches a plan: which word stands where, as what. Scores, explanations and highlights of the
// documents that may be shown all come from it.
#ifndef SIGNPOST_MATCH_DOC_MATCH_H_
#define SIGNPOST_MATCH_DOC_MATCH_H_

#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "query/plan.h"
#include "segment/live_segment.h"

namespace signpost::match {

// A place in a document that stands for a word of the query.
struct SlotOccurrence {
  std::uint32_t slot = 0;         // index in Plan::slots
  std::uint32_t alternative = 0;  // index in Slot::alternatives
  FieldId field{};
  std::uint32_t position = 0;
  std::uint16_t span = 1;
};

struct DocMatch {
  DocId doc{};
  std::vector<SlotOccurrence> occurrences;  // by slot, alternative, field, position
};

// Returns the match of each of `docs`, documents of segment number `number` of the corpus, ascending.
// Cost: one walk over the postings of the plan.
std::vector<DocMatch> MatchDocuments(const segment::LiveSegment& live, std::uint32_t number, const query::Plan& plan,
                                     const std::vector<DocId>& docs);

}  // namespace signpost::match

#endif  // SIGNPOST_MATCH_DOC_MATCH_H_
