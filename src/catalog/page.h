// SPDX-License-Identifier: Apache-2.0
// page.h — from all hits to the ones that are shown: ordered, hidden, grouped, promoted, cut.
//
// Places:   a hit, or a group of hits, has one place; pages, limits and promotions count places.
// Rules:    hidden and promoted articles are no members of groups; a promoted one has a place of its own.
#ifndef SIGNPOST_CATALOG_PAGE_H_
#define SIGNPOST_CATALOG_PAGE_H_

#include <cstddef>
#include <vector>

#include <signpost/search.h>
#include <signpost/settings.h>

#include "catalog/hit_source.h"
#include "index/corpora.h"
#include "rules/rule_set.h"

namespace signpost::catalog {

// The places [begin, end) that are asked for and may be reached.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};
Window WindowOf(const SearchRequest& request, const Settings& settings);

struct PageHit {
  rank::RankedHit hit;
  bool promoted = false;
};

struct Page {
  std::size_t place_count = 0;  // over all pages
  std::vector<PageHit> hits;    // of the window
  Documents documents;          // all hits, several translations of one article among them; when facets are asked for
};

// Returns the hits of the window.
Page MakePage(const index::Corpora& corpora, HitSource* source, const rules::Outcome& outcome,
              const SearchRequest& request, const Settings& settings);

// Says in the response which part of the hits it holds. REQUIRES: response->hit_count is known.
void DescribePages(const SearchRequest& request, const Settings& settings, SearchResponse* response);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_PAGE_H_
