// SPDX-License-Identifier: Apache-2.0
// command_line.h — what the words behind `signpost` ask for.
#ifndef SIGNPOST_CLI_COMMAND_LINE_H_
#define SIGNPOST_CLI_COMMAND_LINE_H_

#include <string>
#include <variant>

#include "cli/article_options.h"
#include "cli/commands.h"

namespace signpost::cli {

// Help or the version, to be printed as it is.
struct Information {
  std::string text;
};
struct UsageError {
  std::string text;
};
using Command =
    std::variant<Information, UsageError, IndexOptions, SearchOptions, FederateOptions, TicketOptions, SuggestOptions,
                 RelatedOptions, DuplicatesOptions, EvalOptions, BenchOptions, InspectOptions, LintCommandOptions>;

Command ParseCommandLine(int argument_count, const char* const* arguments);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_COMMAND_LINE_H_
