// SPDX-License-Identifier: Apache-2.0
// query_file.h — files of queries: JSON Lines {"id", "text", "lang"?, "set"?}; other members are ignored.
//
// Errors:   in the form of errors.h: `PATH:LINE: what, value`. Lines without text but white space are skipped.
// Memory:   one line.
#ifndef SIGNPOST_CLI_QUERY_FILE_H_
#define SIGNPOST_CLI_QUERY_FILE_H_

#include <string>
#include <string_view>

#include <absl/status/statusor.h>
#include <signpost/value.h>

#include "cli/line_reader.h"

namespace signpost::cli {

struct QueryLine {
  Value id;  // a string or an integer, as it was given
  std::string text;
  std::string lang;   // of the query; empty: not said
  std::string set;    // of queries that are reported together; empty: not said
  std::string place;  // "PATH:LINE"

  // Returns `id` as text, as files of judgements name it.
  std::string IdText() const;
};

class QueryFile {
 public:
  static absl::StatusOr<QueryFile> Open(const std::string& path);

  // Puts the next query into `*query`. False: there is none.
  absl::StatusOr<bool> Next(QueryLine* query);

 private:
  explicit QueryFile(LineReader lines) : lines_(std::move(lines)) {}

  LineReader lines_;
};

// Reads one line, which stands at `place`.
absl::StatusOr<QueryLine> ParseQueryLine(std::string_view line, std::string_view place);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_QUERY_FILE_H_
