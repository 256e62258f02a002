// SPDX-License-Identifier: Apache-2.0
#include "storage/file.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/status.h"
#include "base/strings.h"

namespace signpost::storage {
namespace {

absl::StatusCode CodeOf(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return absl::StatusCode::kNotFound;
    case EACCES:
    case EPERM:
    case EROFS:
      return absl::StatusCode::kPermissionDenied;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return absl::StatusCode::kResourceExhausted;
    case EISDIR:
    case EINVAL:
    case ENAMETOOLONG:
      return absl::StatusCode::kInvalidArgument;
    default:
      return absl::StatusCode::kUnavailable;
  }
}

// The whole path, unlike Quoted(): its end is what tells files apart.
absl::Status SystemError(std::string_view attempted, std::string_view path, int error) {
  return absl::Status(CodeOf(error),
                      StrCat("cannot ", attempted, " \"", path, "\": ", std::generic_category().message(error)));
}

absl::Status CheckPath(std::string_view attempted, std::string_view path) {
  if (path.empty() || path.find('\0') != path.npos) {
    return InvalidArgument("cannot ", attempted, " ", Quoted(path), ": not a path");
  }
  return absl::OkStatus();
}

template <typename Call>
auto RetryInterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

// A descriptor, closed when destroyed.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }
  // Returns what close() returned; it is closed either way.
  int Close() { return close(std::exchange(fd_, -1)); }

 private:
  int fd_;
};

struct SplitPath {
  std::string folder;
  std::string name;
};

SplitPath Split(std::string_view path) {
  std::size_t slash = path.rfind('/');
  if (slash == path.npos) return {".", std::string(path)};
  return {std::string(path.substr(0, slash + 1)), std::string(path.substr(slash + 1))};
}

// A file in `folder` under a name of its own, removed when destroyed unless RenameTo succeeded.
// The mode is given to open(): mkostemp and fchmod would need to read the umask, which no thread can do safely.
class TemporaryFile {
 public:
  explicit TemporaryFile(const Descriptor& folder) : folder_(folder.get()), file_(Create()) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (file_.ok()) file_.Close();
    if (!name_.empty()) unlinkat(folder_, name_.c_str(), 0);
  }
  bool ok() const { return file_.ok(); }

  bool Write(std::string_view bytes) {
    while (!bytes.empty()) {
      ssize_t n = RetryInterrupted([&] { return write(file_.get(), bytes.data(), bytes.size()); });
      if (n < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }
  bool FlushAndClose() {
    return RetryInterrupted([&] { return fsync(file_.get()); }) == 0 && file_.Close() == 0;
  }
  bool RenameTo(const std::string& name) {
    if (renameat(folder_, name_.c_str(), folder_, name.c_str()) != 0) return false;
    name_.clear();
    return true;
  }

 private:
  int Create() {
    constexpr int kTries = 16;
    for (int i = 0; i < kTries; ++i) {
      std::uint64_t random = 0;
      if (RetryInterrupted([&] { return getrandom(&random, sizeof random, 0); }) < 0) return -1;
      char name[40];
      std::snprintf(name, sizeof name, ".signpost-%016llx.tmp", static_cast<unsigned long long>(random));
      int fd = RetryInterrupted(
          [&] { return openat(folder_, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644); });
      if (fd >= 0) {
        name_ = name;
        return fd;
      }
      if (errno != EEXIST) return -1;
    }
    return -1;
  }

  int folder_;
  std::string name_;  // empty: nothing to remove
  Descriptor file_;
};

}  // namespace

absl::StatusOr<MappedFile> MappedFile::Open(std::string_view path) {
  SIGNPOST_RETURN_IF_ERROR(CheckPath("open", path));
  const std::string name(path);
  // O_NONBLOCK: opening a pipe must not wait for its writer.
  Descriptor file(RetryInterrupted([&] { return open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
  if (!file.ok()) return SystemError("open", path, errno);
  struct stat info;
  if (fstat(file.get(), &info) != 0) return SystemError("read the size of", path, errno);
  if (!S_ISREG(info.st_mode)) return InvalidArgument("cannot open \"", path, "\": not a regular file");
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size == 0) return MappedFile(nullptr, 0);
  void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (data == MAP_FAILED) return SystemError("map", path, errno);
  return MappedFile(static_cast<const char*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) munmap(const_cast<char*>(data_), size_);
}

absl::Status ReplaceFile(std::string_view path, const std::vector<std::string_view>& parts) {
  SIGNPOST_RETURN_IF_ERROR(CheckPath("write", path));
  const SplitPath target = Split(path);
  if (target.name.empty() || target.name == "." || target.name == "..") {
    return InvalidArgument("cannot write \"", path, "\": it names a folder");
  }
  // Opened before anything is written, so that a folder which cannot be flushed is refused early.
  Descriptor folder(RetryInterrupted([&] { return open(target.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (!folder.ok()) return SystemError("open the folder of", path, errno);
  TemporaryFile file(folder);
  if (!file.ok()) return SystemError("create a temporary file beside", path, errno);
  for (std::string_view part : parts) {
    if (!file.Write(part)) return SystemError("write the temporary file beside", path, errno);
  }
  if (!file.FlushAndClose()) return SystemError("flush the temporary file beside", path, errno);
  if (!file.RenameTo(target.name)) return SystemError("rename a temporary file to", path, errno);
  // Some file systems cannot flush a folder and say EINVAL; a rename is then as durable as they make it.
  if (RetryInterrupted([&] { return fsync(folder.get()); }) != 0 && errno != EINVAL) {
    return SystemError("flush the folder after replacing", path, errno);
  }
  return absl::OkStatus();
}

}  // namespace signpost::storage
