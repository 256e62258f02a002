// SPDX-License-Identifier: Apache-2.0
// segment_builder.h — analyses documents of one language and one set of audiences and makes a segment's bytes of them.
//
// Holds:    what documents came to in the order of arrival, in blocks that are never copied; Build takes the documents in
//           their order and gives each term its list.
// Threads:  one thread at a time.
// Cost:     Add linear in the text; Build linear in the postings plus the sorting of terms and documents.
#ifndef SIGNPOST_SEGMENT_SEGMENT_BUILDER_H_
#define SIGNPOST_SEGMENT_SEGMENT_BUILDER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/document.h>
#include <signpost/settings.h>

#include "base/block_list.h"
#include "base/bytes.h"
#include "lexicon/lexicon.h"
#include "postings/term_vector.h"
#include "segment/columns_builder.h"
#include "segment/completion_table.h"
#include "segment/field_norms.h"
#include "segment/prefix_lists.h"
#include "segment/sections.h"
#include "segment/split_lists.h"
#include "segment/term_table.h"
#include "text/analyzer.h"

namespace signpost::segment {

class SegmentBuilder {
 public:
  // `settings` must outlive the builder. `lang` is normalised, `audiences` sorted and unique.
  SegmentBuilder(const Settings& settings, std::string lang, std::vector<std::string> audiences);

  // REQUIRES: the document was validated (index/validate.h) and belongs to this language and these audiences.
  void Add(const Document& document);

  std::uint32_t doc_count() const { return static_cast<std::uint32_t>(docs_.size()); }

  // Returns the segment's bytes; the builder is used up. The same documents in any order give the same bytes.
  OwnedSections Build() &&;

 private:
  // What is kept of a document until Build. The texts are in texts_.
  struct PendingDoc {
    std::string_view object_id;
    std::string_view lang;
    std::string_view stored;   // encoded
    std::string_view offsets;  // encoded
    std::vector<double> ranking;
    std::uint64_t tokens_end;  // in doc_tokens_
    std::uint64_t title_end;   // in title_terms_
  };
  struct PendingToken {
    std::uint32_t term;  // its number in terms_
    std::uint32_t position;
    std::uint16_t span;
    FieldId field;
  };
  // A term of a document and the number of one of its tokens, which makes equal terms keep their order.
  using TermAndToken = std::uint64_t;
  // Where the numbers of arrival go.
  struct Order {
    std::vector<std::uint32_t> docs;      // by DocId: number of arrival
    std::vector<std::uint32_t> terms;     // by TermId: number of arrival
    std::vector<std::uint32_t> term_ids;  // by number of arrival
  };
  // The terms of one document with their occurrences; kept from document to document for its memory.
  struct DocumentTerms {
    std::vector<TermAndToken> order;
    std::vector<TermAndToken> sorting;
    std::vector<postings::Occurrence> occurrences;
    std::vector<postings::TermOccurrences> terms;  // views of occurrences
  };

  void AddField(FieldId field, const std::vector<std::string_view>& texts);
  Order MakeOrder() const;
  void WriteLexicon(const Order& order, OwnedSections* out) const;
  std::vector<double> AverageLengths() const;
  void CollectPairs(const Order& order, std::uint32_t doc, SplitListsBuilder* out) const;
  void CollectTerms(const Order& order, std::uint32_t number, DocumentTerms* out) const;
  void WritePostings(const Order& order, const lexicon::Lexicon& lexicon, OwnedSections* out) const;
  void WriteDocuments(const Order& order, const lexicon::Lexicon& lexicon, OwnedSections* out) const;
  void WriteStored(const Order& order, OwnedSections* out) const;
  void WriteIdentities(const Order& order, OwnedSections* out) const;
  void WriteFieldLengths(const Order& order, OwnedSections* out) const;

  const Settings& settings_;
  std::string lang_;
  std::vector<std::string> audiences_;
  text::Analyzer analyzer_;
  ColumnsBuilder columns_;
  CompletionTableBuilder completions_;
  text::TokenList tokens_;  // reused

  std::vector<std::uint32_t> hashes_;  // of the tokens, reused
  ByteWriter encoded_;                 // reused
  ByteWriter offsets_;                 // of the current document, reused

  TextArena texts_;
  TermTable terms_;
  std::vector<PendingDoc> docs_;
  BlockList<PendingToken> doc_tokens_;  // of each document by field and position
  BlockList<std::uint32_t> title_terms_;
  std::vector<std::uint32_t> field_lengths_;
  std::uint64_t section_count_ = 0;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_SEGMENT_BUILDER_H_
