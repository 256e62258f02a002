// SPDX-License-Identifier: Apache-2.0
#include "report.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <ostream>
#include <string>
#include <vector>

#include "engines.h"
#include "percentiles.h"

namespace peers {
namespace {

constexpr double kFindsAsMuch = 0.05;

// A result summed up over the first `count` queries.
class Summary {
 public:
  explicit Summary(const Result& result, std::size_t count = std::numeric_limits<std::size_t>::max()) {
    for (const Sample& sample : result.samples) {
      if (ns_.count() == count) break;
      ns_.Add(sample.ns);
      if (sample.found) found_ += 1;
    }
    found_ /= static_cast<double>(ns_.count());
  }

  // In microseconds.
  double Percentile(double p) const { return 1e-3 * static_cast<double>(ns_.At(p)); }
  double found() const { return found_; }
  std::size_t count() const { return ns_.count(); }

 private:
  bench::Percentiles ns_;
  double found_ = 0;
};

std::string Number(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof(text), "%.*f", digits, value);
  return text;
}
std::string Micros(double value) { return Number(value, value < 100 ? 1 : 0); }
std::string Times(double value) { return Number(value, value < 1 ? 3 : value < 10 ? 1 : 0) + " x"; }

std::string Rate(const SetResults& set, const Summary& summary) {
  return set.judged ? Number(summary.found(), 3) : "null";
}

const Result* Ours(const SetResults& set) {
  const auto ours =
      std::find_if(set.results.begin(), set.results.end(), [](const Result& result) { return result.engine == kOurs; });
  return ours == set.results.end() ? nullptr : &*ours;
}

const Result* BestPeer(const SetResults& set, const Result& ours) {
  const Result* fastest = nullptr;
  const Result* finder = nullptr;
  for (const Result& peer : set.results) {
    if (peer.engine == kOurs || peer.marks) continue;
    const Summary summary(peer);
    if (finder == nullptr || summary.found() > Summary(*finder).found()) finder = &peer;
    if (summary.found() < Summary(ours, summary.count()).found() - kFindsAsMuch) continue;
    if (fastest == nullptr || summary.Percentile(50) < Summary(*fastest).Percentile(50)) fastest = &peer;
  }
  return fastest != nullptr ? fastest : finder;
}

void PrintEngines(const RaceResults& results, std::ostream& out) {
  out << results.passages << " passages, " << Number(1e-6 * static_cast<double>(results.text_bytes), 1)
      << " MB of text.\n\n| engine | version | settings |\n|---|---|---|\n";
  for (const Contestant& c : results.contestants) {
    out << "| " << c.name << " | " << c.version << " | " << c.settings << " |\n";
  }
  for (const std::string& why : results.absent) out << "\nNot installed: " << why << "\n";
  for (const std::string& why : results.failed) out << "\nFailed: " << why << "\n";
  const double text = static_cast<double>(results.text_bytes);
  out << "\n| engine | build, MB/s of CPU | open, ms | file, MB | of the text | resident, MB | of the text |\n"
         "|---|---|---|---|---|---|---|\n";
  for (const Contestant& c : results.contestants) {
    const auto file = static_cast<double>(c.file_bytes);
    const auto resident = static_cast<double>(c.resident_bytes);
    const bool has_file = c.file_bytes > 0;
    out << "| " << c.name << " | " << Number(1e-6 * text / c.build_seconds, 2) << " | "
        << (has_file ? Number(1e3 * c.open_seconds, 1) : "-") << " | " << (has_file ? Number(1e-6 * file, 1) : "-")
        << " | " << (has_file ? Number(file / text, 2) : "-") << " | " << Number(1e-6 * resident, 1) << " | "
        << Number(resident / text, 2) << " |\n";
  }
}

// A line for each set: Signpost and the best peer.
void PrintSummary(const std::vector<SetResults>& sets, std::ostream& out) {
  out << "\n| set | p50 | p99 | found | best peer | p50 | p99 | found | p50 to ours | p99 to ours |\n"
         "|---|---|---|---|---|---|---|---|---|---|\n";
  for (const SetResults& set : sets) {
    const Result* ours = Ours(set);
    const Result* best = ours == nullptr ? nullptr : BestPeer(set, *ours);
    if (best == nullptr) continue;
    const Summary own(*ours);
    const Summary peer(*best);
    const Summary of_same_queries(*ours, peer.count());
    out << "| " << set.set << (set.judged ? "" : " (answered)") << " | " << Micros(own.Percentile(50)) << " | "
        << Micros(own.Percentile(99)) << " | " << Number(own.found(), 3) << " | " << best->engine << " | "
        << Micros(peer.Percentile(50)) << " | " << Micros(peer.Percentile(99)) << " | " << Number(peer.found(), 3)
        << " | " << Times(peer.Percentile(50) / of_same_queries.Percentile(50)) << " | "
        << Times(peer.Percentile(99) / of_same_queries.Percentile(99)) << " |\n";
  }
}

void PrintSet(const SetResults& set, std::ostream& out) {
  const char* found = set.judged ? "found" : "answered";
  out << "\n| " << set.set << " | p50 | p95 | p99 | worst | " << found
      << " | queries | p50 to ours | p99 to ours | ours " << found << " |\n|---|---|---|---|---|---|---|---|---|---|\n";
  const Result* ours = Ours(set);
  for (const Result& result : set.results) {
    const Summary summary(result);
    out << "| " << result.engine << (result.marks ? ", marked" : "");
    for (const double p : {50, 95, 99, 100}) out << " | " << Micros(summary.Percentile(p));
    out << " | " << Number(summary.found(), 3) << " | " << summary.count() << " | ";
    if (ours == nullptr) {
      out << "- | - | - |\n";
      continue;
    }
    const std::size_t common = std::min(summary.count(), ours->samples.size());
    const Summary theirs(result, common);
    const Summary own(*ours, common);
    for (const double p : {50, 99}) out << Times(theirs.Percentile(p) / own.Percentile(p)) << " | ";
    out << Number(own.found(), 3) << " |\n";
  }
}

}  // namespace

void PrintTables(const RaceResults& results, std::ostream& out) {
  PrintEngines(results, out);
  PrintSummary(results.sets, out);
  for (const SetResults& set : results.sets) PrintSet(set, out);
}

void PrintJson(const RaceResults& results, std::ostream& out) {
  for (const SetResults& set : results.sets) {
    const Result* ours = Ours(set);
    const Result* best = ours == nullptr ? nullptr : BestPeer(set, *ours);
    if (best == nullptr) continue;
    const Summary own(*ours);
    const Summary peer(*best);
    out << R"({"set":")" << set.set << R"(","ours_p50":)" << Number(own.Percentile(50), 1) << R"(,"ours_p99":)"
        << Number(own.Percentile(99), 1) << R"(,"best_peer":")" << best->engine << R"(","peer_p50":)"
        << Number(peer.Percentile(50), 1) << R"(,"peer_p99":)" << Number(peer.Percentile(99), 1) << R"(,"hit":)"
        << Rate(set, own) << R"(,"peer_hit":)" << Rate(set, peer) << "}\n";
  }
}

}  // namespace peers
