// SPDX-License-Identifier: Apache-2.0
// facets.h — the values of attributes, counted over the hits of all languages and segments by their texts.
#ifndef SIGNPOST_CATALOG_FACETS_H_
#define SIGNPOST_CATALOG_FACETS_H_

#include <vector>

#include <absl/status/statusor.h>
#include <signpost/search.h>
#include <signpost/settings.h>

#include "catalog/hit_source.h"
#include "facet/tally.h"
#include "index/corpora.h"
#include "segment/corpus.h"

namespace signpost::catalog {

// InvalidArgument: a field that speaks of facets is out of its range.
absl::Status CheckFacets(const SearchRequest& request);

// Counts one attribute over hits, each of another article.
facet::Tally CountValues(const std::vector<segment::Corpus>& corpora, const Documents& hits,
                         const std::string& attribute);

// Leaves one document of each article: the first of its translations.
void KeepOneOfArticles(const index::Corpora& corpora, Documents* documents);

// Returns the facets that a request asks for, but for attributes that never leave. `hits` are as Page::documents. An attribute that
// is counted after distinct has each value once for a group of hits, when hits are grouped.
std::vector<Facet> CountFacets(const index::Corpora& corpora, Documents hits, const SearchRequest& request,
                               const Settings& settings);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_FACETS_H_
