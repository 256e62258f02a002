// SPDX-License-Identifier: Apache-2.0
// rows.h — what was measured, as a table in Markdown or as JSON Lines: the same names and the same figures.
//
// Example:
//   Rows rows({"set", "p50_us"});
//   rows.Add({"exact", 12.34});
//   rows.Markdown();   // "| set | p50_us |\n|---|---|\n| exact | 12.3 |\n"
//   rows.JsonLines();  // "{\"set\":\"exact\",\"p50_us\":12.3}\n"
#ifndef SIGNPOST_BENCH_SUPPORT_ROWS_H_
#define SIGNPOST_BENCH_SUPPORT_ROWS_H_

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace bench {

using Cell = std::variant<std::string, std::int64_t, double, bool>;

class Rows {
 public:
  explicit Rows(std::vector<std::string> columns) : columns_(std::move(columns)) {}

  // REQUIRES: a cell a column.
  void Add(std::vector<Cell> cells);

  // A bar or a control character of a text becomes a space, so that a cell stays one.
  std::string Markdown() const;
  std::string JsonLines() const;
  std::string Print(bool as_json) const { return as_json ? JsonLines() : Markdown(); }

 private:
  std::vector<std::string> columns_;
  std::vector<std::vector<Cell>> rows_;
};

// Returns three digits of a number, or all before the point: "1234", "12.3", "1.23", "0.012".
std::string ThreeDigits(double number);

}  // namespace bench

#endif  // SIGNPOST_BENCH_SUPPORT_ROWS_H_
