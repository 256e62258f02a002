// SPDX-License-Identifier: Apache-2.0
// related.h — articles near one article, by the words that make it special.
#ifndef SIGNPOST_CATALOG_RELATED_H_
#define SIGNPOST_CATALOG_RELATED_H_

#include <absl/status/statusor.h>
#include <signpost/audience.h>
#include <signpost/related.h>

#include "index/view.h"

namespace signpost::catalog {

// InvalidArgument: a field of the request is out of its range. NotFound: this audience sees no such article.
absl::StatusOr<RelatedResponse> Related(const index::View& view, const Audience& audience,
                                        const RelatedRequest& request);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_RELATED_H_
