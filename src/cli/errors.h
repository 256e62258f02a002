// SPDX-License-Identifier: Apache-2.0
// errors.h — the form of the errors that the program shows: `PLACE: what, value`, or `signpost: what, value` where
// no place in a file is known. A place is a path, or a path and a line: `queries.jsonl:12`.
#ifndef SIGNPOST_CLI_ERRORS_H_
#define SIGNPOST_CLI_ERRORS_H_

#include <cstddef>
#include <string>
#include <string_view>

#include <absl/status/status.h>

namespace signpost::cli {

std::string Message(const absl::Status& status);

// An InvalidArgument error.
absl::Status ErrorAt(std::string_view place, std::string_view what);

// Returns `status` with `place` and ": " before its message.
absl::Status WithPlace(const absl::Status& status, std::string_view place);

// For errors of the parsers in dialect.h, whose messages begin with `LINE: `.
// Of a text that is all of the file at `path`: `PATH:LINE: ...`.
absl::Status WithPath(const absl::Status& status, std::string_view path);
// Of a text that is one line of a file; `place` takes the place of the line.
absl::Status WithLinePlace(const absl::Status& status, std::string_view place);

// For errors of functions that were given `path`: leaves a message that begins with it or with a path below it as it
// is, and puts `signpost: ` before others.
absl::Status WithProgram(const absl::Status& status, std::string_view path);
// Puts `signpost: ` before the message.
absl::Status WithProgram(const absl::Status& status);

// Returns `text` as a JSON string, cut to 80 bytes at a code point, then "...".
std::string Quoted(std::string_view text);

// Returns "PATH:LINE".
std::string PlaceOf(std::string_view path, std::size_t line);

// Writes one line to stderr, without anything that could steer a terminal.
void PrintError(std::string_view message);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_ERRORS_H_
