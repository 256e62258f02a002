// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include <cerrno>
#include <system_error>

#include <unistd.h>

#include "cli/errors.h"

namespace signpost::cli {
namespace {

constexpr std::size_t kFlushBytes = 64 * 1024;

absl::Status WriteError(int error) {
  if (error == EPIPE) return absl::CancelledError("the reader has gone");
  return WithProgram(absl::InternalError("cannot write the output: " + std::generic_category().message(error)));
}

}  // namespace

absl::Status Output::Write(std::string_view lines) {
  pending_.append(lines);
  return pending_.size() < kFlushBytes ? absl::OkStatus() : Flush();
}

absl::Status Output::Flush() {
  std::string_view rest = pending_;
  absl::Status status;
  while (!rest.empty() && status.ok()) {
    const ssize_t written = write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      status = WriteError(errno);
    }
  }
  pending_.clear();
  return status;
}

}  // namespace signpost::cli
