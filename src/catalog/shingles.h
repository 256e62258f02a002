// SPDX-License-Identifier: Apache-2.0
// shingles.h — a document as the set of its runs of three words, each by a hash of 64 bits (Broder 1997), read from its term vector.
//
// Words:    the units of title, headings and body; runs do not go from one field into the next. Other attributes do not count: two
//           articles may say the same under other keywords. A document of fewer words is one run.
// Threads:  one thread.
#ifndef SIGNPOST_CATALOG_SHINGLES_H_
#define SIGNPOST_CATALOG_SHINGLES_H_

#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "postings/term_vector.h"
#include "segment/segment.h"

namespace signpost::catalog {

class Shingler {
 public:
  // Hashes the terms of a segment, which must outlive the shingler.
  explicit Shingler(const segment::Segment& segment);

  // Replaces `*out` by the runs of a document, distinct and ascending.
  void Read(DocId doc, std::vector<std::uint64_t>* out);

 private:
  // A word with its place: field, position.
  struct Word {
    std::uint64_t place = 0;
    std::uint64_t hash = 0;
  };

  const segment::Segment& segment_;
  std::vector<std::uint64_t> hashes_;  // by TermId
  std::uint32_t text_fields_ = 0;      // as bits by FieldId
  std::vector<postings::Occurrence> occurrences_;
  std::vector<Word> words_;
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_SHINGLES_H_
