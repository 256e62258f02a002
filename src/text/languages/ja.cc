// SPDX-License-Identifier: Apache-2.0
// ja.cc — Japanese.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // particles and auxiliaries
    "の に は を た が で て と し れ さ も な か へ や よ ね だ "
    // pairs of them, and question frames; ない says something
    "です ます した して する には とは では ので から まで より こと もの この その あの これ それ どの どこ どう "
    "いつ なぜ 何が 何を 何で すか うす すれ れば 教え えて てく くだ ださ さい 下さ";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

}  // namespace

constinit const LanguagePack kJapanesePack = {
    .tag = "ja",
    .simplifies_han = false,
    .stop_words = kStopWords,
    .question_phrases = "どう|どうやって|何|なぜ|いつ|どこ|どの|どれ|いくら|誰|ですか|ますか|できますか",
};

}  // namespace signpost::text
