// SPDX-License-Identifier: Apache-2.0
#include "cli/numbers.h"

#include <cstddef>
#include <cstdio>

namespace signpost::cli {

std::string Fixed(double number, int digits) {
  std::string out(static_cast<std::size_t>(std::snprintf(nullptr, 0, "%.*f", digits, number)), '\0');
  std::snprintf(out.data(), out.size() + 1, "%.*f", digits, number);
  return out;
}

std::string Grouped(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t place = out.size(); place > 3; place -= 3) out.insert(place - 3, 1, ',');
  return out;
}

}  // namespace signpost::cli
