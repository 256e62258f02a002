// SPDX-License-Identifier: Apache-2.0
// doc_set.h — a set of documents of one segment, and its bytes in a file. The only user of CRoaring.
//
// Two forms: DocSet is compressed and quick to combine and to count; DocBits is one bit a document, and answers at once
//           whether it holds one. Each is made of the other at the speed of a copy.
// Threads:  plain values; const methods may run concurrently.
// Cost:     combining is linear in the smaller forms; sets of whole segments combine at some 100 million documents a
//           millisecond.
#ifndef SIGNPOST_SEGMENT_DOC_SET_H_
#define SIGNPOST_SEGMENT_DOC_SET_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <absl/status/status.h>

#include "base/bytes.h"
#include "base/ids.h"

struct roaring_bitmap_s;  // CRoaring's bitmap

namespace signpost::segment {

// One bit for each document of a segment.
class DocBits {
 public:
  explicit DocBits(std::uint32_t doc_count = 0) : words_((std::size_t{doc_count} + 63) / 64) {}

  // REQUIRES: doc is of the segment.
  bool Contains(DocId doc) const { return (words_[Raw(doc) / 64] >> (Raw(doc) % 64) & 1) != 0; }
  void Add(DocId doc) { words_[Raw(doc) / 64] |= std::uint64_t{1} << (Raw(doc) % 64); }
  // 64 documents at once; bits behind the last document are 0.
  std::vector<std::uint64_t>& words() { return words_; }
  const std::vector<std::uint64_t>& words() const { return words_; }

 private:
  std::vector<std::uint64_t> words_;
};

class DocSet {
 public:
  DocSet();
  DocSet(const DocSet& other);
  DocSet(DocSet&& other) noexcept;
  DocSet& operator=(DocSet other) noexcept;
  ~DocSet();

  static DocSet All(std::uint32_t doc_count);
  static DocSet Of(const std::vector<DocId>& ascending);
  static DocSet Of(const DocBits& bits);

  bool empty() const;
  std::uint32_t count() const;
  bool Contains(DocId doc) const;
  void Add(DocId doc);
  void Remove(DocId doc);
  void And(const DocSet& other);
  void Or(const DocSet& other);
  void AndNot(const DocSet& other);
  std::uint32_t CountAnd(const DocSet& other) const;  // how many documents both hold

  std::vector<DocId> ToVector() const;  // ascending
  DocBits ToBits(std::uint32_t doc_count) const;

  bool operator==(const DocSet& other) const;

 private:
  friend class EncodedDocSet;
  explicit DocSet(roaring_bitmap_s* set) : set_(set) {}

  roaring_bitmap_s* set_;  // owned; null only after a move
};

// A set in the bytes of a segment: ascending ids or a bitmap, whichever is smaller.
class EncodedDocSet {
 public:
  // Appends the bytes of a set.
  static void Append(const std::vector<DocId>& ascending, ByteWriter* out);

  // DataLoss unless the bytes are a set of documents below `doc_count`, as Append writes it. CRoaring 0.2.66 cannot say so
  // itself, and what it is given must be sound.
  static absl::Status Check(std::string_view bytes, std::uint32_t doc_count);

  // REQUIRES for all below: Check was passed.
  explicit EncodedDocSet(std::string_view bytes) : bytes_(bytes) {}
  std::uint32_t count() const;
  // True when Decode copies a bitmap; false when it builds one of ids, which ForEach reads as they are.
  bool is_bitmap() const;
  DocSet Decode() const;
  // Calls visit(DocId) in ascending order. REQUIRES: !is_bitmap().
  template <typename Visit>
  void ForEach(Visit visit) const {
    const FixedArray<std::uint32_t> ids(bytes_.substr(1));
    for (std::size_t i = 0; i < ids.size(); ++i) visit(DocId{ids[i]});
  }

 private:
  std::string_view bytes_;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_DOC_SET_H_
