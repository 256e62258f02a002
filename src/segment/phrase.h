// SPDX-License-Identifier: Apache-2.0
// phrase.h — terms that stand side by side in one field.
//
// Threads:  functions of their arguments.
#ifndef SIGNPOST_SEGMENT_PHRASE_H_
#define SIGNPOST_SEGMENT_PHRASE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "base/ids.h"
#include "postings/term_vector.h"
#include "segment/live_segment.h"

namespace signpost::segment {

// The live documents that hold a phrase, ascending, and what it counts in each at most (postings/impact.h).
struct PhraseDocuments {
  std::vector<std::uint32_t> docs;
  std::vector<std::uint8_t> impacts;
};

// Returns the documents that hold `terms` side by side. Looks at `*budget` documents at most, which is counted down; at 0, what
// was not seen is left out. REQUIRES: two terms or more.
// Cost: a step through the rarest term's list, a search in the others for each, and a look into each document that has all.
PhraseDocuments FindPhrase(const LiveSegment& live, std::span<const TermId> terms, std::uint64_t* budget);

// The live documents of a list.
PhraseDocuments LiveDocuments(const LiveSegment& live, postings::PostingCursor* list);

// Leaves of `places`, occurrences of what stands so far, those that `next` follows, and extends them by it. Both by field, then
// position.
void ExtendPhrase(std::span<const postings::Occurrence> next, std::vector<postings::Occurrence>* places);

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_PHRASE_H_
