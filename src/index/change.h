// SPDX-License-Identifier: Apache-2.0
// change.h — a new view from an old one: documents added, replaced, removed, small segments merged.
//
// Threads:  functions of their arguments; the caller sees to it that changes come one at a time.
#ifndef SIGNPOST_INDEX_CHANGE_H_
#define SIGNPOST_INDEX_CHANGE_H_

#include <cstddef>
#include <string>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/document.h>

#include "index/view.h"

namespace signpost::index {

// Returns `view` with each document added, replacing the one of its identity. Errors as DocumentLoad::Add.
absl::StatusOr<View> WithDocuments(const View& view, const std::vector<Document>& documents);

// Returns `view` without the documents of these object_ids; `*removed` is how many there were.
absl::StatusOr<View> WithoutDocuments(const View& view, const std::vector<std::string>& object_ids,
                                      std::size_t* removed);

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_CHANGE_H_
