// SPDX-License-Identifier: Apache-2.0
// posting_list.h — the documents that hold a term, and what it counts in each.
//
// Bytes:    of fewer than 128 documents, for each the varint distance less 1 and the u8 impact (impact.h). Of more, first the
//           u8 largest impact where the term is not in the title, u8 where it is, and u8 form. Form 0, blocks: for each
//           block of 128 the u32 last document and the u32 end of its bytes; then the blocks, u8 width, the distances
//           between documents less 1 packed (bit_packing.h), 128 bytes of impacts; then the rest like a short list.
//           Form 1, for a term that stands nearly everywhere: u8 impact for each document, 0 for those without.
// Trust:    the bytes may be hostile: cursors stop at the first thing that does not fit.
// Threads:  a cursor belongs to one thread; the bytes are shared.
// Cost:     about a nanosecond for each document of a block; blocks that are skipped cost one look at the table.
// Not here: where in a document a term stands (term_vector.h).
#ifndef SIGNPOST_POSTINGS_POSTING_LIST_H_
#define SIGNPOST_POSTINGS_POSTING_LIST_H_

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/bytes.h"
#include "base/ids.h"
#include "postings/bit_packing.h"

namespace signpost::postings {

// Appends a list of a segment of `doc_count` documents. REQUIRES: documents ascending, as many impacts, none of them 0.
void AppendPostings(std::span<const std::uint32_t> documents, std::span<const std::uint8_t> impacts,
                    std::uint32_t doc_count, ByteWriter* out);

// Walks over the documents of a list in ascending order, block by block.
//   PostingCursor cursor(bytes, count, doc_count);
//   while (cursor.NextBlock()) for (std::size_t i = 0; i < cursor.docs().size(); ++i) Use(cursor.docs()[i], cursor.impacts()[i]);
class PostingCursor {
 public:
  // `count`: documents of the list; those from `doc_count` on end it.
  PostingCursor(std::string_view bytes, std::uint32_t count, std::uint32_t doc_count);

  // Bounds of impacts(): of documents that hold the term in the title, and of others. Those of short lists are no better than
  // any.
  std::uint8_t largest_impact(bool in_title) const { return largest_[in_title ? 1 : 0]; }
  std::uint32_t count() const { return count_; }
  // By document, 0 for those without and those behind the end; empty when the list has another form.
  std::span<const std::uint8_t> dense() const { return dense_; }

  // Moves to the next block; false at the end, and then for ever. Before the first call there is no block.
  bool NextBlock();

  // Moves to the first block that ends at `target` or behind, staying if there already; false when there is none.
  bool SeekBlock(std::uint32_t target);

  // Moves to the first document >= `target`; false when there is none. Its place in the block is place(). REQUIRES: targets
  // ascend from call to call.
  bool Seek(std::uint32_t target);
  std::size_t place() const { return place_; }

  // REQUIRES for all below: the last call returned true.
  std::span<const std::uint32_t> docs() const { return {docs_.data(), size_}; }
  std::span<const std::uint8_t> impacts() const { return {impacts_, size_}; }

 private:
  std::uint32_t LastOf(std::size_t block) const { return table_[2 * block]; }
  bool LoadBlock(std::size_t block);
  bool LoadRest();
  bool LoadDense(std::size_t from);
  bool End();

  std::uint32_t count_;
  std::array<std::uint8_t, 2> largest_;  // in the title: 1
  std::span<const std::uint8_t> dense_;
  FixedArray<std::uint32_t> table_;
  std::string_view blocks_;  // and the rest
  std::size_t block_count_ = 0;
  std::size_t next_ = 0;  // block; block_count_ is the rest, more the end
  std::uint32_t rest_count_ = 0;
  std::uint32_t doc_count_ = 0;
  std::uint32_t size_ = 0;
  std::size_t place_ = 0;
  const std::uint8_t* impacts_ = nullptr;
  std::array<std::uint32_t, kBlockSize> docs_;
  std::array<std::uint8_t, kBlockSize> rest_impacts_;
};

}  // namespace signpost::postings

#endif  // SIGNPOST_POSTINGS_POSTING_LIST_H_
