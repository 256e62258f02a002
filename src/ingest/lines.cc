// SPDX-License-Identifier: Apache-2.0
#include "ingest/lines.h"

#include <algorithm>
#include <cstdio>

#include "base/limits.h"
#include "base/status.h"
#include "base/utf8.h"

namespace signpost::ingest {

std::string_view WithoutByteOrderMark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

std::size_t LineAt(std::string_view text, std::size_t offset) {
  return 1 +
         static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

absl::Status CheckUtf8(std::string_view text) {
  std::size_t bad = FindInvalidUtf8(text);
  if (bad == kValidUtf8) return absl::OkStatus();
  char byte[8];
  std::snprintf(byte, sizeof byte, "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(text[bad])));
  return InvalidArgument(LineAt(text, bad), ": invalid UTF-8, byte ", bad, " (", std::string_view(byte), ")");
}

absl::Status CheckSize(std::string_view text) {
  if (text.size() <= limits::kMaxDocumentBytes) return absl::OkStatus();
  return InvalidArgument("1: document is too long, ", text.size(), " bytes, at most ", limits::kMaxDocumentBytes);
}

std::string CollapseSpace(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\v\f";
  std::string out;
  for (std::size_t at = text.find_first_not_of(kSpace); at != std::string_view::npos;) {
    std::size_t end = std::min(text.find_first_of(kSpace, at), text.size());
    if (!out.empty()) out += ' ';
    out += text.substr(at, end - at);
    at = text.find_first_not_of(kSpace, end);
  }
  return out;
}

std::vector<std::string> SplitAtCommas(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    std::size_t end = std::min(text.find(','), text.size());
    if (std::string part = CollapseSpace(text.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace signpost::ingest
