// SPDX-License-Identifier: Apache-2.0
// eval_command.cc — `signpost eval`: how well an index answers queries whose answers people have judged.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <signpost/dialect.h>
#include <signpost/index.h>

#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/exit_code.h"
#include "cli/metrics.h"
#include "cli/numbers.h"
#include "cli/qrels_file.h"
#include "cli/query_file.h"
#include "cli/table.h"

namespace signpost::cli {
namespace {

struct Metric {
  std::string_view name;
  double RankingScore::*part;
};
constexpr std::array<Metric, 4> kMetrics = {{{"P@1", &RankingScore::precision_at_1},
                                             {"MRR@10", &RankingScore::reciprocal_rank},
                                             {"Recall@10", &RankingScore::recall_at_10},
                                             {"nDCG@10", &RankingScore::ndcg_at_10}}};

struct Evaluation {
  std::vector<RankingScore> scores;  // of the queries that count
  std::vector<std::int64_t> micros;  // of the same; ascending once all are asked
  std::size_t without_hits = 0;
  std::size_t judged_not_asked = 0;
  std::size_t asked_not_judged = 0;
};

// A query of which nothing is said to be good cannot be answered well or badly.
bool SaysWhatIsGood(const Grades& grades) {
  return std::any_of(grades.begin(), grades.end(), [](const auto& judgement) { return judgement.second > 0; });
}

absl::Status Ask(const Index& index, const EvalOptions& options, const QueryLine& query, const Grades& grades,
                 Evaluation* evaluation) {
  absl::StatusOr<SearchResponse> response = index.Search({.query = query.text,
                                                          .lang = options.lang.empty() ? query.lang : options.lang,
                                                          .hits_per_page = static_cast<int>(kRankingDepth)});
  if (!response.ok()) return WithPlace(response.status(), query.place);
  std::vector<std::string> ranking;
  for (const Hit& hit : response->hits) ranking.push_back(hit.document.object_id);
  evaluation->scores.push_back(ScoreRanking(ranking, grades));
  evaluation->micros.push_back(response->processing_time_us);
  if (response->hits.empty()) ++evaluation->without_hits;
  return absl::OkStatus();
}

absl::StatusOr<Evaluation> Evaluate(const Index& index, const EvalOptions& options, const Qrels& qrels) {
  absl::StatusOr<QueryFile> queries = QueryFile::Open(options.queries);
  if (!queries.ok()) return queries.status();
  Evaluation evaluation;
  std::unordered_set<std::string> asked;
  QueryLine query;
  while (true) {
    absl::StatusOr<bool> more = queries->Next(&query);
    if (!more.ok()) return more.status();
    if (!*more) break;
    const std::string id = query.IdText();
    if (!asked.insert(id).second) return ErrorAt(query.place, "id came before, " + Quoted(id));
    auto grades = qrels.find(id);
    if (grades == qrels.end() || !SaysWhatIsGood(grades->second)) {
      ++evaluation.asked_not_judged;
    } else if (absl::Status done = Ask(index, options, query, grades->second, &evaluation); !done.ok()) {
      return done;
    }
  }
  for (const auto& [id, grades] : qrels) evaluation.judged_not_asked += asked.contains(id) ? 0 : 1;
  std::sort(evaluation.micros.begin(), evaluation.micros.end());
  return evaluation;
}

Estimate EstimateOf(const Evaluation& evaluation, const Metric& metric) {
  std::vector<double> values;
  for (const RankingScore& score : evaluation.scores) values.push_back(score.*metric.part);
  return EstimateMean(values);
}

std::string PrintJson(const Evaluation& evaluation) {
  Value::Object out = {{"queries", evaluation.scores.size()},
                       {"withoutHits", evaluation.without_hits},
                       {"judgedNotAsked", evaluation.judged_not_asked},
                       {"askedNotJudged", evaluation.asked_not_judged}};
  Value::Object intervals;
  for (const Metric& metric : kMetrics) {
    const Estimate estimate = EstimateOf(evaluation, metric);
    out.push_back({std::string(metric.name), estimate.mean});
    intervals.push_back({std::string(metric.name), Value::Array{estimate.low, estimate.high}});
  }
  out.push_back({"interval95", std::move(intervals)});
  out.push_back({"micros", Value::Object{{"p50", Percentile(evaluation.micros, 50)},
                                         {"p95", Percentile(evaluation.micros, 95)},
                                         {"p99", Percentile(evaluation.micros, 99)}}});
  return ToJson(Value(std::move(out))) + "\n";
}

std::string PrintTable(const Evaluation& evaluation) {
  constexpr int kDigits = 4;
  Table table("ll");
  table.Row({"queries", Grouped(evaluation.scores.size())});
  table.Row({"without hits", Grouped(evaluation.without_hits)});
  if (evaluation.judged_not_asked > 0) table.Row({"judged but not asked", Grouped(evaluation.judged_not_asked)});
  if (evaluation.asked_not_judged > 0) table.Row({"asked but not judged", Grouped(evaluation.asked_not_judged)});
  for (const Metric& metric : kMetrics) {
    const Estimate estimate = EstimateOf(evaluation, metric);
    table.Row({std::string(metric.name), Fixed(estimate.mean, kDigits) + "  (95 % interval " +
                                             Fixed(estimate.low, kDigits) + " to " + Fixed(estimate.high, kDigits) +
                                             ")"});
  }
  for (int percent : {50, 95, 99}) {
    const auto micros = static_cast<std::uint64_t>(Percentile(evaluation.micros, percent));
    table.Row({"p" + std::to_string(percent), Grouped(micros) + " µs"});
  }
  return table.Print();
}

}  // namespace

absl::StatusOr<int> RunEval(const EvalOptions& options, Output* out) {
  absl::StatusOr<Index> index = Index::Open(options.file);
  if (!index.ok()) return WithProgram(index.status(), options.file);
  absl::StatusOr<Qrels> qrels = ReadQrels(options.qrels);
  if (!qrels.ok()) return qrels.status();
  absl::StatusOr<Evaluation> evaluation = Evaluate(*index, options, *qrels);
  if (!evaluation.ok()) return evaluation.status();
  absl::Status written = out->Write(options.json ? PrintJson(*evaluation) : PrintTable(*evaluation));
  if (!written.ok()) return written;
  return kExitOk;
}

}  // namespace signpost::cli
