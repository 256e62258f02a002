// SPDX-License-Identifier: Apache-2.0
// signpost_peers race: Signpost and the engines beside it on the same passages and queries. `serve` is one of them.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <exception>
#include <iostream>

#include "engines.h"
#include "race.h"
#include "report.h"
#include "serve.h"

namespace {

bool Answered(const peers::SetResults& set, const std::string& engine) {
  return std::any_of(set.results.begin(), set.results.end(), [&](const peers::Result& result) {
    return result.engine == engine && std::any_of(result.samples.begin(), result.samples.end(),
                                                  [](const peers::Sample& sample) { return sample.found; });
  });
}

// An engine that answered nothing at all was not measured.
bool AllAnswered(const peers::RaceResults& results) {
  bool all = true;
  for (const peers::Contestant& contestant : results.contestants) {
    const bool answered = std::any_of(results.sets.begin(), results.sets.end(),
                                      [&](const peers::SetResults& set) { return Answered(set, contestant.name); });
    if (!answered) std::cerr << contestant.name << " answered no query\n";
    all = all && answered;
  }
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Races Signpost against other search engines");
  app.require_subcommand(1);

  peers::RaceOptions options{.engines = peers::EngineNames()};
  bool as_json = false;
  CLI::App* race = app.add_subcommand("race", "Asks all engines the same queries and prints what they took");
  race->add_option("--data", options.data, "folder with passages.jsonl and queries.jsonl")->required();
  race->add_option("--folder", options.folder, "where the indexes go")->required();
  race->add_option("--engines", options.engines, "names, separated by commas")
      ->delimiter(',')
      ->check(CLI::IsMember(peers::EngineNames()));
  race->add_option("--queries-per-set", options.queries_per_set, "at most so many, evenly spread over the set")
      ->check(CLI::PositiveNumber);
  race->add_option("--budget", options.budget_seconds, "CPU seconds of an engine on a set before it is cut short");
  race->add_flag("--reuse", options.reuse, "take the indexes of the peers that are in the folder");
  race->add_flag("--json", as_json, "a line for each query set instead of tables");

  std::string engine;
  std::string passages;
  std::string folder;
  bool reuse = false;
  CLI::App* serve = app.add_subcommand("serve", "One engine, asked in JSON lines (serve.h)");
  serve->add_option("engine", engine)->required();
  serve->add_option("passages", passages)->required();
  serve->add_option("folder", folder)->required();
  serve->add_flag("--reuse", reuse);
  CLI11_PARSE(app, argc, argv);

  std::signal(SIGPIPE, SIG_IGN);  // an engine that ended is noticed when its answer does not come
  try {
    if (serve->parsed()) {
      peers::Serve(engine, passages, folder, reuse);
      return 0;
    }
    const peers::RaceResults results = peers::Race(options);
    if (as_json) {
      for (const std::string& why : results.absent) std::cerr << "not installed: " << why << "\n";
      for (const std::string& why : results.failed) std::cerr << "failed: " << why << "\n";
      peers::PrintJson(results, std::cout);
    } else {
      peers::PrintTables(results, std::cout);
    }
    return results.failed.empty() && AllAnswered(results) ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "signpost_peers: " << error.what() << "\n";
    return 1;
  }
}
