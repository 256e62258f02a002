// SPDX-License-Identifier: Apache-2.0
// search_pipeline.h — the straight line that a request runs through a view.
#ifndef SIGNPOST_CATALOG_SEARCH_PIPELINE_H_
#define SIGNPOST_CATALOG_SEARCH_PIPELINE_H_

#include <absl/status/statusor.h>
#include <signpost/audience.h>
#include <signpost/search.h>

#include "index/view.h"

namespace signpost::catalog {

// Answers a request. InvalidArgument: a field of the request is out of its range.
absl::StatusOr<SearchResponse> Search(const index::View& view, const Audience& audience, const SearchRequest& request);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_SEARCH_PIPELINE_H_
