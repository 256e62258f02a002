// SPDX-License-Identifier: Apache-2.0
// engine.h — what every engine of the race does: build an index of passages into a folder, open it, answer queries.
//
// Adapters:  one file an engine (xapian_engine.cc, ...); its head names the settings. engines.h lists them.
// Threads:   one at a time.
// Errors:    whatever is thrown ends the process of that engine, and the race says so and goes on without it.
#ifndef SIGNPOST_BENCH_PEERS_ENGINE_H_
#define SIGNPOST_BENCH_PEERS_ENGINE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace bench {
class PassageReader;
}

namespace peers {

inline constexpr int kHits = 10;
inline constexpr int kSnippetWords = 30;
inline constexpr int kTitleWeight = 3;  // of the peers: a word in the title counts three times

// Whether an engine marks matches in titles and cuts snippets.
enum class Marks { kNone, kOptional, kAlways };

struct EngineInfo {
  std::string name;
  std::string version;
  std::string settings;  // one line for the report
  Marks marks = Marks::kNone;
};

// A query with what a peer may know of it. Peers that need it choose their mode by it; Signpost does not read it.
struct Query {
  std::string text;
  bool cut = false;         // the last word may be half a word
  bool misspelled = false;  // words may have typos
  bool marks = false;       // titles marked and a snippet of each hit
};

struct Answer {
  std::vector<std::string> ids;  // best first, at most kHits
  std::size_t marked_bytes = 0;  // of titles and snippets, so that making them cannot be left out
};

class Engine {
 public:
  virtual ~Engine() = default;
  virtual EngineInfo Info() const = 0;
  // Writes an index of all passages into an empty folder. Runs in a process of its own.
  virtual void Build(bench::PassageReader& passages, const std::string& folder) = 0;
  virtual void Open(const std::string& folder) = 0;
  virtual Answer Search(const Query& query) = 0;
};

}  // namespace peers

#endif  // SIGNPOST_BENCH_PEERS_ENGINE_H_
