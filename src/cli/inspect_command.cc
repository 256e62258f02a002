// SPDX-License-Identifier: Apache-2.0
// inspect_command.cc — `signpost inspect`: what an index file holds.
#include <cstdint>
#include <string>
#include <vector>

#include <signpost/dialect.h>
#include <signpost/index.h>

#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/exit_code.h"
#include "cli/numbers.h"
#include "cli/table.h"

namespace signpost::cli {
namespace {

std::string Percent(std::uint64_t part, std::uint64_t whole) {
  const double share = whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
  return Fixed(share, 1) + " %";
}

std::string Each(std::uint64_t bytes, std::uint64_t count) {
  return count == 0 ? "-" : Fixed(static_cast<double>(bytes) / static_cast<double>(count), 2);
}

std::string OrNone(const std::string& text) { return text.empty() ? "-" : text; }

std::string PrintCounts(const IndexStats& stats) {
  Table table("lr");
  table.Row({"documents", Grouped(stats.documents)});
  table.Row({"sections", Grouped(stats.sections)});
  table.Row({"tokens", Grouped(stats.tokens)});
  table.Row({"terms", Grouped(stats.terms)});
  table.Row({"synonyms", Grouped(stats.synonyms)});
  table.Row({"rules", Grouped(stats.rules)});
  table.Row({"moved addresses", Grouped(stats.moved)});
  table.Row({"bytes mapped", Grouped(stats.memory.mapped)});
  table.Row({"bytes on the heap", Grouped(stats.memory.heap)});
  return table.Print();
}

std::string PrintParts(const IndexStats& stats) {
  Table table("lrrrr");
  table.Row({"part", "bytes", "", "a document", "a token"});
  const std::uint64_t all = stats.memory.mapped + stats.memory.heap;
  auto row = [&](const std::string& name, std::uint64_t bytes) {
    table.Row({name, Grouped(bytes), Percent(bytes, all), Each(bytes, stats.documents), Each(bytes, stats.tokens)});
  };
  for (const PartMemory& part : stats.memory.parts) row(part.name, part.mapped + part.heap);
  row("all", all);
  return table.Print();
}

std::string PrintColumns(const IndexStats& stats) {
  Table table("lrr");
  table.Row({"column", "bytes", ""});
  const std::uint64_t all = stats.memory.mapped + stats.memory.heap;
  for (const ColumnSize& column : stats.columns) {
    table.Row({column.attribute, Grouped(column.bytes), Percent(column.bytes, all)});
  }
  return table.Print();
}

std::string PrintSegments(const IndexStats& stats) {
  Table table("llrrrr");
  table.Row({"segment", "audiences", "documents", "removed", "terms", "tokens"});
  for (const SegmentStats& segment : stats.segments) {
    std::string audiences;
    for (const std::string& audience : segment.audiences) audiences += (audiences.empty() ? "" : ", ") + audience;
    table.Row({OrNone(segment.lang), OrNone(audiences), Grouped(segment.documents), Grouped(segment.removed),
               Grouped(segment.terms), Grouped(segment.tokens)});
  }
  return table.Print();
}

}  // namespace

absl::StatusOr<int> RunInspect(const InspectOptions& options, Output* out) {
  absl::StatusOr<Index> index = Index::Open(options.file);
  if (!index.ok()) return WithProgram(index.status(), options.file);
  const IndexStats stats = index->Stats();
  absl::Status written = out->Write(options.json ? ToJson(stats) + "\n"
                                                 : PrintCounts(stats) + "\n" + PrintParts(stats) + "\n" +
                                                       PrintColumns(stats) + "\n" + PrintSegments(stats));
  if (!written.ok()) return written;
  return kExitOk;
}

}  // namespace signpost::cli
