// SPDX-License-Identifier: Apache-2.0
// collector.h — the hits of a plan in a corpus: how many, and the best.
//
// How:      every word's postings are pooled into one number for each document, saturated and summed: a lower bound of the
//           score that lacks proximity and title. Only documents whose upper bound reaches the k-th best lower bound are then
//           matched position by position and scored in full, so the best k are exact.
// Threads:  Collect is a function of its arguments.
// Cost:     one walk over the postings of the plan, and one more for the few that may be best.
#ifndef SIGNPOST_RANK_COLLECTOR_H_
#define SIGNPOST_RANK_COLLECTOR_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include <signpost/settings.h>

#include "match/doc_match.h"
#include "query/plan.h"
#include "rank/doc_score.h"
#include "segment/corpus.h"

namespace signpost::rank {

struct RankedHit {
  std::uint32_t corpus = 0;   // which corpus of the request; set by the caller
  std::uint32_t segment = 0;  // in the corpus
  match::DocMatch match;
  DocScore score;
};

struct Collected {
  std::size_t hit_count = 0;
  std::vector<RankedHit> best;   // best first, at most as many as asked for
  std::vector<double> slot_idf;  // by slot
};

// Returns how many hits `plan` has and the best `count` of them.
Collected Collect(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings, std::size_t count);

// Returns all documents in static order, for the empty query.
Collected CollectAll(const segment::Corpus& corpus, std::size_t count);

// True when `a` stands before `b`: by score in steps of 1/4096, then custom ranking, object_id, lang. The segments are those
// that hold them.
bool Before(const segment::Segment& a_segment, const RankedHit& a, const segment::Segment& b_segment,
            const RankedHit& b);

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_COLLECTOR_H_
