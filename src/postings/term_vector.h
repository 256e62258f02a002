// SPDX-License-Identifier: Apache-2.0
// term_vector.h — the terms of one document and where each stands in it.
//
// Why:      documents that may be among the best are few, and for each one read tells everything about all words of the query;
//           positions by term would cost a search in every list.
// Bytes:    varint terms; for each field the varint first position behind its last; u8 width and u8 width; packed
//           (bit_packing.h) distances between TermIds less 1; packed byte counts; then as many bytes for each term: for each
//           occurrence a varint (distance to the last one) * 2 + (span > 1), then the varint span if so. Positions count
//           through all fields, each field's from where the one before ends.
// Trust:    the bytes may be hostile: reads stay inside, and what does not fit ends the vector.
// Threads:  a reader belongs to one thread; the bytes are shared.
// Cost:     two nanoseconds for each term of the document, and the occurrences that are asked for.
#ifndef SIGNPOST_POSTINGS_TERM_VECTOR_H_
#define SIGNPOST_POSTINGS_TERM_VECTOR_H_

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/limits.h"
#include "postings/bit_packing.h"

namespace signpost::postings {

// One place of a term in a document.
struct Occurrence {
  FieldId field{};
  std::uint32_t position = 0;  // in the field
  std::uint16_t span = 1;

  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

struct TermOccurrences {
  TermId term{};
  std::span<const Occurrence> occurrences;  // by field, then position; not empty
};

// Appends the vector of a document. REQUIRES: terms ascending.
void AppendTermVector(std::span<const TermOccurrences> terms, std::uint32_t field_count, ByteWriter* out);

// Walks over the terms of a document in ascending order.
//   TermVector terms(bytes, field_count);
//   while (terms.Next()) if (Wanted(terms.term())) terms.AppendOccurrences(&out);
class TermVector {
 public:
  TermVector(std::string_view bytes, std::uint32_t field_count);

  // Moves to the next term; false at the end, and then for ever. Before the first call there is no term.
  bool Next() {
    if (place_ == count_) return false;
    next_term_ += distances_[place_];
    begin_ = end_;
    end_ += sizes_[place_++];
    return ++next_term_ <= UINT32_MAX && end_ <= places_.size();
  }
  TermId term() const { return TermId{static_cast<std::uint32_t>(next_term_ - 1)}; }
  void AppendOccurrences(std::vector<Occurrence>* out) const;
  std::uint32_t size() const { return count_; }

 private:
  std::uint32_t count_ = 0;
  std::uint32_t field_count_ = 0;
  std::array<std::uint32_t, limits::kMaxFields> field_ends_;  // in positions through all fields
  PackedArray distances_;
  PackedArray sizes_;
  std::string_view places_;
  std::uint32_t place_ = 0;
  std::uint64_t next_term_ = 0;
  std::uint64_t begin_ = 0;
  std::uint64_t end_ = 0;
};

}  // namespace signpost::postings

#endif  // SIGNPOST_POSTINGS_TERM_VECTOR_H_
