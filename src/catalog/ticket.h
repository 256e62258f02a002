// SPDX-License-Identifier: Apache-2.0
// ticket.h — the pipeline of a ticket: find the problem, understand it, rank by the whole, order by its sentences, say how sure.
#ifndef SIGNPOST_CATALOG_TICKET_H_
#define SIGNPOST_CATALOG_TICKET_H_

#include <absl/status/statusor.h>
#include <signpost/audience.h>
#include <signpost/ticket.h>

#include "index/view.h"

namespace signpost::catalog {

// InvalidArgument: a field of the request is out of its range.
absl::StatusOr<TicketResponse> SuggestForTicket(const index::View& view, const Audience& audience,
                                                const TicketRequest& request);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_TICKET_H_
