// SPDX-License-Identifier: Apache-2.0
#include "ingest/file_list.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/status.h"
#include "ingest/file_text.h"

namespace signpost::ingest {

namespace {

struct Extension {
  std::string_view text;
  FileKind kind;
};
constexpr Extension kExtensions[] = {
    {".md", FileKind::kMarkdown},     {".markdown", FileKind::kMarkdown}, {".html", FileKind::kHtml},
    {".htm", FileKind::kHtml},        {".vtt", FileKind::kTranscript},    {".srt", FileKind::kTranscript},
    {".jsonl", FileKind::kJsonLines}, {".ndjson", FileKind::kJsonLines},  {".json", FileKind::kJsonArray}};

// Appends the files of one folder to `*files` and the folders in it to `*folders`, all relative to the root.
absl::Status ListFolder(const std::string& root, const std::string& relative, std::vector<std::string>* files,
                        std::vector<std::string>* folders) {
  std::string path = relative.empty() ? root : JoinPath(root, relative);
  std::error_code error;
  std::filesystem::directory_iterator entries(path, error);
  for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
    std::string name = entries->path().filename().string();
    if (name.starts_with('.')) continue;
    std::string below = relative.empty() ? name : JoinPath(relative, name);
    std::error_code unknown_type;
    if (entries->symlink_status(unknown_type).type() == std::filesystem::file_type::directory) {
      folders->push_back(std::move(below));
    } else if (KindOf(name) && !entries->is_directory(unknown_type)) {
      files->push_back(std::move(below));
    }
  }
  return error ? SystemError(path, "read the folder", error.value()) : absl::OkStatus();
}

}  // namespace

std::optional<FileKind> KindOf(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const Extension& extension : kExtensions) {
    if (lower.size() > extension.text.size() && lower.ends_with(extension.text)) return extension.kind;
  }
  return std::nullopt;
}

std::string_view KnownExtensions() { return ".md, .markdown, .html, .htm, .vtt, .srt, .jsonl, .ndjson, .json"; }

std::string_view WithoutExtension(std::string_view name) {
  std::size_t dot = name.rfind('.');
  std::size_t slash = name.rfind('/');
  bool has_dot = dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash + 1);
  return has_dot ? name.substr(0, dot) : name;
}

absl::StatusOr<std::vector<std::string>> ListFiles(const std::string& folder,
                                                   const std::function<absl::Status(absl::Status)>& problem) {
  std::vector<std::string> files;
  std::vector<std::string> folders = {""};
  while (!folders.empty()) {
    std::string next = std::move(folders.back());
    folders.pop_back();
    absl::Status listed = ListFolder(folder, next, &files, &folders);
    if (listed.ok()) continue;
    if (next.empty()) return listed;
    SIGNPOST_RETURN_IF_ERROR(problem(listed));
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string JoinPath(std::string_view folder, std::string_view name) {
  return StrCat(folder, folder.ends_with('/') ? "" : "/", name);
}

}  // namespace signpost::ingest
