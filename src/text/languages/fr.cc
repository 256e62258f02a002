// SPDX-License-Identifier: Apache-2.0
// fr.cc — French.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "le la les un une des du de je j'ai tu il elle on nous vous ils elles me moi te toi se soi lui leur leurs mon ma "
    "mes ton ta tes son sa ses notre nos votre vos ce cet cette ces ca cela ceci celui celle ceux celles ici y en "
    // verbs that carry little
    "est suis es sommes etes sont etait etaient etre sera soit ai as a avons avez ont avait avoir aura ayant c'est "
    "qu'est peux peut pouvons pouvez peuvent puis pouvoir pourrais pourrait dois doit devons devez doivent devoir fais "
    "fait faire faites vais va allons allez vont aller "
    // prepositions and what joins clauses
    "au aux avec chez contre dans depuis entre par pour sous sur vers et ou mais donc or ni car que qu'il qu'on si "
    "lorsque quand comme "
    // question and help frames
    "comment pourquoi combien quel quelle quels quelles qui quoi dont besoin aide aider aidez veux veut voulons voulez "
    "voudrais voudrait souhaite souhaiterais merci bonjour bonsoir svp plait "
    // fill words
    "tres plus aussi tout toute tous toutes meme memes autre autres encore deja alors ainsi bien etc chaque quelque "
    "quelques";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

// Participles, which the stemmer knows by their accents, and plurals that it leaves as they are.
constexpr LanguagePack::StemRewrite kStemRewrites[] = {
    {"ees", "ées"}, {"ee", "ée"},  // annulée, annulées
    {"yes", "yés"}, {"ye", "yé"},  // envoyé
    {"os", "o"},                   // numéros
};

}  // namespace

constinit const LanguagePack kFrenchPack = {
    .tag = "fr",
    .stemmer = "french",
    .kept_letters = "",
    .stop_words = kStopWords,
    .stem_rewrites = kStemRewrites,
};

}  // namespace signpost::text
