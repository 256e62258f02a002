// SPDX-License-Identifier: Apache-2.0
#include "postings/posting_list.h"

#include <algorithm>

#include "postings/impact.h"

namespace signpost::postings {
namespace {
constexpr std::size_t kTableRow = 2 * sizeof(std::uint32_t);
constexpr std::uint32_t kDenseShare = 4;  // a term in one document of so many is dense
constexpr std::uint8_t kBlocks = 0;
constexpr std::uint8_t kDense = 1;
// What stands before a list that is not short.
struct Header {
  std::array<std::uint8_t, 2> largest{};  // impact; in the title: 1
  std::uint8_t form = kBlocks;
};
constexpr std::uint8_t kAnyImpact = kTitleBit - 1;
}  // namespace

void AppendPostings(std::span<const std::uint32_t> documents, std::span<const std::uint8_t> impacts,
                    std::uint32_t doc_count, ByteWriter* out) {
  const bool dense = documents.size() >= kBlockSize && documents.size() >= doc_count / kDenseShare;
  const std::size_t blocks = documents.size() / kBlockSize;
  std::array<std::uint32_t, kBlockSize> gaps;
  ByteWriter table, bytes;
  std::uint32_t next = 0;  // the smallest document that may follow
  for (std::size_t b = 0; b < blocks; ++b) {
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < kBlockSize; ++i) {
      const std::uint32_t doc = documents[b * kBlockSize + i];
      gaps[i] = doc - next;
      most = std::max(most, gaps[i]);
      next = doc + 1;
    }
    const int width = WidthOf(most);
    bytes.Fixed(static_cast<std::uint8_t>(width));
    PackBlock(gaps, width, &bytes);
    bytes.Raw({reinterpret_cast<const char*>(impacts.data() + b * kBlockSize), kBlockSize});
    table.Fixed(next - 1);
    table.Fixed(static_cast<std::uint32_t>(bytes.size()));
  }
  for (std::size_t i = blocks * kBlockSize; i < documents.size(); ++i) {
    bytes.Varint(documents[i] - next);
    bytes.Fixed(impacts[i]);
    next = documents[i] + 1;
  }
  if (blocks > 0) {
    Header header{.form = dense ? kDense : kBlocks};
    for (const std::uint8_t impact : impacts) {
      std::uint8_t& largest = header.largest[impact >> 7];
      largest = std::max<std::uint8_t>(largest, impact & kAnyImpact);
    }
    out->Fixed(header);
  }
  if (dense) {
    std::string by_document(documents.back() + 1, '\0');
    for (std::size_t i = 0; i < documents.size(); ++i) by_document[documents[i]] = static_cast<char>(impacts[i]);
    out->Raw(by_document);
    return;
  }
  out->Raw(table.view());
  out->Raw(bytes.view());
}

PostingCursor::PostingCursor(std::string_view bytes, std::uint32_t count, std::uint32_t doc_count)
    : count_(count),
      largest_{kAnyImpact, kAnyImpact},
      block_count_(count / kBlockSize),
      rest_count_(count % kBlockSize),
      doc_count_(doc_count) {
  if (block_count_ > 0) {
    const auto header = ByteReader(bytes).Fixed<Header>();
    largest_ = header.largest;
    bytes.remove_prefix(std::min(bytes.size(), sizeof header));
    if (header.form == kDense) {
      bytes = bytes.substr(0, doc_count);
      dense_ = {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
      block_count_ = 0;
      rest_count_ = 0;
      return;
    }
  }
  if (bytes.size() < block_count_ * kTableRow) {  // damaged: no documents
    block_count_ = 0;
    rest_count_ = 0;
  }
  table_ = FixedArray<std::uint32_t>(bytes.substr(0, block_count_ * kTableRow));
  blocks_ = bytes.substr(block_count_ * kTableRow);
}

bool PostingCursor::End() {
  next_ = block_count_ + 1;
  size_ = 0;
  place_ = 0;
  return false;
}

bool PostingCursor::NextBlock() {
  if (!dense_.empty()) return LoadDense(next_);
  if (next_ < block_count_) return LoadBlock(next_);
  return next_ == block_count_ && rest_count_ > 0 ? LoadRest() : End();
}

bool PostingCursor::SeekBlock(std::uint32_t target) {
  if (size_ > 0 && docs_[size_ - 1] >= target) return true;
  if (!dense_.empty()) return LoadDense(std::max<std::size_t>(next_, target));
  std::size_t low = next_, step = 1;
  while (low < block_count_ && LastOf(std::min(low + step, block_count_) - 1) < target) {
    low = std::min(low + step, block_count_);
    step *= 2;
  }
  for (std::size_t count = std::min(step, block_count_ - std::min(low, block_count_)); count > 0;) {  // lower bound
    const std::size_t half = count / 2;
    if (LastOf(low + half) < target) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  if (low < block_count_) return LoadBlock(low);
  if (next_ > block_count_ || rest_count_ == 0 || !LoadRest()) return End();
  return docs_[size_ - 1] >= target || End();
}

bool PostingCursor::Seek(std::uint32_t target) {
  if (size_ == 0 || docs_[size_ - 1] < target) {
    if (!SeekBlock(target)) return false;
  }
  // Steps first: targets are often near each other.
  const std::size_t near = std::min<std::size_t>(place_ + 4, size_);
  while (place_ < near && docs_[place_] < target) ++place_;
  if (place_ == near && docs_[place_] < target) {
    place_ = static_cast<std::size_t>(
        std::lower_bound(docs_.begin() + static_cast<std::ptrdiff_t>(place_), docs_.begin() + size_, target) -
        docs_.begin());
  }
  return true;
}

// Reads the next documents from number `from` on.
bool PostingCursor::LoadDense(std::size_t from) {
  std::uint32_t size = 0;
  for (; from < dense_.size() && size < kBlockSize; ++from) {  // without a branch that nobody can foretell
    docs_[size] = static_cast<std::uint32_t>(from);
    rest_impacts_[size] = dense_[from];
    size += dense_[from] != 0 ? 1 : 0;
  }
  size_ = size;
  place_ = 0;
  next_ = from;
  impacts_ = rest_impacts_.data();
  return size_ > 0;
}

bool PostingCursor::LoadBlock(std::size_t block) {
  const std::size_t begin = block == 0 ? 0 : table_[2 * block - 1];
  if (begin >= blocks_.size()) return End();
  const auto width = static_cast<unsigned char>(blocks_[begin]);
  const std::size_t bytes = 1 + PackedBlockBytes(width) + kBlockSize;
  if (width > 32 || bytes > blocks_.size() - begin) return End();
  const char* in = blocks_.data() + begin + 1;
  const std::uint32_t first = block == 0 ? 0 : LastOf(block - 1) + 1;
  UnpackAscending(in, width, first, docs_.data());
  // Documents ascend unless the bytes were tampered with and the numbers wrapped around, which takes wide distances.
  const bool may_wrap = width > 16;
  if (docs_.back() != LastOf(block) || LastOf(block) >= doc_count_ || first >= doc_count_) return End();
  if (may_wrap && *std::max_element(docs_.begin(), docs_.end()) >= doc_count_) return End();
  impacts_ = reinterpret_cast<const std::uint8_t*>(in) + PackedBlockBytes(width);
  size_ = kBlockSize;
  place_ = 0;
  next_ = block + 1;
  return true;
}

bool PostingCursor::LoadRest() {
  const std::size_t begin = block_count_ == 0 ? 0 : table_[2 * block_count_ - 1];
  if (begin > blocks_.size()) return End();
  ByteReader in(blocks_.substr(begin));
  std::uint64_t next = block_count_ == 0 ? 0 : std::uint64_t{LastOf(block_count_ - 1)} + 1;
  size_ = 0;
  for (std::uint32_t i = 0; i < rest_count_; ++i) {
    const std::uint64_t doc = next + in.Varint32();
    const auto impact = in.Fixed<std::uint8_t>();
    if (!in.ok() || doc >= doc_count_) break;
    docs_[size_] = static_cast<std::uint32_t>(doc);
    rest_impacts_[size_++] = impact;
    next = doc + 1;
  }
  if (size_ == 0) return End();
  impacts_ = rest_impacts_.data();
  place_ = 0;
  next_ = block_count_ + 1;
  return true;
}

}  // namespace signpost::postings
