// SPDX-License-Identifier: Apache-2.0
#include "rows.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cassert>
#include <cmath>
#include <cstdio>
#include <utility>

namespace bench {
namespace {

std::string NumberText(const Cell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
  if (const auto* truth = std::get_if<bool>(&cell)) return *truth ? "true" : "false";
  return ThreeDigits(std::get<double>(cell));
}

std::string MarkdownText(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr) return NumberText(cell);
  std::string out = *text;
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '|' || static_cast<unsigned char>(c) < 0x20; }, ' ');
  return out;
}

std::string JsonText(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? NumberText(cell) : boost::json::serialize(boost::json::string_view(*text));
}

}  // namespace

std::string ThreeDigits(double number) {
  if (!std::isfinite(number)) return "0";
  const double size = std::abs(number);
  int digits = 3;
  if (size >= 99.95) {
    digits = 0;
  } else if (size >= 9.995) {
    digits = 1;
  } else if (size >= 0.9995) {
    digits = 2;
  }
  char text[400];
  std::snprintf(text, sizeof(text), "%.*f", digits, number);
  return text;
}

void Rows::Add(std::vector<Cell> cells) {
  assert(cells.size() == columns_.size());
  rows_.push_back(std::move(cells));
}

std::string Rows::Markdown() const {
  std::string out = "|";
  for (const std::string& column : columns_) out += " " + column + " |";
  out += "\n|";
  for (std::size_t i = 0; i < columns_.size(); ++i) out += "---|";
  out += "\n";
  for (const std::vector<Cell>& row : rows_) {
    out += "|";
    for (const Cell& cell : row) out += " " + MarkdownText(cell) + " |";
    out += "\n";
  }
  return out;
}

std::string Rows::JsonLines() const {
  std::string out;
  for (const std::vector<Cell>& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += (i == 0 ? "{" : ",") + JsonText(Cell(columns_[i])) + ":" + JsonText(row[i]);
    }
    out += "}\n";
  }
  return out;
}

}  // namespace bench
