// SPDX-License-Identifier: Apache-2.0
// block_list.h — lists that only grow, in blocks: nothing is copied when they do, and what is in them stays where it is.
//
// Why:      a vector of a hundred megabytes copies itself as it grows, and takes new pages of the system each time.
// Threads:  one thread.
#ifndef SIGNPOST_BASE_BLOCK_LIST_H_
#define SIGNPOST_BASE_BLOCK_LIST_H_

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace signpost {

template <typename T>
class BlockList {
 public:
  void push_back(const T& item) {
    if (size_ % kBlock == 0) blocks_.push_back(std::make_unique_for_overwrite<T[]>(kBlock));
    blocks_.back()[size_++ % kBlock] = item;
  }
  // REQUIRES: i < size().
  const T& operator[](std::size_t i) const { return blocks_[i / kBlock][i % kBlock]; }
  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 16;

  std::vector<std::unique_ptr<T[]>> blocks_;
  std::size_t size_ = 0;
};

// Texts, each in one piece.
class TextArena {
 public:
  // Returns a copy, valid while the arena lives.
  std::string_view Add(std::string_view text) {
    if (text.size() > room_) {
      room_ = std::max(kBlock, text.size());
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(room_));
      next_ = blocks_.back().get();
    }
    char* const at = next_;
    if (!text.empty()) std::memcpy(at, text.data(), text.size());
    next_ += text.size();
    room_ -= text.size();
    return {at, text.size()};
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 18;

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;  // left behind next_
};

}  // namespace signpost

#endif  // SIGNPOST_BASE_BLOCK_LIST_H_
