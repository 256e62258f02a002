// SPDX-License-Identifier: Apache-2.0
// fi.cc — Finnish.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // pronouns, pointing words
    "minä sinä hän me te he minun sinun hänen meidän teidän heidän minulle minua sinulle se ne sen sitä siitä tämä "
    "nämä tämän tätä tässä tuo tuon joka jotka jonka jossa "
    // verbs that carry little
    "olen olet on olemme olette ovat oli olivat ollut olla ole voi voin voit voimme voivat voisi voisin pitää pitäisi "
    "täytyy saan saa saada "
    // what joins clauses; ei, en and ilman say something
    "ja tai sekä että mutta vaan kun jos koska kuin niin kanssa "
    // question and help frames
    "mikä mitä mitkä missä mistä mihin miten miksi milloin kuka kenen kuinka paljonko montako onko voiko voinko saako "
    "saanko haluan haluaisin haluamme tarvitsen tarvitsee apua auttaa auttakaa hyvä kiitos hei moi "
    // fill words
    "myös vain vielä jo nyt sitten kaikki jokainen muu muut enemmän jne";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

// What the stemmer leaves apart: tilaus, tilauksen; laite, laitteen; a few words that are everywhere.
constexpr ClassRewrite kClassRewrites[] = {
    {kWord, "asiakkaan", "asiakas"}, {kWord, "asiakkaat", "asiakas"},     {kWord, "salasana", "salasanan"},
    {kWord, "tilin", "tili"},        {kStemEnding, "aite", "ait", "", 0}, {kStemEnding, "uote", "uot", "", 0},
    {kStemEnding, "auks", "aus"},    {kStemEnding, "euks", "eus"},        {kStemEnding, "ouks", "ous"},
    {kStemEnding, "uks", "us"},      {kStemEnding, "yks", "ys"},          {kStemEnding, "uude", "uus"},
    {kStemEnding, "uud", "uus"},
};

// The first part stands as it is or in the genitive.
constexpr std::string_view kLinkingElements[] = {"", "n"};
constexpr std::string_view kPartEndings[] = {"n",   "t",   "a",   "ä",   "ta",  "tä", "ssa", "ssä", "sta", "stä", "lla",
                                             "llä", "lta", "ltä", "lle", "ksi", "en", "in",  "ien", "jen", "ja",  "jä"};

}  // namespace

constinit const LanguagePack kFinnishPack = {
    .tag = "fi",
    .kept_letters = "åäö",
    .stop_words = kStopWords,
    .question_phrases = "miten|kuinka|mikä|mitä|miksi|milloin|missä|mihin|kuka|voiko|voinko|onko|saako",
    .stemmer = "finnish",
    .class_rewrites = kClassRewrites,
    .linking_elements = kLinkingElements,
    .part_endings = kPartEndings,
};

}  // namespace signpost::text
