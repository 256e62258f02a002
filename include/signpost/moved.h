// SPDX-License-Identifier: Apache-2.0
// moved.h — articles that have moved: what people still have of old addresses, and where it leads now.
//
// Match:    the whole query is the address. Case of letters, one "/" at the end, what stands behind ? or #, and percent-encoding do
//           not matter. An address with a host is also found without it, and by its last part when that has three words or
//           more, without .html and the like: how-to-return-an-item. A path is found with its "/" only: /cancel is an address,
//           cancel is a word to be searched.
// Chains:   an address that has moved on leads to the end. A loop is refused.
// Order:    a moved address answers before any rule. The redirect of a rule that leads to a moved address leads to its end.
// Threads:  plain value types.
// Example:  index.SetMoved({{.from = "/cancel", .to = "cancel-an-order"}, {.from = "/hc/en-us/articles/36001", .to = "/returns"}});
#ifndef SIGNPOST_MOVED_H_
#define SIGNPOST_MOVED_H_

#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>

#include <signpost/export.h>

namespace signpost::inline v0 {

struct MovedAddress {
  std::string from;  // a URL, a path that begins with "/", or a slug or an id without one
  std::string
      to;  // a URL, a path that begins with "/", else the object_id of an article, which leads to its Document::url

  bool operator==(const MovedAddress&) const = default;
};

// Reads lines of `from TAB to`; further columns, empty lines and lines that begin with # are skipped, and so is a first line of
// `from TAB to` itself. InvalidArgument, `LINE: ...`: a line without a tab, or with an empty side.
SIGNPOST_EXPORT absl::StatusOr<std::vector<MovedAddress>> ParseMovedTsv(std::string_view text);

}  // namespace signpost::inline v0

#endif  // SIGNPOST_MOVED_H_
