// SPDX-License-Identifier: Apache-2.0
// de.cc — German.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "der die das den dem des ein eine einen einem einer eines ich mich mir mein meine meinen meinem meiner meines du "
    "dich dir dein deine deinen deinem deiner er ihn ihm sie ihr ihnen ihre ihren ihrem ihrer es wir uns unser unsere "
    "unseren unserem unserer euch euer eure man sich dies diese diesen diesem dieser dieses jener jene hier da dort "
    // verbs that carry little
    "ist bin bist sind seid war waren sein gewesen wird werde werden wurde wurden worden habe hast hat haben hatte "
    "hatten kann kannst konnen konnte konnten muss mussen musste soll sollen sollte darf durfen mag mochte mochten "
    "will wollen tun "
    // prepositions and what joins clauses; nicht, kein and ohne say something
    "an am auf aus bei beim bis durch fur gegen im in ins mit nach seit uber um unter vom von vor wahrend wegen zu zum "
    "zur zwischen und oder aber denn sondern dass ob wenn weil als wie "
    // question and help frames
    "was wann warum wieso weshalb wer wen wem wessen wo woher wohin welche welcher welches welchen welchem wieviel "
    "viel viele bitte hilfe helfen hilf brauche braucht benotige gibt hallo danke guten moglich "
    // as they are typed without the letters of the language
    "fuer ueber waehrend koennen koennte muessen duerfen moechte moechten benoetige moeglich "
    // fill words
    "auch nur noch schon sehr so mehr etwas alle alles allem allen anderen andere immer dann mal doch also etwa usw "
    "jede jeder jedes jeden";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

// Umlauts as people write them without their keyboard; not in Bauer, neue, Quelle. Endings that the stemmer leaves.
constexpr ClassRewrite kClassRewrites[] = {
    {kWord, "statuen", "statue"},     {kRest, "'", ""},  // Peter's
    {kAnywhere, "ae", "a", "", 0},    {kAnywhere, "oe", "o", "", 0},
    {kAnywhere, "ue", "u", "aeq", 0}, {kEnding, "ahlt", "ahl"},  // bezahlt, gewählt
    {kEnding, "tos", "to"},                                      // Kontos, Videos
    {kEnding, "eos", "eo"},
};

constexpr std::string_view kLinkingElements[] = {"", "s", "es", "n", "en", "ens", "er", "e"};
constexpr std::string_view kPartEndings[] = {"n", "en", "e", "er", "ern", "es", "s"};

}  // namespace

constinit const LanguagePack kGermanPack = {
    .tag = "de",
    .stop_words = kStopWords,
    .question_phrases =
        "wie|was|warum|wieso|wann|wo|wohin|welche|welcher|welches|wer|kann ich|kann man|"
        "gibt es|muss ich|darf ich|habt ihr",
    .stemmer = "german",
    .class_rewrites = kClassRewrites,
    .linking_elements = kLinkingElements,
    .part_endings = kPartEndings,
};

}  // namespace signpost::text
