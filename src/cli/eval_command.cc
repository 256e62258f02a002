// SPDX-License-Identifier: Apache-2.0
// eval_command.cc — `signpost eval`: how well an index answers queries whose answers people have judged; several judged
// sets at once, damaged queries, two systems side by side.
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <signpost/index.h>

#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/eval_compare.h"
#include "cli/eval_queries.h"
#include "cli/eval_report.h"
#include "cli/eval_run.h"
#include "cli/eval_set.h"
#include "cli/eval_tickets.h"
#include "cli/exit_code.h"
#include "cli/qrels_file.h"
#include "cli/ticket_file.h"

namespace signpost::cli {
namespace {

absl::StatusOr<Index> OpenIndex(const std::string& path) {
  absl::StatusOr<Index> index = Index::Open(path);
  return index.ok() ? std::move(index) : WithProgram(index.status(), path);
}

absl::Status WriteRun(const Run& run, const JudgedQueries& judged, const std::string& path) {
  absl::StatusOr<std::string> text = PrintRun(run, judged);
  if (!text.ok()) return text.status();
  std::ofstream file(path, std::ios::binary);
  file << *text;
  file.close();
  return file ? absl::OkStatus() : WithProgram(absl::NotFoundError("cannot write " + Quoted(path)));
}

// Asks the queries, and asks them again damaged when that is wanted. Saves the run that was asked last.
absl::StatusOr<SetReport> Measure(std::string name, const Index& index, JudgedQueries judged,
                                  const EvalOptions& options) {
  absl::StatusOr<Run> run = AskAll(index, judged, options.lang);
  if (!run.ok()) return run.status();
  SetReport report{.name = std::move(name), .clean = Evaluate(*run, judged)};
  if (options.typos) {
    const std::size_t unchanged = DamageQueries(options.typos->damage, options.seed, &judged);
    run = AskAll(index, judged, options.lang);
    if (!run.ok()) return run.status();
    report.damaged = DamagedEvaluation{options.typos->name, unchanged, Evaluate(*run, judged)};
  }
  if (!options.save_run.empty()) {
    if (absl::Status written = WriteRun(*run, judged, options.save_run); !written.ok()) return written;
  }
  return report;
}

absl::Status RunOne(const EvalOptions& options, Output* out) {
  absl::StatusOr<Index> index = OpenIndex(options.file);
  if (!index.ok()) return index.status();
  absl::StatusOr<JudgedQueries> judged = ReadJudgedQueries(options.queries, options.qrels);
  if (!judged.ok()) return judged.status();
  absl::StatusOr<SetReport> report =
      Measure(std::filesystem::path(options.file).stem().string(), *index, *std::move(judged), options);
  if (!report.ok()) return report.status();
  if (report->damaged) {
    return out->Write(options.json ? PrintSetJson(*report, options.seed) : PrintSets({*report}, options.seed));
  }
  return out->Write(options.json ? PrintEvaluationJson(report->clean, options.seed)
                                 : PrintEvaluation(report->clean, options.seed));
}

absl::Status RunTickets(const EvalOptions& options, Output* out) {
  absl::StatusOr<Index> index = OpenIndex(options.file);
  if (!index.ok()) return index.status();
  absl::StatusOr<std::vector<TicketLine>> tickets = ReadTickets(options.tickets);
  if (!tickets.ok()) return tickets.status();
  absl::StatusOr<Qrels> qrels = ReadQrels(options.qrels);
  if (!qrels.ok()) return qrels.status();
  absl::StatusOr<TicketReport> report = AskTickets(*index, *tickets, *qrels);
  if (!report.ok()) return report.status();
  return out->Write(options.json ? PrintTicketsJson(*report) : PrintTickets(*report));
}

absl::Status RunSets(const EvalOptions& options, Output* out) {
  std::vector<SetReport> reports;
  for (const std::string& folder : options.sets) {
    absl::StatusOr<JudgedQueries> judged = ReadSetQueries(folder);
    if (!judged.ok()) return judged.status();
    absl::StatusOr<Index> index = OpenSetIndex(folder, {.settings = options.settings, .lang = options.lang});
    if (!index.ok()) return index.status();
    absl::StatusOr<SetReport> report = Measure(SetName(folder), *index, *std::move(judged), options);
    if (!report.ok()) return report.status();
    if (!options.json) {
      reports.push_back(*std::move(report));
    } else if (absl::Status written = out->Write(PrintSetJson(*report, options.seed)); !written.ok()) {
      return written;
    }
  }
  return options.json ? absl::OkStatus() : out->Write(PrintSets(reports, options.seed));
}

// Returns what one side of a comparison answers: settings for the set in `folder`, else a saved run or an index.
absl::StatusOr<Run> RunOfSide(const std::string& side, const std::string& folder, const JudgedQueries& judged,
                              const EvalOptions& options) {
  if (folder.empty() && side.ends_with(".run")) {
    if (options.typos) return ErrorAt(side, "a saved run cannot be asked damaged queries");
    return ReadRun(side, judged);
  }
  absl::StatusOr<Index> index =
      folder.empty() ? OpenIndex(side) : OpenSetIndex(folder, {.settings = side, .lang = options.lang});
  if (!index.ok()) return index.status();
  return AskAll(*index, judged, options.lang);
}

// `folder` is a judged set, or empty: the files of the options.
absl::Status RunComparison(const std::string& folder, const EvalOptions& options, Output* out) {
  absl::StatusOr<JudgedQueries> judged =
      folder.empty() ? ReadJudgedQueries(options.queries, options.qrels) : ReadSetQueries(folder);
  if (!judged.ok()) return judged.status();
  const std::size_t unchanged = options.typos ? DamageQueries(options.typos->damage, options.seed, &*judged) : 0;
  absl::StatusOr<Run> a = RunOfSide(options.compare[0], folder, *judged, options);
  if (!a.ok()) return a.status();
  absl::StatusOr<Run> b = RunOfSide(options.compare[1], folder, *judged, options);
  if (!b.ok()) return b.status();
  Comparison comparison = Compare(*a, *b, *judged, options.seed);
  comparison.set = folder.empty() ? "" : SetName(folder);
  if (options.typos) comparison.typos = options.typos->name;
  comparison.unchanged = unchanged;
  comparison.a = options.compare[0];
  comparison.b = options.compare[1];
  return out->Write(options.json ? PrintComparisonJson(comparison, options.seed)
                                 : PrintComparison(comparison, options.seed));
}

absl::Status RunComparisons(const EvalOptions& options, Output* out) {
  if (options.sets.empty()) return RunComparison("", options, out);
  for (const std::string& folder : options.sets) {
    if (folder != options.sets.front() && !options.json) {
      if (absl::Status written = out->Write("\n"); !written.ok()) return written;
    }
    if (absl::Status compared = RunComparison(folder, options, out); !compared.ok()) return compared;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<int> RunEval(const EvalOptions& options, Output* out) {
  absl::Status done;
  if (!options.compare.empty()) {
    done = RunComparisons(options, out);
  } else if (!options.tickets.empty()) {
    done = RunTickets(options, out);
  } else {
    done = options.sets.empty() ? RunOne(options, out) : RunSets(options, out);
  }
  if (!done.ok()) return done;
  return kExitOk;
}

}  // namespace signpost::cli
