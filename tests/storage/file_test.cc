// SPDX-License-Identifier: Apache-2.0
// 1. What ReplaceFile writes, MappedFile reads: any number of parts, also none.
// 2. A file that is mapped can be replaced; the map keeps the old bytes.
// 3. Missing files, folders and pipes are refused with a code and a message that holds path and reason.
// 4. A replacement that fails leaves the folder and the old file as they were.
// 5. The new file's mode is 0644 less the umask.
// 6. Writers of one path at the same time leave one whole version and nothing else.
#include <catch2/catch.hpp>

#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/file.h"
#include "storage/temporary_folder.h"

namespace signpost::storage {
namespace {

using Catch::Matchers::Contains;

std::string MessageOf(const absl::Status& status) { return std::string(status.message()); }

TEST_CASE("File: written and mapped", "[storage]") {  // 1
  const TemporaryFolder folder;
  const std::string path = folder / "index.signpost";
  const std::string large(3'000'000, 'x');
  for (const std::vector<std::string_view>& parts :
       {std::vector<std::string_view>{}, {""}, {"one"}, {"one", "", "two"}, {"a", large, "b"}}) {
    REQUIRE(ReplaceFile(path, parts).ok());
    std::string expected;
    for (std::string_view part : parts) expected.append(part);
    auto file = MappedFile::Open(path);
    REQUIRE(file.ok());
    REQUIRE(file->bytes() == expected);
    MappedFile moved = *std::move(file);
    REQUIRE(moved.bytes() == expected);
    REQUIRE(folder.entry_count() == 1);
  }
}

TEST_CASE("File: replaced while mapped", "[storage]") {  // 2
  const TemporaryFolder folder;
  const std::string path = folder / "index.signpost";
  REQUIRE(ReplaceFile(path, {"the old bytes, which are longer"}).ok());
  auto old_file = MappedFile::Open(path);
  REQUIRE(old_file.ok());
  REQUIRE(ReplaceFile(path, {"new"}).ok());
  CHECK(old_file->bytes() == "the old bytes, which are longer");
  auto new_file = MappedFile::Open(path);
  REQUIRE(new_file.ok());
  CHECK(new_file->bytes() == "new");
  *old_file = *std::move(new_file);
  CHECK(old_file->bytes() == "new");
}

TEST_CASE("File: what cannot be mapped", "[storage]") {  // 3
  const TemporaryFolder folder;
  const std::string missing = folder / "missing";
  const absl::Status not_found = MappedFile::Open(missing).status();
  CHECK(not_found.code() == absl::StatusCode::kNotFound);
  CHECK_THAT(MessageOf(not_found), Contains(missing) && Contains("No such file"));
  CHECK(MappedFile::Open(folder / "missing/deeper").status().code() == absl::StatusCode::kNotFound);
  CHECK(MappedFile::Open(folder.path()).status().code() == absl::StatusCode::kInvalidArgument);
  CHECK(MappedFile::Open("").status().code() == absl::StatusCode::kInvalidArgument);
  CHECK(MappedFile::Open(std::string_view("a\0b", 3)).status().code() == absl::StatusCode::kInvalidArgument);
  const std::string pipe = folder / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(MappedFile::Open(pipe).status().code() == absl::StatusCode::kInvalidArgument);
  const std::string locked = folder / "locked";
  REQUIRE(ReplaceFile(locked, {"x"}).ok());
  REQUIRE(chmod(locked.c_str(), 0) == 0);
  if (geteuid() != 0) {
    CHECK(MappedFile::Open(locked).status().code() == absl::StatusCode::kPermissionDenied);
  }
}

TEST_CASE("File: a failed replacement leaves nothing behind", "[storage]") {  // 4
  const TemporaryFolder folder;
  const std::string path = folder / "index.signpost";
  REQUIRE(ReplaceFile(path, {"old"}).ok());

  const std::string in_missing = folder / "missing/index.signpost";
  const absl::Status no_folder = ReplaceFile(in_missing, {"new"});
  CHECK(no_folder.code() == absl::StatusCode::kNotFound);
  CHECK_THAT(MessageOf(no_folder), Contains(in_missing) && Contains("No such file"));
  CHECK(ReplaceFile(path + "/below", {"new"}).code() == absl::StatusCode::kNotFound);
  for (const std::string& name : {std::string(), folder / "", folder / ".", folder / "..", std::string("a\0b", 3)}) {
    CHECK(ReplaceFile(name, {"new"}).code() == absl::StatusCode::kInvalidArgument);
  }
  REQUIRE(mkdir((folder / "occupied").c_str(), 0755) == 0);
  CHECK(ReplaceFile(folder / "occupied", {"new"}).code() == absl::StatusCode::kInvalidArgument);
  CHECK(ReplaceFile(folder / std::string(300, 'n'), {"new"}).code() == absl::StatusCode::kInvalidArgument);
  if (geteuid() != 0) {
    REQUIRE(chmod(folder.path().c_str(), 0500) == 0);
    CHECK(ReplaceFile(path, {"new"}).code() == absl::StatusCode::kPermissionDenied);
    REQUIRE(chmod(folder.path().c_str(), 0700) == 0);
  }
  CHECK(ReadAll(path) == "old");
  CHECK(folder.entry_count() == 2);  // index.signpost, occupied
}

TEST_CASE("File: a write that breaks off", "[storage]") {  // 4
  const TemporaryFolder folder;
  const std::string path = folder / "index.signpost";
  REQUIRE(ReplaceFile(path, {"old"}).ok());
  // A limit on the size of files makes the first write a short one and the second one fail.
  struct rlimit before;
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
  struct rlimit small = before;
  small.rlim_cur = 100'000;
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  const absl::Status status = ReplaceFile(path, {std::string(150'000, 'x')});
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  CHECK(status.code() == absl::StatusCode::kResourceExhausted);
  CHECK_THAT(MessageOf(status), Contains("write") && Contains(path));
  CHECK(ReadAll(path) == "old");
  CHECK(folder.entry_count() == 1);
}

TEST_CASE("File: mode", "[storage]") {  // 5
  const TemporaryFolder folder;
  for (mode_t mask : {0022, 0077, 0002}) {
    const std::string path = folder / "f" + std::to_string(mask);
    const mode_t before = umask(mask);
    const absl::Status status = ReplaceFile(path, {"x"});
    umask(before);
    REQUIRE(status.ok());
    struct stat info;
    REQUIRE(stat(path.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == (0644 & ~mask));
  }
}

TEST_CASE("File: writers at the same time", "[storage]") {  // 6
  const TemporaryFolder folder;
  const std::string path = folder / "index.signpost";
  std::vector<int> failures(4, 0);
  std::vector<std::thread> writers;
  for (std::size_t w = 0; w < failures.size(); ++w) {
    writers.emplace_back([&, w] {
      const std::string content(10'000, static_cast<char>('a' + w));
      for (int i = 0; i < 20; ++i) failures[w] += ReplaceFile(path, {content}).ok() ? 0 : 1;
    });
  }
  for (std::thread& w : writers) w.join();
  CHECK(failures == std::vector<int>(4, 0));
  const std::string content = ReadAll(path);
  CHECK(content == std::string(10'000, content.at(0)));
  CHECK(folder.entry_count() == 1);
}

}  // namespace
}  // namespace signpost::storage
