// SPDX-License-Identifier: Apache-2.0
// file_list.h — which files of a folder are read, in which order, and by which parser.
#ifndef SIGNPOST_INGEST_FILE_LIST_H_
#define SIGNPOST_INGEST_FILE_LIST_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

namespace signpost::ingest {

enum class FileKind { kMarkdown, kHtml, kTranscript, kJsonLines, kJsonArray };

// The kind of a file by the end of its name, ASCII case aside.
std::optional<FileKind> KindOf(std::string_view name);
// The ends of names that KindOf knows, for a message.
std::string_view KnownExtensions();
// Returns `name` without the last dot of its last part and what follows it.
std::string_view WithoutExtension(std::string_view name);

// Returns the paths below `folder`, relative to it with '/', of all files of a known kind, in byte order. Names that
// begin with a dot are skipped; links to folders are not followed, so a loop cannot trap it.
// When `folder` cannot be read the error is returned. `problem` is called with the error of each folder below it that
// cannot be read; what it returns ends the walk unless OK.
absl::StatusOr<std::vector<std::string>> ListFiles(const std::string& folder,
                                                   const std::function<absl::Status(absl::Status)>& problem);

// Returns the path of `name` in `folder`.
std::string JoinPath(std::string_view folder, std::string_view name);

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_FILE_LIST_H_
