// SPDX-License-Identifier: Apache-2.0
// ticket_evidence.h — what each sentence of a ticket says for an article, out of the match of the whole ticket.
//
// Why:      a ticket is a weighted sum of everything in it, which a long article always answers a little. One sentence that an
//           article's title answers says more than a word here and there.
// Score:    of a sentence for an article: the words of the sentence as the article holds them, times how well the sentence and the
//           title cover each other (rank/score_formula.h).
// Threads:  one thread.
#ifndef SIGNPOST_CATALOG_TICKET_EVIDENCE_H_
#define SIGNPOST_CATALOG_TICKET_EVIDENCE_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "catalog/language_search.h"
#include "rank/refiner.h"
#include "segment/corpus.h"

namespace signpost::catalog {

class TicketEvidence {
 public:
  // `sentences`: byte ranges of the text that `search` understood, ascending. References must outlive the evidence.
  TicketEvidence(const segment::Corpus& corpus, const LanguageSearch& search,
                 const std::vector<std::pair<std::size_t, std::size_t>>& sentences);

  // What the words of a sentence say, whether any document holds them or not (those that none holds say nothing).
  double Information(std::size_t sentence) const { return information_[sentence]; }
  // The share of the words that say something that some document of the corpus holds, 0..1.
  double known_share() const { return known_share_; }

  // Returns the score of each sentence for a hit.
  std::vector<double> Scores(const rank::RankedHit& hit) const;

 private:
  double TitleInformation(const rank::RankedHit& hit) const;

  const segment::Corpus& corpus_;
  const LanguageSearch& search_;
  std::vector<std::vector<std::uint32_t>> slots_;  // by sentence, ascending
  std::vector<double> values_;                     // by slot
  std::vector<double> information_;                // by sentence
  double known_share_ = 0;
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_TICKET_EVIDENCE_H_
