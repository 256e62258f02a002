// SPDX-License-Identifier: Apache-2.0
// root.cc —
#include "text/languages/packs.h"

namespace signpost::text {

constinit const LanguagePack kRootPack = {
    .tag = "",
    .drops_possessive_s = true,
};

}  // namespace signpost::text
