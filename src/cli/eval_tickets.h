// SPDX-License-Identifier: Apache-2.0
// eval_tickets.h — how good the articles for tickets are: the right one among the first three, and nothing for tickets that no
// article answers.
//
// Set aside: tickets whose id has an FNV-1a hash (32 bits) divisible by 3. Nothing may be tuned on them; figures name them apart.
#ifndef SIGNPOST_CLI_EVAL_TICKETS_H_
#define SIGNPOST_CLI_EVAL_TICKETS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/index.h>

#include "cli/qrels_file.h"
#include "cli/ticket_file.h"

namespace signpost::cli {

bool IsSetAside(std::string_view id);

// What some tickets came to. Of an answered one the judgements name an article with grade 2; of an unanswered one none.
struct TicketFigure {
  std::size_t answered = 0;
  std::size_t right_first = 0;       // returned, and the first article is right
  std::size_t right_in_three = 0;    // returned, and one of the first three is right
  std::size_t ranked_in_three = 0;   // one of the first three is right, returned or not
  std::size_t unanswered = 0;
  std::size_t quiet = 0;  // of these, those for which nothing is returned
  // Confidences in tenths: tickets, those with a right article among the first three, and the sum of the confidences.
  struct Tenth {
    std::size_t tickets = 0;
    std::size_t right = 0;
    double confidence = 0;
  };
  std::array<Tenth, 10> tenths;
  double squared_error = 0;  // of the confidence beside 1 for right and 0 for not, summed (Brier 1950)
};

struct TicketReport {
  std::vector<std::string> languages;     // beside by_language
  std::vector<TicketFigure> by_language;  // of all tickets
  TicketFigure tuned;                     // two thirds
  TicketFigure set_aside;
  std::vector<std::int64_t> micros;  // ascending
};

absl::StatusOr<TicketReport> AskTickets(const Index& index, const std::vector<TicketLine>& tickets, const Qrels& qrels);

std::string PrintTickets(const TicketReport& report);
std::string PrintTicketsJson(const TicketReport& report);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_EVAL_TICKETS_H_
