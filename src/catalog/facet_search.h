// SPDX-License-Identifier: Apache-2.0
// facet_search.h — a search in the values of one facet.
#ifndef SIGNPOST_CATALOG_FACET_SEARCH_H_
#define SIGNPOST_CATALOG_FACET_SEARCH_H_

#include <absl/status/statusor.h>
#include <signpost/audience.h>
#include <signpost/facet_search.h>

#include "index/view.h"

namespace signpost::catalog {

// InvalidArgument: a field of the request is out of its range, or the facet is not searchable.
absl::StatusOr<FacetSearchResponse> SearchFacetValues(const index::View& view, const Audience& audience,
                                                      const FacetSearchRequest& request);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_FACET_SEARCH_H_
