// SPDX-License-Identifier: Apache-2.0
// hit_order.h — the hits of all languages in one order, one for each article.
//
// Order:    hits of one language stay in their order; between languages the better goes first, by its score times the factor
//           of its language. So the first hits are the same however many are asked for.
#ifndef SIGNPOST_CATALOG_HIT_ORDER_H_
#define SIGNPOST_CATALOG_HIT_ORDER_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "index/corpora.h"
#include "rank/collector.h"

namespace signpost::catalog {

inline const segment::Segment& SegmentOf(const index::Corpora& corpora, const rank::RankedHit& hit) {
  return corpora.list[hit.corpus].segments()[hit.segment].segment();
}
inline std::string_view ObjectIdOf(const index::Corpora& corpora, const rank::RankedHit& hit) {
  return SegmentOf(corpora, hit).ObjectId(hit.match.doc);
}

// `collected` is by corpus. Of several translations of an article the best stays. The first n hits are right when every
// corpus gave its first n.
std::vector<rank::RankedHit> OrderHits(const index::Corpora& corpora, double fallback_factor,
                                       std::vector<rank::Collected> collected);

// How many articles the hits are. REQUIRES: their documents were collected, when corpora.articles is not empty.
std::size_t CountArticles(const index::Corpora& corpora, const std::vector<rank::Collected>& collected);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_HIT_ORDER_H_
