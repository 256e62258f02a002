// SPDX-License-Identifier: Apache-2.0
// answer_finder.h — the passage of a document that answers a query by itself, with a confidence.
//
// How:      the document's passages are compared by which words of the query stand in them, in the headings above and in the
//           title, from the positions that matched. No text is analysed.
// Threads:  one thread.
// Cost:     linear in the document's text and its matches.
#ifndef SIGNPOST_ANSWER_ANSWER_FINDER_H_
#define SIGNPOST_ANSWER_ANSWER_FINDER_H_

#include <cstddef>
#include <optional>

#include <signpost/search.h>

#include "answer/confidence.h"
#include "answer/question.h"
#include "answer/word_coverage.h"
#include "highlight/matched_values.h"
#include "match/doc_match.h"
#include "segment/segment.h"
#include "segment/stored_document.h"

namespace signpost::answer {

// A hit in which an answer is looked for.
struct HitToAnswer {
  const segment::Segment& segment;
  const segment::StoredDocument& stored;
  const match::DocMatch& match;
  std::uint64_t doc_count = 0;  // of its corpus
  std::string_view lang;        // of the corpus
  bool first = false;           // the best hit
  double lead = 0;              // by how much of its score it is before the next one
};

// Returns the best passage of a hit. Nothing when no word of the query stands in or above any. The answer has no document yet:
// object_id, lang, title and url are the caller's to fill in. `evidence`: whether it is kept.
std::optional<Answer> FindAnswer(const highlight::Context& context, QuestionKind question, const HitToAnswer& hit,
                                 bool evidence, highlight::Scratch* scratch);

}  // namespace signpost::answer

#endif  // SIGNPOST_ANSWER_ANSWER_FINDER_H_
