// SPDX-License-Identifier: Apache-2.0
// ticket_confidence.h — how sure it is that one of the first articles answers a ticket.
//
// Model:    a logistic regression of three figures that do not depend on how large the help center is: how familiar its articles are
//           with the words of the ticket, which share of them the first three articles hold, and which share of the ticket is Chinese
//           or Japanese, where characters are counted and most are familiar. Fitted to two thirds of data/tickets; docs/tickets.md has
//           the figures on the rest.
// Threads:  functions of their arguments.
#ifndef SIGNPOST_CATALOG_TICKET_CONFIDENCE_H_
#define SIGNPOST_CATALOG_TICKET_CONFIDENCE_H_

#include <cstddef>
#include <vector>

namespace signpost::catalog {

// The articles of which the confidence speaks.
inline constexpr std::size_t kConfidentArticles = 3;

struct TicketFigures {
  double familiarity = 0;  // TicketEvidence::Familiarity
  double held_share = 0;   // TicketEvidence::HeldShare, of the first three articles on average
  double cjk_share = 0;
};

// Returns the probability that one of the first three articles answers the ticket.
double TicketConfidence(const TicketFigures& figures);

// Returns how much of the confidence each of several articles has, given their scores, best first. The shares of the first three
// add up to 1; later ones are smaller.
std::vector<double> ConfidenceShares(const std::vector<double>& scores);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_TICKET_CONFIDENCE_H_
