// SPDX-License-Identifier: Apache-2.0
// commands.h — the commands of the program: what each is told, and the function that does it.
//
// Returns:  the exit code (exit_code.h), or an error whose message is ready to be shown (errors.h).
// Output:   answers go to `out`, progress and warnings to stderr.
#ifndef SIGNPOST_CLI_COMMANDS_H_
#define SIGNPOST_CLI_COMMANDS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/lint.h>
#include <signpost/search.h>

#include "cli/metrics.h"
#include "cli/output.h"
#include "cli/query_damage.h"

namespace signpost::cli {

enum class Color { kAuto, kAlways, kNever };

struct IndexOptions {
  std::vector<std::string> sources;
  std::string out;
  std::string settings;  // of this and the next three: empty means not given
  std::string synonyms;
  std::string rules;
  std::string moved;
  std::string popular;  // popular queries
  std::string lang;
  bool keep_going = false;
};

struct SearchOptions {
  std::string file;
  std::optional<std::string> query;
  std::string queries;  // path; empty: `query`, else stdin
  int hits = 10;
  int page = 0;
  std::string lang;
  std::vector<std::string> fallbacks;  // none: as the settings say
  std::vector<std::string> audiences;  // of who asks
  std::vector<SortKey> sort;
  std::optional<int> distinct;
  Filter filter;
  std::vector<std::string> facets;
  bool explain = false;
  bool json = false;
  Color color = Color::kAuto;
};

// An index file, and what it is called in the federation.
struct NamedIndex {
  std::string name;
  std::string file;
};

struct FederateOptions {
  std::vector<NamedIndex> indexes;
  std::string settings;              // of the federation; path, empty: none
  std::optional<std::string> query;  // absent: `queries`
  std::string queries;               // path
  int hits = 10;
  int page = 0;
  std::string lang;
  std::vector<std::string> audiences;
  std::vector<std::string> contexts;
  bool groups = false;
  bool json = false;
  Color color = Color::kAuto;
};

// What is asked: `file` with `queries` or `tickets` and `qrels`, the judged `sets`, or both sides of `compare` with one of these two.
struct EvalOptions {
  std::string file;
  std::string queries;
  std::string tickets;  // path; empty: queries
  std::string qrels;
  std::vector<std::string> sets;     // folders (eval_set.h)
  std::string settings;              // of the sets; empty: each set's own
  std::vector<std::string> compare;  // none or two: settings with `sets`, else indexes and saved runs
  std::optional<DamageName> typos;
  std::uint64_t seed = kDefaultSeed;
  std::string save_run;  // path; empty: not saved
  std::string lang;
  bool json = false;
};

struct BenchOptions {
  std::string file;
  std::string queries;
  int threads = 1;
  double seconds = 5;
  bool json = false;
};

struct InspectOptions {
  std::string file;
  bool json = false;
};

struct LintCommandOptions {
  std::string file;
  LintOptions lint;
  bool json = false;
};

absl::StatusOr<int> RunIndex(const IndexOptions& options, Output* out);
absl::StatusOr<int> RunSearch(const SearchOptions& options, Output* out);
absl::StatusOr<int> RunFederate(const FederateOptions& options, Output* out);
absl::StatusOr<int> RunEval(const EvalOptions& options, Output* out);
absl::StatusOr<int> RunBench(const BenchOptions& options, Output* out);
absl::StatusOr<int> RunInspect(const InspectOptions& options, Output* out);
absl::StatusOr<int> RunLint(const LintCommandOptions& options, Output* out);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_COMMANDS_H_
