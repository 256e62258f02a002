// SPDX-License-Identifier: Apache-2.0
#include "race.h"

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "child_process.h"
#include "engines.h"
#include "passages.h"

namespace peers {
namespace {

namespace json = boost::json;

using Sources = std::unordered_map<std::string, std::string>;  // passage -> article

struct Runner {
  Contestant contestant;
  std::string marks;
  std::unique_ptr<ChildProcess> process;
  std::string failure;  // why it is out of the race; empty: it is not
};

// What is known of a set's queries, and so told to the peers.
struct SetKind {
  bool cut = false;
  bool misspelled = false;
};

SetKind KindOf(const std::string& set) {
  if (set == "cut" || set == "one-letter" || set == "two-letters") return {.cut = true};
  if (set == "edit1" || set == "edit2" || set == "absent") return {.misspelled = true};
  if (set == "cut+edit") return {.cut = true, .misspelled = true};
  return {};
}

Sources ReadSources(const std::string& path, RaceResults& results) {
  Sources sources;
  bench::PassageReader reader(path);
  for (bench::Passage passage; reader.Next(passage); ++results.passages) {
    results.text_bytes += static_cast<std::int64_t>(passage.title.size() + passage.body.size());
    sources.emplace(std::move(passage.id), std::move(passage.source));
  }
  return sources;
}

bool IsInstalled(const std::string& name) {
  return MakeEngine(name) != nullptr || std::filesystem::exists(SIGNPOST_PEERS_NODE_DIR "/node_modules");
}

Runner Start(const std::string& name, const RaceOptions& options) {
  const std::string passages = options.data + "/passages.jsonl";
  std::vector<std::string> command;
  if (MakeEngine(name) != nullptr) {
    command = {"/proc/self/exe", "serve", name, passages, options.folder + "/" + name};
    if (options.reuse && name != kOurs) command.emplace_back("--reuse");
  } else {
    // Without threads for garbage collection, so that the time of the process is that of the thread that answers.
    command = {"node",
               "--expose-gc",
               "--single-threaded-gc",
               "--max-old-space-size=16384",
               SIGNPOST_PEERS_NODE_DIR "/serve.mjs",
               name,
               passages};
  }
  std::cerr << "building " << name << "\n";
  Runner runner;
  runner.process = std::make_unique<ChildProcess>(command);
  const json::object ready = json::parse(runner.process->ReadLine()).as_object();
  runner.marks = ready.at("marks").as_string().c_str();
  runner.contestant = {.name = name,
                       .version = ready.at("version").as_string().c_str(),
                       .settings = ready.at("settings").as_string().c_str(),
                       .build_seconds = ready.at("build_seconds").to_number<double>(),
                       .open_seconds = ready.at("open_seconds").to_number<double>(),
                       .file_bytes = ready.at("file_bytes").to_number<std::int64_t>()};
  return runner;
}

// An engine on a set while the set runs.
struct Lane {
  Runner* runner = nullptr;
  Result result;
  double used_seconds = 0;  // while warming up
  std::size_t warmed = 0;   // queries
};

class SetRace {
 public:
  SetRace(std::vector<bench::JudgedQuery> queries, const Sources& sources, double budget_seconds)
      : queries_(std::move(queries)), sources_(sources), budget_seconds_(budget_seconds) {}

  SetResults Run(std::vector<Runner>& runners) {
    std::vector<Lane> lanes = Lanes(runners);
    for (Lane& lane : lanes) {
      Try(lane, [&] { WarmUp(lane); });
    }
    for (std::size_t begin = 0; begin < queries_.size(); begin += kBlock) {
      for (Lane& lane : lanes) {
        Try(lane, [&] { Time(lane, begin); });
      }
    }
    SetResults results{.set = queries_.front().set, .judged = Judged()};
    for (Lane& lane : lanes) {
      if (lane.runner->failure.empty()) results.results.push_back(std::move(lane.result));
    }
    return results;
  }

 private:
  static std::vector<Lane> Lanes(std::vector<Runner>& runners) {
    std::vector<Lane> lanes;
    for (Runner& runner : runners) {
      for (const bool marks : {false, true}) {
        if (!runner.failure.empty() || runner.marks == (marks ? "none" : "always")) continue;
        lanes.push_back({.runner = &runner, .result = {.engine = runner.contestant.name, .marks = marks}});
      }
    }
    return lanes;
  }

  // An engine that fails is out of the race.
  void Try(Lane& lane, const std::function<void()>& step) const {
    if (!lane.runner->failure.empty()) return;
    try {
      step();
    } catch (const std::exception& error) {
      lane.runner->failure = "at " + queries_.front().set + ": " + error.what();
    }
  }

  bool Judged() const { return !queries_.front().source.empty(); }

  json::array Ask(const Lane& lane, std::size_t begin, std::size_t end) const {
    json::array texts;
    for (std::size_t q = begin; q < end; ++q) texts.emplace_back(queries_[q].text);
    const SetKind kind = KindOf(queries_.front().set);
    const json::object request = {{"queries", std::move(texts)},
                                  {"cut", kind.cut},
                                  {"misspelled", kind.misspelled},
                                  {"marks", lane.result.marks}};
    json::value reply = json::parse(lane.runner->process->Ask(json::serialize(request)));
    return std::move(reply.as_object().at("answers").as_array());
  }

  void WarmUp(Lane& lane) const {
    while (lane.warmed < queries_.size() && lane.used_seconds < budget_seconds_) {
      const json::array answer = Ask(lane, lane.warmed, lane.warmed + 1);
      lane.used_seconds += 1e-9 * answer[0].at("ns").to_number<double>();
      // A query that takes all the time alone needs no warm-up and is not asked twice.
      if (lane.warmed == 0 && lane.used_seconds >= budget_seconds_) Record(lane, 0, answer);
      ++lane.warmed;
    }
  }

  void Time(Lane& lane, std::size_t begin) const {
    const std::size_t end = std::min(begin + kBlock, lane.warmed);
    if (begin < end && lane.result.samples.size() < lane.warmed) Record(lane, begin, Ask(lane, begin, end));
  }

  void Record(Lane& lane, std::size_t begin, const json::array& answers) const {
    for (std::size_t i = 0; i < answers.size(); ++i) {
      lane.result.samples.push_back({.ns = answers[i].at("ns").to_number<std::int64_t>(),
                                     .found = IsFound(queries_[begin + i], answers[i].at("ids").as_array())});
    }
  }

  bool IsFound(const bench::JudgedQuery& query, const json::array& ids) const {
    if (query.source.empty()) return !ids.empty();
    return std::any_of(ids.begin(), ids.end(), [&](const json::value& id) {
      const auto source = sources_.find(std::string(id.as_string()));
      return source != sources_.end() && source->second == query.source;
    });
  }

  std::vector<bench::JudgedQuery> queries_;
  const Sources& sources_;
  double budget_seconds_;
};

}  // namespace

RaceResults Race(const RaceOptions& options) {
  RaceResults results;
  const Sources sources = ReadSources(options.data + "/passages.jsonl", results);
  std::vector<Runner> runners;
  for (const std::string& name : options.engines) {
    if (!IsInstalled(name)) {
      results.absent.push_back(name + ": scripts/bench-peers installs it");
      continue;
    }
    try {
      runners.push_back(Start(name, options));
    } catch (const std::exception& error) {
      results.failed.push_back(name + ": " + error.what());
    }
  }
  for (std::vector<bench::JudgedQuery>& set :
       bench::ReadQuerySets(options.data + "/queries.jsonl", options.queries_per_set)) {
    std::cerr << "asking " << set.front().set << "\n";
    results.sets.push_back(SetRace(std::move(set), sources, options.budget_seconds).Run(runners));
  }
  for (Runner& runner : runners) {
    if (!runner.failure.empty()) {
      results.failed.push_back(runner.contestant.name + ": " + runner.failure);
      continue;
    }
    const json::value reply = json::parse(runner.process->Ask("{}"));
    runner.contestant.resident_bytes = reply.at("resident_bytes").to_number<std::int64_t>();
    results.contestants.push_back(std::move(runner.contestant));
  }
  return results;
}

}  // namespace peers
