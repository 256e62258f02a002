// SPDX-License-Identifier: Apache-2.0
#include "segment/ranking_value.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "segment/column_values.h"

namespace signpost::segment {
namespace {

std::optional<double> FirstNumber(const Document& document, const std::string& attribute) {
  const ColumnValues values = ValuesOf(document, {attribute, false}, {});
  if (values.numbers.empty()) return std::nullopt;
  return values.numbers.front().value;
}

// Orders as value * 2^halvings does, for halvings of any size.
double Aged(double value, double halvings) {
  if (value == 0) return 0;
  constexpr double kMost = 1e9;  // halvings; more than any date in seconds has of a minute
  const double logarithm = std::clamp(std::log2(std::abs(value)) + halvings, -kMost, kMost);
  return value > 0 ? 2 * kMost + logarithm : -2 * kMost - logarithm;
}

}  // namespace

double RankingValue(const Document& document, const CustomRanking& ranking) {
  constexpr double kLast = -std::numeric_limits<double>::infinity();
  std::optional<double> value = FirstNumber(document, ranking.attribute);
  if (!value) return kLast;
  if (!ranking.age_attribute.empty()) {
    const std::optional<double> date = FirstNumber(document, ranking.age_attribute);
    if (!date) return kLast;
    value = Aged(*value, *date / (86400 * ranking.half_life_days));
  }
  return ranking.descending ? *value : -*value;
}

}  // namespace signpost::segment
