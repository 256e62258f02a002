// SPDX-License-Identifier: Apache-2.0
// snapshot.h — a view <-> the sections of a snapshot file. docs/format.md describes them.
#ifndef SIGNPOST_INDEX_SNAPSHOT_H_
#define SIGNPOST_INDEX_SNAPSHOT_H_

#include <string_view>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include "index/view.h"

namespace signpost::index {

// Writes `view` to `path` as storage::WriteSnapshot does.
absl::Status SaveView(const View& view, std::string_view path);

// Maps the file at `path` and returns its view, which keeps the map. Errors as Index::Open; messages begin with the path.
absl::StatusOr<View> OpenView(std::string_view path);

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_SNAPSHOT_H_
