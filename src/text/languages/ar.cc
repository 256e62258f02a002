// SPDX-License-Identifier: Apache-2.0
// ar.cc — Arabic.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // pronouns, pointing words
    "هذا هذه ذلك تلك هولاء هنا هناك التي الذي الذين هو هي هم انا انت نحن انتم لي لك له لها لنا لهم "
    // verbs that carry little
    "كان كانت يكون تكون يمكن يمكنني يمكنك استطيع قد لقد "
    // prepositions and what joins clauses; لا, لم, غير and بدون say something
    "في من الى علي على عن مع عند بعد قبل حول و او ثم ان اذا "
    // question and help frames
    "كيف ماذا ما متى اين لماذا هل كم اي اريد ارجو احتاج مساعدة ساعدني ساعدوني فضلك شكرا مرحبا "
    // fill words
    "كل بعض ايضا فقط جدا";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

// Final alef maqsura and yeh are typed for each other, and so are teh marbuta and heh, which the stemmer takes off alike.
// The stemmer takes the first letter of بريد for a preposition, and the end of العنوان for an ending.
constexpr ClassRewrite kClassRewrites[] = {
    {kWord, "بريد", "البريد"},
    {kWord, "عنوان", "العنوان"},
    {kAnywhere, "ى", "ي", "", 0},
};

}  // namespace

constinit const LanguagePack kArabicPack = {
    .tag = "ar",
    .stop_words = kStopWords,
    .question_phrases = "كيف|ما|ماذا|لماذا|متى|أين|أي|كم|من|هل",
    .stemmer = "arabic",
    .class_rewrites = kClassRewrites,
};

}  // namespace signpost::text
