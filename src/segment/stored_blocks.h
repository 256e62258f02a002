// SPDX-License-Identifier: Apache-2.0
// stored_blocks.h — the encoded documents of a segment, one after the other, cut into blocks that are compressed (LZ4) one
// by one, so that reading a document decodes only the block or the few in which it stands.
//
// Bytes:    the documents make one stream, which is cut every kStoredBlockBytes, wherever that is in a document. A block that
//           LZ4 does not make smaller stands as it is: it has the length of what it holds.
// Cost:     a document of some hundred bytes decodes half a block on average, 1-2 microseconds; the parts of a block behind
//           the document are not decoded. Blocks of 8 KB: those of 16 KB are 12 % smaller and take 1.7 times as long.
// Trust:    the sizes are checked when a segment is opened; a block that does not decode gives an empty document.
// Threads:  StoredBlocks is immutable; const methods may run concurrently, each with a buffer of its own.
#ifndef SIGNPOST_SEGMENT_STORED_BLOCKS_H_
#define SIGNPOST_SEGMENT_STORED_BLOCKS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>

#include "base/ids.h"
#include "base/narrow_array.h"

namespace signpost::segment {

inline constexpr std::size_t kStoredBlockBytes = 8192;  // docs/format.md

// Where documents are decoded to; reused from document to document. What it held is lost with the next one.
class StoredBuffer {
 public:
  // Returns room for `size` bytes.
  char* Room(std::size_t size);

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
};

class StoredBlocksBuilder {
 public:
  StoredBlocksBuilder();
  ~StoredBlocksBuilder();
  StoredBlocksBuilder(const StoredBlocksBuilder&) = delete;
  StoredBlocksBuilder& operator=(const StoredBlocksBuilder&) = delete;

  void Add(std::string_view document);

  struct Bytes {
    std::string document_ends;  // narrow: of each document in the stream
    std::string block_ends;     // narrow: of each block in `blocks`
    std::string blocks;
  };
  // The builder is used up.
  Bytes Finish();

 private:
  void WriteBlock(std::string_view block);

  struct Compressor;
  std::unique_ptr<Compressor> compressor_;
  std::string open_;  // of the stream: what is in no block yet
  std::uint64_t size_ = 0;
  std::string blocks_;
  std::vector<std::uint64_t> document_ends_;
  std::vector<std::uint64_t> block_ends_;
};

class StoredBlocks {
 public:
  StoredBlocks() = default;
  // The views must outlive it. `doc_count` documents.
  StoredBlocks(std::string_view document_ends, std::string_view block_ends, std::string_view blocks,
               std::uint32_t doc_count);

  // DataLoss: the sizes do not agree. REQUIRED before Read.
  absl::Status Check() const;

  // Returns the bytes of a document, valid until `buffer` is used again and while the segment's bytes are; empty when
  // its block is damaged.
  std::string_view Read(DocId doc, StoredBuffer* buffer) const;

 private:
  std::uint64_t size() const;  // of the stream
  std::uint64_t block_count() const;
  std::string_view Block(std::uint64_t i) const;
  // Decodes the first `wanted` bytes of block `i`.
  bool Decode(std::uint64_t i, std::size_t wanted, char* out) const;

  std::uint32_t doc_count_ = 0;
  NarrowArray document_ends_;
  NarrowArray block_ends_;
  std::string_view blocks_;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_STORED_BLOCKS_H_
