// SPDX-License-Identifier: Apache-2.0
#include "segment/stored_blocks.h"

#include <algorithm>
#include <cstring>

#include <lz4.h>
#include <lz4hc.h>

#include "base/status.h"

namespace signpost::segment {
namespace {

// The lowest that LZ4 calls high: the next ones make blocks of this size no smaller, and the fast mode's are 9 % larger.
constexpr int kCompressionLevel = 3;
// LZ4 writes at least a byte for so many.
constexpr std::uint64_t kMaxRatio = 255;

}  // namespace

char* StoredBuffer::Room(std::size_t size) {
  if (size > size_) {
    bytes_ = std::make_unique_for_overwrite<char[]>(size);
    size_ = size;
  }
  return bytes_.get();
}

// What LZ4 works in: 256 KB, too much for the stack.
struct StoredBlocksBuilder::Compressor {
  LZ4_streamHC_t state;
  char out[kStoredBlockBytes];
};

StoredBlocksBuilder::StoredBlocksBuilder() : compressor_(std::make_unique<Compressor>()) {
  LZ4_initStreamHC(&compressor_->state, sizeof compressor_->state);
}
StoredBlocksBuilder::~StoredBlocksBuilder() = default;

void StoredBlocksBuilder::Add(std::string_view document) {
  size_ += document.size();
  document_ends_.push_back(size_);
  while (open_.size() + document.size() >= kStoredBlockBytes) {
    const std::string_view rest = document.substr(0, kStoredBlockBytes - open_.size());
    document.remove_prefix(rest.size());
    open_.append(rest);
    WriteBlock(open_);
    open_.clear();
  }
  open_.append(document);
}

void StoredBlocksBuilder::WriteBlock(std::string_view block) {
  const int size = static_cast<int>(block.size());
  // Forgets the block before, and without clearing its tables, which would take a quarter of the time.
  LZ4_resetStreamHC_fast(&compressor_->state, kCompressionLevel);
  // Room for one byte less, so that what comes out is smaller, or nothing does.
  const int written = LZ4_compress_HC_continue(&compressor_->state, block.data(), compressor_->out, size, size - 1);
  blocks_.append(written > 0 ? std::string_view(compressor_->out, static_cast<std::size_t>(written)) : block);
  block_ends_.push_back(blocks_.size());
}

StoredBlocksBuilder::Bytes StoredBlocksBuilder::Finish() {
  if (!open_.empty()) WriteBlock(open_);
  return {NarrowNumbers(document_ends_), NarrowNumbers(block_ends_), std::move(blocks_)};
}

StoredBlocks::StoredBlocks(std::string_view document_ends, std::string_view block_ends, std::string_view blocks,
                           std::uint32_t doc_count)
    : doc_count_(doc_count), document_ends_(document_ends, doc_count), blocks_(blocks) {
  block_ends_ = NarrowArray(block_ends, block_count());
}

std::uint64_t StoredBlocks::size() const {
  return document_ends_.size() == 0 ? 0 : document_ends_[document_ends_.size() - 1];
}

std::uint64_t StoredBlocks::block_count() const {
  return size() / kStoredBlockBytes + (size() % kStoredBlockBytes != 0 ? 1 : 0);
}

absl::Status StoredBlocks::Check() const {
  if (document_ends_.size() != doc_count_) return DataLoss("reading stored documents: no ends of ", doc_count_);
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < document_ends_.size(); ++i) {
    // Every document has a byte at least, so there are no more documents than bytes here.
    if (document_ends_[i] <= last) return DataLoss("reading stored documents: end of element ", i, " is out of order");
    last = document_ends_[i];
  }
  // A block has a byte at least, so the loop below is no longer than the section.
  if (block_ends_.size() != block_count() || block_count() > blocks_.size()) {
    return DataLoss("reading stored documents: ", block_ends_.size(), " blocks, expected ", block_count());
  }
  std::uint64_t begin = 0;
  for (std::size_t i = 0; i < block_ends_.size(); ++i) {
    const std::uint64_t end = block_ends_[i];
    const std::uint64_t holds = std::min<std::uint64_t>(kStoredBlockBytes, size() - i * kStoredBlockBytes);
    if (end < begin || end > blocks_.size() || end - begin > holds || (end - begin) * kMaxRatio < holds) {
      return DataLoss("reading stored documents: block ", i, " ends at ", end, ", after one that ends at ", begin);
    }
    begin = end;
  }
  return absl::OkStatus();
}

std::string_view StoredBlocks::Block(std::uint64_t i) const {
  const std::uint64_t begin = i == 0 ? 0 : block_ends_[i - 1];
  return blocks_.substr(begin, block_ends_[i] - begin);
}

bool StoredBlocks::Decode(std::uint64_t i, std::size_t wanted, char* out) const {
  const std::string_view block = Block(i);
  const auto holds = std::min<std::uint64_t>(kStoredBlockBytes, size() - i * kStoredBlockBytes);
  if (block.size() == holds) {
    std::memcpy(out, block.data(), wanted);
    return true;
  }
  const int got = LZ4_decompress_safe_partial(block.data(), out, static_cast<int>(block.size()),
                                              static_cast<int>(wanted), static_cast<int>(wanted));
  return got == static_cast<int>(wanted);
}

std::string_view StoredBlocks::Read(DocId doc, StoredBuffer* buffer) const {
  const std::uint64_t begin = Raw(doc) == 0 ? 0 : document_ends_[Raw(doc) - 1];
  const std::uint64_t end = document_ends_[Raw(doc)];
  const std::uint64_t first = begin / kStoredBlockBytes;
  const std::uint64_t base = first * kStoredBlockBytes;
  char* const out = buffer->Room(end - base);
  for (std::uint64_t at = base; at < end; at += kStoredBlockBytes) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(kStoredBlockBytes, end - at));
    if (!Decode(at / kStoredBlockBytes, wanted, out + (at - base))) return {};
  }
  return {out + (begin - base), static_cast<std::size_t>(end - begin)};
}

}  // namespace signpost::segment
