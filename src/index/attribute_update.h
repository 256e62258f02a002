// SPDX-License-Identifier: Apache-2.0
// attribute_update.h — what an operation makes of the value of an attribute.
#ifndef SIGNPOST_INDEX_ATTRIBUTE_UPDATE_H_
#define SIGNPOST_INDEX_ATTRIBUTE_UPDATE_H_

#include <optional>

#include <absl/status/statusor.h>
#include <signpost/partial_update.h>
#include <signpost/value.h>

namespace signpost::index {

// Returns the value after the operation; none when the whole update of the document is to be left undone. `old` is null when the
// document lacks the attribute. InvalidArgument: `update.value`, or the old one, does not fit the operation.
absl::StatusOr<std::optional<Value>> UpdatedValue(const Value& old, const AttributeUpdate& update);

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_ATTRIBUTE_UPDATE_H_
