// SPDX-License-Identifier: Apache-2.0
// page.h — from the ordered hits to the ones that are shown: hidden, promoted, cut.
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

// The places [begin, end) among all hits that are asked for and may be reached.
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
  std::size_t hit_count = 0;
  std::vector<PageHit> hits;  // of the window
};

// Returns the hits of the window.
Page MakePage(const index::Corpora& corpora, HitSource* source, const rules::Outcome& outcome, Window window);

// Says in the response which part of the hits it holds. REQUIRES: response->hit_count is known.
void DescribePages(const SearchRequest& request, const Settings& settings, SearchResponse* response);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_PAGE_H_
