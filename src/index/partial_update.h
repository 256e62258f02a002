// SPDX-License-Identifier: Apache-2.0
// partial_update.h — a new view in which some attributes of documents have other values.
//
// Threads:  functions of their arguments; the caller sees to it that changes come one at a time.
#ifndef SIGNPOST_INDEX_PARTIAL_UPDATE_H_
#define SIGNPOST_INDEX_PARTIAL_UPDATE_H_

#include <cstddef>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/partial_update.h>

#include "index/view.h"

namespace signpost::index {

// Returns `view` after the updates, one after the other; `*updated` is how many documents they found and changed. Unknown
// object_ids are no error. InvalidArgument: names the document and the attribute; a value does not fit the operation.
absl::StatusOr<View> WithUpdates(const View& view, const std::vector<PartialUpdate>& updates, std::size_t* updated);

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_PARTIAL_UPDATE_H_
