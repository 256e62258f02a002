// SPDX-License-Identifier: Apache-2.0
// facets.h — the values of attributes, counted over the hits of all languages and segments by their texts.
#ifndef SIGNPOST_CATALOG_FACETS_H_
#define SIGNPOST_CATALOG_FACETS_H_

#include <vector>

#include <absl/status/statusor.h>
#include <signpost/search.h>
#include <signpost/settings.h>

#include "facet/tally.h"
#include "rank/collector.h"
#include "rank/scope.h"
#include "rules/rule_set.h"
#include "segment/corpus.h"

namespace signpost::catalog {

// By corpus.
using Scopes = std::vector<std::vector<rank::Scope>>;
using Documents = std::vector<rank::DocLists>;

// InvalidArgument: a field that speaks of facets is out of its range.
absl::Status CheckFacets(const SearchRequest& request);

// Leaves out of `documents`, all that match, those that rules hide, and adds those that they promote and scopes admit: what is
// left are the hits, as a page counts them.
void ApplyRules(const std::vector<segment::Corpus>& corpora, const Scopes& scopes, const rules::Outcome& outcome,
                Documents* documents);

// Counts one attribute over hits.
facet::Tally CountValues(const std::vector<segment::Corpus>& corpora, const Documents& hits,
                         const std::string& attribute);

// Returns the facets that a request asks for.
std::vector<Facet> CountFacets(const std::vector<segment::Corpus>& corpora, const Documents& hits,
                               const SearchRequest& request, const Settings& settings);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_FACETS_H_
