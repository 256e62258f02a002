// SPDX-License-Identifier: Apache-2.0
// doc_sums.h — what is known of the documents of a segment while words are summed up: one record for each, and a list of
// those that are in use.
//
// Why:      a record fits half a cache line, so a document costs one miss; the memory belongs to the thread and is cleared
//           document by document, so a query allocates nothing and pays for what it touched alone.
// Threads:  one thread.
#ifndef SIGNPOST_RANK_DOC_SUMS_H_
#define SIGNPOST_RANK_DOC_SUMS_H_

#include <cstdint>
#include <vector>

#include "match/hit_policy.h"
#include "rank/score_formula.h"

namespace signpost::rank {

struct DocSum {
  ScoreBound bound;
  float information = 0;
  std::uint16_t edits = 0;
  bool seen = false;    // it holds any word
  bool scored = false;  // in full
  std::uint64_t words = 0;

  void Add(const match::Held& word, std::uint8_t word_edits) {
    information += word.information;
    edits = static_cast<std::uint16_t>(edits + word_edits);
    words |= word.words;
  }
  match::Held held() const { return {.information = information, .edits = edits, .words = words}; }
};
static_assert(sizeof(DocSum) <= 32);

// The sums of one segment.
struct SegmentSums {
  std::vector<DocSum> docs;        // by document; all zero but for those in `all`
  std::vector<std::uint32_t> all;  // documents that hold any word, in no order
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
      for (const std::uint32_t doc : segment.all) segment.docs[doc] = {};
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
