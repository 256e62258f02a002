// SPDX-License-Identifier: Apache-2.0
// prefix_lists.h — posting lists of beginnings: of each that more than limits::kMaxPrefixTerms terms begin with, the
// documents that hold any of these terms.
//
// Why:      one letter begins thousands of terms. With these lists no beginning costs more than so many lists, or one.
// Bytes:    kPrefixRanges: a PrefixRange for each, by begin ascending, then end descending. kPrefixPostings:
//           postings/posting_list.h, with the impacts of all terms of a beginning pooled.
// Threads:  the builder belongs to one thread.
#ifndef SIGNPOST_SEGMENT_PREFIX_LISTS_H_
#define SIGNPOST_SEGMENT_PREFIX_LISTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.h"
#include "lexicon/lexicon.h"
#include "segment/sections.h"

namespace signpost::segment {

// A beginning, known by the TermIds [begin, end) of its terms.
struct PrefixRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t document_count = 0;
  std::uint32_t unused = 0;
  std::uint64_t postings_end = 0;  // in kPrefixPostings
};

class PrefixListsBuilder {
 public:
  explicit PrefixListsBuilder(const lexicon::Lexicon& lexicon);

  // Adds a term of the document that EndDocument will name, with its pooled frequency.
  void Add(TermId term, double pooled, bool in_title);
  // REQUIRES: documents ascending from call to call.
  void EndDocument(std::uint32_t doc);

  void Write(std::uint32_t doc_count, OwnedSections* out) const;

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct List {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t parent = kNone;  // the next shorter beginning with a list
    bool touched = false;          // by the current document
    bool in_title = false;
    double pooled = 0;
    std::vector<std::uint32_t> docs;
    std::vector<std::uint8_t> impacts;
  };
  void AddRange(const lexicon::Lexicon& lexicon, std::uint32_t begin, std::uint32_t end, std::size_t bytes,
                std::uint32_t parent);

  std::vector<List> lists_;
  std::vector<std::uint32_t> list_of_;  // by TermId: the longest beginning with a list, or kNone
  std::vector<std::uint32_t> touched_;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_PREFIX_LISTS_H_
