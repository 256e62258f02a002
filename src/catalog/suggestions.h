// SPDX-License-Identifier: Apache-2.0
// suggestions.h — the pipeline of a suggestion: read what was typed, complete it in each table, order, mark.
#ifndef SIGNPOST_CATALOG_SUGGESTIONS_H_
#define SIGNPOST_CATALOG_SUGGESTIONS_H_

#include <absl/status/statusor.h>
#include <signpost/audience.h>
#include <signpost/suggest.h>

#include "index/view.h"

namespace signpost::catalog {

// InvalidArgument: a field of the request is out of its range.
absl::StatusOr<SuggestResponse> Suggest(const index::View& view, const Audience& audience,
                                        const SuggestRequest& request);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_SUGGESTIONS_H_
