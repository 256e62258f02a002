// SPDX-License-Identifier: Apache-2.0
// strings.h — StrCat over std::string_view, and hash maps keyed by strings that are looked up by views.
//
// Why:      Debian 12 builds Abseil with a string_view of its own, which absl::StrCat and heterogeneous look-up want;
//           with newer Abseil both are one type and everything here still compiles.
#ifndef SIGNPOST_BASE_STRINGS_H_
#define SIGNPOST_BASE_STRINGS_H_

#include <concepts>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <absl/strings/string_view.h>
#include <xxhash.h>

namespace signpost {

namespace internal {
inline void Append(std::string* out, std::string_view s) { out->append(s); }
inline void Append(std::string* out, char c) { out->push_back(c); }
void Append(std::string* out, double d);
template <std::integral T>
requires(!std::same_as<T, char> && !std::same_as<T, bool>) void Append(std::string* out, T i) {
  out->append(std::to_string(i));
}
}  // namespace internal

// Returns the parts one after the other: strings as they are, integers in decimal, doubles as printf("%g").
template <typename... Parts>
std::string StrCat(const Parts&... parts) {
  std::string out;
  (internal::Append(&out, parts), ...);
  return out;
}

// Returns `s` in double quotes for a message: control characters as \xNN, cut to 80 bytes at a code point, then "...".
std::string Quoted(std::string_view s);

inline absl::string_view ToAbsl(std::string_view s) { return {s.data(), s.size()}; }
inline std::string_view ToStd(absl::string_view s) { return {s.data(), s.size()}; }

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return static_cast<std::size_t>(XXH3_64bits(s.data(), s.size())); }
};

template <typename T>
using StringMap = absl::flat_hash_map<std::string, T, StringHash, std::equal_to<>>;
using StringSet = absl::flat_hash_set<std::string, StringHash, std::equal_to<>>;

}  // namespace signpost

#endif  // SIGNPOST_BASE_STRINGS_H_
