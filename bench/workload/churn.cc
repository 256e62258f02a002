// SPDX-License-Identifier: Apache-2.0
// Idle and busy phases take turns, so that a slow moment of the machine meets both. CPU time of the reader shows what
// changes cost it by themselves; wall time also what it waits for, a core included.
#include <chrono>
#include <cstdint>
#include <iostream>
#include <ostream>
#include <random>
#include <stop_token>
#include <thread>
#include <vector>

#include "clock.h"
#include "commands.h"
#include "percentiles.h"
#include "rows.h"
#include "searching.h"

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Reader {
  Percentiles wall_ns;
  Percentiles cpu_ns;
};

struct Writer {
  std::int64_t documents = 0;
  double seconds = 0;
  Percentiles change_ns;
  std::int64_t cpu_ns = 0;
};

std::vector<Passage> ReadPassages(const std::string& path) {
  std::vector<Passage> passages;
  PassageReader reader(path);
  for (Passage passage; reader.Next(passage);) passages.push_back(passage);
  if (passages.empty()) throw std::runtime_error("no passage in " + path);
  return passages;
}

// All queries, again and again until the time is over, so that every phase asks the same.
void Read(const signpost::Index& index, const std::vector<signpost::SearchRequest>& requests, Clock::duration phase,
          Reader& reader) {
  const Clock::time_point end = Clock::now() + phase;
  do {
    for (const signpost::SearchRequest& request : requests) {
      const Clock::time_point start = Clock::now();
      const std::int64_t cpu_start = ThreadCpuNs();
      Ask(index, request);
      reader.cpu_ns.Add(ThreadCpuNs() - cpu_start);
      reader.wall_ns.Add(std::chrono::nanoseconds(Clock::now() - start).count());
    }
  } while (Clock::now() < end);
}

// Replaces documents of the index, so many a second: each change at its time, or when the one before is done.
class Replacer {
 public:
  Replacer(signpost::Index& index, const std::vector<Passage>& passages, const ChurnOptions& options)
      : index_(index), passages_(passages), options_(options) {}

  void Run(const std::stop_token& stop, Writer& writer) {
    const auto period = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
        static_cast<double>(options_.documents_per_change) / static_cast<double>(options_.documents_per_second)));
    const Clock::time_point begin = Clock::now();
    const std::int64_t cpu_start = ThreadCpuNs();
    for (Clock::time_point next = begin; !stop.stop_requested(); next += period) {
      std::this_thread::sleep_until(next);
      std::vector<signpost::Document> documents = Draw();
      const Clock::time_point start = Clock::now();
      Check(index_.Upsert(std::move(documents)));
      writer.change_ns.Add(std::chrono::nanoseconds(Clock::now() - start).count());
      writer.documents += options_.documents_per_change;
    }
    writer.cpu_ns += ThreadCpuNs() - cpu_start;
    writer.seconds += std::chrono::duration<double>(Clock::now() - begin).count();
  }

 private:
  // Neighbours from a random place: no identity twice in a change.
  std::vector<signpost::Document> Draw() {
    std::vector<signpost::Document> documents;
    const std::size_t begin = random_() % passages_.size();
    for (int i = 0; i < options_.documents_per_change; ++i) {
      Passage passage = passages_[(begin + static_cast<std::size_t>(i)) % passages_.size()];
      passage.body += " changed" + std::to_string(random_() % 1000);
      documents.push_back(DocumentOf(std::move(passage)));
    }
    return documents;
  }

  signpost::Index& index_;
  const std::vector<Passage>& passages_;
  const ChurnOptions& options_;
  std::mt19937_64 random_{1};
};

Cell Micros(const Percentiles& ns, double percent) { return 1e-3 * static_cast<double>(ns.At(percent)); }

Cell Ratio(const Percentiles& ns, const Percentiles& idle_ns) {
  return static_cast<double>(ns.At(99)) / static_cast<double>(idle_ns.At(99));
}

}  // namespace

void RunChurn(const ChurnOptions& options, std::ostream& out) {
  signpost::Index index = OpenIndex(options.index);
  const std::vector<Passage> passages = ReadPassages(options.passages);
  const std::vector<signpost::SearchRequest> requests = ReadRequests(options.queries, options.sets, options.per_set);
  for (const signpost::SearchRequest& request : requests) Ask(index, request);

  const auto phase = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.seconds));
  Replacer replacer(index, passages, options);
  Reader idle;
  Reader busy;
  Writer writer;
  for (int round = 0; round < options.rounds; ++round) {
    std::cerr << "round " << round + 1 << "\n";
    Read(index, requests, phase, idle);
    std::jthread writing([&](const std::stop_token& stop) { replacer.Run(stop, writer); });
    Read(index, requests, phase, busy);
  }
  Rows rows({"reader", "searches", "p50_us", "p99_us", "p99.9_us", "p99_to_idle", "cpu_p50_us", "cpu_p99_us",
             "cpu_p99.9_us", "cpu_p99_to_idle"});
  const auto add = [&](const char* name, const Reader& reader) {
    rows.Add({std::string(name), static_cast<std::int64_t>(reader.wall_ns.count()), Micros(reader.wall_ns, 50),
              Micros(reader.wall_ns, 99), Micros(reader.wall_ns, 99.9), Ratio(reader.wall_ns, idle.wall_ns),
              Micros(reader.cpu_ns, 50), Micros(reader.cpu_ns, 99), Micros(reader.cpu_ns, 99.9),
              Ratio(reader.cpu_ns, idle.cpu_ns)});
  };
  add("idle", idle);
  add("while documents are replaced", busy);
  Rows changes({"documents", "documents_per_s", "change_p50_ms", "change_p99_ms", "writer_cpu_share"});
  changes.Add({writer.documents, static_cast<double>(writer.documents) / writer.seconds,
               1e-6 * static_cast<double>(writer.change_ns.At(50)), 1e-6 * static_cast<double>(writer.change_ns.At(99)),
               1e-9 * static_cast<double>(writer.cpu_ns) / writer.seconds});
  out << rows.Print(options.json);
  if (!options.json) out << "\n";
  out << changes.Print(options.json);
}

}  // namespace bench
