// SPDX-License-Identifier: Apache-2.0
// search_command.cc — `signpost search`: one query, queries typed or piped in, or a file of queries.
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include <signpost/dialect.h>
#include <signpost/index.h>
#include <unistd.h>

#include "cli/colors.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/exit_code.h"
#include "cli/line_reader.h"
#include "cli/print_hits.h"
#include "cli/query_file.h"

namespace signpost::cli {
namespace {

SearchRequest MakeRequest(const SearchOptions& options, std::string query) {
  SearchRequest request{.query = std::move(query),
                        .lang = options.lang,
                        .filter = options.filter,
                        .sort = options.sort,
                        .distinct = options.distinct,
                        .page = options.page,
                        .hits_per_page = options.hits,
                        .explain = options.explain,
                        .facets = options.facets};
  if (!options.fallbacks.empty()) request.language_fallbacks = options.fallbacks;
  if (!options.json) request.highlight = TerminalHighlight();
  return request;
}

std::string Print(const SearchResponse& response, const SearchOptions& options, bool colors) {
  return options.json ? ToJson(response) + "\n" : PrintResponse(response, colors);
}

absl::StatusOr<int> AnswerOne(const Index& index, const SearchOptions& options, Output* out) {
  absl::StatusOr<SearchResponse> response =
      index.Search(Audience::Of(options.audiences), MakeRequest(options, *options.query));
  if (!response.ok()) return WithProgram(response.status());
  if (absl::Status written = out->Write(Print(*response, options, WantsColors(options.color))); !written.ok()) {
    return written;
  }
  return response->hit_count > 0 || response->redirect ? kExitOk : kExitNothingFound;
}

absl::StatusOr<int> AnswerStdin(const Index& index, const SearchOptions& options, Output* out) {
  const bool typed = isatty(STDIN_FILENO) != 0;
  const bool colors = WantsColors(options.color);
  LineReader lines = LineReader::Stdin();
  std::string line;
  while (true) {
    if (typed) std::fputs("? ", stderr);
    absl::StatusOr<bool> more = lines.Next(&line);
    if (!more.ok()) return more.status();
    if (!*more || (typed && line.empty())) return kExitOk;
    absl::StatusOr<SearchResponse> response = index.Search(Audience::Of(options.audiences), MakeRequest(options, line));
    if (!response.ok()) return WithPlace(response.status(), lines.place());
    std::string answer = Print(*response, options, colors);
    if (!options.json) answer += "\n";
    if (absl::Status written = out->Write(answer); !written.ok()) return written;
    // Who asks by a pipe may wait for this answer before the next question.
    if (absl::Status flushed = out->Flush(); !flushed.ok()) return flushed;
  }
}

// Returns the object ToJson(response) with "id" as its first member.
std::string WithId(const Value& id, const std::string& json) {
  return "{\"id\":" + ToJson(id) + "," + json.substr(1) + "\n";
}

absl::StatusOr<int> AnswerFile(const Index& index, const SearchOptions& options, Output* out) {
  absl::StatusOr<QueryFile> queries = QueryFile::Open(options.queries);
  if (!queries.ok()) return queries.status();
  if (!options.json) {
    if (absl::Status written = out->Write(PrintBatchHead()); !written.ok()) return written;
  }
  QueryLine query;
  while (true) {
    absl::StatusOr<bool> more = queries->Next(&query);
    if (!more.ok()) return more.status();
    if (!*more) return kExitOk;
    SearchRequest request = MakeRequest(options, std::move(query.text));
    if (options.lang.empty()) request.lang = query.lang;
    absl::StatusOr<SearchResponse> response = index.Search(Audience::Of(options.audiences), request);
    if (!response.ok()) return WithPlace(response.status(), query.place);
    const std::string answer =
        options.json ? WithId(query.id, ToJson(*response)) : PrintBatchLine(query.IdText(), *response);
    if (absl::Status written = out->Write(answer); !written.ok()) return written;
  }
}

}  // namespace

absl::StatusOr<int> RunSearch(const SearchOptions& options, Output* out) {
  absl::StatusOr<Index> index = Index::Open(options.file);
  if (!index.ok()) return WithProgram(index.status(), options.file);
  if (options.query) return AnswerOne(*index, options, out);
  return options.queries.empty() ? AnswerStdin(*index, options, out) : AnswerFile(*index, options, out);
}

}  // namespace signpost::cli
