// SPDX-License-Identifier: Apache-2.0
// slot_reader.h — the documents of a segment that hold a word of the query, as anything that it may stand for.
//
// Holds:    for each document bounds alone: what the word counts there at most. Positions and exact counts are doc_match.h's.
// How:      two ways. All documents: the lists of the alternatives are united, in a bitmap and a number for each document when
//           they are many. Of given documents those that hold it: each list is searched for them, or they in it,
//           whichever is shorter.
// Threads:  one thread; memory for uniting belongs to the thread and is used again.
#ifndef SIGNPOST_MATCH_SLOT_READER_H_
#define SIGNPOST_MATCH_SLOT_READER_H_

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "base/deadline.h"
#include "base/ids.h"
#include "query/plan.h"
#include "segment/live_segment.h"

namespace signpost::match {

// What a document holds of a word.
struct WordBound {
  float pooled = 0;                // frequency, weighted and normalised: at most; 0: it does not hold it
  std::uint8_t edits = UINT8_MAX;  // fewest of the alternatives that it holds
  bool in_title = false;           // it may hold it there

  // Adds another alternative that it holds.
  void Add(const WordBound& other) {
    edits = std::min(edits, other.edits);
    pooled += other.pooled;
    in_title |= other.in_title;
  }
};

// Documents of one word, ascending, and what each holds.
struct WordDocuments {
  std::vector<std::uint32_t> docs;
  std::vector<WordBound> bounds;
};

// A bit for each document of a segment.
struct DocumentMarks {
  std::vector<std::uint64_t> held;
  std::vector<std::uint64_t> in_title;

  explicit DocumentMarks(std::uint32_t doc_count) : held(doc_count / 64 + 1), in_title(doc_count / 64 + 1) {}

  bool Held(std::uint32_t doc) const { return (held[doc / 64] >> (doc % 64) & 1) != 0; }

  void Add(std::uint32_t doc, bool title) {
    held[doc / 64] |= std::uint64_t{1} << (doc % 64);
    in_title[doc / 64] |= std::uint64_t{title} << (doc % 64);
  }
};

class SlotReader {
 public:
  // `number`: of the segment in the corpus of the plan. `impact_factor`: how many times more something may count than its
  // impact says. All references must outlive the reader.
  SlotReader(const segment::LiveSegment& live, std::uint32_t number, double impact_factor, Deadline* deadline)
      : live_(live), number_(number), impact_factor_(impact_factor), deadline_(deadline) {}

  // Replaces `out` by the live documents that hold the word. Stops when the deadline passes.
  void ReadAll(const query::Slot& slot, WordDocuments* out) const;

  // Sets the bits of the live documents that hold the word, and of those that may hold it in the title. REQUIRES: room for all
  // documents. Stops when the deadline passes. Cost: less than a nanosecond a document.
  void Mark(const query::Slot& slot, DocumentMarks* out) const;

  // Adds to bounds[i] what docs[i] holds of the word. REQUIRES: docs ascending, as many bounds.
  void Probe(const query::Slot& slot, std::span<const std::uint32_t> docs, std::span<WordBound> bounds) const;

  // Bounds what the word counts in any document that holds it in the title, or not there.
  WordBound Largest(const query::Slot& slot, bool in_title) const;

 private:
  class Source;

  template <typename Use>
  void ForEachSource(const query::Slot& slot, Use use) const;

  const segment::LiveSegment& live_;
  const std::uint32_t number_;
  const double impact_factor_;
  Deadline* const deadline_;
};

}  // namespace signpost::match

#endif  // SIGNPOST_MATCH_SLOT_READER_H_
