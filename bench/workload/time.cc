// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <vector>

#include "clock.h"
#include "commands.h"
#include "percentiles.h"
#include "process.h"
#include "rows.h"
#include "searching.h"

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kOpens = 5;
constexpr double kMicros = 1e-3;
constexpr double kMillis = 1e-6;
constexpr double kMega = 1e-6;

struct Opening {
  std::int64_t first_ns = 0;  // loads what a process loads once, and the file when it is not in the page cache
  Percentiles wall_ns;
  Percentiles cpu_ns;
};

// Opens the file a few times and leaves it open.
Opening OpenTimes(const std::string& path, std::optional<signpost::Index>& index) {
  Opening opening;
  for (int i = 0; i < kOpens; ++i) {
    index.reset();
    const Clock::time_point start = Clock::now();
    const std::int64_t cpu_start = ThreadCpuNs();
    index = OpenIndex(path);
    opening.cpu_ns.Add(ThreadCpuNs() - cpu_start);
    opening.wall_ns.Add(std::chrono::nanoseconds(Clock::now() - start).count());
    if (i == 0) opening.first_ns = opening.wall_ns.At(100);
  }
  return opening;
}

double Micros(const Percentiles& ns, double percent) { return kMicros * static_cast<double>(ns.At(percent)); }
double Mean(std::size_t sum, std::size_t count) { return static_cast<double>(sum) / static_cast<double>(count); }

void TimeSet(const signpost::Index& index, const std::vector<JudgedQuery>& queries, int passes, Rows& rows) {
  std::vector<signpost::SearchRequest> requests;
  for (const JudgedQuery& query : queries) requests.push_back(RequestFor(query));
  std::size_t hits = 0;
  for (const signpost::SearchRequest& request : requests) hits += Ask(index, request);
  Percentiles ns;
  for (int pass = 0; pass < passes; ++pass) {
    for (const signpost::SearchRequest& request : requests) {
      const std::int64_t start = ThreadCpuNs();
      Ask(index, request);
      ns.Add(ThreadCpuNs() - start);
    }
  }
  rows.Add({queries.front().set, static_cast<std::int64_t>(queries.size()), Micros(ns, 50), Micros(ns, 95),
            Micros(ns, 99), Micros(ns, 99.9), Micros(ns, 100), Mean(hits, queries.size())});
}

}  // namespace

void RunTime(const TimeOptions& options, std::ostream& out) {
  const std::int64_t resident_before = ResidentBytes();
  std::optional<signpost::Index> index;
  const Opening opening = OpenTimes(options.index, index);
  Rows sets({"set", "queries", "p50_us", "p95_us", "p99_us", "p99.9_us", "max_us", "hits"});
  for (const std::vector<JudgedQuery>& set : ReadQuerySets(options.queries, options.per_set)) {
    TimeSet(*index, set, options.passes, sets);
  }
  malloc_trim(0);  // what the library has given back is not its own
  Rows whole({"file_mb", "first_open_ms", "open_ms", "open_cpu_ms", "resident_mb"});
  whole.Add({kMega * static_cast<double>(std::filesystem::file_size(options.index)),
             kMillis * static_cast<double>(opening.first_ns), kMillis * static_cast<double>(opening.wall_ns.At(50)),
             kMillis * static_cast<double>(opening.cpu_ns.At(50)),
             kMega * static_cast<double>(ResidentBytes() - resident_before)});
  out << whole.Print(options.json);
  if (!options.json) out << "\n";
  out << sets.Print(options.json);
}

}  // namespace bench
