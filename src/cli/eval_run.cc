// SPDX-License-Identifier: Apache-2.0
#include "cli/eval_run.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "cli/errors.h"
#include "cli/line_reader.h"

namespace signpost::cli {
namespace {

constexpr std::string_view kWhiteSpace = " \t\v\f\r\n";
constexpr std::string_view kTag = "signpost";

std::vector<std::string_view> SplitAtWhiteSpace(std::string_view line) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t begin = line.find_first_not_of(kWhiteSpace);
    if (begin == line.npos) return out;
    line.remove_prefix(begin);
    const std::size_t end = std::min(line.find_first_of(kWhiteSpace), line.size());
    out.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
}

struct ScoredHit {
  std::string object_id;
  double score = 0;
};
using HitsByQuery = std::unordered_map<std::string, std::vector<ScoredHit>>;

absl::Status AddLine(std::string_view line, const std::string& place, HitsByQuery* hits) {
  const std::vector<std::string_view> parts = SplitAtWhiteSpace(line);
  if (parts.size() != 6) {
    return ErrorAt(place, "a hit must be query, Q0, objectID, rank, score and tag, " + Quoted(line));
  }
  double score = 0;
  const auto [end, error] = std::from_chars(parts[4].data(), parts[4].data() + parts[4].size(), score);
  if (error != std::errc() || end != parts[4].data() + parts[4].size() || !std::isfinite(score)) {
    return ErrorAt(place, "score must be a number, " + Quoted(parts[4]));
  }
  (*hits)[std::string(parts[0])].push_back({std::string(parts[2]), score});
  return absl::OkStatus();
}

absl::StatusOr<HitsByQuery> ReadHits(const std::string& path) {
  absl::StatusOr<LineReader> lines = LineReader::Open(path);
  if (!lines.ok()) return lines.status();
  HitsByQuery hits;
  std::string line;
  while (true) {
    absl::StatusOr<bool> more = lines->Next(&line);
    if (!more.ok()) return more.status();
    if (!*more) return hits;
    if (line.find_first_not_of(kWhiteSpace) == line.npos) continue;
    if (absl::Status added = AddLine(line, lines->place(), &hits); !added.ok()) return added;
  }
}

absl::Status CheckWord(std::string_view what, const std::string& word) {
  if (!word.empty() && word.find_first_of(kWhiteSpace) == word.npos) return absl::OkStatus();
  return WithProgram(
      absl::InvalidArgumentError("a run has no room for white space: " + std::string(what) + ", " + Quoted(word)));
}

}  // namespace

absl::StatusOr<Run> AskAll(const Index& index, const JudgedQueries& judged, const std::string& lang) {
  Run run;
  for (const JudgedQuery& query : judged.queries) {
    absl::StatusOr<SearchResponse> response = index.Search(Audience::Public(), {.query = query.text,
                                                            .lang = lang.empty() ? query.lang : lang,
                                                            .hits_per_page = static_cast<int>(kRankingDepth)});
    if (!response.ok()) return WithPlace(response.status(), query.place);
    std::vector<std::string>& ranking = run.rankings.emplace_back();
    for (const Hit& hit : response->hits) ranking.push_back(hit.document.object_id);
    run.micros.push_back(response->processing_time_us);
  }
  return run;
}

std::vector<RankingScore> ScoreRun(const Run& run, const JudgedQueries& judged) {
  std::vector<RankingScore> scores;
  for (std::size_t i = 0; i < judged.queries.size(); ++i) {
    scores.push_back(ScoreRanking(run.rankings[i], judged.queries[i].grades));
  }
  return scores;
}

absl::StatusOr<std::string> PrintRun(const Run& run, const JudgedQueries& judged) {
  std::string out;
  for (std::size_t i = 0; i < judged.queries.size(); ++i) {
    const std::string& id = judged.queries[i].id;
    const std::vector<std::string>& ranking = run.rankings[i];
    if (absl::Status fits = CheckWord("query", id); !fits.ok()) return fits;
    for (std::size_t rank = 1; rank <= ranking.size(); ++rank) {
      const std::string& object_id = ranking[rank - 1];
      if (absl::Status fits = CheckWord("objectID", object_id); !fits.ok()) return fits;
      out.append(id).append(" Q0 ").append(object_id).append(" ").append(std::to_string(rank)).append(" ");
      out.append(std::to_string(ranking.size() - rank + 1)).append(" ").append(kTag).append("\n");
    }
  }
  return out;
}

absl::StatusOr<Run> ReadRun(const std::string& path, const JudgedQueries& judged) {
  absl::StatusOr<HitsByQuery> hits = ReadHits(path);
  if (!hits.ok()) return hits.status();
  Run run;
  for (const JudgedQuery& query : judged.queries) {
    std::vector<std::string>& ranking = run.rankings.emplace_back();
    std::vector<ScoredHit>& scored = (*hits)[query.id];
    std::stable_sort(scored.begin(), scored.end(),
                     [](const ScoredHit& a, const ScoredHit& b) { return a.score > b.score; });
    for (ScoredHit& hit : scored) ranking.push_back(std::move(hit.object_id));
  }
  return run;
}

}  // namespace signpost::cli
