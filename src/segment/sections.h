// SPDX-License-Identifier: Apache-2.0
// sections.h — the parts that a segment's bytes come in. docs/format.md describes each. Numbers never change meaning.
#ifndef SIGNPOST_SEGMENT_SECTIONS_H_
#define SIGNPOST_SEGMENT_SECTIONS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace signpost::segment {

enum class SectionKind : std::uint32_t {
  kMeta = 1,            // language, audiences, counts, field names and total lengths
  kLexicon = 2,         // lexicon/lexicon.h
  kDocumentCounts = 3,  // u32 for each term: documents that hold it; then for each class: that hold any of its terms
  kPostingEnds = 4,     // u64 for each term: end in kPostings
  kPostings = 5,        // postings/posting_list.h
  kPrefixRanges = 6,    // prefix_lists.h
  kPrefixPostings = 7,  // the same
  kFieldLengths = 8,    // u32 for each document and field: tokens
  kVectorEnds = 9,      // u64 for each document: end in kVectors
  kVectors = 10,        // postings/term_vector.h
  kTitleEnds = 11,      // u32 for each document: end in kTitleClasses
  kTitleClasses = 12,   // u32 ClassIds of the title, ascending
  kOffsetEnds = 13,     // u64 for each document: end in kOffsets
  kOffsets = 14,        // token_offsets.h
  kStoredEnds = 15,     // u64 for each document: end in kStored
  kStored = 16,         // stored_document.h
  kIdOrder = 17,        // u32 DocIds in the byte order of their object_ids
  kRankingValues = 18,  // f64 for each document and custom ranking, as it is compared: greater first
  kPairTerms = 19,      // a bit for each term, lowest first: it may stand as two words too
  kColumns = 20,        // columns.h
};
inline constexpr std::size_t kSectionKinds = 20;

// Name used by IndexStats for what a section belongs to.
std::string_view PartName(SectionKind kind);

// The bytes of one segment by kind. Kind 1 stands at 0.
template <typename Bytes>
struct SectionTable {
  std::array<Bytes, kSectionKinds> bytes;
  Bytes& operator[](SectionKind kind) { return bytes[static_cast<std::size_t>(kind) - 1]; }
  const Bytes& operator[](SectionKind kind) const { return bytes[static_cast<std::size_t>(kind) - 1]; }
};
using SectionViews = SectionTable<std::string_view>;
using OwnedSections = SectionTable<std::string>;

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_SECTIONS_H_
