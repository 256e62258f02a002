// SPDX-License-Identifier: Apache-2.0
// search_pipeline.h — the straight line that a request runs through a view.
#ifndef SIGNPOST_CATALOG_SEARCH_PIPELINE_H_
#define SIGNPOST_CATALOG_SEARCH_PIPELINE_H_

#include <functional>

#include <absl/status/statusor.h>
#include <signpost/audience.h>
#include <signpost/search.h>

#include "catalog/hit_source.h"
#include "index/corpora.h"
#include "index/view.h"

namespace signpost::catalog {

// Is shown all hits of a request, by corpus, each of another article.
using HitsVisitor = std::function<void(const index::Corpora& corpora, const Documents& hits)>;

// Answers a request. InvalidArgument: a field of the request is out of its range. `visit`, if there is one, is called once unless
// a rule redirects.
absl::StatusOr<SearchResponse> Search(const index::View& view, const Audience& audience, const SearchRequest& request,
                                      const HitsVisitor& visit = nullptr);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_SEARCH_PIPELINE_H_
