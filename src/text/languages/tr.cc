// SPDX-License-Identifier: Apache-2.0
// tr.cc — Turkish.
#include "text/languages/packs.h"

namespace signpost::text {

constinit const LanguagePack kTurkishPack = {
    .tag = "tr",
    .stemmer = "turkish",
    .kept_letters = "",
    .stop_words = {},
    .stem_rewrites = {},
};

}  // namespace signpost::text
