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
    {kWord, "appendices", "appendix"},
    {kWord, "began", "begin"},
    {kWord, "begun", "begin"},
    {kWord, "bought", "buy"},
    {kWord, "broke", "break"},
    {kWord, "broken", "break"},
    {kWord, "brought", "bring"},
    {kWord, "built", "build"},
    {kWord, "came", "come"},
    {kWord, "caught", "catch"},
    {kWord, "children", "child"},
    {kWord, "chose", "choose"},
    {kWord, "chosen", "choose"},
    {kWord, "criteria", "criterion"},
    {kWord, "driven", "drive"},
    {kWord, "drove", "drive"},
    {kWord, "feet", "foot"},
    {kWord, "forgot", "forget"},
    {kWord, "forgotten", "forget"},
    {kWord, "froze", "freeze"},
    {kWord, "frozen", "freeze"},
    {kWord, "gave", "give"},
    {kWord, "geese", "goose"},
    {kWord, "given", "give"},
    {kWord, "gone", "go"},
    {kWord, "grew", "grow"},
    {kWord, "grown", "grow"},
    {kWord, "halves", "half"},
    {kWord, "indices", "index"},
    {kWord, "kept", "keep"},
    {kWord, "knew", "know"},
    {kWord, "knives", "knife"},
    {kWord, "known", "know"},
    {kWord, "lent", "lend"},
    {kWord, "lost", "lose"},
    {kWord, "made", "make"},
    {kWord, "matrices", "matrix"},
    {kWord, "men", "man"},
    {kWord, "mice", "mouse"},
    {kWord, "paid", "pay"},
    {kWord, "people", "person"},
    {kWord, "phenomena", "phenomenon"},
    {kWord, "ran", "run"},
    {kWord, "scarves", "scarf"},
    {kWord, "seen", "see"},
    {kWord, "sent", "send"},
    {kWord, "shelves", "shelf"},
    {kWord, "shown", "show"},
    {kWord, "shrank", "shrink"},
    {kWord, "shrunk", "shrink"},
    {kWord, "sold", "sell"},
    {kWord, "spent", "spend"},
    {kWord, "stole", "steal"},
    {kWord, "stolen", "steal"},
    {kWord, "taken", "take"},
    {kWord, "taught", "teach"},
    {kWord, "teeth", "tooth"},
    {kWord, "thieves", "thief"},
    {kWord, "thought", "think"},
    {kWord, "threw", "throw"},
    {kWord, "thrown", "throw"},
    {kWord, "told", "tell"},
    {kWord, "took", "take"},
    {kWord, "tore", "tear"},
    {kWord, "torn", "tear"},
    {kWord, "vertices", "vertex"},
    {kWord, "went", "go"},
    {kWord, "withdrawn", "withdraw"},
    {kWord, "withdrew", "withdraw"},
    {kWord, "wives", "wife"},
    {kWord, "wolves", "wolf"},
    {kWord, "women", "woman"},
    {kWord, "wore", "wear"},
    {kWord, "worn", "wear"},
    {kWord, "written", "write"},
    {kWord, "wrote", "write"},
};

}  // namespace

constinit const LanguagePack kEnglishPack = {
    .tag = "en",
    .drops_possessive_s = true,
    .stop_words = kStopWords,
    .question_phrases =
        "how|what|why|when|where|which|who|can i|can you|could you|do i|do you|does|is it|"
        "is there|are there|will|should i|may i",
    .stemmer = "english",
    .class_rewrites = kClassRewrites,
};

}  // namespace signpost::text
