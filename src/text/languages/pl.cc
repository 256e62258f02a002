// SPDX-License-Identifier: Apache-2.0
// pl.cc — Polish. libstemmer has no stemmer for it: the endings of nouns and adjectives that are sure.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // pronouns, pointing words
    "ja ty on ona ono my wy oni one mnie mi mna mu go jej ich im nas nam was wam moj moja moje mojego mojej moich "
    "moim mojemu twoj twoja twoje nasz nasza nasze wasz wasza wasze swoj swoja swoje sie siebie sobie ten ta to tego "
    "tej temu tym te tych tymi tu tutaj tam "
    // verbs that carry little
    "jest sa byc byl byla bylo byly bede bedzie beda moge mozesz moze mozna mozemy moga musze musi trzeba mam masz ma "
    "mamy maja "
    // prepositions and what joins clauses; nie and bez say something
    "i a o w we z ze na do od po za przed przez pod nad przy dla u oraz lub albo ale lecz wiec bo zeby aby jesli "
    "jezeli gdy "
    // question and help frames
    "jak co kiedy gdzie dlaczego czemu kto czy ile ktory ktora ktore ktorych ktorym skad dokad jaki jaka jakie pomoc "
    "pomocy pomozcie prosze potrzebuje chce chcialbym chcialabym dziekuje witam czesc "
    // fill words
    "juz tez takze tylko bardzo tak jeszcze wiecej kazdy kazda kazde wszystko wszystkie itd itp";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

constexpr ClassRewrite kClassRewrites[] = {
    {kRest, "'", ""},  // Facebook'u
    // zamówienie, zamówieniami; logowanie, logowania; płatność, płatnościom
    {kEnding, "ieniami", "ien"},
    {kEnding, "ieniach", "ien"},
    {kEnding, "ieniom", "ien"},
    {kEnding, "ieniem", "ien"},
    {kEnding, "ienie", "ien"},
    {kEnding, "ienia", "ien"},
    {kEnding, "ieniu", "ien"},
    {kEnding, "aniami", "an"},
    {kEnding, "aniach", "an"},
    {kEnding, "aniom", "an"},
    {kEnding, "aniem", "an"},
    {kEnding, "anie", "an"},
    {kEnding, "ania", "an"},
    {kEnding, "aniu", "an"},
    {kEnding, "osciami", "osc"},
    {kEnding, "osciach", "osc"},
    {kEnding, "osciom", "osc"},
    {kEnding, "oscia", "osc"},
    {kEnding, "osci", "osc"},
    // fakturze, paczce, przesyłce, przesyłek
    {kEnding, "rze", "r", "", 4},
    {kEnding, "zce", "zk"},
    {kEnding, "lce", "lk"},
    {kEnding, "zek", "zk"},
    {kEnding, "lek", "lk"},
    // nowego, nowych
    {kEnding, "iego", "", "", 3},
    {kEnding, "iemu", "", "", 3},
    {kEnding, "ego", "", "", 3},
    {kEnding, "emu", "", "", 3},
    {kEnding, "ymi", "", "", 3},
    {kEnding, "imi", "", "", 3},
    {kEnding, "ych", "", "", 3},
    {kEnding, "ich", "", "", 3},
    {kEnding, "iej", "", "", 3},
    {kEnding, "ej", "", "", 3},
    {kEnding, "ym", "", "", 3},
    {kEnding, "im", "", "", 3},
    // zwrotów, kontami, kodem
    {kEnding, "iami", "", "", 3},
    {kEnding, "ami", "", "", 3},
    {kEnding, "iach", "", "", 3},
    {kEnding, "ach", "", "", 3},
    {kEnding, "iom", "", "", 3},
    {kEnding, "om", "", "", 3},
    {kEnding, "owi", "", "", 3},
    {kEnding, "ow", "", "", 3},
    {kEnding, "iem", "", "", 3},
    {kEnding, "em", "", "", 3},
    {kEnding, "ie", "", "", 3},
    {kEnding, "ia", "", "", 3},
    {kEnding, "iu", "", "", 3},
    {kEnding, "a", "", "", 3},
    {kEnding, "e", "", "", 3},
    {kEnding, "i", "", "", 3},
    {kEnding, "o", "", "", 3},
    {kEnding, "u", "", "", 3},
    {kEnding, "y", "", "", 3},
};

}  // namespace

constinit const LanguagePack kPolishPack = {
    .tag = "pl",
    .stop_words = kStopWords,
    .question_phrases = "jak|co|dlaczego|czemu|kiedy|gdzie|który|ile|kto|czy|czy mogę|czy można",
    .class_rewrites = kClassRewrites,
};

}  // namespace signpost::text
