// SPDX-License-Identifier: Apache-2.0
// document_load.h — documents on their way into segments: checked, told apart by identity, and given to the builder of their
// partition (language and audience set).
//
// Threads:  one thread at a time.
#ifndef SIGNPOST_INDEX_DOCUMENT_LOAD_H_
#define SIGNPOST_INDEX_DOCUMENT_LOAD_H_

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>
#include <signpost/document.h>
#include <signpost/settings.h>

#include "base/strings.h"
#include "segment/segment.h"
#include "segment/segment_builder.h"

namespace signpost::index {

// Normalised language and sorted, unique audiences.
using Partition = std::pair<std::string, std::vector<std::string>>;

// Returns the language of a document, normalised: its own, else the settings'.
std::string DocumentLanguage(const Document& document, const Settings& settings);

class DocumentLoad {
 public:
  // `settings` must be valid and outlive the load.
  explicit DocumentLoad(const Settings& settings) : settings_(settings) {}

  // InvalidArgument, AlreadyExists (the same identity twice), ResourceExhausted (too many partitions); then nothing is added.
  absl::Status Add(const Document& document);

  // Returns one segment for each partition, in the order of the partitions; the load is used up.
  absl::StatusOr<std::vector<std::shared_ptr<const segment::Segment>>> Build() &&;

 private:
  const Settings& settings_;
  StringSet identities_;
  std::map<Partition, segment::SegmentBuilder> builders_;
};

// Makes a segment of a builder's documents, its bytes owned by the segment.
absl::StatusOr<std::shared_ptr<const segment::Segment>> BuildSegment(segment::SegmentBuilder builder);

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_DOCUMENT_LOAD_H_
