// SPDX-License-Identifier: Apache-2.0
// it.cc — Italian.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "il lo la i gli le un uno una io tu lui lei noi voi loro mi me ti te si se ci vi mio mia miei mie tuo tua tuoi tue "
    "suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre questo questa questi queste quello "
    "quella quelli quelle cio qui qua li ne "
    // what loses its vowel
    "all c coll com cos d dall dov gl l m nell quell quest s sull t v "
    // verbs that carry little
    "e sono sei siamo siete era erano essere sia stato stata ho hai ha abbiamo avete hanno aveva avere posso puoi "
    "puo possiamo potete possono potere potrei potrebbe devo devi deve dobbiamo dovete devono dovere faccio fai fa "
    "facciamo fate fanno fare vado va andare "
    // prepositions, with articles, and what joins clauses
    "di a da in con su per tra fra del dello della dei degli delle dell al allo alla ai agli alle dal dallo dalla dai "
    "dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col ed o od ma che perche mentre "
    "quando dove come "
    // question and help frames
    "chi cosa quale quali quanto quanta quanti quante aiuto aiutare aiutami bisogno serve voglio "
    "vuole vorrei vorremmo vuoi sapere favore cortesia ciao salve buongiorno grazie "
    // fill words
    "anche piu molto molta molti molte tanto gia ancora solo cosi poi tutto tutta tutti tutte altro altra altri altre "
    "ogni qualche stesso stessa ecc";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

constexpr ClassRewrite kClassRewrites[] = {
    {kEnding, "fono", "foni"},  // telefono is not a form of a verb
};

constexpr std::string_view kElisions[] = {"all", "c", "coll", "com",   "cos",   "d", "dall", "dell", "dov", "gl",
                                          "l",   "m", "nell", "quell", "quest", "s", "sull", "t",    "un",  "v"};

}  // namespace

constinit const LanguagePack kItalianPack = {
    .tag = "it",
    .elisions = kElisions,
    .stop_words = kStopWords,
    .question_phrases = "come|cosa|che cosa|perché|quando|dove|quale|quanto|chi|posso|si può|c'è|avete|è possibile",
    .stemmer = "italian",
    .class_rewrites = kClassRewrites,
};

}  // namespace signpost::text
