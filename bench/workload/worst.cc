// SPDX-License-Identifier: Apache-2.0
// Queries of each family are drawn, and the slowest few changed step by step; a change that is slower stays. What is
// drawn follows from the seed; which change stays, from the clock.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <ostream>
#include <random>
#include <vector>

#include "clock.h"
#include "commands.h"
#include "query_fuzz.h"
#include "rows.h"
#include "searching.h"
#include "word_stock.h"

namespace bench {
namespace {

constexpr std::size_t kKept = 4;  // of the slowest queries are changed
constexpr int kRepeats = 3;       // of a query that seems slow; the least time counts
constexpr int kFinalRepeats = 5;  // of the slowest of a family
constexpr std::size_t kShownBytes = 60;

WordStock ReadWords(const std::string& path) {
  WordStock words;
  PassageReader reader(path);
  for (Passage passage; reader.Next(passage);) {
    words.Read(passage.title);
    words.Read(passage.body);
  }
  words.Close();
  return words;
}

struct Candidate {
  Pieces pieces;
  std::int64_t cpu_ns = 0;
};

class Climb {
 public:
  Climb(const signpost::Index& index, const WordStock& words, const Family& family, std::uint64_t seed)
      : index_(index), words_(words), family_(family), random_(seed) {}

  Candidate Run(int starts, int steps) {
    for (int i = 0; i < starts; ++i) Consider(Draw(family_, words_, random_));
    for (int i = 0; i < steps; ++i) {
      Consider(Changed(kept_[Below(kept_.size(), random_)].pieces, family_, words_, random_));
    }
    for (Candidate& candidate : kept_) candidate.cpu_ns = LeastNs(candidate.pieces, kFinalRepeats);
    return *std::max_element(kept_.begin(), kept_.end(),
                             [](const Candidate& a, const Candidate& b) { return a.cpu_ns < b.cpu_ns; });
  }

 private:
  std::int64_t LeastNs(const Pieces& pieces, int repeats) const {
    const signpost::SearchRequest request = RequestFor(QueryOf(pieces, family_));
    std::int64_t least = INT64_MAX;
    for (int i = 0; i < repeats; ++i) {
      const std::int64_t start = ThreadCpuNs();
      Ask(index_, request);
      least = std::min(least, ThreadCpuNs() - start);
    }
    return least;
  }

  void Consider(Pieces pieces) {
    const bool is_full = kept_.size() == kKept;
    std::int64_t cpu_ns = LeastNs(pieces, 1);
    if (is_full && cpu_ns <= kept_.back().cpu_ns) return;
    cpu_ns = std::min(cpu_ns, LeastNs(pieces, kRepeats - 1));
    if (is_full) {
      if (cpu_ns <= kept_.back().cpu_ns) return;
      kept_.pop_back();
    }
    kept_.push_back({std::move(pieces), cpu_ns});
    std::sort(kept_.begin(), kept_.end(), [](const Candidate& a, const Candidate& b) { return a.cpu_ns > b.cpu_ns; });
  }

  const signpost::Index& index_;
  const WordStock& words_;
  const Family& family_;
  std::mt19937_64 random_;
  std::vector<Candidate> kept_;  // slowest first
};

std::string Shown(const std::string& text) {
  if (text.size() <= kShownBytes) return text;
  std::size_t end = kShownBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

bool IsWanted(const Family& family, const std::vector<std::string>& names) {
  return names.empty() || std::find(names.begin(), names.end(), family.name) != names.end();
}

void CheckNames(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const auto& all = Families();
    if (std::none_of(all.begin(), all.end(), [&](const Family& family) { return family.name == name; })) {
      throw std::runtime_error("no family \"" + name + "\"");
    }
  }
}

struct Slowest {
  JudgedQuery query;
  std::int64_t cpu_ns = 0;
};

double Milliseconds(const Slowest& slowest) { return 1e-6 * static_cast<double>(slowest.cpu_ns); }

void Save(const std::vector<Slowest>& all, const std::string& path) {
  Rows rows({"set", "text", "advanced", "hits"});
  for (const auto& [query, cpu_ns] : all) {
    rows.Add({query.set, query.text, query.advanced, std::int64_t{query.hits}});
  }
  std::ofstream file(path);
  if (!(file << rows.JsonLines() << std::flush)) throw std::runtime_error("cannot write " + path);
}

Rows RowsOf(const signpost::Index& index, const std::vector<Slowest>& all) {
  Rows rows({"family", "cpu_ms", "bytes", "hits", "query"});
  for (const Slowest& slowest : all) {
    const JudgedQuery& query = slowest.query;
    const std::size_t hits = Value(index.Search(signpost::Audience::Public(), RequestFor(query))).hit_count;
    rows.Add({query.set, Milliseconds(slowest), static_cast<std::int64_t>(query.text.size()),
              static_cast<std::int64_t>(hits), Shown(query.text)});
  }
  return rows;
}

}  // namespace

void RunWorst(const WorstOptions& options, std::ostream& out) {
  CheckNames(options.families);
  const signpost::Index index = OpenIndex(options.index);
  const WordStock words = ReadWords(options.passages);
  std::vector<Slowest> slowest;  // of each family
  for (const Family& family : Families()) {
    if (!IsWanted(family, options.families)) continue;
    std::cerr << family.name << "\n";
    const Candidate candidate = Climb(index, words, family, options.seed).Run(options.starts, options.steps);
    slowest.push_back({QueryOf(candidate.pieces, family), candidate.cpu_ns});
  }
  std::stable_sort(slowest.begin(), slowest.end(),
                   [](const Slowest& a, const Slowest& b) { return a.cpu_ns > b.cpu_ns; });
  if (!options.save.empty()) Save(slowest, options.save);
  out << RowsOf(index, slowest).Print(options.json);
  const double slowest_ms = Milliseconds(slowest.front());
  if (options.limit_ms > 0 && slowest_ms > options.limit_ms) {
    throw std::runtime_error("a query took " + ThreeDigits(slowest_ms) + " ms, " + ThreeDigits(options.limit_ms) +
                             " are allowed");
  }
}

}  // namespace bench
