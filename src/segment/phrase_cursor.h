// SPDX-License-Identifier: Apache-2.0
// phrase_cursor.h — the documents in which terms stand side by side in one field, and where.
//
// Threads:  one thread.
// Cost:     linear in the postings of the terms.
#ifndef SIGNPOST_SEGMENT_PHRASE_CURSOR_H_
#define SIGNPOST_SEGMENT_PHRASE_CURSOR_H_

#include <vector>

#include "base/ids.h"
#include "postings/posting_list.h"
#include "segment/segment.h"

namespace signpost::segment {

// Walks over the documents of a phrase in ascending order, like PostingCursor over those of a term. A phrase of one term is
// that term.
class PhraseCursor {
 public:
  // REQUIRES: terms not empty; `segment` outlives the cursor.
  PhraseCursor(const Segment& segment, const std::vector<TermId>& terms);

  // As PostingCursor.
  bool Next();
  bool SeekTo(DocId target);
  DocId doc() const { return cursors_.front().doc(); }
  // Where the phrase stands in doc(), by field, then position; the span covers all its terms.
  const std::vector<postings::Occurrence>& occurrences() const { return occurrences_; }

 private:
  bool Settle();  // moves on from the first term's document to the next one that holds the phrase
  bool FindPhrase();

  std::vector<postings::PostingCursor> cursors_;
  std::vector<postings::Occurrence> occurrences_;
  std::vector<postings::Occurrence> of_term_;  // reused
  bool started_ = false;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_PHRASE_CURSOR_H_
