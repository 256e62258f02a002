// SPDX-License-Identifier: Apache-2.0
// doc_match.h — how one document matches a plan: which word stands where, as what. Scores, explanations and highlights of the
// documents that may be shown all come from it.
#ifndef SIGNPOST_MATCH_DOC_MATCH_H_
#define SIGNPOST_MATCH_DOC_MATCH_H_

#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "query/plan.h"
#include "segment/segment.h"

namespace signpost::match {

// A place in a document that stands for a word of the query.
struct SlotOccurrence {
  std::uint32_t slot = 0;         // index in Plan::slots
  std::uint32_t alternative = 0;  // index in Slot::alternatives
  FieldId field{};
  std::uint32_t position = 0;
  std::uint16_t span = 1;
  TermId term{};  // that stands there; the first one of a phrase
};

struct DocMatch {
  DocId doc{};
  std::vector<SlotOccurrence> occurrences;  // by slot, alternative, field, position
};

// Matches documents of one segment.
// Threads:  one thread.
// Cost:     a walk over the terms of each document.
class DocMatcher {
 public:
  // `number`: of the segment in the corpus of the plan. Both must outlive the matcher.
  DocMatcher(const segment::Segment& segment, std::uint32_t number, const query::Plan& plan);

  // Writes the match of `doc` to `out`, whose memory is used again.
  void Match(DocId doc, DocMatch* out);

  // True when the plan looks for a term of this class.
  bool LooksFor(ClassId id) const;

 private:
  static constexpr std::uint32_t kNoPhrase = UINT32_MAX;
  // A term that an alternative looks for.
  struct Wanted {
    TermId term;
    std::uint32_t slot;
    std::uint32_t alternative;
    std::uint32_t phrase = kNoPhrase;  // in phrases_, when it is a part of one
    std::uint32_t part = 0;
  };
  // All terms that begin alike.
  struct Range {
    lexicon::TermRange terms;
    std::uint32_t slot;
    std::uint32_t alternative;
  };
  struct Phrase {
    std::uint32_t slot;
    std::uint32_t alternative;
    TermId first;
    std::vector<std::vector<postings::Occurrence>> parts;  // of the current document
  };

  void Add(std::uint32_t slot, std::uint32_t alternative, TermId term, std::vector<SlotOccurrence>* out) const;
  void FinishPhrases(std::vector<SlotOccurrence>* out);

  const segment::Segment& segment_;
  const query::Plan& plan_;
  std::vector<Wanted> wanted_;  // by term
  std::vector<Range> ranges_;
  std::vector<ClassId> classes_;  // of wanted_, ascending
  std::vector<Phrase> phrases_;
  std::vector<postings::Occurrence> occurrences_;  // of the current term
};

}  // namespace signpost::match

#endif  // SIGNPOST_MATCH_DOC_MATCH_H_
