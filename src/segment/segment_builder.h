// SPDX-License-Identifier: Apache-2.0
// segment_builder.h — analyses documents of one language and one set of audiences and makes a segment's bytes of them.
//
// Holds:    one arena of postings in the order of arrival; Build sorts them by term and by static rank.
// Threads:  one thread at a time.
// Cost:     Add linear in the text; Build linear in the postings plus the sorting of terms and documents.
#ifndef SIGNPOST_SEGMENT_SEGMENT_BUILDER_H_
#define SIGNPOST_SEGMENT_SEGMENT_BUILDER_H_

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <signpost/document.h>
#include <signpost/settings.h>

#include "base/bytes.h"
#include "base/strings.h"
#include "lexicon/lexicon.h"
#include "postings/term_vector.h"
#include "segment/columns_builder.h"
#include "segment/field_norms.h"
#include "segment/pair_filter.h"
#include "segment/prefix_lists.h"
#include "segment/sections.h"
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
  // What is kept of a document until Build, as ranges of streams that grow with each document.
  struct PendingDoc {
    std::string object_id;
    std::string lang;
    std::vector<double> ranking;
    std::uint64_t offsets_end;
    std::uint64_t stored_end;
    std::uint64_t postings_end;  // in postings_
    std::uint64_t title_end;     // in title_terms_
  };
  // A term in a document; its occurrences stand behind those of the posting before.
  struct PendingPosting {
    std::uint32_t term;   // in order of arrival
    std::uint64_t begin;  // in occurrences_
    std::uint32_t count;
  };
  // Where the numbers of arrival go.
  struct Order {
    std::vector<std::uint32_t> docs;      // by DocId: number of arrival
    std::vector<std::uint32_t> terms;     // by TermId: number of arrival
    std::vector<std::uint32_t> term_ids;  // by number of arrival
  };
  struct TermOccurrence {
    std::uint32_t term;
    postings::Occurrence occurrence;
  };

  std::uint32_t TermNumber(std::string_view term);
  void AddField(FieldId field, const std::vector<std::string_view>& texts);
  void CollectPostings();
  void CollectPairs(std::size_t begin);
  Order MakeOrder() const;
  void WriteLexicon(const Order& order, OwnedSections* out) const;
  std::vector<double> AverageLengths() const;
  std::uint8_t ImpactOf(const PendingPosting& posting, const std::uint32_t* lengths, const FieldNorms& norms,
                        PrefixListsBuilder* prefixes, TermId term) const;
  void WritePostings(const Order& order, const lexicon::Lexicon& lexicon, OwnedSections* out) const;
  void WriteDocuments(const Order& order, const lexicon::Lexicon& lexicon, OwnedSections* out) const;

  const Settings& settings_;
  std::string lang_;
  std::vector<std::string> audiences_;
  text::Analyzer analyzer_;
  ColumnsBuilder columns_;
  text::TokenList tokens_;  // reused

  PairFilter pairs_;
  std::deque<std::string> terms_;  // in the order of arrival; term_numbers_ has views of them
  absl::flat_hash_map<std::string_view, std::uint32_t, StringHash, std::equal_to<>> term_numbers_;
  std::vector<PendingDoc> docs_;
  std::vector<PendingPosting> postings_;
  std::vector<postings::Occurrence> occurrences_;
  std::vector<TermOccurrence> of_document_;  // reused
  std::vector<std::uint32_t> title_terms_;
  std::vector<std::uint32_t> field_lengths_;
  ByteWriter offsets_;
  ByteWriter stored_;
  std::uint64_t section_count_ = 0;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_SEGMENT_BUILDER_H_
