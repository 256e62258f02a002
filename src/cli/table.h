// SPDX-License-Identifier: Apache-2.0
// table.h — rows of short texts with their columns aligned.
#ifndef SIGNPOST_CLI_TABLE_H_
#define SIGNPOST_CLI_TABLE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signpost::cli {

class Table {
 public:
  // One letter a column: 'l' aligns left, 'r' right. Columns stand two spaces apart, all behind `indent` spaces.
  explicit Table(std::string_view alignment, std::size_t indent = 0);

  // Adds a row; control characters in the cells go. REQUIRES: at most as many cells as columns.
  void Row(std::vector<std::string> cells);

  // Returns the rows, a line each, without trailing spaces.
  std::string Print() const;

 private:
  std::string alignment_;
  std::size_t indent_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_TABLE_H_
