// SPDX-License-Identifier: Apache-2.0
// collector.h — the hits of a plan in a corpus: how many, and the best.
//
// How:      documents that may be hits are found with a bound of what each may score, by one of two ways: all words
//           (all_words.h) or any (any_word.h); the most promising are scored in full until no other can be among the best
//           (refiner.h). The best are exact. Ordered criteria have no bounds: with them, every hit is matched by positions.
// Threads:  functions of their arguments.
#ifndef SIGNPOST_RANK_COLLECTOR_H_
#define SIGNPOST_RANK_COLLECTOR_H_

#include <cstddef>
#include <vector>

#include <signpost/settings.h>

#include "base/deadline.h"
#include "query/plan.h"
#include "rank/refiner.h"
#include "segment/corpus.h"

namespace signpost::rank {

struct Collected {
  // Of a long query that has many, an estimate: as if its words stood in documents without regard to each other.
  std::size_t hit_count = 0;
  bool exact_count = true;
  std::vector<RankedHit> best;  // best first, at most as many as asked for
};

// Returns how many hits `plan` has and the best `count` of them. When the deadline passes, words that were not looked at
// by then count as if nothing held them (the rarest are looked at first).
Collected Collect(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings, std::size_t count,
                  Deadline* deadline);

// Returns all documents that hold nothing that `plan` excludes in static order, for a query without words.
Collected CollectAll(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings,
                     std::size_t count, Deadline* deadline);

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_COLLECTOR_H_
