// SPDX-License-Identifier: Apache-2.0
// parse_error.h — what a test of a parser asks of a result.
#ifndef SIGNPOST_TESTS_DIALECT_PARSE_ERROR_H_
#define SIGNPOST_TESTS_DIALECT_PARSE_ERROR_H_

#include <string>

#include <absl/status/statusor.h>

// The message of an InvalidArgument error; other outcomes in words, so that a comparison fails and shows them.
template <typename T>
std::string ParseError(const absl::StatusOr<T>& result) {
  if (result.ok()) return "OK";
  if (result.status().code() != absl::StatusCode::kInvalidArgument) return result.status().ToString();
  return std::string(result.status().message());
}

#endif  // SIGNPOST_TESTS_DIALECT_PARSE_ERROR_H_
