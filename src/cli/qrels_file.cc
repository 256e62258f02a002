// SPDX-License-Identifier: Apache-2.0
#include "cli/qrels_file.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/errors.h"
#include "cli/line_reader.h"

namespace signpost::cli {
namespace {

std::vector<std::string_view> SplitAtTabs(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t tab = line.find('\t'); tab != line.npos; tab = line.find('\t')) {
    out.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  out.push_back(line);
  return out;
}

std::optional<double> ParseGrade(std::string_view text) {
  double grade = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), grade);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && std::isfinite(grade) && grade >= 0 ? std::optional(grade) : std::nullopt;
}

absl::Status AddLine(std::string_view line, const std::string& place, Qrels* qrels) {
  const std::vector<std::string_view> parts = SplitAtTabs(line);
  if (parts.size() != 3) {
    return ErrorAt(place, "a judgement must be query, objectID and grade with tabs between them, " + Quoted(line));
  }
  if (parts[0].empty() || parts[1].empty()) return ErrorAt(place, "query or objectID is missing, " + Quoted(line));
  const std::optional<double> grade = ParseGrade(parts[2]);
  if (!grade) return ErrorAt(place, "grade must be a number that is not negative, " + Quoted(parts[2]));
  const auto [known, added] = (*qrels)[std::string(parts[0])].emplace(parts[1], *grade);
  if (!added && known->second != *grade) return ErrorAt(place, "judged before with another grade, " + Quoted(line));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Qrels> ReadQrels(const std::string& path) {
  absl::StatusOr<LineReader> lines = LineReader::Open(path);
  if (!lines.ok()) return lines.status();
  Qrels qrels;
  std::string line;
  while (true) {
    absl::StatusOr<bool> more = lines->Next(&line);
    if (!more.ok()) return more.status();
    if (!*more) return qrels;
    if (line.empty()) continue;
    if (absl::Status added = AddLine(line, lines->place(), &qrels); !added.ok()) return added;
  }
}

}  // namespace signpost::cli
