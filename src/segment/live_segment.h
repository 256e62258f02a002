// SPDX-License-Identifier: Apache-2.0
// live_segment.h — a segment and which of its documents are removed. Everything is counted over the live ones, so that
// answers do not depend on when a merge took the removed ones away.
//
// Threads:  immutable; const methods may run concurrently.
#ifndef SIGNPOST_SEGMENT_LIVE_SEGMENT_H_
#define SIGNPOST_SEGMENT_LIVE_SEGMENT_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "base/ids.h"
#include "segment/doc_set.h"
#include "segment/segment.h"

namespace signpost::segment {

// The removed documents of a segment (tombstones) and the counts without them.
struct Removed {
  std::vector<bool> docs;  // by DocId
  DocSet set;              // the same
  std::uint32_t count = 0;
  std::vector<std::uint32_t> document_counts;  // by TermId
  std::vector<std::uint32_t> class_counts;     // by ClassId
  std::vector<std::uint64_t> field_lengths;    // by FieldId
  std::uint64_t section_count = 0;

  std::uint64_t heap_bytes() const {
    return docs.size() / 8 + (document_counts.size() + class_counts.size()) * sizeof(std::uint32_t) +
           field_lengths.size() * sizeof(std::uint64_t);
  }
};

class LiveSegment {
 public:
  explicit LiveSegment(std::shared_ptr<const Segment> segment, std::shared_ptr<const Removed> removed = nullptr)
      : segment_(std::move(segment)), removed_(std::move(removed)) {}

  // Returns the same segment without `docs` too. Cost: a copy of the counts, and the terms of the documents removed.
  LiveSegment Without(const std::vector<DocId>& docs) const;

  // Returns the same documents of `segment`, which is this one with other changes.
  LiveSegment Of(std::shared_ptr<const Segment> segment) const { return LiveSegment(std::move(segment), removed_); }

  const Segment& segment() const { return *segment_; }
  const std::shared_ptr<const Segment>& shared() const { return segment_; }
  const Removed* removed() const { return removed_.get(); }

  bool IsLive(DocId doc) const { return removed_ == nullptr || !removed_->docs[Raw(doc)]; }
  std::uint32_t live_count() const { return segment_->doc_count() - (removed_ == nullptr ? 0 : removed_->count); }
  std::uint32_t DocumentCount(TermId term) const {
    return removed_ == nullptr ? segment_->DocumentCount(term) : removed_->document_counts[Raw(term)];
  }
  // Documents that hold any term of a class.
  std::uint32_t DocumentCount(ClassId id) const {
    return removed_ == nullptr ? segment_->DocumentCount(id) : removed_->class_counts[Raw(id)];
  }
  // Summed over terms.
  std::uint64_t DocumentCount(lexicon::TermRange terms) const {
    std::uint64_t sum = 0;
    for (std::uint32_t t = terms.begin; t < terms.end; ++t) sum += DocumentCount(TermId{t});
    return sum;
  }
  std::uint64_t FieldLength(FieldId field) const {
    return removed_ == nullptr ? segment_->meta().field_lengths[Raw(field)] : removed_->field_lengths[Raw(field)];
  }
  std::uint64_t section_count() const {
    return removed_ == nullptr ? segment_->meta().section_count : removed_->section_count;
  }

 private:
  std::shared_ptr<const Segment> segment_;
  std::shared_ptr<const Removed> removed_;  // null: none
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_LIVE_SEGMENT_H_
