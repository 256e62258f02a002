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
#include <string_view>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "segment/field_norms.h"
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
  // Tokens of each field in a document, on average; 0 when there are none.
  const std::vector<double>& average_lengths() const { return average_lengths_; }

  double Idf(double documents) const { return InverseDocumentFrequency(documents, static_cast<double>(doc_count_)); }

  // Documents that hold any term of this stem.
  std::uint64_t DocumentCount(std::string_view stem) const {
    std::uint64_t count = 0;
    for (const LiveSegment& live : segments_) {
      if (const auto id = live.segment().lexicon().FindClass(stem)) count += live.DocumentCount(*id);
    }
    return count;
  }

  // How many documents hold any of several terms, given the sum of the documents that hold each, as if they stood in
  // documents without regard to each other; never more than all.
  double DocumentsOf(std::uint64_t summed) const {
    const auto n = static_cast<double>(doc_count_);
    return n == 0 ? 0 : n * -std::expm1(-static_cast<double>(summed) / n);
  }

 private:
  std::vector<LiveSegment> segments_;
  std::uint64_t doc_count_ = 0;
  std::vector<double> average_lengths_;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_CORPUS_H_
