// SPDX-License-Identifier: Apache-2.0
// tally.h — how many hits have each value of an attribute.
//
// Threads:  one thread. Columns must outlive the tally.
// Cost:     Add looks at each hit, or, when the hits are many and the values few, counts what each value's set of documents and
//           the hits have in common.
#ifndef SIGNPOST_FACET_TALLY_H_
#define SIGNPOST_FACET_TALLY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/search.h>
#include <signpost/settings.h>

#include "base/ids.h"
#include "segment/columns.h"
#include "segment/doc_set.h"

namespace signpost::facet {

// The hits in one segment.
class SegmentHits {
 public:
  // `docs` ascend, and outlive this.
  explicit SegmentHits(const std::vector<DocId>& docs) : docs_(&docs) {}

  const std::vector<DocId>& docs() const { return *docs_; }
  // The same as a set, made when it is first asked for.
  const segment::DocSet& set() {
    if (!set_) set_ = segment::DocSet::Of(*docs_);
    return *set_;
  }

 private:
  const std::vector<DocId>* docs_;
  std::optional<segment::DocSet> set_;
};

// A value and how many hits have it: a text or a number. A text that reads as a number is, and counts as, that number.
struct CountedValue {
  std::string_view text;  // of a text
  double number = 0;      // of a number
  bool is_number = false;
  std::uint64_t count = 0;

  std::string Text() const;
};

class Tally {
 public:
  // Adds the hits in one segment of `doc_count` documents. REQUIRES: neither of the next was called.
  void Add(const segment::Column& column, std::uint32_t doc_count, SegmentHits* hits);

  // Of numbers; none when no hit has any.
  std::optional<FacetStats> Stats();
  // Returns all values that hits have, each once. The tally is used up.
  std::vector<CountedValue> TakeValues();

 private:
  struct CountedNumber {
    double value;
    std::uint64_t count;
  };

  void AddChanged(const segment::ColumnChanges& changes, const std::vector<DocId>& docs);
  void AddTexts(const segment::Column& column, std::uint32_t doc_count, SegmentHits* hits);
  void AddNumbers(const segment::Column& column, const SegmentHits& hits);
  void SumNumbers();
  void SumTexts();

  std::vector<CountedValue> values_;
  std::vector<CountedNumber> numbers_;
  std::size_t parts_ = 0;  // added, each with every value once
  bool numbers_summed_ = false;
};

// Returns the values that a response shows, at most `limit`: those that `order` names first, without those that it hides. Numbers
// stand before texts of as many hits, ascending.
std::vector<FacetValue> ShownValues(std::vector<CountedValue> values, std::size_t limit, FacetSort sort,
                                    const FacetValueOrder* order);

}  // namespace signpost::facet

#endif  // SIGNPOST_FACET_TALLY_H_
