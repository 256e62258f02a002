// SPDX-License-Identifier: Apache-2.0
// no.cc — Norwegian, both forms.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "den det de en et ei som jeg du han hun vi dere oss meg deg ham henne dem man min mitt mine din ditt dine sin "
    "sitt sine vår vårt våre deres denne dette disse her der eg ein eit me dykk "
    // verbs that carry little
    "er var vært være blir ble har hadde ha kan kunne skal skulle vil ville må måtte bør gjør gjøre får få vere gjer "
    "gjere "
    // prepositions and what joins clauses; ikke, ingen and uten say something
    "i på av til fra for med ved om under over etter før mellom mot hos og eller men så at hvis når fordi da mens enn "
    "frå "
    // question and help frames
    "hva hvor hvorfor hvordan hvem hvilken hvilket hvilke mange mye hjelp hjelpe hjelper trenger ønsker gjerne "
    "vennligst takk hei mulig kva kvar kvifor korleis kven treng "
    // fill words
    "også bare kun mer alle alt andre annen annet hver noen noe osv";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

// Forms of words in -a and -o, which hold none of the letters of the language as people write them without its keyboard.
constexpr ClassRewrite kClassRewrites[] = {
    {kRest, "'", ""},  // cd'er
    {kEnding, "aerne", "a"},
    {kEnding, "aene", "a"},
    {kEnding, "aen", "a"},
    {kEnding, "aer", "a"},
    {kEnding, "ntoerne", "nto"},
    {kEnding, "ntoer", "nto"},
    {kEnding, "ntoen", "nto"},
    {kEnding, "otoer", "oto"},
    {kEnding, "otoen", "oto"},
    {kEnding, "deoer", "deo"},
    {kEnding, "deoen", "deo"},
    {kAnywhere, "aa", "å", "", 0},
    {kAnywhere, "ae", "æ", "", 0},
    {kAnywhere, "oe", "ø", "", 0},
};

constexpr std::string_view kLinkingElements[] = {"", "s", "e", "er"};
constexpr std::string_view kPartEndings[] = {"en", "et", "a", "n", "t", "e", "er", "r", "ene", "ne", "s"};

}  // namespace

constinit const LanguagePack kNorwegianPack = {
    .tag = "no",
    .aliases = "nb nn",
    .kept_letters = "æøå",
    .stop_words = kStopWords,
    .question_phrases = "hvordan|hva|hvorfor|når|hvor|hvilken|hvem|kan jeg|kan man|må jeg|har dere|er det",
    .stemmer = "norwegian",
    .class_rewrites = kClassRewrites,
    .linking_elements = kLinkingElements,
    .part_endings = kPartEndings,
};

}  // namespace signpost::text
