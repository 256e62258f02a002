// SPDX-License-Identifier: Apache-2.0
#include "cli/eval_report.h"

#include <algorithm>
#include <utility>

#include <signpost/dialect.h>
#include <signpost/value.h>

#include "cli/numbers.h"
#include "cli/table.h"

namespace signpost::cli {
namespace {

constexpr int kDigits = 4;

Value::Object ToObject(const Evaluation& evaluation, std::uint64_t seed) {
  Value::Object out = {{"queries", evaluation.scores.size()},
                       {"withoutHits", evaluation.without_hits},
                       {"judgedNotAsked", evaluation.judged_not_asked},
                       {"askedNotJudged", evaluation.asked_not_judged}};
  Value::Object intervals;
  for (const Metric& metric : kMetrics) {
    const Estimate estimate = EstimateMean(ValuesOf(evaluation.scores, metric), seed);
    out.push_back({std::string(metric.name), estimate.mean});
    intervals.push_back({std::string(metric.name), Value::Array{estimate.low, estimate.high}});
  }
  out.push_back({"interval95", std::move(intervals)});
  out.push_back({"micros", Value::Object{{"p50", Percentile(evaluation.micros, 50)},
                                         {"p95", Percentile(evaluation.micros, 95)},
                                         {"p99", Percentile(evaluation.micros, 99)}}});
  return out;
}

double MeanReciprocalRank(const Evaluation& evaluation) {
  double sum = 0;
  for (const RankingScore& score : evaluation.scores) sum += score.reciprocal_rank;
  return evaluation.scores.empty() ? 0 : sum / static_cast<double>(evaluation.scores.size());
}

// A row of the table: of one set, or the mean of several.
struct Row {
  std::string name;
  std::vector<const Evaluation*> evaluations;
  std::optional<std::size_t> unchanged;  // of damaged queries
  std::optional<double> share_left;      // likewise
};

std::string PrintEstimate(const Estimate& estimate) {
  return Fixed(estimate.mean, kDigits) + " [" + Fixed(estimate.low, kDigits) + ", " + Fixed(estimate.high, kDigits) +
         "]";
}

std::vector<std::string> PrintRow(const Row& row, bool damaged, std::uint64_t seed) {
  std::size_t queries = 0;
  for (const Evaluation* evaluation : row.evaluations) queries += evaluation->scores.size();
  std::vector<std::string> cells = {row.name, Grouped(queries)};
  if (damaged) cells.push_back(row.unchanged ? Grouped(*row.unchanged) : "");
  for (const Metric& metric : kMetrics) {
    std::vector<std::vector<double>> values;
    for (const Evaluation* evaluation : row.evaluations) values.push_back(ValuesOf(evaluation->scores, metric));
    cells.push_back(PrintEstimate(EstimateMeanOfMeans(values, seed)));
  }
  if (damaged) cells.push_back(row.share_left ? Fixed(*row.share_left * 100, 1) + " %" : "");
  return cells;
}

// The rows of one set, or of all together.
void AddRows(const std::string& name, const std::vector<const SetReport*>& reports, bool damaged, std::uint64_t seed,
             Table* table) {
  Row clean{.name = name};
  Row broken{.name = name, .unchanged = 0};
  double clean_sum = 0;
  double broken_sum = 0;
  for (const SetReport* report : reports) {
    clean.evaluations.push_back(&report->clean);
    clean_sum += MeanReciprocalRank(report->clean);
    if (!report->damaged) continue;
    broken.evaluations.push_back(&report->damaged->evaluation);
    *broken.unchanged += report->damaged->unchanged;
    broken_sum += MeanReciprocalRank(report->damaged->evaluation);
  }
  table->Row(PrintRow(clean, damaged, seed));
  if (!damaged) return;
  broken.name.append(", ").append(reports.front()->damaged->way);
  broken.share_left = ShareLeft(clean_sum, broken_sum);
  table->Row(PrintRow(broken, damaged, seed));
}

}  // namespace

Evaluation Evaluate(const Run& run, const JudgedQueries& judged) {
  Evaluation evaluation{.scores = ScoreRun(run, judged),
                        .micros = run.micros,
                        .judged_not_asked = judged.judged_not_asked,
                        .asked_not_judged = judged.asked_not_judged};
  std::sort(evaluation.micros.begin(), evaluation.micros.end());
  for (const std::vector<std::string>& ranking : run.rankings) evaluation.without_hits += ranking.empty() ? 1 : 0;
  return evaluation;
}

std::string PrintEvaluation(const Evaluation& evaluation, std::uint64_t seed) {
  Table table("ll");
  table.Row({"queries", Grouped(evaluation.scores.size())});
  table.Row({"without hits", Grouped(evaluation.without_hits)});
  if (evaluation.judged_not_asked > 0) table.Row({"judged but not asked", Grouped(evaluation.judged_not_asked)});
  if (evaluation.asked_not_judged > 0) table.Row({"asked but not judged", Grouped(evaluation.asked_not_judged)});
  for (const Metric& metric : kMetrics) {
    const Estimate estimate = EstimateMean(ValuesOf(evaluation.scores, metric), seed);
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

std::string PrintEvaluationJson(const Evaluation& evaluation, std::uint64_t seed) {
  return ToJson(Value(ToObject(evaluation, seed))) + "\n";
}

double ShareLeft(double clean, double damaged) { return clean > 0 ? damaged / clean : 1; }

std::string PrintSets(const std::vector<SetReport>& reports, std::uint64_t seed) {
  const bool damaged = !reports.empty() && reports.front().damaged.has_value();
  Table table(damaged ? "lrrrrrrr" : "lrrrrr");
  std::vector<std::string> head = {"set", "queries"};
  if (damaged) head.emplace_back("unchanged");
  for (const Metric& metric : kMetrics) head.emplace_back(metric.name);
  if (damaged) head.emplace_back("MRR@10 left");
  table.Row(std::move(head));
  std::vector<const SetReport*> all;
  for (const SetReport& report : reports) {
    all.push_back(&report);
    AddRows(report.name, {&report}, damaged, seed, &table);
  }
  if (all.size() > 1) AddRows("mean", all, damaged, seed, &table);
  return table.Print() + "[95 % interval]: percentile bootstrap over the queries, " + Grouped(kBootstrapSamples) +
         " samples; seed " + std::to_string(seed) + "\n";
}

std::string PrintSetJson(const SetReport& report, std::uint64_t seed) {
  Value::Object out = {{"set", report.name}};
  for (Attribute& member : ToObject(report.clean, seed)) out.push_back(std::move(member));
  out.push_back({"seed", static_cast<std::int64_t>(seed)});
  if (report.damaged) {
    const DamagedEvaluation& damaged = *report.damaged;
    Value::Object again = {{"way", damaged.way}, {"unchanged", damaged.unchanged}};
    for (Attribute& member : ToObject(damaged.evaluation, seed)) again.push_back(std::move(member));
    again.push_back({"share", ShareLeft(MeanReciprocalRank(report.clean), MeanReciprocalRank(damaged.evaluation))});
    out.push_back({"typos", std::move(again)});
  }
  return ToJson(Value(std::move(out))) + "\n";
}

}  // namespace signpost::cli
