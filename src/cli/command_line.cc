// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include <signpost/version.h>
#include <CLI/CLI.hpp>

#include "cli/errors.h"

namespace signpost::cli {
namespace {

constexpr int kMaxHits = 1000;
constexpr int kMaxDistinct = 4;
constexpr int kMaxThreads = 1024;
constexpr double kMinSeconds = 0.001;
constexpr double kMaxSeconds = 86'400;

constexpr const char* kIntroduction =
    "Signpost searches help centers: typos, half-typed words, other forms of a word, synonyms,\n"
    "whole questions. It makes one index file from your articles, and answers from that file.";

constexpr const char* kFooter =
    "Start with:\n"
    "  signpost index help/ --out help.signpost         make an index of the articles in help/\n"
    "  signpost search help.signpost \"wher is my ordr\"  ask it\n"
    "\n"
    "`signpost COMMAND --help` tells more. Exit codes: 0 fine, 1 nothing found, 2 wrong usage,\n"
    "3 wrong or unreadable input, 4 the answer could not be written or the program failed.";

constexpr const char* kIndexFooter =
    "SRC is a file or a folder, which is read with all below it: .md .markdown .html .htm .vtt\n"
    ".srt .jsonl .ndjson .json. FILE is replaced when all went well, and left alone otherwise.\n"
    "\n"
    "Examples:\n"
    "  signpost index help/ --out help.signpost\n"
    "  signpost index faq.jsonl guides/ --out help.signpost --lang en --synonyms synonyms.json";

constexpr const char* kSearchFooter =
    "Without a query, every line of the standard input is one. A query that begins with - stands\n"
    "behind --. With one query, the exit code is 1 when nothing was found.\n"
    "\n"
    "Examples:\n"
    "  signpost search help.signpost \"wher is my ordr\"\n"
    "  signpost search help.signpost \"refund\" --hits 3 --explain\n"
    "  signpost search help.signpost --queries queries.jsonl --json > answers.jsonl";

constexpr const char* kFederateFooter =
    "NAME is what F.json calls the index. F.json says whether its hits speak for support or for shopping,\n"
    "and the words that do: [{\"indexName\": \"help\", \"speaksFor\": \"support\", \"intentWords\": {\"en\": "
    "[...]}}].\n"
    "\n"
    "Examples:\n"
    "  signpost federate \"return boots\" --index help=help.signpost --index products=products.signpost\n"
    "  signpost federate --queries queries.jsonl --index help=help.signpost --index products=products.signpost \\\n"
    "      --settings federation.json --json";

constexpr const char* kEvalFooter =
    "Q.jsonl: lines of {\"id\", \"text\", \"lang\"?}. R.tsv: lines of query, objectID, grade, with tabs between.\n"
    "T.jsonl: lines of {\"id\", \"subject\"?, \"body\", \"lang\"?}.\n"
    "DIR: a judged set: queries.jsonl, qrels.tsv and corpus.jsonl (with settings.json, if there is one) or\n"
    "index.signpost. A and B: settings (.json) with --set, else indexes or saved runs (.run).\n"
    "\n"
    "Examples:\n"
    "  signpost eval help.signpost --queries queries.jsonl --qrels qrels.tsv\n"
    "  signpost eval --set sets/faq sets/manual --typos one\n"
    "  signpost eval --set sets/faq --compare old.json new.json\n"
    "  signpost eval --queries queries.jsonl --qrels qrels.tsv --compare yesterday.run help.signpost";

constexpr const char* kBenchFooter =
    "Q.jsonl: lines of {\"id\", \"text\", \"lang\"?, \"set\"?}. Each query is run once before anything is measured.\n"
    "\n"
    "Example:\n"
    "  signpost bench help.signpost --queries queries.jsonl --threads 4 --seconds 10";

constexpr const char* kInspectFooter =
    "Example:\n"
    "  signpost inspect help.signpost";

constexpr const char* kLintFooter =
    "Rules and moved addresses that are shadowed, expired, overlapping, cyclic, without effect in this\n"
    "index, or that lead in a loop or to a host that is not allowed. The exit code is 1 when there is one.\n"
    "\n"
    "Example:\n"
    "  signpost lint help.signpost --allow-host www.example.com";

CLI::App* AddCommand(CLI::App* app, const char* name, const char* description, const char* footer) {
  CLI::App* command = app->add_subcommand(name, description);
  command->footer(footer);
  return command;
}

CLI::App* AddIndex(CLI::App* app, IndexOptions* options) {
  CLI::App* command = AddCommand(app, "index", "Make an index file from articles", kIndexFooter);
  command->add_option("SRC", options->sources, "Files and folders of articles")->required()->option_text("...");
  command->add_option("--out", options->out, "The index file to write")->required()->option_text("FILE");
  command->add_option("--settings", options->settings, "Settings, as JSON")->option_text("FILE");
  command->add_option("--synonyms", options->synonyms, "Synonyms, as JSON")->option_text("FILE");
  command->add_option("--rules", options->rules, "Rules, as JSON")->option_text("FILE");
  command->add_option("--moved", options->moved, "Moved addresses: lines of from, a tab, to; or .json")
      ->option_text("FILE");
  command->add_option("--popular", options->popular, "Popular queries, as JSON")->option_text("FILE");
  command->add_option("--lang", options->lang, "Language of documents that do not say theirs: en, pt-BR")
      ->option_text("TAG");
  command->add_flag("--keep-going", options->keep_going, "Skip bad documents and bad rules, and report them");
  return command;
}

Color ColorNamed(const std::string& when) {
  if (when == "auto") return Color::kAuto;
  return when == "always" ? Color::kAlways : Color::kNever;
}

// "desc(votes)"; empty when it is neither that nor asc(...).
std::string AttributeOf(const std::string& key) {
  const std::size_t prefix = key.starts_with("desc(") ? 5 : 4;
  const bool well_formed = (prefix == 5 || key.starts_with("asc(")) && key.ends_with(")");
  return well_formed ? key.substr(prefix, key.size() - prefix - 1) : std::string();
}

// Returns what is wrong; empty: nothing.
std::string IsSortKey(const std::string& key) {
  return AttributeOf(key).empty() ? "expected desc(ATTRIBUTE) or asc(ATTRIBUTE), " + Quoted(key) : std::string();
}

std::vector<SortKey> SortKeysOf(const std::vector<std::string>& keys) {
  std::vector<SortKey> out;
  out.reserve(keys.size());
  for (const std::string& key : keys) {
    out.push_back({.attribute = AttributeOf(key), .descending = key.starts_with("desc(")});
  }
  return out;
}

// Returns what is wrong; empty: nothing.
std::string IsFilter(const std::string& text) {
  const absl::StatusOr<Filter> filter = ParseFilters(text);
  return filter.ok() ? std::string() : std::string(filter.status().message());
}

CLI::App* AddSearch(CLI::App* app, SearchOptions* options) {
  CLI::App* command = AddCommand(app, "search", "Ask an index", kSearchFooter);
  command->add_option("FILE", options->file, "The index file")->required()->option_text(" ");
  CLI::Option* query = command->add_option_function<std::string>(
      "QUERY", [options](const std::string& text) { options->query = text; }, "What is asked, in quotes");
  query->option_text(" ");
  command->add_option("--queries", options->queries, "Ask each line of {\"id\", \"text\", \"lang\"?}")
      ->option_text("Q.jsonl")
      ->excludes(query);
  command->add_option("--hits", options->hits, "How many hits to show, 0 to 1000 (default 10)")
      ->check(CLI::Range(0, kMaxHits))
      ->option_text("N");
  command->add_option("--lang", options->lang, "Language of the query (default: the index's, else every one)")
      ->option_text("TAG");
  command
      ->add_option("--fallback", options->fallbacks,
                   "A language to fall back to, nearest first; may be given several times")
      ->allow_extra_args(false)
      ->option_text("TAG");
  command->add_option("--audience", options->audiences, "An audience of who asks; may be given several times")
      ->allow_extra_args(false)
      ->option_text("NAME");
  command->add_option("--page", options->page, "Which page of so many hits, from 0")
      ->check(CLI::NonNegativeNumber)
      ->option_text("N");
  command
      ->add_option_function<std::vector<std::string>>(
          "--sort", [options](const std::vector<std::string>& keys) { options->sort = SortKeysOf(keys); },
          "Sort by a number or a date: 'desc(votes)', 'asc(price)'; may be given several times")
      ->allow_extra_args(false)
      ->check(IsSortKey)
      ->option_text("KEY");
  command
      ->add_option_function<std::string>(
          "--filters", [options](const std::string& text) { options->filter = *ParseFilters(text); },
          "Which documents may be hits: 'category:Billing AND NOT stock < 1'")
      ->check(IsFilter)
      ->option_text("TEXT");
  command
      ->add_option("--facets", options->facets, "Attributes whose values are counted, with commas between; '*' for all")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->option_text("NAMES");
  command->add_option("--distinct", options->distinct, "Show the best 1 to 4 of each group, or 0 for all")
      ->check(CLI::Range(0, kMaxDistinct))
      ->option_text("N");
  command->add_flag("--explain", options->explain, "Show why each hit is where it is");
  command->add_flag("--json", options->json, "One line of JSON for each answer");
  command
      ->add_option_function<std::string>(
          "--color", [options](const std::string& when) { options->color = ColorNamed(when); },
          "Colours: auto (on a terminal), always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
  return command;
}

// Returns what is wrong; empty: nothing.
std::string IsNamedIndex(const std::string& text) {
  const std::size_t equals = text.find('=');
  const bool well_formed = equals != std::string::npos && equals > 0 && equals + 1 < text.size();
  return well_formed ? std::string() : "expected NAME=FILE, " + Quoted(text);
}

std::vector<NamedIndex> NamedIndexesOf(const std::vector<std::string>& texts) {
  std::vector<NamedIndex> out;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    out.push_back({.name = text.substr(0, equals), .file = text.substr(equals + 1)});
  }
  return out;
}

CLI::App* AddFederate(CLI::App* app, FederateOptions* options) {
  CLI::App* command = AddCommand(app, "federate", "Ask several indexes in one call", kFederateFooter);
  CLI::Option* query = command->add_option_function<std::string>(
      "QUERY", [options](const std::string& text) { options->query = text; }, "What is asked, in quotes");
  query->option_text(" ");
  command->add_option("--queries", options->queries, "Ask each line of {\"id\", \"text\", \"lang\"?}")
      ->option_text("Q.jsonl")
      ->excludes(query);
  command
      ->add_option_function<std::vector<std::string>>(
          "--index", [options](const std::vector<std::string>& texts) { options->indexes = NamedIndexesOf(texts); },
          "An index and its name; may be given several times")
      ->required()
      ->allow_extra_args(false)
      ->check(IsNamedIndex)
      ->option_text("NAME=FILE");
  command->add_option("--settings", options->settings, "What the indexes speak for, as JSON")->option_text("F.json");
  command->add_option("--hits", options->hits, "How many hits to show, 0 to 1000 (default 10); with --groups of each")
      ->check(CLI::Range(0, kMaxHits))
      ->option_text("N");
  command->add_option("--page", options->page, "Which page of so many hits, from 0")
      ->check(CLI::NonNegativeNumber)
      ->option_text("N");
  command->add_option("--lang", options->lang, "Language of the query (default: each line's, else every one)")
      ->option_text("TAG");
  command->add_option("--audience", options->audiences, "An audience of who asks; may be given several times")
      ->allow_extra_args(false)
      ->option_text("NAME");
  command->add_option("--context", options->contexts, "Where the person is, for rules; may be given several times")
      ->allow_extra_args(false)
      ->option_text("NAME");
  command->add_flag("--groups", options->groups, "Answer in groups, one for each index, instead of one list");
  command->add_flag("--json", options->json, "One line of JSON for each answer");
  command
      ->add_option_function<std::string>(
          "--color", [options](const std::string& when) { options->color = ColorNamed(when); },
          "Colours: auto (on a terminal), always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
  command->callback([options] {
    if (!options->query && options->queries.empty()) throw CLI::ValidationError("QUERY or --queries is required");
  });
  return command;
}

DamageName DamageNamed(const std::string& name) {
  return *std::find_if(kDamageNames.begin(), kDamageNames.end(), [&](const DamageName& d) { return d.name == name; });
}

std::set<std::string> NamesOfDamage() {
  std::set<std::string> names;
  for (const DamageName& damage : kDamageNames) names.emplace(damage.name);
  return names;
}

// Returns what is wrong with the options taken together; empty: nothing.
std::string EvalUsageProblem(const EvalOptions& options) {
  const bool comparing = !options.compare.empty();
  if (options.sets.empty()) {
    const bool asked = !options.queries.empty() || !options.tickets.empty();
    if (!asked || options.qrels.empty()) return "--queries and --qrels, or --set, are required";
    if (options.file.empty() && !comparing) return "FILE is required";
    if (!options.settings.empty()) return "--settings needs --set";
  }
  if (!options.tickets.empty() && (comparing || options.typos || !options.save_run.empty() || !options.lang.empty())) {
    return "--tickets takes --qrels and --json only";
  }
  if (comparing && !options.file.empty()) return "--compare excludes FILE: name it as A or B";
  for (const std::string& side : options.compare) {
    if (side.ends_with(".json") == options.sets.empty()) return "--compare takes settings (.json) with --set only";
  }
  if (options.sets.size() > 1 && !options.save_run.empty()) return "--save-run takes one set";
  return "";
}

void AddEvalInputs(CLI::App* command, EvalOptions* options) {
  CLI::Option* file = command->add_option("FILE", options->file, "The index file");
  file->option_text(" ");
  CLI::Option* queries = command->add_option("--queries", options->queries, "The queries");
  queries->option_text("Q.jsonl");
  CLI::Option* tickets = command->add_option("--tickets", options->tickets, "Whole mails, instead of queries");
  tickets->option_text("T.jsonl")->excludes(queries);
  CLI::Option* qrels = command->add_option("--qrels", options->qrels, "Which documents answer them");
  qrels->option_text("R.tsv");
  command->add_option("--set", options->sets, "Judged sets, instead of these three")
      ->option_text("DIR...")
      ->excludes(file)
      ->excludes(queries)
      ->excludes(tickets)
      ->excludes(qrels);
}

CLI::App* AddEval(CLI::App* app, EvalOptions* options) {
  CLI::App* command = AddCommand(app, "eval", "Measure how good the answers are", kEvalFooter);
  AddEvalInputs(command, options);
  CLI::Option* settings = command->add_option("--settings", options->settings, "Settings of the sets, as JSON");
  settings->option_text("FILE");
  CLI::Option* save_run = command->add_option("--save-run", options->save_run, "Save the hits as a TREC run");
  save_run->option_text("FILE");
  command->add_option("--compare", options->compare, "Compare two: settings of the sets, or indexes and runs")
      ->expected(2)
      ->option_text("A B")
      ->excludes(settings)
      ->excludes(save_run);
  command
      ->add_option_function<std::string>(
          "--typos", [options](const std::string& name) { options->typos = DamageNamed(name); },
          "Damage the queries: one, two, prefix or prefix+typo")
      ->check(CLI::IsMember(NamesOfDamage()))
      ->option_text("WAY");
  command->add_option("--seed", options->seed, "Of damage, intervals and tests (default 20240229)")
      ->check(CLI::Range(std::int64_t{0}, std::numeric_limits<std::int64_t>::max()))
      ->option_text("N");
  command->add_option("--lang", options->lang, "Language of all queries (default: each line's)")->option_text("TAG");
  command->add_flag("--json", options->json, "One line of JSON, for each set");
  command->callback([options] {
    if (const std::string problem = EvalUsageProblem(*options); !problem.empty()) throw CLI::ValidationError(problem);
  });
  return command;
}

CLI::App* AddBench(CLI::App* app, BenchOptions* options) {
  CLI::App* command = AddCommand(app, "bench", "Measure how fast the answers are", kBenchFooter);
  command->add_option("FILE", options->file, "The index file")->required()->option_text(" ");
  command->add_option("--queries", options->queries, "The queries")->required()->option_text("Q.jsonl");
  command->add_option("--threads", options->threads, "How many threads ask at once (default 1)")
      ->check(CLI::Range(1, kMaxThreads))
      ->option_text("N");
  command->add_option("--seconds", options->seconds, "For how long (default 5)")
      ->check(CLI::Range(kMinSeconds, kMaxSeconds))
      ->option_text("S");
  command->add_flag("--json", options->json, "One line of JSON");
  return command;
}

CLI::App* AddInspect(CLI::App* app, InspectOptions* options) {
  CLI::App* command = AddCommand(app, "inspect", "Show what an index file holds", kInspectFooter);
  command->add_option("FILE", options->file, "The index file")->required()->option_text(" ");
  command->add_flag("--json", options->json, "One line of JSON");
  return command;
}

CLI::App* AddLint(CLI::App* app, LintCommandOptions* options) {
  CLI::App* command = AddCommand(app, "lint", "Find what is wrong with the rules of an index", kLintFooter);
  command->add_option("FILE", options->file, "The index file")->required()->option_text(" ");
  command
      ->add_option("--allow-host", options->lint.allowed_hosts,
                   "A host that redirects may lead to (default: any); may be given several times")
      ->allow_extra_args(false)
      ->option_text("HOST");
  command->add_option("--now", options->lint.now, "The time in seconds since 1970 (default: now)")
      ->check(CLI::NonNegativeNumber)
      ->option_text("SECONDS");
  command->add_flag("--json", options->json, "One line of JSON");
  return command;
}

// Returns the arguments in the order that CLI11 wants, last first.
std::vector<std::string> Reversed(int argument_count, const char* const* arguments) {
  std::vector<std::string> out;
  for (int i = argument_count - 1; i > 0; --i) out.emplace_back(arguments[i]);
  if (out.empty() || (out.back() != "index" && out.back() != "eval")) return out;
  // CLI11 would take [a,b] in a list of paths for two of them; ./[a,b] is the same path.
  for (std::string& argument : out) {
    if (argument.starts_with('[')) argument.insert(0, "./");
  }
  return out;
}

// The command that was named, else the program.
CLI::App* Named(CLI::App* app) {
  const std::vector<CLI::App*> named = app->get_subcommands();
  return named.empty() ? app : named.front();
}

std::string PrintUsageError(const std::string& what, CLI::App* app) {
  const CLI::App* named = Named(app);
  const std::string command = named == app ? "" : " " + named->get_name();
  return "signpost: " + what + "; see `signpost" + command + " --help`";
}

}  // namespace

Command ParseCommandLine(int argument_count, const char* const* arguments) {
  CLI::App app(kIntroduction, "signpost");
  app.footer(kFooter);
  app.set_version_flag("--version", "signpost " SIGNPOST_VERSION_STRING, "Print the version and exit");
  app.require_subcommand(1);
  IndexOptions index;
  SearchOptions search;
  FederateOptions federate;
  TicketOptions ticket;
  SuggestOptions suggest;
  RelatedOptions related;
  DuplicatesOptions duplicates;
  EvalOptions eval;
  BenchOptions bench;
  InspectOptions inspect;
  LintCommandOptions lint;
  const CLI::App* index_command = AddIndex(&app, &index);
  const CLI::App* search_command = AddSearch(&app, &search);
  const CLI::App* federate_command = AddFederate(&app, &federate);
  const CLI::App* ticket_command = AddTicket(&app, &ticket);
  const CLI::App* suggest_command = AddSuggest(&app, &suggest);
  const CLI::App* related_command = AddRelated(&app, &related);
  const CLI::App* duplicates_command = AddDuplicates(&app, &duplicates);
  const CLI::App* eval_command = AddEval(&app, &eval);
  const CLI::App* bench_command = AddBench(&app, &bench);
  const CLI::App* lint_command = AddLint(&app, &lint);
  AddInspect(&app, &inspect);
  try {
    app.parse(Reversed(argument_count, arguments));
  } catch (const CLI::CallForHelp&) {
    return Information{app.help()};
  } catch (const CLI::CallForVersion& version) {
    return Information{std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    return UsageError{PrintUsageError(error.what(), &app)};
  }
  const CLI::App* named = Named(&app);
  if (named == index_command) return index;
  if (named == search_command) return search;
  if (named == federate_command) return federate;
  if (named == ticket_command) return ticket;
  if (named == suggest_command) return suggest;
  if (named == related_command) return related;
  if (named == duplicates_command) return duplicates;
  if (named == eval_command) return eval;
  if (named == bench_command) return bench;
  if (named == lint_command) return lint;
  return inspect;
}

}  // namespace signpost::cli
