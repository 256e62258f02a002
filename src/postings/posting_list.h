// SPDX-License-Identifier: Apache-2.0
// posting_list.h — where a term stands: for each document of a segment, how often in each field and at which positions.
//
// Bytes:    two streams for each term. Documents: varint documents skipped since the last one, varint mask of fields, varint
//           frequency for each field in the mask, varint size of the positions. Positions: for each field, for each
//           occurrence a varint (distance to the last position) * 2 + (span > 1), then the span as a varint if so.
//           Scoring reads the first stream alone.
// Trust:    the bytes may be hostile: cursors stop at the first thing that does not fit.
// Threads:  a cursor belongs to one thread; the bytes are shared.
#ifndef SIGNPOST_POSTINGS_POSTING_LIST_H_
#define SIGNPOST_POSTINGS_POSTING_LIST_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/limits.h"

namespace signpost::postings {

// One place of a term in a document.
struct Occurrence {
  FieldId field{};
  std::uint32_t position = 0;
  std::uint16_t span = 1;
};

// The bytes of one term.
struct PostingList {
  std::string_view documents;
  std::string_view positions;
};

// Appends one document's posting to both streams. REQUIRES: occurrences not empty, by field, then position;
// `previous` is the last document appended, or UINT32_MAX before the first.
void AppendPosting(std::uint32_t previous, std::uint32_t doc, const std::vector<Occurrence>& occurrences,
                   ByteWriter* documents, ByteWriter* positions);

// Walks over the documents of a term in ascending order.
//   PostingCursor cursor(list, doc_count);
//   while (cursor.Next()) Use(cursor.doc(), cursor.frequency(title));
class PostingCursor {
 public:
  PostingCursor(PostingList list, std::uint32_t doc_count)
      : documents_(list.documents), positions_(list.positions), doc_count_(doc_count) {}

  // Moves to the next document; false at the end, and then for ever. Before the first call there is no document.
  bool Next();

  // Moves to the first document >= `target`, staying if there already; false when there is none.
  bool SeekTo(DocId target);

  // REQUIRES for all below: the last Next or SeekTo returned true.
  DocId doc() const { return DocId{doc_}; }
  std::uint32_t field_mask() const { return mask_; }
  std::uint32_t frequency(FieldId field) const { return (mask_ >> Raw(field)) & 1 ? frequencies_[Raw(field)] : 0; }
  // Appends the occurrences, by field, then position.
  void AppendOccurrences(std::vector<Occurrence>* out) const;

 private:
  ByteReader documents_;
  std::string_view positions_;
  std::uint32_t doc_count_;
  std::uint32_t doc_ = UINT32_MAX;
  std::uint32_t mask_ = 0;
  std::array<std::uint32_t, limits::kMaxFields> frequencies_{};
  std::uint64_t positions_begin_ = 0;
  std::uint64_t positions_end_ = 0;
};

}  // namespace signpost::postings

#endif  // SIGNPOST_POSTINGS_POSTING_LIST_H_
