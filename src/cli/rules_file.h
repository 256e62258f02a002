// SPDX-License-Identifier: Apache-2.0
// rules_file.h — a file of rules, each of which may be wrong by itself.
#ifndef SIGNPOST_CLI_RULES_FILE_H_
#define SIGNPOST_CLI_RULES_FILE_H_

#include <string>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/dialect.h>
#include <signpost/index.h>
#include <signpost/moved.h>

namespace signpost::cli {

class RulesFile {
 public:
  // Reads the file at `path`; an empty one gives no rules.
  static absl::StatusOr<RulesFile> Read(const std::string& path);

  // Gives the rules that are right to an index. Returns an error for each of the others, in their order: `PATH:LINE: what, value`.
  absl::StatusOr<std::vector<std::string>> Apply(Index* index) const;

 private:
  std::string path_;
  std::string text_;
  RuleList list_;
};

// Reads moved addresses: JSON from a file that ends with .json, else lines of from, a tab and to. An empty path gives none.
absl::StatusOr<std::vector<MovedAddress>> ReadMovedFile(const std::string& path);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_RULES_FILE_H_
