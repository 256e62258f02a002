// SPDX-License-Identifier: Apache-2.0
// signpost_workload: what whole searches cost. docs/performance.md has what it printed.
#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>

#include "commands.h"

namespace {

using bench::BuildOptions;
using bench::ChurnOptions;
using bench::GuardOptions;
using bench::ThreadsOptions;
using bench::TimeOptions;
using bench::WorstOptions;

void AddSets(CLI::App* app, std::vector<std::string>* sets, std::size_t* per_set) {
  app->add_option("--sets", *sets, "names, separated by commas; all by default")->delimiter(',');
  app->add_option("--per-set", *per_set, "queries of a set at most, evenly spread")->check(CLI::PositiveNumber);
}

void AddBuild(CLI::App* app, BuildOptions* options) {
  app->add_option("PASSAGES", options->passages, "passages.jsonl")->required();
  app->add_option("INDEX", options->index, "the file to write")->required();
  app->add_flag("--json", options->json, "lines of JSON instead of a table");
}

void AddTime(CLI::App* app, TimeOptions* options) {
  app->add_option("INDEX", options->index)->required();
  app->add_option("QUERIES", options->queries, "queries.jsonl")->required();
  app->add_option("--per-set", options->per_set, "queries of a set at most, evenly spread")->check(CLI::PositiveNumber);
  app->add_option("--passes", options->passes, "over each set, after one that warms up")->check(CLI::PositiveNumber);
  app->add_flag("--json", options->json, "lines of JSON instead of tables");
}

void AddThreads(CLI::App* app, ThreadsOptions* options) {
  app->add_option("INDEX", options->index)->required();
  app->add_option("QUERIES", options->queries, "queries.jsonl")->required();
  AddSets(app, &options->sets, &options->per_set);
  app->add_option("--threads", options->threads, "how many, separated by commas")
      ->delimiter(',')
      ->check(CLI::Range(1, 1024));
  app->add_option("--seconds", options->seconds, "of one measurement")->check(CLI::PositiveNumber);
  app->add_option("--rounds", options->rounds, "of all measurements, in turns")->check(CLI::PositiveNumber);
  app->add_flag("--json", options->json, "lines of JSON instead of a table");
}

void AddChurn(CLI::App* app, ChurnOptions* options) {
  app->add_option("INDEX", options->index)->required();
  app->add_option("PASSAGES", options->passages, "passages.jsonl, of which the index was built")->required();
  app->add_option("QUERIES", options->queries, "queries.jsonl")->required();
  AddSets(app, &options->sets, &options->per_set);
  app->add_option("--rate", options->documents_per_second, "documents replaced a second")->check(CLI::PositiveNumber);
  app->add_option("--batch", options->documents_per_change, "documents of one change")->check(CLI::PositiveNumber);
  app->add_option("--seconds", options->seconds, "of one phase")->check(CLI::PositiveNumber);
  app->add_option("--rounds", options->rounds, "of an idle phase and a busy one")->check(CLI::PositiveNumber);
  app->add_flag("--json", options->json, "lines of JSON instead of a table");
}

void AddWorst(CLI::App* app, WorstOptions* options) {
  app->add_option("INDEX", options->index)->required();
  app->add_option("PASSAGES", options->passages, "passages.jsonl, whose words are asked for")->required();
  app->add_option("--families", options->families, "names, separated by commas; all by default")->delimiter(',');
  app->add_option("--seed", options->seed);
  app->add_option("--starts", options->starts, "queries drawn in a family")->check(CLI::PositiveNumber);
  app->add_option("--steps", options->steps, "changes tried on the slowest of them")->check(CLI::NonNegativeNumber);
  app->add_option("--limit-ms", options->limit_ms, "fail when a query takes more")->check(CLI::PositiveNumber);
  app->add_option("--save", options->save, "writes the slowest as queries.jsonl, for `time`");
  app->add_flag("--json", options->json, "lines of JSON instead of a table");
}

void AddGuard(CLI::App* app, GuardOptions* options) {
  app->add_option("INDEX", options->index)->required();
  app->add_option("PASSAGES", options->passages, "passages.jsonl, of which an index is built")->required();
  app->add_option("QUERIES", options->queries, "queries.jsonl")->required();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures whole searches");
  app.require_subcommand(1);
  BuildOptions build;
  TimeOptions time;
  ThreadsOptions threads;
  ChurnOptions churn;
  WorstOptions worst;
  GuardOptions guard;
  std::function<void()> run;
  const auto command = [&](const char* name, const char* description, std::function<void()> what) {
    CLI::App* added = app.add_subcommand(name, description);
    added->callback([&run, what = std::move(what)] { run = what; });
    return added;
  };
  AddBuild(command("build", "Builds an index of passages", [&] { RunBuild(build, std::cout); }), &build);
  AddTime(command("time", "CPU time of each query set, one thread", [&] { RunTime(time, std::cout); }), &time);
  AddThreads(command("threads", "Searches a second by threads", [&] { RunThreads(threads, std::cout); }), &threads);
  AddChurn(command("churn", "Readers while documents are replaced", [&] { RunChurn(churn, std::cout); }), &churn);
  AddWorst(command("worst", "Looks for the slowest query", [&] { RunWorst(worst, std::cout); }), &worst);
  AddGuard(command("guard", "Instructions of fixed queries (scripts/guard)", [&] { RunGuard(guard); }), &guard);
  CLI11_PARSE(app, argc, argv);
  try {
    run();
  } catch (const std::exception& error) {
    std::cerr << "signpost_workload: " << error.what() << "\n";
    return 1;
  }
  return std::cout.flush() ? 0 : 1;
}
