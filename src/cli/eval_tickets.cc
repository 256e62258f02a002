// SPDX-License-Identifier: Apache-2.0
#include "cli/eval_tickets.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <signpost/dialect.h>
#include <signpost/value.h>

#include "cli/errors.h"
#include "cli/metrics.h"
#include "cli/numbers.h"
#include "cli/table.h"

namespace signpost::cli {
namespace {

constexpr std::size_t kFirst = 3;
constexpr int kRightGrade = 2;

std::string Share(std::size_t part, std::size_t all) {
  if (all == 0) return "-";
  return Fixed(static_cast<double>(part) / static_cast<double>(all), 3) + " (" + Grouped(part) + "/" + Grouped(all) + ")";
}

void Count(const TicketResponse& response, const Grades* grades, TicketFigure* figure) {
  const bool returned = response.confidence >= TicketRequest().min_confidence;
  std::size_t place = kFirst;
  for (std::size_t i = 0; grades != nullptr && i < response.articles.size() && place == kFirst; ++i) {
    const auto grade = grades->find(response.articles[i].document.object_id);
    if (grade != grades->end() && grade->second >= kRightGrade) place = i;
  }
  const bool right = place < kFirst;
  if (grades == nullptr) {
    ++figure->unanswered;
    figure->quiet += returned ? 0 : 1;
  } else {
    ++figure->answered;
    figure->ranked_in_three += right ? 1 : 0;
    figure->right_in_three += right && returned ? 1 : 0;
    figure->right_first += place == 0 && returned ? 1 : 0;
  }
  const auto tenth = static_cast<std::size_t>(std::clamp(response.confidence * 10, 0.0, 9.0));
  ++figure->tenths[tenth].tickets;
  figure->tenths[tenth].right += right ? 1 : 0;
  figure->tenths[tenth].confidence += response.confidence;
  figure->squared_error += std::pow(response.confidence - (right ? 1 : 0), 2);
}

double BrierScore(const TicketFigure& figure) {
  const std::size_t tickets = figure.answered + figure.unanswered;
  return tickets == 0 ? 0 : figure.squared_error / static_cast<double>(tickets);
}

void AddRow(const std::string& name, const TicketFigure& figure, Table* table) {
  table->Row({name, Share(figure.right_in_three, figure.answered), Share(figure.right_first, figure.answered),
              Share(figure.ranked_in_three, figure.answered), Share(figure.quiet, figure.unanswered),
              Fixed(BrierScore(figure), 3)});
}

Value ToValue(const TicketFigure& figure) {
  Value::Array tenths;
  for (const TicketFigure::Tenth& tenth : figure.tenths) {
    tenths.push_back(Value::Object{{"tickets", static_cast<std::int64_t>(tenth.tickets)},
                                   {"right", static_cast<std::int64_t>(tenth.right)},
                                   {"confidence", tenth.confidence}});
  }
  return Value::Object{{"answered", static_cast<std::int64_t>(figure.answered)},
                       {"rightInThree", static_cast<std::int64_t>(figure.right_in_three)},
                       {"rightFirst", static_cast<std::int64_t>(figure.right_first)},
                       {"rankedInThree", static_cast<std::int64_t>(figure.ranked_in_three)},
                       {"unanswered", static_cast<std::int64_t>(figure.unanswered)},
                       {"quiet", static_cast<std::int64_t>(figure.quiet)},
                       {"brier", BrierScore(figure)},
                       {"tenths", std::move(tenths)}};
}

}  // namespace

bool IsSetAside(std::string_view id) {
  std::uint32_t hash = 2166136261u;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash % 3 == 0;
}

absl::StatusOr<TicketReport> AskTickets(const Index& index, const std::vector<TicketLine>& tickets,
                                        const Qrels& qrels) {
  TicketReport report;
  for (const TicketLine& ticket : tickets) {
    TicketRequest request = ticket.request;
    request.limit = static_cast<int>(kFirst);
    request.min_confidence = 0;
    const absl::StatusOr<TicketResponse> response = index.SuggestForTicket(Audience::Public(), request);
    if (!response.ok()) return WithPlace(response.status(), ticket.place);
    const auto grades = qrels.find(ticket.id);
    const Grades* judged = grades == qrels.end() ? nullptr : &grades->second;
    auto language = std::find(report.languages.begin(), report.languages.end(), request.lang);
    if (language == report.languages.end()) {
      language = report.languages.insert(language, request.lang);
      report.by_language.emplace_back();
    }
    Count(*response, judged, &report.by_language[static_cast<std::size_t>(language - report.languages.begin())]);
    Count(*response, judged, IsSetAside(ticket.id) ? &report.set_aside : &report.tuned);
    report.micros.push_back(response->processing_time_us);
  }
  std::sort(report.micros.begin(), report.micros.end());
  return report;
}

std::string PrintTickets(const TicketReport& report) {
  Table table("lrrrrr");
  table.Row({"tickets", "right in 3", "right first", "ranked in 3", "quiet", "Brier"});
  AddRow("tuned on", report.tuned, &table);
  AddRow("set aside", report.set_aside, &table);
  for (std::size_t i = 0; i < report.languages.size(); ++i) {
    AddRow("all " + report.languages[i], report.by_language[i], &table);
  }
  Table confidences("lrrrr");
  confidences.Row({"confidence", "tuned on: said", "was", "set aside: said", "was"});
  for (std::size_t t = 0; t < report.tuned.tenths.size(); ++t) {
    std::vector<std::string> row = {Fixed(static_cast<double>(t) / 10, 1) + " to " + Fixed(static_cast<double>(t + 1) / 10, 1)};
    for (const TicketFigure* figure : {&report.tuned, &report.set_aside}) {
      const TicketFigure::Tenth& tenth = figure->tenths[t];
      row.push_back(tenth.tickets == 0 ? "-" : Fixed(tenth.confidence / static_cast<double>(tenth.tickets), 2));
      row.push_back(Share(tenth.right, tenth.tickets));
    }
    confidences.Row(std::move(row));
  }
  return table.Print() + "\nµs at p50 " + std::to_string(Percentile(report.micros, 50)) + ", p99 " +
         std::to_string(Percentile(report.micros, 99)) + "\n\n" + confidences.Print();
}

std::string PrintTicketsJson(const TicketReport& report) {
  Value::Object languages;
  for (std::size_t i = 0; i < report.languages.size(); ++i) {
    languages.push_back({report.languages[i], ToValue(report.by_language[i])});
  }
  return ToJson(Value(Value::Object{{"tuned", ToValue(report.tuned)},
                                    {"setAside", ToValue(report.set_aside)},
                                    {"languages", std::move(languages)},
                                    {"micros", Value::Object{{"p50", Percentile(report.micros, 50)},
                                                             {"p99", Percentile(report.micros, 99)}}}})) +
         "\n";
}

}  // namespace signpost::cli
