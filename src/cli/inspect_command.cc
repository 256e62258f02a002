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

std::string OrNone(const std::string& text) { return text.empty() ? "-" : text; }

std::string PrintCounts(const IndexStats& stats) {
  Table table("lr");
  table.Row({"documents", Grouped(stats.documents)});
  table.Row({"sections", Grouped(stats.sections)});
  table.Row({"tokens", Grouped(stats.tokens)});
  table.Row({"terms", Grouped(stats.terms)});
  table.Row({"synonyms", Grouped(stats.synonyms)});
  table.Row({"rules", Grouped(stats.rules)});
  return table.Print();
}

std::string PrintParts(const IndexStats& stats) {
  Table table("lrr");
  table.Row({"part", "bytes", ""});
  for (const PartSize& part : stats.parts) {
    table.Row({part.name, Grouped(part.bytes), Percent(part.bytes, stats.bytes)});
  }
  table.Row({"all", Grouped(stats.bytes), Percent(stats.bytes, stats.bytes)});
  return table.Print();
}

std::string PrintColumns(const IndexStats& stats) {
  Table table("lrr");
  table.Row({"column", "bytes", ""});
  for (const ColumnSize& column : stats.columns) {
    table.Row({column.attribute, Grouped(column.bytes), Percent(column.bytes, stats.bytes)});
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
