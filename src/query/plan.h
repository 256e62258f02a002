// SPDX-License-Identifier: Apache-2.0
// plan.h — what each word of a query may stand for in a corpus: plain data that matching follows and explain prints.
//
// Threads:  plain value types. Valid for the corpus it was made for.
#ifndef SIGNPOST_QUERY_PLAN_H_
#define SIGNPOST_QUERY_PLAN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <absl/container/inlined_vector.h>

#include <signpost/explain.h>
#include <signpost/settings.h>

#include "base/deadline.h"
#include "base/ids.h"
#include "lexicon/lexicon.h"
#include "query/match_options.h"
#include "query/parsed_query.h"
#include "query/weights.h"
#include "segment/corpus.h"
#include "segment/phrase.h"
#include "text/analyzer.h"

namespace signpost::query {

// A term, all terms that begin alike, or several side by side, that a word may stand for.
struct Alternative {
  // The segments that hold it, ascending; TermIds are of the segment.
  struct Terms {
    std::uint32_t segment;  // index in the corpus
    lexicon::TermRange range;
  };
  struct Phrase {
    std::uint32_t segment;
    std::vector<TermId> terms;
    segment::PhraseDocuments documents;
  };

  std::string text;  // terms separated by spaces; of a kPrefix, what they begin with
  AlternativeKind kind = AlternativeKind::kExact;
  int edits = 0;
  double weight = 1;                  // of a match, beside 1 for the exact term
  std::uint32_t fields = UINT32_MAX;  // in which it matches, as bits by FieldId
  absl::InlinedVector<Terms, 1> terms;
  std::vector<Phrase> phrases;
  std::uint64_t document_count = 0;  // live documents that hold it; of a kPrefix, summed over its terms
  std::size_t typed_bytes = 0;       // of `text`, when the query has only its beginning; else 0
};

// What was probably meant by a word that stands nowhere, or hardly anywhere.
struct Correction {
  std::string text;       // a term, or several separated by spaces
  double confidence = 0;  // 0..1: that it was, beside all others that are near and the word itself
};

// What one word of the query came to.
struct Slot {
  std::uint32_t word = 0;      // index in ParsedQuery::words
  std::uint32_t position = 0;  // in the query
  std::uint16_t span = 1;      // positions of the query
  bool stop_word = false;
  bool quoted = false;            // a hit must hold it
  double score_weight = 1;        // of its part of the score
  double information_weight = 1;  // of its part of the information; 0: it scores but does not decide what is a hit
  bool marked = true;             // false: not highlighted, because the pairs around a CJK character are
  std::vector<Alternative> alternatives;  // cheapest kind first; empty: nothing in the corpus is like the word
  // Inverse document frequency of what says the word, whatever stands for it, so that a rare neighbour gains nothing by being
  // rare; 0 without alternatives.
  double idf = 0;
  std::uint64_t document_count = 0;  // of all alternatives, summed
  std::optional<Correction> correction = {};
};

// What an occurrence of an alternative counts beside one of the exact word.
inline double AlternativeFactor(const Slot& slot, const Alternative& alternative, bool in_title) {
  const bool weak = slot.stop_word && alternative.kind <= AlternativeKind::kStem && !in_title;
  return alternative.weight * (weak ? kStopWordFactor : 1);
}

struct Plan {
  std::vector<Slot> slots;            // in the order of the query
  std::vector<Alternative> excluded;  // no hit holds any of them
  TypoMode typo_mode = TypoMode::kOn;
  RemoveWords remove_words = RemoveWords::kByInformation;
  // The query is one or two letters that may be the beginning of a word, and no criteria order the hits: what a hit says of
  // them is worth less than what it is.
  bool lone_prefix = false;
  bool cut = false;  // limits::kMaxPhraseChecks was reached: phrases may stand in more documents than were found
};

// Returns what the words of `query` may stand for. Deterministic; independent of how documents are spread over segments. Words
// that are not looked up when the deadline passes have no slot.
Plan MakePlan(const ParsedQuery& query, const segment::Corpus& corpus, const text::Analyzer& analyzer,
              const MatchOptions& options, Deadline* deadline);

}  // namespace signpost::query

#endif  // SIGNPOST_QUERY_PLAN_H_
