// SPDX-License-Identifier: Apache-2.0
#include "segment/phrase_cursor.h"

#include <algorithm>

namespace signpost::segment {

using postings::Occurrence;

PhraseCursor::PhraseCursor(const Segment& segment, const std::vector<TermId>& terms) {
  for (TermId term : terms) cursors_.push_back(segment.Postings(term));
}

bool PhraseCursor::Next() {
  started_ = true;
  return cursors_.front().Next() && Settle();
}

bool PhraseCursor::SeekTo(DocId target) {
  if (started_ && !occurrences_.empty() && doc() >= target) return true;
  started_ = true;
  return cursors_.front().SeekTo(target) && Settle();
}

bool PhraseCursor::Settle() {
  do {
    bool all = true;
    for (std::size_t i = 1; i < cursors_.size() && all; ++i) {
      if (!cursors_[i].SeekTo(doc())) return false;
      all = cursors_[i].doc() == doc();
    }
    if (all && FindPhrase()) return true;
  } while (cursors_.front().Next());
  return false;
}

// Extends every place of the first term by the terms that follow it.
bool PhraseCursor::FindPhrase() {
  occurrences_.clear();
  cursors_.front().AppendOccurrences(&occurrences_);
  for (std::size_t i = 1; i < cursors_.size(); ++i) {
    of_term_.clear();
    cursors_[i].AppendOccurrences(&of_term_);
    std::size_t kept = 0;
    for (Occurrence so_far : occurrences_) {
      const std::uint32_t next = so_far.position + so_far.span;
      auto follows = std::find_if(of_term_.begin(), of_term_.end(),
                                  [&](const Occurrence& o) { return o.field == so_far.field && o.position == next; });
      if (follows == of_term_.end()) continue;
      so_far.span = static_cast<std::uint16_t>(so_far.span + follows->span);
      occurrences_[kept++] = so_far;
    }
    occurrences_.resize(kept);
  }
  return !occurrences_.empty();
}

}  // namespace signpost::segment
