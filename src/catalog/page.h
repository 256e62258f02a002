// SPDX-License-Identifier: Apache-2.0
// page.h — from the ranked hits of each language to the one page that is shown: merged, hidden, promoted, cut.
#ifndef SIGNPOST_CATALOG_PAGE_H_
#define SIGNPOST_CATALOG_PAGE_H_

#include <cstddef>
#include <vector>

#include <signpost/search.h>

#include "rank/collector.h"
#include "rules/rule_set.h"
#include "segment/corpus.h"

namespace signpost::catalog {

struct PageHit {
  rank::RankedHit hit;
  bool promoted = false;
};

struct Page {
  std::size_t hit_count = 0;
  std::vector<PageHit> hits;  // of the page asked for
};

// `collected` is by corpus, each with at least the first HitsNeeded(request, outcome) hits.
// Documents that rules promote are shown when `scopes` (by corpus and segment) admit them.
Page MakePage(const std::vector<segment::Corpus>& corpora, const std::vector<std::vector<rank::Scope>>& scopes,
              std::vector<rank::Collected> collected, const rules::Outcome& outcome, const SearchRequest& request);

// How many hits of each corpus a page may draw on.
std::size_t HitsNeeded(const SearchRequest& request, const rules::Outcome& outcome);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_PAGE_H_
