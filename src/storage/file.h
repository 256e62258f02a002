// SPDX-License-Identifier: Apache-2.0
// file.h — bytes on disk: a read-only map of a file, and replacing a file in one step.
//
// Threads:  functions may run concurrently, also on one path: the last rename wins.
#ifndef SIGNPOST_STORAGE_FILE_H_
#define SIGNPOST_STORAGE_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

namespace signpost::storage {

// A file mapped read-only, unmapped when destroyed. The file may be renamed over or removed meanwhile; truncating it
// would be SIGBUS for the reader, which is why nothing of ours ever does.
class MappedFile {
 public:
  // NotFound, PermissionDenied, or Unavailable for anything else; the message holds path and reason. What is
  // no regular file or no possible name is InvalidArgument. An empty file gives empty bytes.
  static absl::StatusOr<MappedFile> Open(std::string_view path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// Writes the parts one after the other to a temporary file in the same folder, flushes it to the disk and renames it to
// `path`. The file gets mode 0644 less the umask, whatever it had. On any error the temporary file is gone and `path`
// is as it was; only when the very last step fails, flushing the folder, may it be either (the message says so).
// NotFound, PermissionDenied, ResourceExhausted (disk or quota full), InvalidArgument (a folder, no name), Unavailable.
absl::Status ReplaceFile(std::string_view path, const std::vector<std::string_view>& parts);

}  // namespace signpost::storage

#endif  // SIGNPOST_STORAGE_FILE_H_
