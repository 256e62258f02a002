// SPDX-License-Identifier: Apache-2.0
#include "cli/eval_set.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include <signpost/dialect.h>
#include <signpost/ingest.h>

#include "cli/errors.h"
#include "cli/json_file.h"

namespace signpost::cli {
namespace {

namespace fs = std::filesystem;

std::string PathIn(const std::string& folder, const char* name) { return (fs::path(folder) / name).string(); }

bool Exists(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

absl::StatusOr<Settings> ReadSetSettings(const std::string& folder, const std::string& path) {
  const std::string own_path = PathIn(folder, "settings.json");
  absl::StatusOr<Settings> own = ReadJsonFile(Exists(own_path) ? own_path : "", &ParseSettings);
  if (!own.ok() || path.empty()) return own;
  absl::StatusOr<Settings> given = ReadJsonFile(path, &ParseSettings);
  if (given.ok() && given->language.empty()) given->language = own->language;
  return given;
}

absl::StatusOr<Index> BuildCorpus(const std::string& corpus, const Settings& settings, const std::string& lang) {
  absl::StatusOr<IndexBuilder> builder = IndexBuilder::Create(settings);
  if (!builder.ok()) return WithProgram(builder.status());
  absl::StatusOr<IngestReport> report =
      ReadDocuments(corpus, {.lang = lang}, [&](Document document) { return builder->Add(std::move(document)); });
  if (!report.ok()) return WithProgram(report.status(), corpus);
  if (report->documents == 0) return ErrorAt(corpus, "there are no documents in it");
  absl::StatusOr<Index> index = std::move(*builder).Build();
  return index.ok() ? std::move(index) : WithProgram(index.status());
}

}  // namespace

std::string SetName(const std::string& folder) {
  std::error_code ignored;
  const fs::path path = fs::absolute(folder, ignored).lexically_normal();
  return path.has_filename() ? path.filename().string() : path.parent_path().filename().string();
}

absl::StatusOr<JudgedQueries> ReadSetQueries(const std::string& folder) {
  return ReadJudgedQueries(PathIn(folder, "queries.jsonl"), PathIn(folder, "qrels.tsv"));
}

absl::StatusOr<Index> OpenSetIndex(const std::string& folder, const SetIndexOptions& options) {
  const std::string corpus = PathIn(folder, "corpus.jsonl");
  if (Exists(corpus)) {
    absl::StatusOr<Settings> settings = ReadSetSettings(folder, options.settings);
    if (!settings.ok()) return settings.status();
    return BuildCorpus(corpus, *settings, options.lang);
  }
  const std::string built = PathIn(folder, "index.signpost");
  if (!Exists(built)) return ErrorAt(folder, "there is no corpus.jsonl and no index.signpost in it");
  if (!options.settings.empty()) {
    return ErrorAt(folder, "settings are for a corpus.jsonl, and there is none, " + Quoted(options.settings));
  }
  absl::StatusOr<Index> index = Index::Open(built);
  return index.ok() ? std::move(index) : WithProgram(index.status(), built);
}

}  // namespace signpost::cli
