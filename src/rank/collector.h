// SPDX-License-Identifier: Apache-2.0
// collector.h — the hits of a plan in a corpus: how many, and the best.
//
// How:      documents that may be hits are found with a bound of what each may score, by one of two ways: all words
//           (all_words.h) or any (any_word.h; of very many, rarest_words.h); the most promising are scored in full until no other can be among the best
//           (refiner.h). The best are exact. Ordered criteria have no bounds: with them, every hit is matched by positions.
// Threads:  functions of their arguments.
#ifndef SIGNPOST_RANK_COLLECTOR_H_
#define SIGNPOST_RANK_COLLECTOR_H_

#include <cstddef>
#include <vector>

#include <signpost/settings.h>

#include "base/deadline.h"
#include "base/ids.h"
#include "query/plan.h"
#include "rank/refiner.h"
#include "rank/scope.h"
#include "segment/corpus.h"

namespace signpost::rank {

// Ascending documents of each segment of a corpus.
using DocLists = std::vector<std::vector<DocId>>;

struct CollectOptions {
  std::size_t count = 0;                       // how many of the best are wanted
  bool documents = false;                      // whether Collected::documents is wanted
  const std::vector<Scope>* scopes = nullptr;  // by segment; null: all documents may be hits
  const DocLists* among = nullptr;             // when set, the best are those of these hits
};

struct Collected {
  // Of a long query that has many, an estimate: as if its words stood in documents without regard to each other.
  std::size_t hit_count = 0;
  bool exact_count = true;
  DocLists documents;           // all hits, when they were asked for
  std::vector<RankedHit> best;  // best first, at most as many as asked for
};

// Returns how many hits `plan` has, and the best of them. Of a query with filters, and when documents are asked for, the count
// is exact. When the deadline passes, words that were not looked at by then count as if nothing held them (the rarest are looked
// at first). Of Plan::lone_prefix those come first that hold the letters as a word, then those with a title that has a word so
// begun, then the others; each in static order. Their scores are 3, 2 and 1, times the boost.
Collected Collect(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings,
                  const CollectOptions& options, Deadline* deadline);

// Returns all documents that hold nothing that `plan` excludes, for a query without words: in static order, those that scopes
// boost first.
Collected CollectAll(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings,
                     const CollectOptions& options, Deadline* deadline);

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_COLLECTOR_H_
