// SPDX-License-Identifier: Apache-2.0
// federation_merge.h — one list out of several, with quotas.
#ifndef SIGNPOST_CATALOG_FEDERATION_MERGE_H_
#define SIGNPOST_CATALOG_FEDERATION_MERGE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <signpost/search.h>

namespace signpost::catalog {

// The hits of one query, best first, with their scores among all lists.
struct MergeList {
  std::string label;            // breaks ties, so that the order of the lists says nothing
  const void* index = nullptr;  // hits of one index for one article are the same hit
  const std::vector<Hit>* hits = nullptr;
  std::vector<double> scores;  // never rising
  int min_hits = 0;
  std::optional<int> max_hits;
};

struct MergedHit {
  std::size_t list = 0;
  std::size_t hit = 0;
};

// Returns the page `page` of `hits_per_page` hits: the quotas' share of each list, then the best of all, in the order of the
// scores. Every list keeps its own order, also from page to page. An article that several queries to one index find stands
// once, where it is first.
// Cost: linear in the hits of the pages up to this one, times the lists.
std::vector<MergedHit> MergePage(const std::vector<MergeList>& lists, int page, int hits_per_page);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_FEDERATION_MERGE_H_
