// SPDX-License-Identifier: Apache-2.0
// fi.cc — Finnish.
#include "text/languages/packs.h"

namespace signpost::text {

constinit const LanguagePack kFinnishPack = {
    .tag = "fi",
    .stemmer = "finnish",
    .kept_letters = "åäö",
    .stop_words = {},
    .stem_rewrites = {},
};

}  // namespace signpost::text
