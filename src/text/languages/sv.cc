// SPDX-License-Identifier: Apache-2.0
// sv.cc — Swedish.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "den det de en ett som jag du han hon vi ni oss mig dig honom henne dem man min mitt mina din ditt dina sin sitt "
    "sina vår vårt våra ert era deras denna detta dessa här där "
    // verbs that carry little
    "är var varit vara blir blev har hade ha kan kunde ska skall skulle vill ville måste bör gör göra får få "
    // prepositions and what joins clauses; inte, ingen and utan say something
    "i på av till från för med vid om under över efter före mellan mot hos och eller men så att när eftersom då medan "
    "än "
    // question and help frames
    "vad hur varför vem vems vilken vilket vilka många mycket hjälp hjälpa hjälper behöver önskar gärna snälla tack "
    "hej möjligt "
    // fill words
    "också bara mer alla allt andra annan annat varje några något någon även osv";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

// The definite forms that the stemmer leaves: jackan, kortet; not in nyhet, kvalitet, paket.
constexpr ClassRewrite kClassRewrites[] = {
    {kEnding, "an", "a", "", 3},
    {kEnding, "ntot", "nto"},
    {kEnding, "het", "het"},
    {kEnding, "itet", "itet"},
    {kEnding, "paket", "paket", "", 0},
    {kEnding, "raket", "raket", "", 0},
    {kEnding, "staket", "staket", "", 0},
    {kEnding, "magnet", "magnet", "", 0},
    {kEnding, "tablet", "tablet", "", 0},
    {kEnding, "rnet", "rnet"},
    {kEnding, "dget", "dget"},
    {kEnding, "lanet", "lanet"},
    {kEnding, "et", "", "", 3},
    // leverans, leveranser; licens, licenser
    {kStemEnding, "ans", "an"},
    {kStemEnding, "ens", "en"},
};

constexpr std::string_view kLinkingElements[] = {"", "s", "e", "o", "u"};
constexpr std::string_view kPartEndings[] = {"n", "en",   "et",   "t",    "ar", "er", "or",
                                             "r", "arna", "erna", "orna", "na", "s",  "a"};

}  // namespace

constinit const LanguagePack kSwedishPack = {
    .tag = "sv",
    .kept_letters = "åäö",
    .stop_words = kStopWords,
    .question_phrases = "hur|vad|varför|när|var|vilken|vem|kan jag|kan man|får jag|har ni|finns det",
    .stemmer = "swedish",
    .class_rewrites = kClassRewrites,
    .linking_elements = kLinkingElements,
    .part_endings = kPartEndings,
};

}  // namespace signpost::text
