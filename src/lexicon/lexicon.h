// SPDX-License-Identifier: Apache-2.0
// lexicon.h — the sorted set of terms of one segment: term -> TermId, exact, by prefix, by ending, by stem class, by edit
// distance.
//
// Holds:    immutable bytes made by BuildLexicon, in memory or mapped; views into them stay valid while they do.
// Order:    TermIds are ranks in byte order, which for UTF-8 is code point order, so a prefix is a range of TermIds.
//           A stem class is named by its stem; ClassIds are ranks of stems in byte order.
// Threads:  const methods may run concurrently.
// Cost:     exact, prefix, ending and class O(|term| log n); fuzzy bounded by limits::kMaxFuzzyVisits.
// Not here: which look-ups a word of a query gets, and what they cost it (query/planner.h).
#ifndef SIGNPOST_LEXICON_LEXICON_H_
#define SIGNPOST_LEXICON_LEXICON_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>

#include "base/bytes.h"
#include "base/ids.h"
#include "lexicon/ending_index.h"
#include "lexicon/middle_index.h"
#include "lexicon/string_table.h"
#include "lexicon/trie.h"

namespace signpost::lexicon {

// Half-open range of TermIds.
struct TermRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
};

struct FuzzyMatch {
  TermId term{};
  std::uint8_t edits = 0;  // smallest number

  friend bool operator==(const FuzzyMatch&, const FuzzyMatch&) = default;
};

struct FuzzyOptions {
  int max_edits = 1;    // 0..2
  bool prefix = false;  // true: some prefix of the term is within max_edits of the word
};

class Lexicon {
 public:
  // Reads what BuildLexicon returned, which must outlive the lexicon. DataLoss: counts and offsets do not agree, or
  // terms are not sorted. Bytes that were tampered with may give wrong answers, never a read out of bounds.
  static absl::StatusOr<Lexicon> Open(std::string_view bytes);

  std::uint32_t term_count() const { return terms_.size(); }
  std::uint32_t class_count() const { return stems_.size(); }

  // REQUIRES: id in range.
  std::string_view Term(TermId id) const { return terms_[Raw(id)]; }
  std::string_view Stem(ClassId id) const { return stems_[Raw(id)]; }
  ClassId ClassOf(TermId id) const { return ClassId{class_of_[Raw(id)]}; }

  std::optional<TermId> Find(std::string_view term) const;
  TermRange Prefix(std::string_view prefix) const;  // terms that begin with its bytes, itself included
  // Terms that end with its bytes, itself included: their places in the order of reversed texts. Empty unless the lexicon
  // was built with BuildOptions::endings.
  EndingRange EndingWith(std::string_view suffix) const { return endings_.Find(terms_, suffix); }
  // REQUIRES: a place of a range that EndingWith returned.
  TermId EndingTerm(std::uint32_t place) const { return TermId{endings_[place]}; }
  std::optional<ClassId> FindClass(std::string_view stem) const;
  // Terms of a class in ascending order. REQUIRES: id in range.
  FixedArray<TermId> TermsOf(ClassId id) const;

  // Returns the terms within options.max_edits of `word` by restricted Damerau-Levenshtein distance over code points,
  // in ascending TermId; none for words longer than limits::kMaxTypoWordCodepoints. Equal to comparing with every term,
  // as long as limits::kMaxFuzzyVisits is not reached; then it is those found so far. REQUIRES: max_edits in [0, 2].
  std::vector<FuzzyMatch> Fuzzy(std::string_view word, const FuzzyOptions& options) const;

 private:
  Lexicon() = default;
  absl::Status ReadLayout(std::string_view bytes);
  absl::Status ValidateClasses() const;

  StringTable terms_;
  StringTable stems_;
  Trie trie_;
  MiddleIndex middle_;
  EndingIndex endings_;
  FixedArray<std::uint32_t> class_of_;      // by TermId
  FixedArray<std::uint32_t> class_begins_;  // class_count + 1 offsets into class_terms_
  FixedArray<TermId> class_terms_;          // TermIds grouped by class
};

}  // namespace signpost::lexicon

#endif  // SIGNPOST_LEXICON_LEXICON_H_
