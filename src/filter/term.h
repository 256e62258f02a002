// SPDX-License-Identifier: Apache-2.0
// term.h — one value or range of numbers, looked up in one segment.
//
// Threads:  immutable; const methods may run concurrently.
#ifndef SIGNPOST_FILTER_TERM_H_
#define SIGNPOST_FILTER_TERM_H_

#include <cstdint>
#include <string>
#include <vector>

#include <signpost/filter.h>

#include "segment/columns.h"
#include "segment/doc_set.h"
#include "segment/segment.h"

namespace signpost::filter {

class Term {
 public:
  // REQUIRES: `filter` is a kValue or kNumbers; the segment outlives the term.
  Term(const Filter& filter, const segment::Segment& segment);

  // About how many documents have it; never fewer.
  std::uint32_t Estimate() const;
  // True when one document is checked far quicker than all are found.
  bool IsScan() const { return !numbers_.empty(); }
  // The documents that have it.
  segment::DocSet Documents() const;
  // REQUIRES: doc is of the segment.
  bool Has(DocId doc) const;

 private:
  bool IsIn(const segment::ColumnValues& values) const;

  const segment::Segment* segment_;
  const segment::Column* column_ = nullptr;  // null: `docs_` are all
  std::vector<DocId> docs_;                  // ascending
  std::string folded_;                       // what texts are compared with
  double low_ = 0;
  double high_ = -1;
  bool wants_texts_ = false;
  segment::CodeRange texts_;
  segment::CodeRange numbers_;
};

}  // namespace signpost::filter

#endif  // SIGNPOST_FILTER_TERM_H_
