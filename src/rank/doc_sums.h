// SPDX-License-Identifier: Apache-2.0
// doc_sums.h — what is known of the documents of a segment while words are summed up: one record for each, and a list of
// those that are in use.
//
// Why:      a record fits half a cache line, so a posting costs one miss; the memory belongs to the thread and is cleared
//           document by document, so a query allocates nothing and pays for what it touched alone.
// Threads:  one thread.
#ifndef SIGNPOST_RANK_DOC_SUMS_H_
#define SIGNPOST_RANK_DOC_SUMS_H_

#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "match/hit_policy.h"

namespace signpost::rank {

struct DocSum {
  // Of the current word:
  float pooled = 0;
  std::uint8_t edits = 0;  // fewest
  bool says_word = false;  // it holds the word or what says the same
  // Of all words:
  bool in_title = false;
  bool seen = false;
  float score = 0;
  float proximity = 0;  // at most
  match::Held held;
};
static_assert(sizeof(DocSum) <= 32);

// The sums of one segment.
struct SegmentSums {
  std::vector<DocSum> docs;    // by DocId; all zero but for those in `all` and `of_word`
  std::vector<DocId> of_word;  // documents of the current word
  std::vector<DocId> all;      // documents of any word, in no order
};

// Lends the sums of this thread, cleared again at the end of its life. One at a time in each thread.
class BorrowedSums {
 public:
  // Room for segments of these sizes.
  explicit BorrowedSums(const std::vector<std::uint32_t>& doc_counts) : segments_(OfThisThread()) {
    if (segments_.size() < doc_counts.size()) segments_.resize(doc_counts.size());
    for (std::size_t s = 0; s < doc_counts.size(); ++s) {
      if (segments_[s].docs.size() < doc_counts[s]) segments_[s].docs.resize(doc_counts[s]);
    }
  }
  ~BorrowedSums() {
    for (SegmentSums& segment : segments_) {
      for (DocId doc : segment.of_word) segment.docs[Raw(doc)] = {};
      for (DocId doc : segment.all) segment.docs[Raw(doc)] = {};
      segment.of_word.clear();
      segment.all.clear();
    }
  }
  BorrowedSums(const BorrowedSums&) = delete;
  BorrowedSums& operator=(const BorrowedSums&) = delete;

  SegmentSums& operator[](std::size_t segment) { return segments_[segment]; }

 private:
  static std::vector<SegmentSums>& OfThisThread() {
    thread_local std::vector<SegmentSums> segments;
    return segments;
  }

  std::vector<SegmentSums>& segments_;
};

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_DOC_SUMS_H_
