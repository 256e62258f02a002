// SPDX-License-Identifier: Apache-2.0
// json_file.h — a file that is one of the texts that dialect.h parses.
#ifndef SIGNPOST_CLI_JSON_FILE_H_
#define SIGNPOST_CLI_JSON_FILE_H_

#include <string>
#include <string_view>

#include <absl/status/statusor.h>

#include "cli/errors.h"
#include "cli/line_reader.h"

namespace signpost::cli {

// Parses the file at `path`, if one is given, with a parser of dialect.h. Errors: `PATH:LINE: what, value`.
template <typename T>
absl::StatusOr<T> ReadJsonFile(const std::string& path, absl::StatusOr<T> (*parse)(std::string_view)) {
  if (path.empty()) return T();
  absl::StatusOr<std::string> text = ReadFile(path);
  if (!text.ok()) return text.status();
  absl::StatusOr<T> parsed = parse(*text);
  if (!parsed.ok()) return WithPath(parsed.status(), path);
  return parsed;
}

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_JSON_FILE_H_
