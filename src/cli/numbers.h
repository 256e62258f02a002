// SPDX-License-Identifier: Apache-2.0
// numbers.h — numbers as people read them.
#ifndef SIGNPOST_CLI_NUMBERS_H_
#define SIGNPOST_CLI_NUMBERS_H_

#include <cstdint>
#include <string>

namespace signpost::cli {

// Returns "12.35" for (12.345, 2).
std::string Fixed(double number, int digits);

// Returns "1,234,567".
std::string Grouped(std::uint64_t number);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_NUMBERS_H_
