// SPDX-License-Identifier: Apache-2.0
// root.cc —
#include "text/languages/packs.h"

namespace signpost::text {

constinit const LanguagePack kRootPack = {
    .tag = "",
    .stemmer = "",
    .kept_letters = "",
    .stop_words = {},
    .stem_rewrites = {},
    .drops_possessive_s = true,
};

}  // namespace signpost::text
