// SPDX-License-Identifier: Apache-2.0
// bench_command.cc — `signpost bench`: how fast an index answers a file of queries.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <signpost/dialect.h>
#include <signpost/index.h>

#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/exit_code.h"
#include "cli/metrics.h"
#include "cli/numbers.h"
#include "cli/query_file.h"
#include "cli/table.h"

namespace signpost::cli {
namespace {

using Clock = std::chrono::steady_clock;

struct BenchQuery {
  SearchRequest request;
  std::size_t set = 0;
  std::string place;
};

struct Workload {
  std::vector<BenchQuery> queries;
  std::vector<std::string> sets;  // in the order of their first query; one without a name when no line names one
};

// Nanoseconds of each search by set, and hits, of one thread or of all.
struct Measured {
  explicit Measured(std::size_t set_count) : nanos(set_count) {}

  std::vector<std::vector<std::int64_t>> nanos;
  std::uint64_t hits = 0;
};

struct Result {
  Measured measured;
  double seconds = 0;
};

std::size_t SetNumber(const std::string& name, std::vector<std::string>* sets) {
  auto found = std::find(sets->begin(), sets->end(), name);
  if (found == sets->end()) found = sets->insert(found, name);
  return static_cast<std::size_t>(found - sets->begin());
}

absl::StatusOr<Workload> ReadWorkload(const std::string& path) {
  absl::StatusOr<QueryFile> file = QueryFile::Open(path);
  if (!file.ok()) return file.status();
  Workload workload;
  QueryLine line;
  while (true) {
    absl::StatusOr<bool> more = file->Next(&line);
    if (!more.ok()) return more.status();
    if (!*more) break;
    workload.queries.push_back({.request = {.query = std::move(line.text), .lang = std::move(line.lang)},
                                .set = SetNumber(line.set, &workload.sets),
                                .place = std::move(line.place)});
  }
  if (workload.queries.empty()) return ErrorAt(path, "there are no queries in it");
  return workload;
}

// Runs each query once: brings the file's pages into memory, and shows an error before anything is measured.
absl::Status WarmUp(const Index& index, const Workload& workload) {
  for (const BenchQuery& query : workload.queries) {
    absl::StatusOr<SearchResponse> response = index.Search(Audience::Public(), query.request);
    if (!response.ok()) return WithPlace(response.status(), query.place);
  }
  return absl::OkStatus();
}

// Takes the next query of all threads until the time is over; every thread runs at least one.
void RunThread(const Index& index, const Workload& workload, Clock::time_point end, std::atomic<std::size_t>* next,
               Measured* measured) {
  Clock::time_point stop;
  do {
    const BenchQuery& query = workload.queries[next->fetch_add(1, std::memory_order_relaxed) % workload.queries.size()];
    const Clock::time_point start = Clock::now();
    absl::StatusOr<SearchResponse> response = index.Search(Audience::Public(), query.request);
    stop = Clock::now();
    measured->nanos[query.set].push_back(std::chrono::nanoseconds(stop - start).count());
    // The sum is reported, so that no compiler can leave out a search.
    if (response.ok()) measured->hits += response->hits.size();
  } while (stop < end);
}

Result Run(const Index& index, const Workload& workload, const BenchOptions& options) {
  std::vector<Measured> measured(static_cast<std::size_t>(options.threads), Measured(workload.sets.size()));
  std::atomic<std::size_t> next = 0;
  const Clock::time_point start = Clock::now();
  const Clock::time_point end =
      start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.seconds));
  std::vector<std::jthread> threads;
  threads.reserve(measured.size());
  for (Measured& of_thread : measured) {
    threads.emplace_back([&, end] { RunThread(index, workload, end, &next, &of_thread); });
  }
  for (std::jthread& thread : threads) thread.join();
  Result result{.measured = Measured(workload.sets.size()),
                .seconds = std::chrono::duration<double>(Clock::now() - start).count()};
  for (const Measured& of_thread : measured) {
    result.measured.hits += of_thread.hits;
    for (std::size_t set = 0; set < workload.sets.size(); ++set) {
      auto& all = result.measured.nanos[set];
      all.insert(all.end(), of_thread.nanos[set].begin(), of_thread.nanos[set].end());
    }
  }
  return result;
}

struct Latencies {
  std::size_t queries = 0;
  double p50 = 0;  // microseconds, as those that follow
  double p95 = 0;
  double p99 = 0;
  double max = 0;
};

Latencies LatenciesOf(std::vector<std::int64_t> nanos) {
  std::sort(nanos.begin(), nanos.end());
  auto micros = [&](double percent) { return static_cast<double>(Percentile(nanos, percent)) / 1000; };
  return {.queries = nanos.size(), .p50 = micros(50), .p95 = micros(95), .p99 = micros(99), .max = micros(100)};
}

// What is reported: all queries, and those of each set when there are sets.
struct Report {
  Latencies all;
  std::vector<std::pair<std::string, Latencies>> sets;
  double queries_per_second = 0;
  double hits_per_query = 0;
  double seconds = 0;
};

Report MakeReport(const Workload& workload, const Result& result) {
  Report report{.all = {}, .sets = {}, .queries_per_second = 0, .hits_per_query = 0, .seconds = result.seconds};
  std::vector<std::int64_t> all;
  const bool has_sets = workload.sets.size() > 1 || !workload.sets.front().empty();
  for (std::size_t set = 0; set < workload.sets.size(); ++set) {
    const auto& nanos = result.measured.nanos[set];
    all.insert(all.end(), nanos.begin(), nanos.end());
    if (has_sets) report.sets.emplace_back(workload.sets[set], LatenciesOf(nanos));
  }
  report.all = LatenciesOf(std::move(all));
  const auto queries = static_cast<double>(report.all.queries);
  report.queries_per_second = queries / result.seconds;
  report.hits_per_query = static_cast<double>(result.measured.hits) / queries;
  return report;
}

Value::Object ToObject(const Latencies& latencies) {
  return {
      {"queries", latencies.queries},
      {"micros",
       Value::Object{{"p50", latencies.p50}, {"p95", latencies.p95}, {"p99", latencies.p99}, {"max", latencies.max}}}};
}

std::string PrintJson(const Report& report, const BenchOptions& options) {
  Value::Object out = ToObject(report.all);
  out.push_back({"queriesPerSecond", report.queries_per_second});
  out.push_back({"hitsPerQuery", report.hits_per_query});
  out.push_back({"threads", options.threads});
  out.push_back({"seconds", report.seconds});
  if (!report.sets.empty()) {
    Value::Object sets;
    for (const auto& [name, latencies] : report.sets) sets.push_back({name, ToObject(latencies)});
    out.push_back({"sets", std::move(sets)});
  }
  return ToJson(Value(std::move(out))) + "\n";
}

void AddRow(const std::string& name, const Latencies& latencies, Table* table) {
  table->Row({name, Grouped(latencies.queries), Fixed(latencies.p50, 1), Fixed(latencies.p95, 1),
              Fixed(latencies.p99, 1), Fixed(latencies.max, 1)});
}

std::string PrintTable(const Report& report, const BenchOptions& options) {
  Table head("lr");
  head.Row({"queries/s", Grouped(static_cast<std::uint64_t>(report.queries_per_second))});
  head.Row({"hits/query", Fixed(report.hits_per_query, 2)});
  head.Row({"threads", std::to_string(options.threads)});
  head.Row({"seconds", Fixed(report.seconds, 2)});
  Table table("lrrrrr");
  table.Row({"set", "queries", "p50 µs", "p95 µs", "p99 µs", "max µs"});
  for (const auto& [name, latencies] : report.sets) AddRow(name.empty() ? "-" : name, latencies, &table);
  AddRow("all", report.all, &table);
  return head.Print() + "\n" + table.Print();
}

}  // namespace

absl::StatusOr<int> RunBench(const BenchOptions& options, Output* out) {
  absl::StatusOr<Index> index = Index::Open(options.file);
  if (!index.ok()) return WithProgram(index.status(), options.file);
  absl::StatusOr<Workload> workload = ReadWorkload(options.queries);
  if (!workload.ok()) return workload.status();
  if (absl::Status warm = WarmUp(*index, *workload); !warm.ok()) return warm;
  const Report report = MakeReport(*workload, Run(*index, *workload, options));
  absl::Status written = out->Write(options.json ? PrintJson(report, options) : PrintTable(report, options));
  if (!written.ok()) return written;
  return kExitOk;
}

}  // namespace signpost::cli
