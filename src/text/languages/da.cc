// SPDX-License-Identifier: Apache-2.0
// da.cc — Danish.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "den det de en et der som jeg du han hun vi os mig dig ham hende dem man min mit mine din dit dine sin sit sine "
    "vores jeres deres denne dette disse her "
    // verbs that carry little
    "er var været være bliver blev har havde have kan kunne skal skulle vil ville må måtte bør gør gøre får få "
    // prepositions and what joins clauses; ikke, ingen and uden say something
    "i på af til fra for med ved om under over efter før mellem mod hos og eller men så at hvis når fordi da mens end "
    // question and help frames
    "hvad hvor hvorfor hvordan hvornår hvem hvilken hvilket hvilke mange meget hjælp hjælpe hjælper behøver ønsker "
    "gerne venligst tak hej goddag muligt "
    // fill words
    "også kun bare mere alle alt andre anden andet hver nogle noget nogen osv";
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
constexpr std::string_view kPartEndings[] = {"en", "et", "n", "t", "e", "er", "r", "erne", "ene", "ne", "s"};

}  // namespace

constinit const LanguagePack kDanishPack = {
    .tag = "da",
    .kept_letters = "æøå",
    .stop_words = kStopWords,
    .question_phrases = "hvordan|hvad|hvorfor|hvornår|hvor|hvilken|hvem|kan jeg|kan man|må jeg|har i|er der",
    .stemmer = "danish",
    .class_rewrites = kClassRewrites,
    .linking_elements = kLinkingElements,
    .part_endings = kPartEndings,
};

}  // namespace signpost::text
