// SPDX-License-Identifier: Apache-2.0
// filter_params.h — the parameters of a request that say which documents may be hits, and what is counted of them.
#ifndef SIGNPOST_DIALECT_FILTER_PARAMS_H_
#define SIGNPOST_DIALECT_FILTER_PARAMS_H_

#include <absl/status/status.h>
#include <signpost/search.h>

#include "dialect/json_view.h"

namespace signpost::dialect {

// Each adds what it reads to the filter of the request: all of them must hold. A list may also be a text of JSON.
absl::Status AddFilters(const JsonView& view, SearchRequest* out);
absl::Status AddFacetFilters(const JsonView& view, SearchRequest* out);
absl::Status AddNumericFilters(const JsonView& view, SearchRequest* out);
absl::Status AddTagFilters(const JsonView& view, SearchRequest* out);
absl::Status AddOptionalFilters(const JsonView& view, SearchRequest* out);

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_FILTER_PARAMS_H_
