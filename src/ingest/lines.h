// SPDX-License-Identifier: Apache-2.0
// lines.h — small questions about text that all formats ask.
#ifndef SIGNPOST_INGEST_LINES_H_
#define SIGNPOST_INGEST_LINES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>

namespace signpost::ingest {

// Returns `text` without a byte order mark.
std::string_view WithoutByteOrderMark(std::string_view text);

// Returns the 1-based number of the line that holds the byte at `offset`. REQUIRES: offset <= text.size().
std::size_t LineAt(std::string_view text, std::size_t offset);

// InvalidArgument `LINE: invalid UTF-8, byte OFFSET (0xNN)` at the first byte that is not UTF-8.
absl::Status CheckUtf8(std::string_view text);

// InvalidArgument `1: what, ...` when `text` is longer than a document may be.
absl::Status CheckSize(std::string_view text);

// Returns `text` without white space at its ends, and with one space for each run inside.
std::string CollapseSpace(std::string_view text);

// Returns the parts between the commas, white space collapsed, without empty ones.
std::vector<std::string> SplitAtCommas(std::string_view text);

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_LINES_H_
