// SPDX-License-Identifier: Apache-2.0
// A thread walks the queries from a place of its own: the instrument shares nothing that is written.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <barrier>
#include <chrono>
#include <cstdint>
#include <functional>
#include <iostream>
#include <ostream>
#include <thread>
#include <vector>

#include "clock.h"
#include "commands.h"
#include "rows.h"
#include "searching.h"

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;
using Requests = std::vector<signpost::SearchRequest>;

struct Work {
  std::int64_t searches = 0;
  std::int64_t cpu_ns = 0;
  double wall_seconds = 0;  // of the slowest thread

  void Add(const Work& other) {
    searches += other.searches;
    cpu_ns += other.cpu_ns;
    wall_seconds = std::max(wall_seconds, other.wall_seconds);
  }
};

// Each query once, so that the thread has what it keeps.
void WarmUp(const signpost::Index& index, const Requests& requests) {
  for (const signpost::SearchRequest& request : requests) Ask(index, request);
}

Work SearchFor(const signpost::Index& index, const Requests& requests, std::size_t first, double seconds) {
  Work work;
  const std::int64_t cpu_start = ThreadCpuNs();
  const Clock::time_point start = Clock::now();
  for (; work.wall_seconds < seconds; ++work.searches) {
    Ask(index, requests[(first + static_cast<std::size_t>(work.searches)) % requests.size()]);
    work.wall_seconds = std::chrono::duration<double>(Clock::now() - start).count();
  }
  work.cpu_ns = ThreadCpuNs() - cpu_start;
  return work;
}

std::size_t FirstOf(int thread, int threads, const Requests& requests) {
  return static_cast<std::size_t>(thread) * requests.size() / static_cast<std::size_t>(threads);
}

// REQUIRES: `index_of(thread)` gives the index of a thread and may be called by all at once.
Work RunTogether(int threads, const Requests& requests, double seconds,
                 const std::function<const signpost::Index&(int)>& index_of) {
  std::vector<Work> works(static_cast<std::size_t>(threads));
  std::barrier ready(threads);
  std::vector<std::jthread> running;
  for (int thread = 0; thread < threads; ++thread) {
    running.emplace_back([&, thread] {
      const signpost::Index& index = index_of(thread);
      WarmUp(index, requests);
      ready.arrive_and_wait();
      works[static_cast<std::size_t>(thread)] = SearchFor(index, requests, FirstOf(thread, threads, requests), seconds);
    });
  }
  running.clear();
  Work all;
  for (const Work& work : works) all.Add(work);
  return all;
}

struct Pipe {
  Pipe() {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("pipe failed");
    reads = ends[0];
    writes = ends[1];
  }
  int reads = -1;
  int writes = -1;
};

// A process that searches once nobody can write to `start` any more, and writes its Work to `result`.
pid_t Fork(const Pipe& start, const Pipe& result, const std::function<Work()>& search) {
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child > 0) return child;
  close(start.writes);
  char nothing = 0;
  if (read(start.reads, &nothing, 1) != 0) _exit(1);
  const Work work = search();
  _exit(write(result.writes, &work, sizeof(work)) == sizeof(work) ? 0 : 1);
}

// The index is open and warm before the processes part, so each has copies of what it writes, and the same page cache.
Work RunApart(int processes, const signpost::Index& index, const Requests& requests, double seconds) {
  WarmUp(index, requests);
  const Pipe start;
  const Pipe result;
  std::vector<pid_t> children;
  for (int process = 0; process < processes; ++process) {
    children.push_back(Fork(start, result, [&, process] {
      return SearchFor(index, requests, FirstOf(process, processes, requests), seconds);
    }));
  }
  close(start.writes);
  close(result.writes);
  Work all;
  for (std::size_t i = 0; i < children.size(); ++i) {
    Work work;
    if (read(result.reads, &work, sizeof(work)) != sizeof(work)) throw std::runtime_error("a process failed");
    all.Add(work);
  }
  for (const pid_t child : children) waitpid(child, nullptr, 0);
  close(start.reads);
  close(result.reads);
  return all;
}

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// One way to share, with so many readers.
struct Line {
  const char* readers;
  int count;
  std::function<Work(int count)> run;
  std::vector<double> per_second = {};  // of the rounds
  std::vector<double> cores = {};       // that were to be had
  std::vector<double> cpu_us = {};      // of a search
};

void RunRound(Line& line) {
  const Work work = line.run(line.count);
  line.per_second.push_back(static_cast<double>(work.searches) / work.wall_seconds);
  line.cores.push_back(1e-9 * static_cast<double>(work.cpu_ns) / work.wall_seconds);
  line.cpu_us.push_back(1e-3 * static_cast<double>(work.cpu_ns) / static_cast<double>(work.searches));
}

Rows RowsOf(const std::vector<Line>& lines) {
  Rows rows({"readers", "count", "searches_per_s", "cores", "cpu_us_per_search", "cpu_to_first"});
  for (const Line& line : lines) {
    const double cpu_us = Median(line.cpu_us);
    rows.Add({std::string(line.readers), std::int64_t{line.count}, Median(line.per_second), Median(line.cores), cpu_us,
              cpu_us / Median(lines.front().cpu_us)});
  }
  return rows;
}

}  // namespace

void RunThreads(const ThreadsOptions& options, std::ostream& out) {
  const Requests requests = ReadRequests(options.queries, options.sets, options.per_set);
  std::vector<signpost::Index> indexes;  // the first is the one that is shared
  for (int i = 0; i < *std::max_element(options.threads.begin(), options.threads.end()); ++i) {
    indexes.push_back(OpenIndex(options.index));
  }
  const auto one_index = [&](int) -> const signpost::Index& { return indexes.front(); };
  const auto index_each = [&](int thread) -> const signpost::Index& {
    return indexes[static_cast<std::size_t>(thread)];
  };
  std::vector<Line> lines;
  for (const int count : options.threads) {
    lines.push_back(
        {"threads, one index", count, [&](int n) { return RunTogether(n, requests, options.seconds, one_index); }});
  }
  for (const int count : options.threads) {
    lines.push_back({"threads, an index each", count,
                     [&](int n) { return RunTogether(n, requests, options.seconds, index_each); }});
  }
  for (const int count : options.threads) {
    lines.push_back(
        {"processes", count, [&](int n) { return RunApart(n, indexes.front(), requests, options.seconds); }});
  }
  for (int round = 0; round < options.rounds; ++round) {
    std::cerr << "round " << round + 1 << "\n";
    for (Line& line : lines) RunRound(line);
  }
  out << RowsOf(lines).Print(options.json);
}

}  // namespace bench
