// SPDX-License-Identifier: Apache-2.0
// search_pipeline.h — the straight line that a request runs through a view.
#ifndef SIGNPOST_CATALOG_SEARCH_PIPELINE_H_
#define SIGNPOST_CATALOG_SEARCH_PIPELINE_H_

#include <functional>

#include <absl/status/statusor.h>
#include <signpost/audience.h>
#include <signpost/search.h>

#include "catalog/facets.h"
#include "index/corpora.h"
#include "index/view.h"

namespace signpost::catalog {

// Is given all hits of a request.
using HitsVisitor = std::function<void(const index::Corpora& corpora, Documents hits)>;

// Answers a request with what `audience` may see. InvalidArgument: a field of the request is out of its range. `visit`, if there is
// one, is called in place of counting the request's facets, which must name one, unless a rule redirects.
absl::StatusOr<SearchResponse> Search(const index::View& view, const Audience& audience, const SearchRequest& request,
                                      const HitsVisitor& visit = nullptr);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_SEARCH_PIPELINE_H_
