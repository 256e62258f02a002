// SPDX-License-Identifier: Apache-2.0
#include "cli/line_reader.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "cli/errors.h"

namespace signpost::cli {
namespace {

absl::Status ReadError(const std::string& path, int error) {
  return WithProgram(absl::Status(absl::ErrnoToStatusCode(error),
                                  "cannot read \"" + path + "\": " + std::generic_category().message(error)));
}

// The buffer of getline(3), which grows as needed.
class LineBuffer {
 public:
  LineBuffer() = default;
  LineBuffer(const LineBuffer&) = delete;
  LineBuffer& operator=(const LineBuffer&) = delete;
  ~LineBuffer() { std::free(data_); }

  // Returns the length of the line with its line break, or -1.
  ssize_t Read(std::FILE* file) { return getline(&data_, &size_, file); }
  const char* data() const { return data_; }

 private:
  char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace

void LineReader::Close::operator()(std::FILE* file) const {
  if (file != stdin) std::fclose(file);
}

absl::StatusOr<LineReader> LineReader::Open(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rbe");
  if (file == nullptr) return ReadError(path, errno);
  return LineReader(path, file);
}

LineReader LineReader::Stdin() { return LineReader("stdin", stdin); }

absl::StatusOr<bool> LineReader::Next(std::string* line) {
  LineBuffer buffer;
  errno = 0;
  const ssize_t size = buffer.Read(file_.get());
  if (size < 0) {
    if (std::feof(file_.get()) != 0) return false;
    return ReadError(path_, errno);
  }
  ++line_number_;
  line->assign(buffer.data(), static_cast<std::size_t>(size));
  if (line->ends_with('\n')) line->pop_back();
  if (line->ends_with('\r')) line->pop_back();
  return true;
}

std::string LineReader::place() const { return PlaceOf(path_, line_number_); }

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), std::fclose);
  if (file == nullptr) return ReadError(path, errno);
  std::string out;
  char block[16 * 1024];
  while (std::size_t size = std::fread(block, 1, sizeof block, file.get())) out.append(block, size);
  if (std::ferror(file.get()) != 0) return ReadError(path, errno);
  return out;
}

}  // namespace signpost::cli
