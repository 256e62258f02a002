// SPDX-License-Identifier: Apache-2.0
// segment.h — one immutable searchable unit: documents of one language and one set of audiences with everything to
// find and show them.
//
// Holds:    views into bytes that SegmentBuilder made, in memory or mapped, and a reference that keeps them alive.
// Order:    DocIds follow static rank: custom ranking (best first), then object_id, then lang.
// Threads:  immutable; const methods may run concurrently.
// Trust:    Open checks sizes and offsets, and every stream is read with bounds, so hostile bytes give wrong answers at
//           worst.
#ifndef SIGNPOST_SEGMENT_SEGMENT_H_
#define SIGNPOST_SEGMENT_SEGMENT_H_

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/document.h>
#include <signpost/settings.h>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/limits.h"
#include "base/narrow_array.h"
#include "lexicon/lexicon.h"
#include "postings/posting_list.h"
#include "postings/term_vector.h"
#include "segment/changes.h"
#include "segment/columns.h"
#include "segment/completion_table.h"
#include "segment/prefix_lists.h"
#include "segment/sections.h"
#include "segment/split_lists.h"
#include "segment/stored_blocks.h"
#include "segment/stored_document.h"

namespace signpost::segment {

struct Meta {
  std::string lang;                    // normalised; all documents' language
  std::vector<std::string> audiences;  // sorted, unique; empty: everybody
  std::vector<std::string> fields;     // names of the searchable attributes, by FieldId
  std::uint32_t doc_count = 0;
  std::uint32_t ranking_count = 0;  // custom rankings
  std::uint64_t section_count = 0;
  std::vector<std::uint64_t> field_lengths;  // tokens of each field in all documents

  std::string Encode() const;
  static absl::StatusOr<Meta> Decode(std::string_view bytes);
};

// Where a segment's bytes are: in memory of the process alone, or in a mapped file.
enum class BytesPlace { kHeap, kMapped };

class Segment {
 public:
  // `owner` keeps the bytes alive. DataLoss: parts do not agree; names the part.
  static absl::StatusOr<std::shared_ptr<const Segment>> Open(const SectionViews& sections,
                                                             std::shared_ptr<const void> owner,
                                                             BytesPlace place = BytesPlace::kHeap);

  const Meta& meta() const { return meta_; }
  std::uint32_t doc_count() const { return meta_.doc_count; }
  std::uint32_t field_count() const { return static_cast<std::uint32_t>(meta_.fields.size()); }
  const lexicon::Lexicon& lexicon() const { return lexicon_; }
  const SectionViews& sections() const { return sections_; }
  BytesPlace place() const { return place_; }

  // REQUIRES for all below: ids in range.
  std::uint32_t DocumentCount(TermId term) const { return document_counts_[Raw(term)]; }
  std::uint32_t DocumentCount(ClassId id) const { return document_counts_[lexicon_.term_count() + Raw(id)]; }
  postings::PostingCursor Postings(TermId term) const;
  // The documents that hold any term of a beginning. Nothing when few terms begin with it: prefix_lists.h.
  std::optional<postings::PostingCursor> PrefixPostings(lexicon::TermRange terms) const;
  // The terms that stand side by side in some documents and are `term` when written as one.
  struct Split {
    TermId first{};
    TermId second{};
    postings::PostingCursor documents;
  };
  std::vector<Split> Splits(TermId term) const;
  std::uint32_t FieldLength(DocId doc, FieldId field) const {
    return static_cast<std::uint32_t>(field_lengths_[Raw(field)][Raw(doc)]);
  }
  // ClassIds of the title's words, distinct.
  NarrowArray TitleClasses(DocId doc) const;
  postings::TermVector Terms(DocId doc) const;
  std::string_view Offsets(DocId doc) const;  // token_offsets.h
  std::string_view ObjectId(DocId doc) const;
  // The language tag as the document has it; Meta::lang is the normalised one.
  std::string_view Lang(DocId doc) const;
  // Decodes a document. The views in it are valid until `buffer` is used again and while the segment is.
  StoredDocument Stored(DocId doc, StoredBuffer* buffer) const;
  double RankingValue(DocId doc, std::uint32_t i) const {
    if (changes_ != nullptr) {
      if (const std::vector<double>* now = changes_->ranking.Find(doc)) return (*now)[i];
    }
    return ranking_values_[std::size_t{Raw(doc)} * meta_.ranking_count + i];
  }
  const Columns& columns() const { return columns_; }
  const CompletionTable& completions() const { return completions_; }
  // What changed since the segment was built; null: nothing.
  const SegmentChanges* changes() const { return changes_.get(); }
  const std::vector<Attribute>* ChangedAttributesOf(DocId doc) const {  // null: none
    return changes_ == nullptr ? nullptr : changes_->attributes.Find(doc);
  }
  // Puts what changed into a document as it was stored.
  void ApplyChanges(DocId doc, Document* document) const;
  // Returns the same segment in which these documents have these changes in place of those that they have. Settings are those
  // that it was built with.
  std::shared_ptr<const Segment> WithChanges(const ChangedAttributes& changed, const Settings& settings) const;
  // Documents with this object_id.
  std::vector<DocId> Find(std::string_view object_id) const;

 private:
  explicit Segment(const lexicon::Lexicon& lexicon) : lexicon_(lexicon) {}
  absl::Status Check() const;
  absl::Status ReadFieldLengths();
  absl::Status ReadLangs();
  // The DocId at place `i` of the byte order of the object_ids.
  DocId ByObjectId(std::size_t i) const {
    return DocId{static_cast<std::uint32_t>(id_order_.size() == 0 ? i : id_order_[i])};
  }
  absl::Status CheckPrefixes() const;
  absl::Status CheckSplits() const;
  std::optional<std::size_t> FindPrefix(lexicon::TermRange terms) const;

  std::shared_ptr<const void> owner_;
  BytesPlace place_ = BytesPlace::kHeap;
  SectionViews sections_;
  Meta meta_;
  lexicon::Lexicon lexicon_;
  FixedArray<std::uint32_t> document_counts_;  // of terms, then of classes
  FixedArray<std::uint64_t> posting_ends_;
  FixedArray<PrefixRange> prefixes_;
  FixedArray<SplitRange> splits_;
  FixedArray<std::uint64_t> vector_ends_;
  // By FieldId, then DocId. Damaged postings may name fields that are not there: those have no tokens.
  std::array<NarrowArray, limits::kMaxFields> field_lengths_;
  NarrowArray title_ends_;
  NarrowArray title_classes_;
  NarrowArray offset_ends_;
  StoredBlocks stored_;
  NarrowArray id_order_;
  NarrowArray object_id_ends_;
  std::vector<std::string_view> langs_;
  NarrowArray doc_langs_;  // in langs_
  FixedArray<double> ranking_values_;
  Columns columns_;
  CompletionTable completions_;
  std::shared_ptr<const SegmentChanges> changes_;  // null: none
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_SEGMENT_H_
