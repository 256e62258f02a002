// SPDX-License-Identifier: Apache-2.0
// doc_score.h — the score of one document, with its parts.
//
//   score = (sum over words of idf x saturated pooled frequency + proximity) x (1 + 0.8 D) x boost
//
// Proximity rewards neighbours of the query that are neighbours in the document. D, 0..1, rewards a title that covers the
// query and is covered by it: the Dice coefficient (Dice 1945) of their words weighted by information.
// docs/relevance.md has the experiments behind it.
#ifndef SIGNPOST_RANK_DOC_SCORE_H_
#define SIGNPOST_RANK_DOC_SCORE_H_

#include <cstdint>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "match/doc_match.h"
#include "query/plan.h"
#include "rank/field_weights.h"
#include "segment/corpus.h"

namespace signpost::rank {

struct SlotScore {
  std::uint32_t slot = 0;
  std::uint32_t alternative = 0;  // the one that counted most
  double score = 0;
};

struct DocScore {
  std::vector<SlotScore> slots;  // those that match
  double proximity = 0;
  double title_factor = 1;
  double matched_information = 0;  // share, 0..1
  double boost = 1;                // of optional filters, in the score
  double score = 0;
};

// Scores documents of one corpus for one plan.
// Threads: one thread.
class DocScorer {
 public:
  // `slot_idf` is by slot. All references must outlive the scorer.
  DocScorer(const segment::Corpus& corpus, const query::Plan& plan, const FieldWeights& weights,
            const std::vector<double>& slot_idf);

  DocScore Score(std::uint32_t segment, const match::DocMatch& match);

 private:
  double Proximity(std::uint32_t segment, const match::DocMatch& match) const;
  double TitleFactor(std::uint32_t segment, const match::DocMatch& match);
  double ClassIdf(std::uint32_t segment, ClassId id);

  const segment::Corpus& corpus_;
  const query::Plan& plan_;
  const FieldWeights& weights_;
  const std::vector<double>& slot_idf_;
  std::vector<std::uint32_t> next_;  // by slot: the slot of the next word of the query, or UINT32_MAX
  double query_information_ = 0;     // of the words that may stand in a title
  double deciding_information_ = 0;  // of the words that decide what is a hit
  absl::flat_hash_map<std::uint64_t, double> class_idf_;  // by segment and class
};

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_DOC_SCORE_H_
