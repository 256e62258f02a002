// SPDX-License-Identifier: Apache-2.0
#include "report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ostream>
#include <string>

#include "engines.h"

namespace peers {
namespace {

constexpr double kFindsAsMuch = 0.05;

// Nearest rank, in microseconds.
double Percentile(const Result& result, double p) {
  const auto count = static_cast<double>(result.sorted_ns.size());
  const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(p / 100 * count)));
  return 1e-3 * static_cast<double>(result.sorted_ns[rank - 1]);
}

std::string Number(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof(text), "%.*f", digits, value);
  return text;
}
std::string Micros(double value) { return Number(value, value < 100 ? 1 : 0); }
std::string Times(double value) { return Number(value, value < 10 ? 1 : 0) + " x"; }

std::string Rate(const SetResults& set, const Result& result) { return set.judged ? Number(result.found, 3) : "null"; }

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
    if (finder == nullptr || peer.found > finder->found) finder = &peer;
    if (peer.found < ours.found - kFindsAsMuch) continue;
    if (fastest == nullptr || Percentile(peer, 50) < Percentile(*fastest, 50)) fastest = &peer;
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

void PrintSet(const SetResults& set, std::ostream& out) {
  out << "\n| " << set.set << " | p50 | p95 | p99 | worst | " << (set.judged ? "found" : "answered")
      << " | queries | p50 to ours | p99 to ours |\n|---|---|---|---|---|---|---|---|---|\n";
  const Result* ours = Ours(set);
  for (const Result& result : set.results) {
    out << "| " << result.engine << (result.marks ? ", marked" : "");
    for (const double p : {50, 95, 99, 100}) out << " | " << Micros(Percentile(result, p));
    out << " | " << Number(result.found, 3) << " | " << result.sorted_ns.size();
    for (const double p : {50, 99}) {
      out << " | " << (ours == nullptr ? "-" : Times(Percentile(result, p) / Percentile(*ours, p)));
    }
    out << " |\n";
  }
}

}  // namespace

void PrintTables(const RaceResults& results, std::ostream& out) {
  PrintEngines(results, out);
  for (const SetResults& set : results.sets) PrintSet(set, out);
}

void PrintJson(const RaceResults& results, std::ostream& out) {
  for (const SetResults& set : results.sets) {
    const Result* ours = Ours(set);
    const Result* peer = ours == nullptr ? nullptr : BestPeer(set, *ours);
    if (peer == nullptr) continue;
    out << R"({"set":")" << set.set << R"(","ours_p50":)" << Number(Percentile(*ours, 50), 1) << R"(,"ours_p99":)"
        << Number(Percentile(*ours, 99), 1) << R"(,"best_peer":")" << peer->engine << R"(","peer_p50":)"
        << Number(Percentile(*peer, 50), 1) << R"(,"peer_p99":)" << Number(Percentile(*peer, 99), 1) << R"(,"hit":)"
        << Rate(set, *ours) << R"(,"peer_hit":)" << Rate(set, *peer) << "}\n";
  }
}

}  // namespace peers
