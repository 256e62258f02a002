// SPDX-License-Identifier: Apache-2.0
// corpus.h — what one request may see of one language: live segments and their statistics together.
//
// Why:      lexicon, statistics and corrections come from these segments alone, so that a document for another audience or in
//           another language changes nothing.
// Threads:  immutable once made; const methods may run concurrently.
#ifndef SIGNPOST_SEGMENT_CORPUS_H_
#define SIGNPOST_SEGMENT_CORPUS_H_

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "segment/live_segment.h"

namespace signpost::segment {

class Corpus {
 public:
  // REQUIRES: at least one segment; all have the same language and fields.
  explicit Corpus(std::vector<LiveSegment> segments) : segments_(std::move(segments)) {
    const std::uint32_t fields = segments_.front().segment().field_count();
    for (const LiveSegment& segment : segments_) doc_count_ += segment.live_count();
    for (std::uint32_t f = 0; f < fields; ++f) {
      std::uint64_t length = 0;
      for (const LiveSegment& segment : segments_) length += segment.FieldLength(FieldId{static_cast<std::uint8_t>(f)});
      average_lengths_.push_back(doc_count_ == 0 ? 0 : static_cast<double>(length) / static_cast<double>(doc_count_));
    }
  }

  const std::string& lang() const { return segments_.front().segment().meta().lang; }
  const std::vector<LiveSegment>& segments() const { return segments_; }
  std::uint64_t doc_count() const { return doc_count_; }
  // Tokens of a field in a document, on average; 0 when there are none.
  double AverageLength(FieldId field) const { return average_lengths_[Raw(field)]; }

  // Inverse document frequency, natural logarithm, never negative (the form of Lucene and of Robertson and Zaragoza 2009
  // with 1 added inside).
  double Idf(std::uint64_t documents) const {
    const auto n = static_cast<double>(doc_count_);
    const auto df = static_cast<double>(documents);
    return std::log(1 + (n - df + 0.5) / (df + 0.5));
  }

 private:
  std::vector<LiveSegment> segments_;
  std::uint64_t doc_count_ = 0;
  std::vector<double> average_lengths_;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_CORPUS_H_
