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
#include "lexicon/lexicon.h"
#include "postings/posting_list.h"
#include "postings/term_vector.h"
#include "segment/changes.h"
#include "segment/columns.h"
#include "segment/prefix_lists.h"
#include "segment/sections.h"

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

class Segment {
 public:
  // `owner` keeps the bytes alive. DataLoss: parts do not agree; names the part.
  static absl::StatusOr<std::shared_ptr<const Segment>> Open(const SectionViews& sections,
                                                             std::shared_ptr<const void> owner);

  const Meta& meta() const { return meta_; }
  std::uint32_t doc_count() const { return meta_.doc_count; }
  std::uint32_t field_count() const { return static_cast<std::uint32_t>(meta_.fields.size()); }
  const lexicon::Lexicon& lexicon() const { return lexicon_; }
  const SectionViews& sections() const { return sections_; }

  // REQUIRES for all below: ids in range.
  std::uint32_t DocumentCount(TermId term) const { return document_counts_[Raw(term)]; }
  std::uint32_t DocumentCount(ClassId id) const { return document_counts_[lexicon_.term_count() + Raw(id)]; }
  postings::PostingCursor Postings(TermId term) const;
  // The documents that hold any term of a beginning. Nothing when few terms begin with it: prefix_lists.h.
  std::optional<postings::PostingCursor> PrefixPostings(lexicon::TermRange terms) const;
  std::uint32_t PrefixDocumentCount(lexicon::TermRange terms) const;  // of these; 0 when there is nothing
  // False when no document has the term as two words side by side.
  bool MayBePair(TermId term) const {
    return (static_cast<unsigned char>(sections_[SectionKind::kPairTerms][Raw(term) / 8]) >> (Raw(term) % 8) & 1) != 0;
  }
  std::uint32_t FieldLength(DocId doc, FieldId field) const {
    return field_lengths_[std::size_t{Raw(doc)} * field_count() + Raw(field)];
  }
  // Distinct stem classes of the title's words.
  FixedArray<std::uint32_t> TitleClasses(DocId doc) const;
  postings::TermVector Terms(DocId doc) const;
  std::string_view Offsets(DocId doc) const;  // token_offsets.h
  std::string_view Stored(DocId doc) const;   // stored_document.h
  std::string_view ObjectId(DocId doc) const;
  double RankingValue(DocId doc, std::uint32_t i) const {
    if (changes_ != nullptr) {
      if (const std::vector<double>* now = changes_->ranking.Find(doc)) return (*now)[i];
    }
    return ranking_values_[std::size_t{Raw(doc)} * meta_.ranking_count + i];
  }
  const Columns& columns() const { return columns_; }
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
  absl::Status CheckPrefixes() const;
  std::optional<std::size_t> FindPrefix(lexicon::TermRange terms) const;

  std::shared_ptr<const void> owner_;
  SectionViews sections_;
  Meta meta_;
  lexicon::Lexicon lexicon_;
  FixedArray<std::uint32_t> document_counts_;  // of terms, then of classes
  FixedArray<std::uint64_t> posting_ends_;
  FixedArray<PrefixRange> prefixes_;
  FixedArray<std::uint32_t> field_lengths_;
  FixedArray<std::uint64_t> vector_ends_;
  FixedArray<std::uint32_t> title_ends_;
  FixedArray<std::uint64_t> offset_ends_;
  FixedArray<std::uint64_t> stored_ends_;
  FixedArray<std::uint32_t> id_order_;
  FixedArray<double> ranking_values_;
  Columns columns_;
  std::shared_ptr<const SegmentChanges> changes_;  // null: none
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_SEGMENT_H_
