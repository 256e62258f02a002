// SPDX-License-Identifier: Apache-2.0
// ingest.h — reads articles from files: Markdown, HTML and JSON Lines. Link signpost::ingest.
//
// Formats, by file name:
//   .md .markdown    Markdown (CommonMark with tables) with optional YAML front matter between two lines of `---`
//   .html .htm       HTML; navigation, scripts, styles, headers and footers of the page are left out
//   .vtt .srt        transcripts and subtitles, WebVTT and SubRip, with the same front matter if there is any
//   .jsonl .ndjson   one JSON object a line, in the names of dialect.h
//   .json            an array of such objects
// A folder is read with everything below it, in the byte order of the paths; other files in it are skipped, as are
// names that begin with a dot and links to folders. All text is UTF-8; a byte order mark and CRLF are fine.
// Markdown: front matter holds `objectID` (else `id`, else `slug`, else the path below the folder without its
//           extension), `title` (else the first heading), `lang` (else `locale`, else `language`, else
//           IngestOptions::lang), `url`, `keywords` or `tags`, `audiences`; everything else becomes an attribute.
// HTML:     objectID is the path as above, `title` the first <h1> of the article (else <title>), `lang` and `keywords`
//           what <html lang> and <meta> say. The article is <main>, else <article>, else role=main, else <body>.
// Sections: each heading opens one. Its anchor is the author's (`{#id}`, id, <a name>), else made as GitHub makes it.
// Lines:    steps, other list items, table rows and code know what they are (LineKind).
// Transcripts: one document; each half minute or so of what is said is a section whose anchor is its time in seconds (t=75), so
//           that url#t=75 opens the recording there. `title` is that of the front matter, else what follows WEBVTT, else the
//           objectID.
// Threads:  functions may run concurrently on different sinks.
// Errors:   `PATH:LINE: what, value`.
// Example:
//   absl::StatusOr<signpost::IngestReport> report = signpost::ReadDocuments(
//       "help/", {.lang = "en"}, [&](signpost::Document document) { return builder.Add(std::move(document)); });
#ifndef SIGNPOST_INGEST_H_
#define SIGNPOST_INGEST_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include <signpost/document.h>
#include <signpost/export.h>

namespace signpost::inline v0 {

struct IngestOptions {
  std::string lang;  // of documents that do not say; empty: they keep none
  // false: the first bad document ends the reading with its error. true: bad documents are skipped and reported.
  bool keep_going = false;
  // Called after each file with what was read so far, for a progress display. May be empty.
  std::function<void(std::uint64_t files, std::uint64_t bytes)> progress;
};

struct IngestReport {
  std::uint64_t files = 0;
  std::uint64_t documents = 0;  // accepted by the sink
  std::uint64_t sections = 0;
  std::uint64_t bytes = 0;          // of the files
  std::uint64_t skipped = 0;        // bad documents and what could not be read, only with keep_going
  std::vector<std::string> errors;  // one a bad document, `PATH:LINE: what, value`; the first 100
};

// Takes one document. An error makes the document a bad one; the reader puts the place before the message.
using DocumentSink = std::function<absl::Status(Document)>;

// Reads a file or a folder into `sink`. NotFound, PermissionDenied: a path cannot be read. InvalidArgument: a bad
// document, or a single file of a kind that is not read.
SIGNPOST_EXPORT absl::StatusOr<IngestReport> ReadDocuments(std::string_view path, const IngestOptions& options,
                                                           const DocumentSink& sink);

// Turns one text into a document, for callers whose articles are not in files. `object_id` is used where the text does
// not say its own. ParseHtml leaves `url` empty. Errors: `LINE: what, value`.
SIGNPOST_EXPORT absl::StatusOr<Document> ParseMarkdown(std::string_view text, std::string_view object_id);
SIGNPOST_EXPORT absl::StatusOr<Document> ParseHtml(std::string_view text, std::string_view object_id);
SIGNPOST_EXPORT absl::StatusOr<Document> ParseTranscript(std::string_view text, std::string_view object_id);

}  // namespace signpost::inline v0

#endif  // SIGNPOST_INGEST_H_
