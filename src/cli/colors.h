// SPDX-License-Identifier: Apache-2.0
// colors.h — whether answers are coloured.
#ifndef SIGNPOST_CLI_COLORS_H_
#define SIGNPOST_CLI_COLORS_H_

#include "cli/commands.h"

namespace signpost::cli {

// kAuto: on a terminal that can, unless the environment says NO_COLOR.
bool WantsColors(Color color);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_COLORS_H_
