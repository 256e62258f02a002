// SPDX-License-Identifier: Apache-2.0
// page.h — from the ordered hits to the ones that are shown: hidden, promoted, cut.
#ifndef SIGNPOST_CATALOG_PAGE_H_
#define SIGNPOST_CATALOG_PAGE_H_

#include <cstddef>
#include <vector>

#include <signpost/search.h>
#include <signpost/settings.h>

#include "index/corpora.h"
#include "rank/collector.h"
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

// `hits` are at least the first HitsNeeded(window, outcome), `documents` (by corpus) all that match when a rule hides or
// promotes, `hit_count` how many articles these are.
Page MakePage(const index::Corpora& corpora, std::vector<rank::RankedHit> hits,
              const std::vector<rank::DocLists>& documents, std::size_t hit_count, const rules::Outcome& outcome,
              Window window);

// How many hits the window may draw on.
std::size_t HitsNeeded(Window window, const rules::Outcome& outcome);

// Says in the response which part of the hits it holds. REQUIRES: response->hit_count is known.
void DescribePages(const SearchRequest& request, const Settings& settings, SearchResponse* response);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_PAGE_H_
