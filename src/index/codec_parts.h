// SPDX-License-Identifier: Apache-2.0
// codec_parts.h — what the encodings of settings, synonyms and rules have in common.
#ifndef SIGNPOST_INDEX_CODEC_PARTS_H_
#define SIGNPOST_INDEX_CODEC_PARTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>

#include "base/bytes.h"
#include "base/status.h"

namespace signpost::index {

inline void PutStrings(const std::vector<std::string>& strings, ByteWriter* out) {
  out->Varint(strings.size());
  for (const std::string& s : strings) out->String(s);
}

inline std::vector<std::string> GetStrings(ByteReader* in) {
  std::vector<std::string> out;
  for (std::uint64_t n = in->Varint(); n > 0 && in->ok(); --n) out.emplace_back(in->String());
  return out;
}

inline void PutBool(bool b, ByteWriter* out) { out->Varint(b ? 1 : 0); }
inline bool GetBool(ByteReader* in) { return in->Varint() != 0; }
// Returns a value of an enum whose last one is `last`; bytes that are none give the first.
template <typename Enum>
Enum GetEnum(Enum last, ByteReader* in) {
  const std::uint64_t value = in->Varint();
  return value <= static_cast<std::uint64_t>(last) ? static_cast<Enum>(value) : Enum{};
}
inline int GetInt(ByteReader* in) { return static_cast<int>(in->Varint() & INT32_MAX); }

// Calls get() once for each element of a list and returns what it gave.
template <typename T, typename Get>
std::vector<T> GetList(ByteReader* in, Get get) {
  std::vector<T> out;
  for (std::uint64_t n = in->Varint(); n > 0 && in->ok(); --n) out.push_back(get());
  return out;
}

inline absl::Status CheckDone(const ByteReader& in, std::string_view part) {
  if (in.ok() && in.done()) return absl::OkStatus();
  return DataLoss("reading ", part, ": malformed");
}

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_CODEC_PARTS_H_
