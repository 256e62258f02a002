// SPDX-License-Identifier: Apache-2.0
// fr.cc — French.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "le la les un une des du de je tu il elle on nous vous ils elles me moi te toi se soi lui leur leurs mon ma "
    "mes ton ta tes son sa ses notre nos votre vos ce cet cette ces ca cela ceci celui celle ceux celles ici y en "
    // what loses its vowel
    "c d j jusqu l lorsqu m n puisqu qu quoiqu s t "
    // verbs that carry little
    "est suis es sommes etes sont etait etaient etre sera soit ai as a avons avez ont avait avoir aura ayant "
    "peux peut pouvons pouvez peuvent puis pouvoir pourrais pourrait dois doit devons devez doivent devoir fais "
    "fait faire faites vais va allons allez vont aller "
    // prepositions and what joins clauses
    "au aux avec chez contre dans depuis entre par pour sous sur vers et ou mais donc or ni car que si "
    "lorsque quand comme "
    // question and help frames
    "comment pourquoi combien quel quelle quels quelles qui quoi dont besoin aide aider aidez veux veut voulons voulez "
    "voudrais voudrait souhaite souhaiterais merci bonjour bonsoir svp plait estce puisje peuxtu pouvezvous peuton "
    "atil doisje fautil faut avezvous voulezvous pourriez pourriezvous "
    // fill words
    "tres plus aussi tout toute tous toutes meme memes autre autres encore deja alors ainsi bien etc chaque quelque "
    "quelques";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

constexpr std::string_view kElisions[] = {"c", "d",      "j",  "jusqu",  "l", "lorsqu", "m",
                                          "n", "puisqu", "qu", "quoiqu", "s", "t"};

// Participles, which the stemmer knows by their accents, and plurals that it leaves as they are.
constexpr ClassRewrite kClassRewrites[] = {
    {kWord, "expedie", "expedié"}, {kWord, "expedies", "expediés"},
    {kEnding, "ees", "ées"},                                 // annulée, annulées
    {kEnding, "ee", "ée"},         {kEnding, "yes", "yés"},  // envoyé
    {kEnding, "ye", "yé"},         {kEnding, "os", "o"},     // numéros
    {kEnding, "xion", "xions"},
};

}  // namespace

constinit const LanguagePack kFrenchPack = {
    .tag = "fr",
    .elisions = kElisions,
    .stop_words = kStopWords,
    .question_phrases =
        "comment|quoi|que|qu'est|pourquoi|quand|où|quel|quelle|combien|qui|puis je|peut on|"
        "est ce que|y a t il",
    .stemmer = "french",
    .class_rewrites = kClassRewrites,
};

}  // namespace signpost::text
