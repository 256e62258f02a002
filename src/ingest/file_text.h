// SPDX-License-Identifier: Apache-2.0
// file_text.h — bytes of files, whole or line by line, with errors that name the path.
#ifndef SIGNPOST_INGEST_FILE_TEXT_H_
#define SIGNPOST_INGEST_FILE_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

namespace signpost::ingest {

// Returns the status for an error of the system that happened when `what` was done to `path`: NotFound,
// PermissionDenied or Unavailable, `PATH: cannot WHAT, REASON`.
absl::Status SystemError(std::string_view path, std::string_view what, int error_number);

// Returns the content of a regular file. InvalidArgument: it is none, or longer than `max_bytes`.
absl::StatusOr<std::string> ReadFile(const std::string& path, std::size_t max_bytes);

// Reads a file line by line; memory is bounded by the longest line that it returns.
class LineReader {
 public:
  // Opens `path`. Lines of more than `max_bytes` are too long.
  static absl::StatusOr<LineReader> Open(const std::string& path, std::size_t max_bytes);

  // Reads the next line, without its end; false at the end of the file, or when it cannot be read: see status().
  bool Next();

  std::string_view line() const { return line_; }
  std::uint64_t number() const { return number_; }  // 1-based, of line()
  bool too_long() const { return too_long_; }       // line() is then a part of it
  std::uint64_t bytes() const { return bytes_; }    // read so far
  const absl::Status& status() const { return status_; }

 private:
  LineReader(std::string path, std::size_t max_bytes) : path_(std::move(path)), max_bytes_(max_bytes) {}
  bool Fill();
  void Append(std::string_view piece);

  std::string path_;
  std::size_t max_bytes_;
  std::ifstream file_;
  std::string buffer_;
  std::size_t at_ = 0;  // in buffer_
  std::string line_;
  bool too_long_ = false;
  std::uint64_t number_ = 0;
  std::uint64_t bytes_ = 0;
  absl::Status status_;
};

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_FILE_TEXT_H_
