// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <filesystem>
#include <limits>
#include <string>
#include <system_error>
#include <utility>

#include <signpost/dialect.h>
#include <signpost/ingest.h>

#include "base/limits.h"
#include "base/status.h"
#include "ingest/file_list.h"
#include "ingest/file_text.h"
#include "ingest/ingest_limits.h"
#include "ingest/json_array.h"
#include "ingest/lines.h"

namespace signpost::inline v0 {

namespace {

using ingest::FileKind;

// Puts `path` before a parser's message, and turns its line into one of the file, in which the text that was parsed
// begins at `first_line`: `1: what` -> `PATH:7: what`.
absl::Status InFile(const absl::Status& status, std::string_view path, std::uint64_t first_line) {
  std::string_view message = Message(status);
  std::uint64_t line = 1;
  const char* end = std::from_chars(message.data(), message.data() + message.size(), line).ptr;
  message.remove_prefix(static_cast<std::size_t>(end - message.data()));
  return absl::Status(status.code(), StrCat(path, ":", first_line + line - 1, message));
}

bool IsBlank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// One call of ReadDocuments.
class Reading {
 public:
  Reading(const IngestOptions& options, const DocumentSink& sink) : options_(options), sink_(sink) {}

  absl::Status Read(const std::string& path);
  IngestReport TakeReport() { return std::move(report_); }

 private:
  absl::Status ReadFolder(const std::string& folder);
  absl::Status ReadFile(const std::string& path, std::string_view object_id, FileKind kind);
  absl::Status ReadPage(const std::string& path, std::string_view object_id, FileKind kind);
  absl::Status ReadJsonLines(const std::string& path);
  absl::Status ReadJsonArray(const std::string& path);
  // Gives a document whose text begins at `line` to the sink. Returns an error only to end the reading.
  absl::Status Accept(absl::StatusOr<Document> document, const std::string& path, std::uint64_t line);
  absl::Status BadDocument(const absl::Status& status);

  const IngestOptions& options_;
  const DocumentSink& sink_;
  IngestReport report_;
};

absl::Status Reading::Read(const std::string& path) {
  std::error_code error;
  std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    return ingest::SystemError(path, "read",
                               error ? error.value() : static_cast<int>(std::errc::no_such_file_or_directory));
  }
  if (std::filesystem::is_directory(status)) return ReadFolder(path);
  std::string name = std::filesystem::path(path).filename().string();
  std::optional<FileKind> kind = ingest::KindOf(name);
  if (!kind) return InvalidArgument(path, ": is not a kind of file that is read (", ingest::KnownExtensions(), ")");
  return ReadFile(path, ingest::WithoutExtension(name), *kind);
}

absl::Status Reading::ReadFolder(const std::string& folder) {
  SIGNPOST_ASSIGN_OR_RETURN(
      std::vector<std::string> files,
      ingest::ListFiles(folder, [this](const absl::Status& status) { return BadDocument(status); }));
  for (const std::string& file : files) {
    SIGNPOST_RETURN_IF_ERROR(
        ReadFile(ingest::JoinPath(folder, file), ingest::WithoutExtension(file), *ingest::KindOf(file)));
  }
  return absl::OkStatus();
}

absl::Status Reading::ReadFile(const std::string& path, std::string_view object_id, FileKind kind) {
  ++report_.files;
  switch (kind) {
    case FileKind::kMarkdown:
    case FileKind::kHtml:
    case FileKind::kTranscript:
      SIGNPOST_RETURN_IF_ERROR(ReadPage(path, object_id, kind));
      break;
    case FileKind::kJsonLines:
      SIGNPOST_RETURN_IF_ERROR(ReadJsonLines(path));
      break;
    case FileKind::kJsonArray:
      SIGNPOST_RETURN_IF_ERROR(ReadJsonArray(path));
      break;
  }
  if (options_.progress) options_.progress(report_.files, report_.bytes);
  return absl::OkStatus();
}

absl::Status Reading::ReadPage(const std::string& path, std::string_view object_id, FileKind kind) {
  absl::StatusOr<std::string> text = ingest::ReadFile(path, limits::kMaxDocumentBytes);
  if (!text.ok()) return BadDocument(text.status());
  report_.bytes += text->size();
  if (kind == FileKind::kHtml) return Accept(ParseHtml(*text, object_id), path, 1);
  if (kind == FileKind::kTranscript) return Accept(ParseTranscript(*text, object_id), path, 1);
  return Accept(ParseMarkdown(*text, object_id), path, 1);
}

absl::Status Reading::ReadJsonLines(const std::string& path) {
  absl::StatusOr<ingest::LineReader> lines = ingest::LineReader::Open(path, limits::kMaxDocumentBytes);
  if (!lines.ok()) return BadDocument(lines.status());
  absl::Status status;
  while (status.ok() && lines->Next()) {
    if (lines->too_long()) {
      status = BadDocument(InvalidArgument(path, ":", lines->number(), ": line is too long, at most ",
                                           limits::kMaxDocumentBytes, " bytes"));
    } else if (!IsBlank(lines->line())) {
      status = Accept(ParseDocument(lines->line()), path, lines->number());
    }
  }
  report_.bytes += lines->bytes();
  if (status.ok() && !lines->status().ok()) status = BadDocument(lines->status());
  return status;
}

absl::Status Reading::ReadJsonArray(const std::string& path) {
  absl::StatusOr<std::string> text = ingest::ReadFile(path, std::numeric_limits<std::size_t>::max());
  if (!text.ok()) return BadDocument(text.status());
  report_.bytes += text->size();
  ingest::JsonArrayReader elements(ingest::WithoutByteOrderMark(*text));
  while (elements.Next()) {
    SIGNPOST_RETURN_IF_ERROR(Accept(ParseDocument(elements.element()), path, elements.line()));
  }
  return elements.status().ok() ? absl::OkStatus() : BadDocument(InFile(elements.status(), path, 1));
}

absl::Status Reading::Accept(absl::StatusOr<Document> document, const std::string& path, std::uint64_t line) {
  if (!document.ok()) return BadDocument(InFile(document.status(), path, line));
  if (document->lang.empty()) document->lang = options_.lang;
  std::size_t sections = document->sections.size();
  absl::Status accepted = sink_(*std::move(document));
  if (!accepted.ok()) return BadDocument(Annotate(accepted, StrCat(path, ":", line)));
  ++report_.documents;
  report_.sections += sections;
  return absl::OkStatus();
}

absl::Status Reading::BadDocument(const absl::Status& status) {
  if (!options_.keep_going) return status;
  ++report_.skipped;
  if (report_.errors.size() < ingest::kMaxReportedErrors) report_.errors.emplace_back(Message(status));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<IngestReport> ReadDocuments(std::string_view path, const IngestOptions& options,
                                           const DocumentSink& sink) {
  Reading reading(options, sink);
  SIGNPOST_RETURN_IF_ERROR(reading.Read(std::string(path)));
  return reading.TakeReport();
}

}  // namespace signpost::inline v0
