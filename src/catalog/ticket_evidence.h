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

  // Distinct words that say something: no stop words, no codes. In Chinese and Japanese, characters.
  std::size_t word_count() const { return words_.size(); }
  double cjk_share() const;  // of these words, 0..1
  // How familiar the documents of the corpus are with these words, 0..1 on average: 1 for a word that the square root of their
  // number holds, on a scale of logarithms; 0 for one that none holds.
  double Familiarity() const;
  // The share of these words that a hit holds.
  double HeldShare(const rank::RankedHit& hit) const;

  // Returns the score of each sentence for a hit.
  std::vector<double> Scores(const rank::RankedHit& hit) const;

 private:
  double TitleInformation(const rank::RankedHit& hit) const;

  const segment::Corpus& corpus_;
  const LanguageSearch& search_;
  std::vector<std::vector<std::uint32_t>> slots_;  // by sentence, ascending
  std::vector<double> values_;                     // by slot
  std::vector<double> information_;                // by sentence
  std::vector<std::uint32_t> words_;               // slots of the words that say something, ascending
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_TICKET_EVIDENCE_H_
