// SPDX-License-Identifier: Apache-2.0
// changes.h — what became of attributes of a segment's documents after it was built. The segment's bytes stay as they are; who
// reads a column asks here first.
//
// Threads:  immutable once made; const methods may run concurrently.
// Cost:     a look-up in a map for each document, when there are changes at all; a change copies the maps.
#ifndef SIGNPOST_SEGMENT_CHANGES_H_
#define SIGNPOST_SEGMENT_CHANGES_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <absl/status/statusor.h>
#include <signpost/document.h>
#include <signpost/value.h>

#include "base/ids.h"
#include "segment/column_values.h"
#include "segment/doc_set.h"

namespace signpost::segment {

// All new values of attributes since the segment was built, by DocId; null: the document has it no more.
using ChangedAttributes = std::map<DocId, std::vector<Attribute>>;

// Puts new values into a document's attributes.
void ApplyAttributes(const std::vector<Attribute>& changed, std::vector<Attribute>* attributes);

std::string EncodeChanges(const ChangedAttributes& changes);
// DataLoss: the bytes do not fit a segment of so many documents.
absl::StatusOr<ChangedAttributes> DecodeChanges(std::string_view bytes, std::uint32_t doc_count);

// Values by document. A copy shares the values, so that it is quick to change a few of many.
template <typename T>
class ByDocument {
 public:
  // Null: the document did not change.
  const T* Find(DocId doc) const {
    const auto found = values_.find(doc);
    return found == values_.end() ? nullptr : found->second.get();
  }
  void Set(DocId doc, T value) { values_[doc] = std::make_shared<const T>(std::move(value)); }
  void Remove(DocId doc) { values_.erase(doc); }
  std::size_t size() const { return values_.size(); }
  // Calls visit(DocId, value) in no order.
  template <typename Visit>
  void ForEach(Visit visit) const {
    for (const auto& [doc, value] : values_) visit(doc, *value);
  }

 private:
  absl::flat_hash_map<DocId, std::shared_ptr<const T>> values_;
};

// The documents of which one column changed, and what they have now.
struct ColumnChanges {
  ByDocument<ColumnValues> values;
  DocSet docs;  // the same documents
};

// All that changed in one segment.
struct SegmentChanges {
  ByDocument<std::vector<Attribute>> attributes;
  ByDocument<std::vector<double>> ranking;  // by custom ranking, as Segment::RankingValue
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_CHANGES_H_
