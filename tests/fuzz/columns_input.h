// SPDX-License-Identifier: Apache-2.0
// columns_input.h — what bytes mean to the fuzzer of columns: the number of documents in the first byte, and the columns of a
// segment, as a snapshot holds them, perhaps damaged.
#ifndef SIGNPOST_TESTS_FUZZ_COLUMNS_INPUT_H_
#define SIGNPOST_TESTS_FUZZ_COLUMNS_INPUT_H_

#include <string>
#include <string_view>
#include <vector>

#include "segment/columns.h"

namespace signpost::segment {

// Returns what does not hold of reading `bytes`, or "": whatever is accepted is read within its bounds, and counts what it finds.
inline std::string BrokenColumns(std::string_view bytes) {
  if (bytes.empty()) return {};
  const auto doc_count = static_cast<std::uint32_t>(static_cast<unsigned char>(bytes.front()));
  // In a block of their own, so that a read past their end is seen.
  const std::vector<char> block(bytes.begin() + 1, bytes.end());
  const absl::StatusOr<Columns> columns = Columns::Open({block.data(), block.size()}, doc_count);
  if (!columns.ok()) return {};
  const std::vector<DocId> all = DocSet::All(doc_count).ToVector();
  for (const Column& column : columns->all()) {
    for (const DocId doc : all) column.Values(doc);
    std::vector<std::uint32_t> counts(column.text_count());
    column.text_codes().Count(all, &counts);
    for (std::uint32_t code = 0; code < column.text_count(); ++code) {
      const EncodedDocSet docs = column.Documents(code);
      if (docs.Decode().count() != docs.count()) return "a set holds another number of documents than it says";
      column.FindText(column.Text(code));
    }
    if (column.number_codes().Find(column.FindNumbers(-1, 1)).count() > doc_count)
      return "more documents than there are";
  }
  return {};
}

}  // namespace signpost::segment

#endif  // SIGNPOST_TESTS_FUZZ_COLUMNS_INPUT_H_
