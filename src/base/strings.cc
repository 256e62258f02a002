// SPDX-License-Identifier: Apache-2.0
#include "base/strings.h"

#include <cstdio>

namespace signpost {

namespace internal {
void Append(std::string* out, double d) {
  char buffer[32];
  out->append(buffer, static_cast<std::size_t>(std::snprintf(buffer, sizeof buffer, "%g", d)));
}
}  // namespace internal

std::string Quoted(std::string_view s) {
  constexpr std::size_t kMaxBytes = 80;
  std::size_t end = s.size();
  if (end > kMaxBytes) {
    end = kMaxBytes;
    while (end > 0 && (static_cast<unsigned char>(s[end]) & 0xC0) == 0x80) --end;
  }
  std::string out = "\"";
  for (char c : s.substr(0, end)) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      char buffer[8];
      std::snprintf(buffer, sizeof buffer, "\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += buffer;
    } else {
      out += c;
    }
  }
  out += end < s.size() ? "...\"" : "\"";
  return out;
}

}  // namespace signpost
