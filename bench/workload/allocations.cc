// SPDX-License-Identifier: Apache-2.0
// signpost_allocations INDEX QUERIES: what a search takes from the heap once its thread is warm.
//
// The response's own part is what a copy of the response allocates: every string and vector in it once. All others are
// scratch space, or parts of the response that grew step by step.
#include <CLI/CLI.hpp>
#include <cstdint>
#include <exception>
#include <iostream>
#include <vector>

#include "heap_count.h"
#include "percentiles.h"
#include "rows.h"
#include "searching.h"

namespace {

using bench::HeapCount;
using bench::HeapCountNow;
using bench::Percentiles;

struct Options {
  std::string index;
  std::string queries;
  std::size_t per_set = 100;
  bool json = false;
};

struct SetCount {
  Percentiles all;
  Percentiles own;
  Percentiles others;
  Percentiles other_bytes;
  Percentiles own_bytes;
};

void CountSearch(const signpost::Index& index, const signpost::SearchRequest& request, SetCount& set) {
  const HeapCount start = HeapCountNow();
  const absl::StatusOr<signpost::SearchResponse> response = index.Search(signpost::Audience::Public(), request);
  const HeapCount search = HeapCountNow() - start;
  bench::Check(response.status());
  const HeapCount copy_start = HeapCountNow();
  const signpost::SearchResponse copy = *response;
  const HeapCount own = HeapCountNow() - copy_start;
  const HeapCount others = search - own;
  set.all.Add(search.allocations);
  set.own.Add(own.allocations);
  set.own_bytes.Add(own.bytes);
  set.others.Add(others.allocations);
  set.other_bytes.Add(others.bytes);
}

void Count(const Options& options, std::ostream& out) {
  const signpost::Index index = bench::OpenIndex(options.index);
  const auto sets = bench::ReadQuerySets(options.queries, options.per_set);
  // Twice: what is kept for the next search has its size only after the largest one.
  for (int pass = 0; pass < 2; ++pass) {
    for (const auto& set : sets) {
      for (const bench::JudgedQuery& query : set) bench::Ask(index, bench::RequestFor(query));
    }
  }
  bench::Rows rows({"set", "queries", "allocations", "of_the_response", "others", "others_max", "response_bytes",
                    "other_bytes", "other_bytes_max"});
  for (const auto& set : sets) {
    SetCount count;
    for (const bench::JudgedQuery& query : set) CountSearch(index, bench::RequestFor(query), count);
    rows.Add({set.front().set, static_cast<std::int64_t>(set.size()), count.all.Mean(), count.own.Mean(),
              count.others.Mean(), count.others.At(100), count.own_bytes.Mean(), count.other_bytes.Mean(),
              count.other_bytes.At(100)});
  }
  out << rows.Print(options.json);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Counts what searches take from the heap, on average over the queries of a set");
  app.add_option("INDEX", options.index)->required();
  app.add_option("QUERIES", options.queries, "queries.jsonl")->required();
  app.add_option("--per-set", options.per_set, "queries of a set at most, evenly spread")->check(CLI::PositiveNumber);
  app.add_flag("--json", options.json, "lines of JSON instead of a table");
  CLI11_PARSE(app, argc, argv);
  try {
    Count(options, std::cout);
  } catch (const std::exception& error) {
    std::cerr << "signpost_allocations: " << error.what() << "\n";
    return 1;
  }
  return std::cout.flush() ? 0 : 1;
}
