// SPDX-License-Identifier: Apache-2.0
// collector.h — the hits of a plan in a corpus: how many, and the best.
//
// How:      every word's postings are pooled into one number for each document, saturated and summed: a lower bound of the
//           score that lacks proximity and title, and bounds of these. Documents whose upper bound reaches the k-th best lower
//           bound may be among the best; the likeliest of them are matched position by position and scored in full, and then
//           those that may still be better than the k-th of these, so the best k are exact. Ordered criteria have no such
//           bound: with them, every hit is matched by positions.
// Threads:  Collect is a function of its arguments.
// Cost:     one walk over the postings of the plan, and up to two more for the few that may be best.
#ifndef SIGNPOST_RANK_COLLECTOR_H_
#define SIGNPOST_RANK_COLLECTOR_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include <signpost/settings.h>

#include "base/deadline.h"
#include "match/doc_match.h"
#include "query/plan.h"
#include "rank/criteria.h"
#include "rank/doc_score.h"
#include "rank/scope.h"
#include "segment/corpus.h"

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

// Ascending documents of each segment of a corpus.
using DocLists = std::vector<std::vector<DocId>>;

struct CollectOptions {
  std::size_t count = 0;                       // how many of the best are wanted
  bool documents = false;                      // whether Collected::documents is wanted
  const std::vector<Scope>* scopes = nullptr;  // by segment; null: all documents may be hits
  const DocLists* among = nullptr;             // when set, the best are those of these hits
};

struct Collected {
  std::size_t hit_count = 0;
  DocLists documents;            // all hits, when they were asked for
  std::vector<RankedHit> best;   // best first, at most as many as asked for
  std::vector<double> slot_idf;  // by slot
};

// Returns how many hits `plan` has, and the best of them. When the deadline passes, words that were not looked at
// by then count as if nothing held them (the rarest are looked at first), and hits are ordered by their lower bounds.
Collected Collect(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings,
                  const CollectOptions& options, Deadline* deadline);

// Returns all documents that hold nothing that `plan` excludes, for a query without words: in static order, those that scopes
// boost first.
Collected CollectAll(const segment::Corpus& corpus, const query::Plan& plan, const CollectOptions& options,
                     Deadline* deadline);

// True when `a` stands before `b`: by the ordered criteria, if there are any, then by score in steps of 1/4096, custom
// ranking, the nearer language, object_id, lang. The segments are those that hold them.
bool Before(const segment::Segment& a_segment, const RankedHit& a, const segment::Segment& b_segment,
            const RankedHit& b);

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_COLLECTOR_H_
