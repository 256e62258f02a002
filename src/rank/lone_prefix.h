// SPDX-License-Identifier: Apache-2.0
// lone_prefix.h — the hits of a query of one or two letters, of which there are too many to score.
//
// How:      a bit for each document that holds the letters, that holds them as a word, and that has a title with a word so
//           begun; since documents are numbered in static order, the first ones of each kind are the best of it.
// Cost:     less than a nanosecond for each document of the lists.
#ifndef SIGNPOST_RANK_LONE_PREFIX_H_
#define SIGNPOST_RANK_LONE_PREFIX_H_

#include "rank/collector.h"
#include "rank/hit_search.h"

namespace signpost::rank {

// As Collect. REQUIRES: the plan is of a lone prefix.
Collected CollectLonePrefix(const HitSearch& search, const CollectOptions& options);

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_LONE_PREFIX_H_
