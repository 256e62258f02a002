// SPDX-License-Identifier: Apache-2.0
// index_command.cc — `signpost index`: articles in files become an index file.
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <signpost/dialect.h>
#include <signpost/index.h>
#include <signpost/ingest.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/exit_code.h"
#include "cli/json_file.h"
#include "cli/numbers.h"
#include "cli/progress.h"
#include "cli/rules_file.h"
#include "cli/table.h"

namespace signpost::cli {
namespace {

namespace fs = std::filesystem;

struct Configuration {
  Settings settings;
  std::vector<Synonym> synonyms;
  RulesFile rules;
  std::vector<MovedAddress> moved;
  std::vector<PopularQuery> popular;
};

absl::StatusOr<Configuration> ReadConfiguration(const IndexOptions& options) {
  absl::StatusOr<Settings> settings = ReadJsonFile(options.settings, &ParseSettings);
  if (!settings.ok()) return settings.status();
  absl::StatusOr<std::vector<Synonym>> synonyms = ReadJsonFile(options.synonyms, &ParseSynonyms);
  if (!synonyms.ok()) return synonyms.status();
  absl::StatusOr<RulesFile> rules = RulesFile::Read(options.rules);
  if (!rules.ok()) return rules.status();
  absl::StatusOr<std::vector<MovedAddress>> moved = ReadMovedFile(options.moved);
  if (!moved.ok()) return moved.status();
  absl::StatusOr<std::vector<PopularQuery>> popular = ReadJsonFile(options.popular, &ParsePopularQueries);
  if (!popular.ok()) return popular.status();
  return Configuration{*std::move(settings), *std::move(synonyms), *std::move(rules), *std::move(moved),
                       *std::move(popular)};
}

absl::StatusOr<Index> BuildIndex(IndexBuilder builder, const Configuration& configuration, const IndexOptions& options,
                                 std::vector<std::string>* bad_rules) {
  absl::StatusOr<Index> index = std::move(builder).Build();
  if (!index.ok()) return WithProgram(index.status());
  if (absl::Status set = index->SetSynonyms(configuration.synonyms); !set.ok()) return WithPlace(set, options.synonyms);
  absl::StatusOr<std::vector<std::string>> wrong = configuration.rules.Apply(&*index);
  if (!wrong.ok()) return wrong.status();
  if (!wrong->empty() && !options.keep_going) return absl::InvalidArgumentError(wrong->front());
  *bad_rules = *std::move(wrong);
  if (absl::Status set = index->SetMoved(configuration.moved); !set.ok()) return WithPlace(set, options.moved);
  if (absl::Status set = index->SetPopularQueries(configuration.popular); !set.ok()) {
    return WithPlace(set, options.popular);
  }
  return index;
}

// Returns a builder, once it is known that all but the documents is right: reading them may take long.
absl::StatusOr<IndexBuilder> CreateBuilder(const Configuration& configuration, const IndexOptions& options) {
  absl::StatusOr<IndexBuilder> trial = IndexBuilder::Create(configuration.settings);
  if (!trial.ok()) return WithPlace(trial.status(), options.settings);
  std::vector<std::string> bad_rules;
  absl::StatusOr<Index> empty = BuildIndex(*std::move(trial), configuration, options, &bad_rules);
  if (!empty.ok()) return empty.status();
  for (const std::string& bad : bad_rules) PrintError(bad);
  const fs::path folder = fs::path(options.out).parent_path();
  std::error_code error;
  if (!folder.empty() && !fs::is_directory(folder, error)) {
    return WithProgram(
        absl::NotFoundError("cannot write \"" + options.out + "\": no folder \"" + folder.string() + "\""));
  }
  return IndexBuilder::Create(configuration.settings);
}

bool IsArticle(const fs::path& path) {
  static constexpr std::array<std::string_view, 9> kExtensions = {".md",  ".markdown", ".html",   ".htm", ".vtt",
                                                                  ".srt", ".jsonl",    ".ndjson", ".json"};
  for (std::string_view extension : kExtensions) {
    if (path.extension() == extension) return true;
  }
  return false;
}

// Returns about how many bytes will be read, for a progress bar; what cannot be looked at counts nothing.
std::uint64_t EstimateBytes(const std::vector<std::string>& sources) {
  std::uint64_t bytes = 0;
  auto add = [&](const fs::path& path) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    if (!error) bytes += size;
  };
  for (const std::string& source : sources) {
    add(source);
    std::error_code error;
    const auto skip = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator it(source, skip, error), end; !error && it != end; it.increment(error)) {
      if (IsArticle(it->path())) add(it->path());
    }
  }
  return bytes;
}

// Reads all sources into `builder`.
absl::StatusOr<IngestReport> ReadSources(const IndexOptions& options, IndexBuilder* builder, Progress* progress) {
  IngestReport all;
  for (const std::string& source : options.sources) {
    const IngestOptions ingest{
        .lang = options.lang, .keep_going = options.keep_going, .progress = [&](std::uint64_t, std::uint64_t bytes) {
          progress->SetBytes(all.bytes + bytes);
        }};
    absl::StatusOr<IngestReport> report = ReadDocuments(source, ingest, [&](Document document) {
      absl::Status added = builder->Add(std::move(document));
      if (added.ok()) progress->AddDocument();
      return added;
    });
    if (!report.ok()) return WithProgram(report.status(), source);
    all.files += report->files;
    all.bytes += report->bytes;
    all.documents += report->documents;
    all.skipped += report->skipped;
    all.errors.insert(all.errors.end(), report->errors.begin(), report->errors.end());
  }
  return all;
}

void PrintSkipped(const IngestReport& report) {
  for (const std::string& error : report.errors) PrintError(error);
  if (report.skipped > report.errors.size()) {
    PrintError("signpost: " + Grouped(report.skipped - report.errors.size()) + " more documents were skipped");
  }
}

std::string PrintReport(const IngestReport& report, const Index& index, const std::string& out, double seconds) {
  const IndexStats stats = index.Stats();
  std::error_code error;
  const std::uintmax_t file_bytes = fs::file_size(out, error);
  Table table("lr");
  table.Row({"files read", Grouped(report.files)});
  table.Row({"bytes read", Grouped(report.bytes)});
  table.Row({"documents", Grouped(stats.documents)});
  table.Row({"sections", Grouped(stats.sections)});
  table.Row({"tokens", Grouped(stats.tokens)});
  table.Row({"bytes written", Grouped(error ? 0 : file_bytes)});
  table.Row({"seconds", Fixed(seconds, 2)});
  table.Row({"skipped", Grouped(report.skipped)});
  return table.Print();
}

}  // namespace

absl::StatusOr<int> RunIndex(const IndexOptions& options, Output* out) {
  const auto start = std::chrono::steady_clock::now();
  absl::StatusOr<Configuration> configuration = ReadConfiguration(options);
  if (!configuration.ok()) return configuration.status();
  absl::StatusOr<IndexBuilder> builder = CreateBuilder(*configuration, options);
  if (!builder.ok()) return builder.status();

  const bool terminal = isatty(STDERR_FILENO) != 0;
  Progress progress(terminal, terminal ? EstimateBytes(options.sources) : 0);
  absl::StatusOr<IngestReport> report = ReadSources(options, &*builder, &progress);
  if (!report.ok()) return report.status();
  progress.Clear();
  PrintSkipped(*report);
  // An empty folder is more likely a wrong path than a help center, and must not replace a good index.
  if (report->documents == 0) return WithProgram(absl::InvalidArgumentError("no documents in what was given to read"));

  progress.SetStage("building");
  std::vector<std::string> bad_rules;  // reported before
  absl::StatusOr<Index> index = BuildIndex(*std::move(builder), *configuration, options, &bad_rules);
  if (!index.ok()) return index.status();
  progress.SetStage("writing");
  if (absl::Status saved = index->Save(options.out); !saved.ok()) return WithProgram(saved, options.out);
  progress.Clear();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (absl::Status written = out->Write(PrintReport(*report, *index, options.out, seconds)); !written.ok()) {
    return written;
  }
  return kExitOk;
}

}  // namespace signpost::cli
