// SPDX-License-Identifier: Apache-2.0
// ru.cc — Russian.
#include "text/languages/packs.h"

namespace signpost::text {

constinit const LanguagePack kRussianPack = {
    .tag = "ru",
    .stemmer = "russian",
    .kept_letters = "й",
    .stop_words = {},
    .stem_rewrites = {},
};

}  // namespace signpost::text
