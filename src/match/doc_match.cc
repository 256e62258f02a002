// SPDX-License-Identifier: Apache-2.0
#include "match/doc_match.h"

#include "segment/phrase_cursor.h"

namespace signpost::match {

std::vector<DocMatch> MatchDocuments(const segment::LiveSegment& live, std::uint32_t number, const query::Plan& plan,
                                     const std::vector<DocId>& docs) {
  std::vector<DocMatch> out;
  out.reserve(docs.size());
  for (DocId doc : docs) out.push_back({doc, {}});
  for (std::uint32_t s = 0; s < plan.slots.size(); ++s) {
    const query::Slot& slot = plan.slots[s];
    for (std::uint32_t a = 0; a < slot.alternatives.size(); ++a) {
      for (const query::Alternative::InSegment& place : slot.alternatives[a].places) {
        if (place.segment != number) continue;
        segment::PhraseCursor cursor(live.segment(), place.terms);
        for (DocMatch& match : out) {
          if (!cursor.SeekTo(match.doc)) break;
          if (cursor.doc() != match.doc) continue;
          for (const postings::Occurrence& o : cursor.occurrences()) {
            if ((slot.alternatives[a].fields >> Raw(o.field) & 1) == 0) continue;
            match.occurrences.push_back({s, a, o.field, o.position, o.span});
          }
        }
      }
    }
  }
  return out;
}

}  // namespace signpost::match
