// SPDX-License-Identifier: Apache-2.0
// no.cc — Norwegian, Bokmål and Nynorsk.
#include "text/languages/packs.h"

namespace signpost::text {

constinit const LanguagePack kNorwegianPack = {
    .tag = "no",
    .stemmer = "norwegian",
    .kept_letters = "æøå",
    .stop_words = {},
    .stem_rewrites = {},
};

}  // namespace signpost::text
