// SPDX-License-Identifier: Apache-2.0
// line_reader.h — a file line by line, or whole, with the system's words when it cannot be read.
#ifndef SIGNPOST_CLI_LINE_READER_H_
#define SIGNPOST_CLI_LINE_READER_H_

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

namespace signpost::cli {

class LineReader {
 public:
  // Errors as absl::ErrnoToStatusCode says, in the form of errors.h.
  static absl::StatusOr<LineReader> Open(const std::string& path);
  static LineReader Stdin();

  // Puts the next line without its line break (LF or CRLF) into `*line`. False: there is none. Memory: one line.
  absl::StatusOr<bool> Next(std::string* line);

  const std::string& path() const { return path_; }
  std::size_t line_number() const { return line_number_; }  // of the line that came last, from 1
  std::string place() const;                                // "PATH:LINE" of it

 private:
  struct Close {
    void operator()(std::FILE* file) const;
  };
  LineReader(std::string path, std::FILE* file) : path_(std::move(path)), file_(file) {}

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
  std::size_t line_number_ = 0;
};

// Returns all of a file. Errors as for LineReader.
absl::StatusOr<std::string> ReadFile(const std::string& path);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_LINE_READER_H_
