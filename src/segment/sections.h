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
  kMeta = 1,              // language, audiences, counts, field names and total lengths
  kLexicon = 2,           // lexicon/lexicon.h
  kDocumentCounts = 3,    // u32 for each term: documents that hold it; then for each class: that hold any of its terms
  kPostingEnds = 4,       // u64 for each term: end in kPostings
  kPostings = 5,          // postings/posting_list.h
  kPrefixRanges = 6,      // prefix_lists.h
  kPrefixPostings = 7,    // the same
  kFieldLengths = 8,      // tokens: a byte for each field, its width; then for each field a number for each document
  kVectorEnds = 9,        // u64 for each document: end in kVectors
  kVectors = 10,          // postings/term_vector.h
  kTitleEnds = 11,        // narrow, for each document: end in kTitleClasses
  kTitleClasses = 12,     // narrow ClassIds of the title, ascending
  kOffsetEnds = 13,       // narrow, for each document: end in kOffsets
  kOffsets = 14,          // token_offsets.h
  kStoredEnds = 15,       // narrow, for each document: end in what kStored holds
  kStored = 16,           // stored_blocks.h
  kIdOrder = 17,          // narrow DocIds in the byte order of their object_ids; empty: that is the order of the DocIds
  kRankingValues = 18,    // f64 for each document and custom ranking, as it is compared: greater first
  kStoredBlockEnds = 19,  // narrow, for each block: end in kStored
  kObjectIdEnds = 20,     // narrow, for each document: end in kObjectIds
  kObjectIds = 21,
  kLangs = 22,     // the tags of the documents: a varint count, then strings
  kDocLangs = 23,   // narrow, for each document: its place in kLangs
  kSplitRanges = 24,    // split_lists.h
  kColumns = 25,        // columns.h
  kSplitPostings = 26,  // split_lists.h
  kCompletions = 34,    // completion_table.h; the numbers between are not in use
};
inline constexpr std::size_t kSectionKinds = 34;

// Name used by IndexStats for what a section belongs to; empty for a number that is not in use.
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
