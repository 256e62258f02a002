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

// Forms that no ending makes. Not those that are another word too: found, left, leaves, felt.
constexpr ClassRewrite kClassRewrites[] = {
    {kWord, "mice", "mouse"},
    {kWord, "men", "man"},
    {kWord, "women", "woman"},
    {kWord, "children", "child"},
    {kWord, "people", "person"},
    {kWord, "feet", "foot"},
    {kWord, "teeth", "tooth"},
    {kWord, "geese", "goose"},
    {kWord, "indices", "index"},
    {kWord, "appendices", "appendix"},
    {kWord, "vertices", "vertex"},
    {kWord, "matrices", "matrix"},
    {kWord, "criteria", "criterion"},
    {kWord, "phenomena", "phenomenon"},
    {kWord, "knives", "knife"},
    {kWord, "wives", "wife"},
    {kWord, "shelves", "shelf"},
    {kWord, "halves", "half"},
    {kWord, "thieves", "thief"},
    {kWord, "wolves", "wolf"},
    {kWord, "scarves", "scarf"},
    {kWord, "bought", "buy"},
    {kWord, "paid", "pay"},
    {kWord, "sent", "send"},
    {kWord, "sold", "sell"},
    {kWord, "lost", "lose"},
    {kWord, "built", "build"},
    {kWord, "kept", "keep"},
    {kWord, "made", "make"},
    {kWord, "went", "go"},
    {kWord, "gone", "go"},
    {kWord, "came", "come"},
    {kWord, "ran", "run"},
    {kWord, "brought", "bring"},
    {kWord, "caught", "catch"},
    {kWord, "taught", "teach"},
    {kWord, "thought", "think"},
    {kWord, "told", "tell"},
    {kWord, "spent", "spend"},
    {kWord, "lent", "lend"},
    {kWord, "chose", "choose"},
    {kWord, "chosen", "choose"},
    {kWord, "broke", "break"},
    {kWord, "broken", "break"},
    {kWord, "wrote", "write"},
    {kWord, "written", "write"},
    {kWord, "took", "take"},
    {kWord, "taken", "take"},
    {kWord, "gave", "give"},
    {kWord, "given", "give"},
    {kWord, "forgot", "forget"},
    {kWord, "forgotten", "forget"},
    {kWord, "stole", "steal"},
    {kWord, "stolen", "steal"},
    {kWord, "wore", "wear"},
    {kWord, "worn", "wear"},
    {kWord, "tore", "tear"},
    {kWord, "torn", "tear"},
    {kWord, "shrank", "shrink"},
    {kWord, "shrunk", "shrink"},
    {kWord, "froze", "freeze"},
    {kWord, "frozen", "freeze"},
    {kWord, "began", "begin"},
    {kWord, "begun", "begin"},
    {kWord, "drove", "drive"},
    {kWord, "driven", "drive"},
    {kWord, "threw", "throw"},
    {kWord, "thrown", "throw"},
    {kWord, "withdrew", "withdraw"},
    {kWord, "withdrawn", "withdraw"},
    {kWord, "saw", "see"},
    {kWord, "seen", "see"},
    {kWord, "knew", "know"},
    {kWord, "known", "know"},
    {kWord, "grew", "grow"},
    {kWord, "grown", "grow"},
    {kWord, "shown", "show"},
};

}  // namespace

constinit const LanguagePack kEnglishPack = {
    .tag = "en",
    .drops_possessive_s = true,
    .stop_words = kStopWords,
    .stemmer = "english",
    .class_rewrites = kClassRewrites,
};

}  // namespace signpost::text
