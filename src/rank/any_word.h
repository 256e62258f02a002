// SPDX-License-Identifier: Apache-2.0
// any_word.h — the hits of a long query, of which each holds some of its words.
//
// How:      word after word, the rarest first, is added to what is known of each document (term at a time). When only the best
//           are asked for, the most promising documents are scored in full now and then; once no document that holds just
//           words still to come can reach the last of the best, the rest is only looked for in documents that are known,
//           and these are given up as their bounds fall below it (Turtle and Flood 1995, MaxScore).
// Threads:  one thread; memory for each document belongs to the thread and is used again.
#ifndef SIGNPOST_RANK_ANY_WORD_H_
#define SIGNPOST_RANK_ANY_WORD_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "match/hit_policy.h"
#include "rank/doc_sums.h"
#include "rank/hit_search.h"
#include "rank/refiner.h"

namespace signpost::rank {

class AnyWord {
 public:
  explicit AnyWord(const HitSearch& search);

  // Returns all hits.
  std::vector<Candidate> FindAll();

  // Gives `refiner` what it needs to know the best `count` hits; beyond limits::kMaxSummedDocuments and kMaxProbedDocuments, the
  // best of those that hold the rarer words. REQUIRES: what is a hit is known beforehand: the policy wants
  // no enough documents, has one attempt, and edits do not decide.
  void FindBest(std::size_t count, Refiner* refiner);

 private:
  // What the words from one on, in the order of deciding(), and all that only add, are worth at most.
  struct Rest {
    ScoreBound in_title;   // to a document that holds them in the title
    ScoreBound elsewhere;  // to one that does not
  };

  void Add(std::size_t slot);
  std::vector<Rest> RestsOf(const std::vector<std::size_t>& slots) const;
  double MostOfUnseen(const Rest& rest) const;
  ScoreBound MostOf(const DocSum& sum, const Rest& rest) const;
  void ScoreMostPromising(std::size_t count, const match::HitRule& rule, Refiner* refiner);
  void KeepMostPromising(std::size_t count);
  void DropHopeless(const Rest& rest, double needed);
  void Probe(std::size_t slot);

  const HitSearch& search_;
  BorrowedSums sums_;
  // Documents of each segment that may still be hits, ascending; set when no more are added.
  std::vector<std::vector<std::uint32_t>> left_;
};

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_ANY_WORD_H_
