// SPDX-License-Identifier: Apache-2.0
// ticket_file.h — files of tickets: JSON Lines {"id", "subject"?, "body", "lang"?}; other members are ignored.
//
// Errors:   in the form of errors.h: `PATH:LINE: what, value`. Lines without text but white space are skipped.
#ifndef SIGNPOST_CLI_TICKET_FILE_H_
#define SIGNPOST_CLI_TICKET_FILE_H_

#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/ticket.h>

namespace signpost::cli {

struct TicketLine {
  std::string id;
  TicketRequest request;
  std::string place;  // "PATH:LINE"
};

absl::StatusOr<std::vector<TicketLine>> ReadTickets(const std::string& path);

// Reads one line, which stands at `place`.
absl::StatusOr<TicketLine> ParseTicketLine(std::string_view line, std::string_view place);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_TICKET_FILE_H_
