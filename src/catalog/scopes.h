// SPDX-License-Identifier: Apache-2.0
// scopes.h — what the filters of a request come to in the segments that it may see.
#ifndef SIGNPOST_CATALOG_SCOPES_H_
#define SIGNPOST_CATALOG_SCOPES_H_

#include <vector>

#include <absl/status/status.h>
#include <signpost/search.h>
#include <signpost/settings.h>

#include "rank/scope.h"
#include "segment/corpus.h"

namespace signpost::catalog {

// InvalidArgument: a filter names an attribute that the settings do not, or is otherwise out of range.
absl::Status CheckFilters(const SearchRequest& request, const Settings& settings);

// Returns the scope of each segment of a corpus. REQUIRES: CheckFilters was passed.
std::vector<rank::Scope> MakeScopes(const segment::Corpus& corpus, const SearchRequest& request);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_SCOPES_H_
