// SPDX-License-Identifier: Apache-2.0
// en.cc — English.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "a an the i me my mine myself we us our ours you your yours yourself he him his she her hers it its itself they "
    "them their theirs this that these those there here one ones someone something somebody anyone anything everything "
    // forms of to be, to have, to do, and what goes with verbs
    "am is are was were be been being have has had having do does did doing done can could may might must shall should "
    "will would ought i'm im i've ive i'd i'll you're youre you've you'd you'll we're we've we'd we'll they're they've "
    "they'd they'll it'll that'd there'd "
    // prepositions and what joins clauses; not, no and without say something
    "and or but nor so if then than as at by for from in into of on onto to with about because while though although "
    "whether per via upon "
    // question frames
    "how what when where why who whom whose which hows whats wheres whens whys whos many much "
    // help frames
    "please pls plz help need needs needed want wants wanted like get gets getting got let lets know tell way possible "
    "able hi hello hey dear thanks thank thx anybody somehow "
    // fill words
    "also just too very really only even still such same own any some all both each either every other another again "
    "ever quite rather maybe perhaps however therefore thus well actually basically etc eg ie";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

}  // namespace

constinit const LanguagePack kEnglishPack = {
    .tag = "en",
    .stemmer = "english",
    .kept_letters = "",
    .stop_words = kStopWords,
    .stem_rewrites = {},
    .drops_possessive_s = true,
};

}  // namespace signpost::text
