// SPDX-License-Identifier: Apache-2.0
// all_words.h — the hits of a query that wants all its words, or as many as enough documents hold.
//
// How:      the documents of the rarest word are looked for in the lists of the others; a commoner word is gone through only
//           while documents that lack all rarer ones may still be hits.
// Cost:     the lists of the words gone through, and for each of their documents a search in the others.
#ifndef SIGNPOST_RANK_ALL_WORDS_H_
#define SIGNPOST_RANK_ALL_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "match/hit_policy.h"
#include "match/slot_reader.h"
#include "rank/hit_search.h"

namespace signpost::rank {

// Threads: one thread; `search` must outlive it.
class AllWords {
 public:
  explicit AllWords(const HitSearch& search);

  // Returns all hits. Nothing when `needed`, a set of words by match/hit_policy.h, is not empty and no document holds
  // it. REQUIRES: it is not empty, or the policy wants enough documents.
  std::vector<Candidate> Run(std::uint64_t needed);

 private:
  struct Found {
    Candidate candidate;
    float information = 0;
    std::uint32_t edits = 0;
  };
  // Memory that each thread uses again.
  struct Workspace {
    std::vector<Found> found;
    match::WordDocuments of_driver;
    // Documents of one segment that hold the driver, and what they hold of the words looked for so far:
    std::vector<std::uint32_t> docs;
    std::vector<std::vector<match::WordBound>> bounds;  // by slot
    std::vector<std::size_t> looked_for;
    std::vector<float> information;  // by document
  };
  static Workspace& OfThisThread();

  std::vector<std::size_t> Drivers(std::uint64_t needed) const;
  void FindWith(std::size_t driver, std::uint64_t needed, const std::vector<std::size_t>& done);
  void Probe(std::size_t slot);
  void Keep();
  template <typename Wanted>
  void KeepIf(Wanted wanted);

  const HitSearch& search_;
  Workspace& work_;
  match::InformationTally tally_;  // of all documents seen
  float enough_ = 0;               // information that a hit holds at least, by what was seen so far
  std::uint32_t segment_ = 0;
};

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_ALL_WORDS_H_
