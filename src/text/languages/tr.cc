// SPDX-License-Identifier: Apache-2.0
// tr.cc — Turkish.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // pronouns, pointing words
    "bu şu o bunu bunun buna bunlar şunu onu onun ona ben sen biz siz onlar bana sana bize size benim senin bizim "
    "sizin beni seni bizi sizi bir "
    // verbs that carry little
    "var olur olan olarak oldu olmak olması edebilirim edebilir miyim mıyım yapabilirim yapabilir yapmalıyım yaparım "
    "yapılır "
    // what joins words and clauses; değil and yok say something
    "ve veya ya da de ile için ama fakat ancak ki gibi kadar göre sonra önce üzere "
    // question and help frames, also as they are typed without the letters of the language
    "nasıl ne neden niçin niye nerede nereden nereye hangi kim kimin kaç mi mı mu mü nedir istiyorum istiyoruz lazım "
    "gerek gerekiyor lütfen yardım teşekkürler teşekkür merhaba selam nasil icin lutfen yardim tesekkurler tesekkur "
    "lazim nicin "
    // fill words
    "her tüm bütün daha en çok cok vb";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

constexpr ClassRewrite kClassRewrites[] = {
    {kRest, "'", ""},  // İstanbul'da
};

}  // namespace

constinit const LanguagePack kTurkishPack = {
    .tag = "tr",
    .kept_letters = "çğıöşü",
    .dotless_i = true,
    .stop_words = kStopWords,
    .question_phrases = "nasıl|ne|neden|niçin|ne zaman|nerede|nereye|hangi|kaç|ne kadar|kim|mi|mı|mu|mü",
    .stemmer = "turkish",
    .stemmer_passes = 3,
    .class_rewrites = kClassRewrites,
    .harmony = {.back = "aıou", .front = "eiöü", .suffix = "iu"},
};

}  // namespace signpost::text
