// SPDX-License-Identifier: Apache-2.0
// refiner.h — turns candidates into the best hits: the most promising are matched by positions and scored in full, until no
// bound of the others reaches the last of the best (best first, as Fagin, Lotem and Naor 2003 stop).
#ifndef SIGNPOST_RANK_REFINER_H_
#define SIGNPOST_RANK_REFINER_H_

#include <cstddef>
#include <vector>

#include "match/doc_match.h"
#include "rank/criteria.h"
#include "rank/doc_score.h"
#include "rank/hit_search.h"

namespace signpost::rank {

struct RankedHit {
  std::uint32_t corpus = 0;         // which corpus of the request; set by the caller
  std::uint32_t language_step = 0;  // how far its language is from the one asked for; set by the caller
  double language_factor = 1;       // what its score was multiplied by; set by the caller
  std::uint32_t segment = 0;        // in the corpus
  match::DocMatch match;
  DocScore score;
  CriteriaKey criteria;
};

// True when `a` stands before `b`: by the ordered criteria, if there are any, then by score in steps of 1/4096, custom
// ranking, the nearer language, object_id, lang. The segments are those that hold them.
bool Before(const segment::Segment& a_segment, const RankedHit& a, const segment::Segment& b_segment,
            const RankedHit& b);

// Threads: one thread.
class Refiner {
 public:
  // Keeps the best `count` hits. All references must outlive the refiner.
  Refiner(const HitSearch& search, const std::vector<RankingCriterion>& criteria, std::size_t count);

  // Scores a candidate, and keeps it when it is a hit by `rule` and among the best.
  void Score(const Candidate& candidate, const match::HitRule& rule);

  // Scores what may be among the best of `candidates`, hits by `rule` or not. Reorders them.
  void ScoreBest(std::vector<Candidate>* candidates, const match::HitRule& rule);

  // Candidates whose bound is below it need not be scored.
  double needed() const { return needed_; }

  std::vector<RankedHit> Take();  // best first

 private:
  double OtherTitleInformation(const Candidate& candidate);
  match::Held HeldIn(const match::DocMatch& match) const;
  bool IsBefore(const RankedHit& a, const RankedHit& b) const;

  const HitSearch& search_;
  const std::vector<RankingCriterion>& criteria_;
  const std::size_t count_;
  DocScorer scorer_;
  std::vector<match::DocMatcher> matchers_;  // by segment
  std::vector<RankedHit> best_;              // a heap with the last of them first, once there are count_
  RankedHit current_;
  double needed_;
};

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_REFINER_H_
