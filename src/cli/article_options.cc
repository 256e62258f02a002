// SPDX-License-Identifier: Apache-2.0
#include "cli/article_options.h"

#include <CLI/CLI.hpp>

namespace signpost::cli {
namespace {

constexpr int kMaxSuggestions = 100;
constexpr int kMaxTicketArticles = 20;
constexpr int kMaxPairs = 10'000;
constexpr double kMinThreshold = 0.3;

constexpr const char* kTicketFooter =
    "MAIL is a text as it was sent; a first line `Subject: ...` is the subject. Without MAIL the standard\n"
    "input is read. The exit code is 1 when no article answers it.\n"
    "\n"
    "Example:\n"
    "  signpost ticket help.signpost mail.txt --lang en";

constexpr const char* kSuggestFooter =
    "Examples:\n"
    "  signpost suggest help.signpost \"where is my or\"\n"
    "  signpost suggest help.signpost --context order-shipped";

constexpr const char* kRelatedFooter =
    "Example:\n"
    "  signpost related help.signpost track-your-order --lang en";

constexpr const char* kDuplicatesFooter =
    "Similarity: the share of runs of three words that stand in both. The exit code is 1 when there are none.\n"
    "\n"
    "Example:\n"
    "  signpost duplicates help.signpost --threshold 0.7";

template <typename Options>
CLI::App* Add(CLI::App* app, const char* name, const char* description, const char* footer, Options* options) {
  CLI::App* command = app->add_subcommand(name, description);
  command->footer(footer);
  command->add_option("FILE", options->file, "The index file")->required()->option_text(" ");
  command->add_option("--lang", options->request.lang, "Language (default: the index's, else every one)")
      ->option_text("TAG");
  command->add_option("--audience", options->audiences, "An audience of who asks; may be given several times")
      ->allow_extra_args(false)
      ->option_text("NAME");
  command->add_flag("--json", options->json, "One line of JSON");
  return command;
}

}  // namespace

CLI::App* AddTicket(CLI::App* app, TicketOptions* options) {
  CLI::App* command = Add(app, "ticket", "Find the articles that answer a mail", kTicketFooter, options);
  command->add_option("MAIL", options->mail, "The mail, as text")->option_text(" ");
  command->add_option("--limit", options->request.limit, "How many articles, 1 to 20 (default 3)")
      ->check(CLI::Range(1, kMaxTicketArticles))
      ->option_text("N");
  command->add_option("--min-confidence", options->request.min_confidence, "Below it nothing is shown, 0 to 1 (default 0.4)")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("P");
  return command;
}

CLI::App* AddSuggest(CLI::App* app, SuggestOptions* options) {
  CLI::App* command = Add(app, "suggest", "Complete a query that is typed", kSuggestFooter, options);
  command->add_option("QUERY", options->request.query, "What was typed, in quotes")->option_text(" ");
  command->add_option("--limit", options->request.limit, "How many suggestions, 1 to 100 (default 5)")
      ->check(CLI::Range(1, kMaxSuggestions))
      ->option_text("N");
  command->add_option("--context", options->request.contexts, "A kind of page or mail; may be given several times")
      ->allow_extra_args(false)
      ->option_text("NAME");
  return command;
}

CLI::App* AddRelated(CLI::App* app, RelatedOptions* options) {
  CLI::App* command = Add(app, "related", "Show the articles near one", kRelatedFooter, options);
  command->add_option("ID", options->request.object_id, "The article's objectID")->required()->option_text(" ");
  command->add_option("--limit", options->request.limit, "How many articles, 1 to 100 (default 5)")
      ->check(CLI::Range(1, kMaxSuggestions))
      ->option_text("N");
  return command;
}

CLI::App* AddDuplicates(CLI::App* app, DuplicatesOptions* options) {
  CLI::App* command = Add(app, "duplicates", "Show the pairs of articles that say the same", kDuplicatesFooter, options);
  command->add_option("--threshold", options->request.threshold, "The least similarity, 0.3 to 1 (default 0.8)")
      ->check(CLI::Range(kMinThreshold, 1.0))
      ->option_text("S");
  command->add_option("--limit", options->request.limit, "How many pairs, 1 to 10000 (default 100)")
      ->check(CLI::Range(1, kMaxPairs))
      ->option_text("N");
  return command;
}

}  // namespace signpost::cli
