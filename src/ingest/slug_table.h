// SPDX-License-Identifier: Apache-2.0
// slug_table.h — properties of code points from U+0080 on, as slug.cc needs them. Ascending, without overlaps.
#ifndef SIGNPOST_INGEST_SLUG_TABLE_H_
#define SIGNPOST_INGEST_SLUG_TABLE_H_

#include <cstddef>

namespace signpost::ingest {

// Letters, marks, decimal digits and connecting punctuation: [first, last].
struct CodePointRange {
  char32_t first;
  char32_t last;
};
extern const CodePointRange kWordRanges[];
extern const std::size_t kWordRangeCount;

// Every `step`-th code point of [first, last] has its lower case `offset` away.
struct CaseRange {
  char32_t first;
  char32_t last;
  int step;
  int offset;
};
extern const CaseRange kCaseRanges[];
extern const std::size_t kCaseRangeCount;

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_SLUG_TABLE_H_
