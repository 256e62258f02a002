// SPDX-License-Identifier: Apache-2.0
// output.h — the program's standard output: whole lines, and errors that are noticed.
//
// Why:      std::cout hides which error a write had. A reader who has seen enough (`signpost ... | head`) is no error.
// Threads:  one thread at a time.
#ifndef SIGNPOST_CLI_OUTPUT_H_
#define SIGNPOST_CLI_OUTPUT_H_

#include <string>
#include <string_view>

#include <absl/status/status.h>

namespace signpost::cli {

class Output {
 public:
  // `descriptor` stays the caller's. SIGPIPE must be ignored.
  explicit Output(int descriptor) : descriptor_(descriptor) {}

  // Takes one or more whole lines; they are written by and by. Cancelled: the reader has gone. Internal: another error.
  absl::Status Write(std::string_view lines);

  // Writes what was taken. Errors as for Write.
  absl::Status Flush();

 private:
  int descriptor_;
  std::string pending_;
};

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_OUTPUT_H_
