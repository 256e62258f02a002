// SPDX-License-Identifier: Apache-2.0
// term_table.h — numbers the distinct terms of a segment that is being built, and counts their documents.
//
// Threads:  one thread.
// Cost:     one look-up a token: hash and number stand side by side in the table, and only the text of a term whose hash
//           agrees is compared.
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

  // Returns the number of a term, in the order of arrival, and counts document number `doc` as one that holds it.
  // REQUIRES: documents ascending from call to call.
  std::uint32_t Add(std::string_view term, std::uint32_t doc);

  std::size_t size() const { return terms_.size(); }
  std::string_view text(std::uint32_t number) const { return terms_[number].text; }
  std::uint32_t document_count(std::uint32_t number) const { return terms_[number].documents; }

 private:
  static constexpr std::uint32_t kEmpty = UINT32_MAX;
  struct Place {
    std::uint32_t hash = 0;
    std::uint32_t number = kEmpty;
  };
  struct Term {
    std::string_view text;
    std::uint32_t documents = 0;
    std::uint32_t last_document = UINT32_MAX;
  };

  std::uint32_t Find(std::string_view term);
  void Grow();

  TextArena texts_;
  std::vector<Term> terms_;
  std::vector<Place> places_;  // a power of two of them, half of them empty or more
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_TERM_TABLE_H_
