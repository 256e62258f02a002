// SPDX-License-Identifier: Apache-2.0
// nl.cc — Dutch.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "de het een ik mij me mijn jij je jou jouw u uw hij hem zijn zij ze haar wij we ons onze jullie hun hen zich dit "
    "dat deze die hier daar er iets iemand men "
    // verbs that carry little
    "is ben bent was waren geweest word wordt worden werd heb hebt heeft hebben had hadden kan kun kunt kunnen kon "
    "konden moet moeten mag mogen zal zult zullen zou zouden wil wilt willen doe doet doen gaan ga gaat "
    // prepositions and what joins clauses; niet, geen and zonder say something
    "aan bij door in met na naar om onder op over per te ten tegen tot tussen uit van vanaf voor en of maar want dus "
    "als omdat terwijl toen wanneer "
    // question and help frames
    "wat waar waarom wie welk welke hoe hoeveel waarmee waarvoor hulp help helpen nodig graag alstublieft alsjeblieft "
    "aub hallo hoi bedankt dank mogelijk "
    // fill words
    "ook nog al zeer heel meer veel alle alles andere ander zo dan wel eens even altijd elk elke ieder iedere enz";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

// Plurals of words in -e, participles, and what a plural doubles: adres, adressen.
constexpr ClassRewrite kClassRewrites[] = {
    {kRest, "'", ""},  // foto's
    {kEnding, "ches", "che"}, {kEnding, "odes", "ode"}, {kEnding, "ines", "ine"},
    {kEnding, "ames", "ame"}, {kEnding, "ypes", "ype"}, {kEnding, "iles", "ile"},
    {kEnding, "ites", "ite"}, {kEnding, "ages", "age"}, {kStemEnding, "aald", "al"},
    {kStemEnding, "ss", "s"}, {kStemEnding, "nn", "n"}, {kStemEnding, "ll", "l"},
    {kStemEnding, "pp", "p"}, {kStemEnding, "mm", "m"}, {kStemEnding, "ff", "f"},
    {kStemEnding, "rr", "r"}, {kStemEnding, "gg", "g"},
};

constexpr std::string_view kLinkingElements[] = {"", "s", "en", "n", "e", "er"};
constexpr std::string_view kPartEndings[] = {"s", "en", "n", "je", "jes", "e"};

}  // namespace

constinit const LanguagePack kDutchPack = {
    .tag = "nl",
    .stop_words = kStopWords,
    .question_phrases = "hoe|wat|waarom|wanneer|waar|welke|wie|kan ik|kan je|mag ik|is er|hebben jullie|moet ik",
    .stemmer = "dutch",
    .class_rewrites = kClassRewrites,
    .linking_elements = kLinkingElements,
    .part_endings = kPartEndings,
};

}  // namespace signpost::text
