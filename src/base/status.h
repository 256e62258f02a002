// SPDX-License-Identifier: Apache-2.0
// status.h — making and passing on absl::Status. A message says what was attempted, the value, and where.
#ifndef SIGNPOST_BASE_STATUS_H_
#define SIGNPOST_BASE_STATUS_H_

#include <string>
#include <string_view>
#include <utility>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include "base/strings.h"

namespace signpost {

template <typename... Parts>
absl::Status InvalidArgument(const Parts&... parts) {
  return absl::InvalidArgumentError(StrCat(parts...));
}
template <typename... Parts>
absl::Status DataLoss(const Parts&... parts) {
  return absl::DataLossError(StrCat(parts...));
}

inline std::string_view Message(const absl::Status& status) { return ToStd(status.message()); }

// Returns `status` with `place` and ": " before its message.
inline absl::Status Annotate(const absl::Status& status, std::string_view place) {
  return absl::Status(status.code(), StrCat(place, ": ", Message(status)));
}

}  // namespace signpost

#define SIGNPOST_CONCAT_INNER(a, b) a##b
#define SIGNPOST_CONCAT(a, b) SIGNPOST_CONCAT_INNER(a, b)

#define SIGNPOST_RETURN_IF_ERROR(expr)                  \
  do {                                                  \
    if (absl::Status status_ = (expr); !status_.ok()) { \
      return status_;                                   \
    }                                                   \
  } while (false)

#define SIGNPOST_ASSIGN_OR_RETURN(lhs, expr) \
  SIGNPOST_ASSIGN_OR_RETURN_(SIGNPOST_CONCAT(status_or_, __LINE__), lhs, expr)
#define SIGNPOST_ASSIGN_OR_RETURN_(tmp, lhs, expr) \
  auto tmp = (expr);                               \
  if (!tmp.ok()) return std::move(tmp).status();   \
  lhs = std::move(tmp).value()

#endif  // SIGNPOST_BASE_STATUS_H_
