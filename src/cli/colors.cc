// SPDX-License-Identifier: Apache-2.0
#include "cli/colors.h"

#include <cstdlib>
#include <string_view>

#include <unistd.h>

namespace signpost::cli {

bool WantsColors(Color color) {
  if (color != Color::kAuto) return color == Color::kAlways;
  // https://no-color.org
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  if ((no_color != nullptr && *no_color != '\0') || (term != nullptr && std::string_view(term) == "dumb")) return false;
  return isatty(STDOUT_FILENO) != 0;
}

}  // namespace signpost::cli
