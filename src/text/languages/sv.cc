// SPDX-License-Identifier: Apache-2.0
// sv.cc — Swedish.
#include "text/languages/packs.h"

namespace signpost::text {

constinit const LanguagePack kSwedishPack = {
    .tag = "sv",
    .stemmer = "swedish",
    .kept_letters = "åäö",
    .stop_words = {},
    .stem_rewrites = {},
};

}  // namespace signpost::text
