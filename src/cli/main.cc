// SPDX-License-Identifier: Apache-2.0
// main.cc — the program `signpost`: reads the command line, runs the command, ends with its exit code.
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <variant>

#include <unistd.h>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/exit_code.h"
#include "cli/output.h"

namespace signpost::cli {
namespace {

struct Runner {
  Output* out;

  absl::StatusOr<int> operator()(const Information& information) const {
    if (absl::Status written = out->Write(information.text); !written.ok()) return written;
    return kExitOk;
  }
  absl::StatusOr<int> operator()(const UsageError& error) const {
    PrintError(error.text);
    return kExitUsage;
  }
  absl::StatusOr<int> operator()(const IndexOptions& options) const { return RunIndex(options, out); }
  absl::StatusOr<int> operator()(const SearchOptions& options) const { return RunSearch(options, out); }
  absl::StatusOr<int> operator()(const FederateOptions& options) const { return RunFederate(options, out); }
  absl::StatusOr<int> operator()(const TicketOptions& options) const { return RunTicket(options, out); }
  absl::StatusOr<int> operator()(const SuggestOptions& options) const { return RunSuggest(options, out); }
  absl::StatusOr<int> operator()(const RelatedOptions& options) const { return RunRelated(options, out); }
  absl::StatusOr<int> operator()(const DuplicatesOptions& options) const { return RunDuplicates(options, out); }
  absl::StatusOr<int> operator()(const EvalOptions& options) const { return RunEval(options, out); }
  absl::StatusOr<int> operator()(const BenchOptions& options) const { return RunBench(options, out); }
  absl::StatusOr<int> operator()(const InspectOptions& options) const { return RunInspect(options, out); }
  absl::StatusOr<int> operator()(const LintCommandOptions& options) const { return RunLint(options, out); }
};

int Main(int argument_count, char** arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader who goes away is seen where the output is written
  Output out(STDOUT_FILENO);
  absl::StatusOr<int> code = std::visit(Runner{&out}, ParseCommandLine(argument_count, arguments));
  // What was answered before an error is shown before it.
  absl::Status flushed = out.Flush();
  if (code.ok() && !flushed.ok()) code = flushed;
  if (code.ok()) return *code;
  if (code.status().code() != absl::StatusCode::kCancelled) PrintError(Message(code.status()));
  return ExitCodeFor(code.status());
}

}  // namespace
}  // namespace signpost::cli

int main(int argument_count, char** arguments) {
  try {
    return signpost::cli::Main(argument_count, arguments);
  } catch (const std::bad_alloc&) {
    signpost::cli::PrintError("signpost: out of memory");
  } catch (const std::exception& error) {
    signpost::cli::PrintError(std::string("signpost: ") + error.what());
  }
  return signpost::cli::kExitInternal;
}
