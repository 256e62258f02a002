// SPDX-License-Identifier: Apache-2.0
// race.h — asks every engine the same queries in turns and keeps what each took and found.
//
// Fairness:  each engine is a process of its own and only one works at a time. A query set is first asked once to warm
//            up, then timed in blocks of kBlock queries, engine after engine, so that a slow moment of the machine
//            meets all.
// Budget:    an engine that used up its seconds of a set while warming up is timed on the queries done until then.
#ifndef SIGNPOST_BENCH_PEERS_RACE_H_
#define SIGNPOST_BENCH_PEERS_RACE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace peers {

inline constexpr std::size_t kBlock = 20;

struct RaceOptions {
  std::string data;    // folder with passages.jsonl and queries.jsonl
  std::string folder;  // where the indexes go
  std::vector<std::string> engines;
  std::size_t queries_per_set = 100;
  double budget_seconds = 3;  // CPU, for one engine and one set
  bool reuse = false;         // take the indexes of the peers that are there; Signpost's is always made anew
};

// An engine that took part.
struct Contestant {
  std::string name;
  std::string version;
  std::string settings;
  double build_seconds = 0;  // CPU of all threads
  double open_seconds = 0;
  std::int64_t file_bytes = 0;
  std::int64_t resident_bytes = 0;  // after all queries, beyond what the process had before it opened the index
};

// What one query took, and whether it was answered rightly; where there is no right answer, whether at all.
struct Sample {
  std::int64_t ns = 0;
  bool found = false;
};

// One engine on one set. With marks: titles marked and snippets made, an entry of its own.
struct Result {
  std::string engine;
  bool marks = false;
  std::vector<Sample> samples;  // of the queries from the first on, as many as were asked
};

struct SetResults {
  std::string set;
  bool judged = false;          // its queries have right answers
  std::vector<Result> results;  // in the order of the contestants
};

struct RaceResults {
  std::size_t passages = 0;
  std::int64_t text_bytes = 0;
  std::vector<Contestant> contestants;
  std::vector<SetResults> sets;
  // Engines that were not raced to the end, with the reason.
  std::vector<std::string> absent;  // not installed
  std::vector<std::string> failed;
};

// Throws std::runtime_error: the data cannot be read.
RaceResults Race(const RaceOptions& options);

}  // namespace peers

#endif  // SIGNPOST_BENCH_PEERS_RACE_H_
