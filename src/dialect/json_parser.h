// SPDX-License-Identifier: Apache-2.0
// json_parser.h — JSON text -> Value, strictly: one value, no comments, no duplicate members, UTF-8 only.
//
// Numbers:  an integer that fits std::int64_t is one; every other number is the nearest double.
// Errors:   InvalidArgument, `LINE: what, value`.
// Cost:     linear in the text.
#ifndef SIGNPOST_DIALECT_JSON_PARSER_H_
#define SIGNPOST_DIALECT_JSON_PARSER_H_

#include <cstddef>
#include <string_view>

#include <absl/status/statusor.h>

#include <signpost/value.h>

namespace signpost::dialect {

// Parses `json`, in which arrays and objects are nested at most `max_depth` deep. A byte order mark before it is
// skipped.
absl::StatusOr<Value> ParseJsonText(std::string_view json, int max_depth);

// Returns the 1-based number of the line that holds the byte at `offset`. REQUIRES: offset <= text.size().
std::size_t LineAtOffset(std::string_view text, std::size_t offset);

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_JSON_PARSER_H_
