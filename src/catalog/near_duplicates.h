// SPDX-License-Identifier: Apache-2.0
// near_duplicates.h — pairs of articles that say the same.
#ifndef SIGNPOST_CATALOG_NEAR_DUPLICATES_H_
#define SIGNPOST_CATALOG_NEAR_DUPLICATES_H_

#include <absl/status/statusor.h>
#include <signpost/audience.h>
#include <signpost/related.h>

#include "index/view.h"

namespace signpost::catalog {

// InvalidArgument: a field of the request is out of its range.
absl::StatusOr<NearDuplicatesResponse> NearDuplicates(const index::View& view, const Audience& audience,
                                                      const NearDuplicatesRequest& request);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_NEAR_DUPLICATES_H_
