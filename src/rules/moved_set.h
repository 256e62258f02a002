// SPDX-License-Identifier: Apache-2.0
// moved_set.h — the addresses of articles that have moved, compiled: where the address in a query leads in the end.
//
// Cost:     a query that is no address is told by a blank in it, others cost two or three hash look-ups, whatever their number.
// Threads:  immutable after Compile; const methods may run concurrently.
#ifndef SIGNPOST_RULES_MOVED_SET_H_
#define SIGNPOST_RULES_MOVED_SET_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/moved.h>

#include "base/strings.h"

namespace signpost::rules {

class MovedSet {
 public:
  // Where an address leads. Views into the set.
  struct End {
    std::string_view from;  // as the list has it
    std::string_view to;    // a URL, a path, or an object_id
    bool is_article = false;
  };

  // An empty set.
  MovedSet() = default;

  // InvalidArgument: an empty side, one of more than limits::kMaxMovedBytes, a `to` that is no http, https or relative URL, two that
  // move the same address to different places, a loop (names its addresses), more than limits::kMaxMoved.
  static absl::StatusOr<MovedSet> Compile(std::vector<MovedAddress> list);

  // Returns the end of the address that a query is, if it has moved.
  std::optional<End> Find(std::string_view query) const;
  // The same for a URL that a redirect leads to: slugs and ids are none.
  std::optional<End> FindUrl(std::string_view url) const;

  const std::vector<MovedAddress>& list() const { return list_; }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  static constexpr std::uint32_t kSeveral = UINT32_MAX - 1;

  absl::Status Add(std::uint32_t place);
  absl::Status ResolveChains();
  std::uint32_t Next(std::uint32_t place) const;
  std::uint32_t FindKey(const StringMap<std::uint32_t>& map, const std::string& key) const;
  std::uint32_t PlaceOf(std::string_view address, bool of_query) const;
  End EndOf(std::uint32_t place) const;

  std::vector<MovedAddress> list_;
  std::vector<std::uint32_t> ends_;        // by place: that of the last one of its chain
  StringMap<std::uint32_t> exact_;         // addresses as they stand: //host/path, /path, slug or id
  StringMap<std::uint32_t> without_host_;  // paths of addresses with a host; the first of several
  StringMap<std::uint32_t> slugs_;         // last parts of paths; kSeveral: they lead to different places
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_MOVED_SET_H_
