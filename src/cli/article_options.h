// SPDX-License-Identifier: Apache-2.0
// article_options.h — what the commands about articles are told: ticket, suggest, related, duplicates.
#ifndef SIGNPOST_CLI_ARTICLE_OPTIONS_H_
#define SIGNPOST_CLI_ARTICLE_OPTIONS_H_

#include <string>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/related.h>
#include <signpost/suggest.h>
#include <signpost/ticket.h>

#include "cli/output.h"

namespace CLI {  // NOLINT(readability-identifier-naming): its name for itself
class App;
}

namespace signpost::cli {

struct TicketOptions {
  std::string file;
  std::string mail;  // path; empty: stdin
  std::vector<std::string> audiences;
  TicketRequest request;
  bool json = false;
};

struct SuggestOptions {
  std::string file;
  std::vector<std::string> audiences;
  SuggestRequest request;
  bool json = false;
};

struct RelatedOptions {
  std::string file;
  std::vector<std::string> audiences;
  RelatedRequest request;
  bool json = false;
};

struct DuplicatesOptions {
  std::string file;
  std::vector<std::string> audiences;
  NearDuplicatesRequest request;
  bool json = false;
};

// Add the commands to the program; the options are filled when it parses.
CLI::App* AddTicket(CLI::App* app, TicketOptions* options);
CLI::App* AddSuggest(CLI::App* app, SuggestOptions* options);
CLI::App* AddRelated(CLI::App* app, RelatedOptions* options);
CLI::App* AddDuplicates(CLI::App* app, DuplicatesOptions* options);

absl::StatusOr<int> RunTicket(const TicketOptions& options, Output* out);
absl::StatusOr<int> RunSuggest(const SuggestOptions& options, Output* out);
absl::StatusOr<int> RunRelated(const RelatedOptions& options, Output* out);
absl::StatusOr<int> RunDuplicates(const DuplicatesOptions& options, Output* out);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_ARTICLE_OPTIONS_H_
