// SPDX-License-Identifier: Apache-2.0
// exit_code.h — what the program tells its caller by the number it ends with.
#ifndef SIGNPOST_CLI_EXIT_CODE_H_
#define SIGNPOST_CLI_EXIT_CODE_H_

#include <absl/status/status.h>

namespace signpost::cli {

constexpr int kExitOk = 0;
constexpr int kExitNothingFound = 1;  // a single query had no hits and no redirect
constexpr int kExitFindings = 1;      // lint found something
constexpr int kExitUsage = 2;         // the command line is wrong
constexpr int kExitBadInput = 3;      // a file is missing, unreadable, wrong or damaged, or cannot be written
constexpr int kExitInternal = 4;      // the answer could not be written, memory ran out, or a fault of the program

// Returns the exit code for an error of a command.
inline int ExitCodeFor(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
    case absl::StatusCode::kCancelled:  // whoever read the output has seen enough (output.h)
      return kExitOk;
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kNotFound:
    case absl::StatusCode::kAlreadyExists:
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kFailedPrecondition:
    case absl::StatusCode::kDataLoss:
    case absl::StatusCode::kResourceExhausted:
      return kExitBadInput;
    default:
      return kExitInternal;
  }
}

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_EXIT_CODE_H_
