// SPDX-License-Identifier: Apache-2.0
// term_table.h — numbers the distinct terms of a segment that is being built, and counts their documents.
//
// Threads:  one thread.
// Cost:     one look-up a token, and for a term of up to kInlineBytes one access to memory: all of it stands in the table.
#ifndef SIGNPOST_SEGMENT_TERM_TABLE_H_
#define SIGNPOST_SEGMENT_TERM_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/block_list.h"

namespace signpost::segment {

class TermTable {
 public:
  TermTable();

  // Returns the hash of a term and begins to load its place, which is most of the cost of Add: those of a text are best
  // asked for together.
  std::uint32_t Prepare(std::string_view term) const;

  // Returns the number of a term, in the order of arrival, and counts document number `doc` as one that holds it.
  // REQUIRES: documents ascending from call to call; the term's hash; terms shorter than 256 bytes.
  std::uint32_t Add(std::string_view term, std::uint32_t hash, std::uint32_t doc);

  std::size_t size() const { return texts_.size(); }
  std::string_view text(std::uint32_t number) const { return texts_[number]; }
  // By number.
  std::vector<std::uint32_t> DocumentCounts() const;

 private:
  static constexpr std::uint32_t kEmpty = UINT32_MAX;
  static constexpr std::size_t kInlineBytes = 15;
  struct alignas(32) Place {
    std::uint32_t hash = 0;
    std::uint32_t number = kEmpty;
    std::uint32_t documents = 0;
    std::uint32_t last_document = UINT32_MAX;
    std::uint8_t size = 0;
    char text[kInlineBytes] = {};  // of a term that fits; zero behind it
  };

  bool Holds(const Place& place, const Place& term, std::string_view text) const;
  void Grow();

  TextArena arena_;
  std::vector<std::string_view> texts_;  // by number
  std::vector<Place> places_;            // a power of two of them, half of them empty or more
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_TERM_TABLE_H_
