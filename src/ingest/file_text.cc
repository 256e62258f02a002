// SPDX-License-Identifier: Apache-2.0
#include "ingest/file_text.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/status.h"

namespace signpost::ingest {

namespace {

constexpr std::size_t kChunkBytes = 1 << 18;

// Opens a regular file for reading. A pipe or a device could block, or never end.
absl::Status OpenFile(const std::string& path, std::ifstream* file) {
  std::error_code error;
  std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return SystemError(path, "open the file", error ? error.value() : ENOENT);
  if (!std::filesystem::is_regular_file(status)) return InvalidArgument(path, ": is not a regular file");
  errno = 0;
  file->open(path, std::ios::binary);
  if (!file->is_open()) return SystemError(path, "open the file", errno);
  return absl::OkStatus();
}

}  // namespace

absl::Status SystemError(std::string_view path, std::string_view what, int error_number) {
  std::string message =
      StrCat(path, ": cannot ", what, ", ", std::error_code(error_number, std::generic_category()).message());
  if (error_number == ENOENT || error_number == ENOTDIR) return absl::NotFoundError(message);
  if (error_number == EACCES || error_number == EPERM) return absl::PermissionDeniedError(message);
  return absl::UnavailableError(message);
}

absl::StatusOr<std::string> ReadFile(const std::string& path, std::size_t max_bytes) {
  std::ifstream file;
  SIGNPOST_RETURN_IF_ERROR(OpenFile(path, &file));
  std::string text;
  std::string chunk(kChunkBytes, '\0');
  while (file) {
    errno = 0;
    file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    text.append(chunk, 0, static_cast<std::size_t>(file.gcount()));
    if (text.size() > max_bytes) return InvalidArgument(path, ":1: file is too long, at most ", max_bytes, " bytes");
  }
  if (file.bad()) return SystemError(path, "read the file", errno);
  return text;
}

absl::StatusOr<LineReader> LineReader::Open(const std::string& path, std::size_t max_bytes) {
  LineReader reader(path, max_bytes);
  SIGNPOST_RETURN_IF_ERROR(OpenFile(path, &reader.file_));
  return reader;
}

bool LineReader::Fill() {
  if (!file_) return false;
  buffer_.resize(kChunkBytes);
  errno = 0;
  file_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.resize(static_cast<std::size_t>(file_.gcount()));
  at_ = 0;
  bytes_ += buffer_.size();
  if (file_.bad()) status_ = SystemError(path_, "read the file", errno);
  return !buffer_.empty();
}

void LineReader::Append(std::string_view piece) {
  std::size_t room = max_bytes_ - std::min(max_bytes_, line_.size());
  too_long_ = too_long_ || piece.size() > room;
  line_.append(piece.substr(0, room));
}

bool LineReader::Next() {
  line_.clear();
  too_long_ = false;
  bool any = false;
  while (at_ < buffer_.size() || Fill()) {
    any = true;
    std::string_view rest = std::string_view(buffer_).substr(at_);
    std::size_t end = rest.find('\n');
    Append(rest.substr(0, end));
    at_ = end == std::string_view::npos ? buffer_.size() : at_ + end + 1;
    if (end != std::string_view::npos) break;
  }
  if (!any || !status_.ok()) return false;
  if (line_.ends_with('\r')) line_.pop_back();
  ++number_;
  return true;
}

}  // namespace signpost::ingest
