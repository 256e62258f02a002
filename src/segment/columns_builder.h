// SPDX-License-Identifier: Apache-2.0
// columns_builder.h — makes the bytes that Columns reads.
//
// Threads:  one thread at a time.
// Cost:     linear in the values, and the sorting of the distinct ones.
#ifndef SIGNPOST_SEGMENT_COLUMNS_BUILDER_H_
#define SIGNPOST_SEGMENT_COLUMNS_BUILDER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <signpost/document.h>

#include "base/bytes.h"
#include "base/strings.h"
#include "segment/column_values.h"

namespace signpost::segment {

class ColumnsBuilder {
 public:
  explicit ColumnsBuilder(const std::vector<ColumnSpec>& specs);

  // `lang` is the segment's language.
  void Add(const Document& document, std::string_view lang);

  // Returns the bytes; `docs` is by DocId: the number of arrival of each document. The same values give the same bytes.
  std::string Build(const std::vector<std::uint32_t>& docs) const;

 private:
  // The values of documents as numbers of arrival.
  struct Arrived {
    std::vector<std::uint32_t> ends;  // by document
    std::vector<std::uint32_t> values;
  };
  struct PendingColumn {
    ColumnSpec spec;
    StringMap<std::uint32_t> texts;                             // number of arrival of each distinct one
    absl::flat_hash_map<std::uint64_t, std::uint32_t> dates;    // by the bits of the number
    absl::flat_hash_map<std::uint64_t, std::uint32_t> numbers;  // those that are no dates
    std::vector<ColumnNumber> distinct_numbers;
    Arrived text_values;
    Arrived number_values;
  };

  static void WriteTexts(const PendingColumn& column, const std::vector<std::uint32_t>& docs, ByteWriter* out,
                         ByteWriter* codes);
  static void WriteNumbers(const PendingColumn& column, const std::vector<std::uint32_t>& docs, ByteWriter* out,
                           ByteWriter* codes);

  std::vector<PendingColumn> columns_;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_COLUMNS_BUILDER_H_
