// SPDX-License-Identifier: Apache-2.0
// ko.cc — Korean.
#include "text/languages/packs.h"

namespace signpost::text {

constinit const LanguagePack kKoreanPack = {
    .tag = "ko",
    .stemmer = "",
    .kept_letters = "",
    .stop_words = {},
    .stem_rewrites = {},
};

}  // namespace signpost::text
