// SPDX-License-Identifier: Apache-2.0
// da.cc — Danish.
#include "text/languages/packs.h"

namespace signpost::text {

constinit const LanguagePack kDanishPack = {
    .tag = "da",
    .stemmer = "danish",
    .kept_letters = "æøå",
    .stop_words = {},
    .stem_rewrites = {},
};

}  // namespace signpost::text
