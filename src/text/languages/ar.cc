// SPDX-License-Identifier: Apache-2.0
// ar.cc — Arabic.
#include "text/languages/packs.h"

namespace signpost::text {

constinit const LanguagePack kArabicPack = {
    .tag = "ar",
    .stemmer = "arabic",
    .kept_letters = "",
    .stop_words = {},
    .stem_rewrites = {},
};

}  // namespace signpost::text
