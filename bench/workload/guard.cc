// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "commands.h"
#include "instructions.h"
#include "searching.h"

namespace bench {
namespace {

// The first search of a kind loads what later ones find: break iterators, stemmers, scratch space.
constexpr int kWarmUps = 2;

void CountBuild(const std::string& path) {
  std::vector<signpost::Document> documents;
  PassageReader reader(path);
  for (Passage passage; reader.Next(passage);) documents.push_back(DocumentOf(std::move(passage)));
  CountInstructionsFromHere();
  signpost::IndexBuilder builder = Value(signpost::IndexBuilder::Create({.language = "en"}));
  for (signpost::Document& document : documents) Check(builder.Add(std::move(document)));
  const signpost::Index index = Value(std::move(builder).Build());
  WriteInstructions("build");
}

signpost::Index CountOpen(const std::string& path) {
  OpenIndex(path);  // the first in a process loads the tables of ICU
  CountInstructionsFromHere();
  signpost::Index index = OpenIndex(path);
  WriteInstructions("open");
  return index;
}

}  // namespace

void RunGuard(const GuardOptions& options) {
  if (!CanCountInstructions()) throw std::runtime_error("guard counts under callgrind only: call scripts/guard");
  const std::vector<JudgedQuery> queries = ReadQueries(options.queries);
  StartInstrumentation();
  CountBuild(options.passages);
  const signpost::Index index = CountOpen(options.index);
  for (int i = 0; i < kWarmUps; ++i) {
    for (const JudgedQuery& query : queries) Ask(index, RequestFor(query));
  }
  for (const JudgedQuery& query : queries) {
    const signpost::SearchRequest request = RequestFor(query);
    CountInstructionsFromHere();
    Ask(index, request);
    WriteInstructions(query.set + ": " + query.text);
  }
}

}  // namespace bench
