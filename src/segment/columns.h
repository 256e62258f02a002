// SPDX-License-Identifier: Apache-2.0
// columns.h — the values of attributes by document, to filter, count, sort and rank by.
//
// Holds:    for each column the distinct texts, in the order of FoldValue and then of their bytes, and the distinct numbers,
//           ascending; which of them each document has; and for each text the set of its documents.
// Threads:  immutable; const methods may run concurrently.
// Trust:    Open checks every offset, code and set, so hostile bytes give wrong answers at worst.
// Cost:     Open reads all codes and sets once.
#ifndef SIGNPOST_SEGMENT_COLUMNS_H_
#define SIGNPOST_SEGMENT_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include "base/bytes.h"
#include "base/ids.h"
#include "segment/changes.h"
#include "segment/column_values.h"
#include "segment/doc_set.h"

namespace signpost::segment {

// Half open, of codes.
struct CodeRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin >= end; }
  bool Contains(std::uint32_t code) const { return code >= begin && code < end; }
};

// Which values each document has, as codes: places in the list of distinct values. One for each document with 0 for none,
// while no document has several; else as many as there are, with the end of each document's.
class Codes {
 public:
  Codes() = default;

  // Appends codes below `bound`: those of each document, ascending, end at its end.
  static void Append(const std::vector<std::uint32_t>& ends, const std::vector<std::uint32_t>& codes,
                     std::uint32_t bound, ByteWriter* out);
  // Reads what Append wrote for `doc_count` documents. DataLoss: names no place; a code is out of range, or sizes differ.
  static absl::StatusOr<Codes> Read(std::uint32_t doc_count, std::uint32_t bound, ByteReader* in);

  // Calls visit(code) for each value of a document, ascending. REQUIRES: doc is of the segment.
  template <typename Visit>
  void ForEach(DocId doc, Visit visit) const {
    if (!several_) {
      if (const std::uint32_t code = At(Raw(doc)); code != 0) visit(code - 1);
      return;
    }
    for (std::uint32_t i = Raw(doc) == 0 ? 0 : ends_[Raw(doc) - 1]; i < ends_[Raw(doc)]; ++i) visit(At(i));
  }

  // Adds 1 to the count of each value of each document. REQUIRES: as many counts as codes.
  void Count(const std::vector<DocId>& docs, std::vector<std::uint32_t>* counts) const;
  // Returns the documents that have a value in the range.
  DocSet Find(CodeRange range) const;

 private:
  std::uint32_t At(std::size_t i) const {
    switch (width_) {
      case 1:
        return FixedArray<std::uint8_t>(bytes_)[i];
      case 2:
        return FixedArray<std::uint16_t>(bytes_)[i];
      default:
        return FixedArray<std::uint32_t>(bytes_)[i];
    }
  }
  // Calls f(array of codes) with the array's type.
  template <typename F>
  auto WithArray(F f) const {
    if (width_ == 1) return f(FixedArray<std::uint8_t>(bytes_));
    if (width_ == 2) return f(FixedArray<std::uint16_t>(bytes_));
    return f(FixedArray<std::uint32_t>(bytes_));
  }

  std::uint32_t doc_count_ = 0;
  bool several_ = false;
  int width_ = 4;  // bytes of a code
  std::string_view bytes_;
  FixedArray<std::uint32_t> ends_;
};

// One column of one segment.
class Column {
 public:
  const std::string& name() const { return spec_.name; }
  const ColumnSpec& spec() const { return spec_; }
  std::size_t bytes() const { return bytes_; }  // in the file

  // --- values ---
  std::uint32_t text_count() const { return static_cast<std::uint32_t>(text_ends_.size()); }
  std::uint32_t number_count() const { return static_cast<std::uint32_t>(numbers_.size()); }
  // REQUIRES: code < text_count(), or number_count().
  std::string_view Text(std::uint32_t code) const;
  ColumnNumber Number(std::uint32_t code) const { return {numbers_[code], is_date_[code] != 0}; }
  // The texts equal to `folded`, which FoldValue made.
  CodeRange FindText(std::string_view folded) const;
  // The numbers from `low` to `high`, both included.
  CodeRange FindNumbers(double low, double high) const;

  // --- documents, as they were when the segment was built ---
  const Codes& text_codes() const { return text_codes_; }
  const Codes& number_codes() const { return number_codes_; }
  // The documents that have a text. REQUIRES: code < text_count().
  EncodedDocSet Documents(std::uint32_t text_code) const;

  // --- documents, as they are now ---
  // Those that changed; null: none. For these the methods above are out of date.
  const ColumnChanges* changes() const { return changes_.get(); }
  // What a document has.
  ColumnValues Values(DocId doc) const;
  // Calls visit(double) for each number of a document, ascending.
  template <typename Visit>
  void ForEachNumber(DocId doc, Visit visit) const {
    if (const ColumnValues* changed = changes_ == nullptr ? nullptr : changes_->values.Find(doc)) {
      for (const ColumnNumber& number : changed->numbers) visit(number.value);
      return;
    }
    number_codes_.ForEach(doc, [&](std::uint32_t code) { visit(numbers_[code]); });
  }
  // The smallest number of a document, or its first text in the order of the column; none when it has none.
  std::optional<double> Number(DocId doc) const;
  std::optional<std::string_view> Text(DocId doc) const;

 private:
  friend class Columns;
  absl::Status Open(std::uint32_t doc_count, ByteReader* in);

  ColumnSpec spec_;
  std::size_t bytes_ = 0;
  FixedArray<std::uint32_t> text_ends_;
  std::string_view texts_;
  FixedArray<std::uint64_t> set_ends_;  // by text
  std::string_view sets_;
  FixedArray<double> numbers_;
  FixedArray<std::uint8_t> is_date_;  // by number
  Codes text_codes_;
  Codes number_codes_;
  std::shared_ptr<const ColumnChanges> changes_;
};

// The columns of one segment, by name.
class Columns {
 public:
  Columns() = default;

  // Reads what ColumnsBuilder wrote. DataLoss: names the column and what is wrong in it. The bytes must outlive the columns.
  static absl::StatusOr<Columns> Open(std::string_view bytes, std::uint32_t doc_count);

  const std::vector<Column>& all() const { return columns_; }
  const Column* Find(std::string_view name) const;  // null: there is none
  // Returns the same columns after changes, which replace those made before; by column.
  Columns WithChanges(const std::vector<std::shared_ptr<const ColumnChanges>>& changes) const;

 private:
  std::vector<Column> columns_;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_COLUMNS_H_
