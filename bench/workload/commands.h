// SPDX-License-Identifier: Apache-2.0
// commands.h — what signpost_workload can measure: what each command is told, and the function that does it.
//
// Output:   rows (rows.h) on `out`; progress on stderr.
// Errors:   std::runtime_error.
#ifndef SIGNPOST_BENCH_WORKLOAD_COMMANDS_H_
#define SIGNPOST_BENCH_WORKLOAD_COMMANDS_H_

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace bench {

struct BuildOptions {
  std::string passages;
  std::string index;  // the file to write
  bool json = false;
};

struct TimeOptions {
  std::string index;
  std::string queries;
  std::size_t per_set = 100;  // queries of a set at most
  int passes = 3;             // over each set, after one that warms up
  bool json = false;
};

struct ThreadsOptions {
  std::string index;
  std::string queries;
  std::vector<std::string> sets;  // empty: all
  std::size_t per_set = 20;       // queries of a set at most
  std::vector<int> threads = {1, 2, 4};
  double seconds = 1;  // of one measurement
  int rounds = 3;      // of all measurements, in turns
  bool json = false;
};

struct ChurnOptions {
  std::string index;
  std::string passages;
  std::string queries;
  std::vector<std::string> sets;  // empty: all
  std::size_t per_set = 20;       // queries of a set at most
  int documents_per_second = 1000;
  int documents_per_change = 100;
  double seconds = 2;  // of one phase at least; a reader ends with its last query
  int rounds = 3;      // of an idle phase and a busy one
  bool json = false;
};

struct WorstOptions {
  std::string index;
  std::string passages;               // whose words are asked for
  std::string save;                   // queries.jsonl of the slowest; empty: not saved
  std::vector<std::string> families;  // empty: all
  std::uint64_t seed = 1;
  int starts = 20;      // queries drawn in a family
  int steps = 60;       // changes tried on the slowest of them
  double limit_ms = 0;  // an error when a query takes more; 0: none
  bool json = false;
};

struct GuardOptions {
  std::string index;
  std::string passages;
  std::string queries;
};

// Builds an index of passages and saves it.
void RunBuild(const BuildOptions& options, std::ostream& out);

// Opens an index and asks it, one thread, CPU time.
void RunTime(const TimeOptions& options, std::ostream& out);

// Searches a second by threads: of one index, each thread with an index of its own, each in a process of its own. What
// the first loses against the last is what readers share.
void RunThreads(const ThreadsOptions& options, std::ostream& out);

// Latency of a reader alone, and while a writer replaces documents.
void RunChurn(const ChurnOptions& options, std::ostream& out);

// Looks for the slowest queries there are.
void RunWorst(const WorstOptions& options, std::ostream& out);

// Under callgrind: counts the instructions of building an index, of opening one and of each query.
void RunGuard(const GuardOptions& options);

}  // namespace bench

#endif  // SIGNPOST_BENCH_WORKLOAD_COMMANDS_H_
