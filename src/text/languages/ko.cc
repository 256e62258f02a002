// SPDX-License-Identifier: Apache-2.0
// ko.cc — Korean. libstemmer has no stemmer for it: particles that stand behind a noun of two syllables or more
// are taken off; verbs stay as they are, and half a word finds the rest.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // pronouns, pointing words, nouns that carry little
    "나 저 제 내 우리 이 그 것 수 때 "
    // what joins clauses; 안 and 없는 say something
    "및 또는 그리고 하지만 그런데 "
    // question and help frames
    "어떻게 무엇 무엇을 뭐 왜 언제 어디 어디서 어디에 어디에서 누구 누가 어느 어떤 얼마 얼마나 몇 하나요 있나요 되나요 인가요 할까요 싶어요 싶습니다 원합니다 알려주세요 알려 주세요 도와주세요 도움 "
    "도움이 필요해요 필요합니다 부탁드립니다 감사합니다 안녕하세요 "
    // fill words
    "좀 더 해야 하는 있는 있습니다 합니다";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

constexpr std::uint8_t kTwoSyllables = 6;

// The longer before the shorter; a noun that ends in 이 loses it with and without a particle, so its forms stay together.
constexpr ClassRewrite kClassRewrites[] = {
    {kEnding, "이에서는", "", "", kTwoSyllables},
    {kEnding, "에서부터", "", "", kTwoSyllables},
    {kEnding, "으로부터", "", "", kTwoSyllables},
    {kEnding, "에서는", "", "", kTwoSyllables},
    {kEnding, "에서도", "", "", kTwoSyllables},
    {kEnding, "에게서", "", "", kTwoSyllables},
    {kEnding, "에게는", "", "", kTwoSyllables},
    {kEnding, "으로는", "", "", kTwoSyllables},
    {kEnding, "으로도", "", "", kTwoSyllables},
    {kEnding, "이에서", "", "", kTwoSyllables},
    {kEnding, "이에게", "", "", kTwoSyllables},
    {kEnding, "로부터", "", "", kTwoSyllables},
    {kEnding, "까지는", "", "", kTwoSyllables},
    {kEnding, "까지도", "", "", kTwoSyllables},
    {kEnding, "부터는", "", "", kTwoSyllables},
    {kEnding, "이라고", "", "", kTwoSyllables},
    {kEnding, "에서", "", "", kTwoSyllables},
    {kEnding, "에게", "", "", kTwoSyllables},
    {kEnding, "한테", "", "", kTwoSyllables},
    {kEnding, "으로", "", "", kTwoSyllables},
    {kEnding, "까지", "", "", kTwoSyllables},
    {kEnding, "부터", "", "", kTwoSyllables},
    {kEnding, "보다", "", "", kTwoSyllables},
    {kEnding, "처럼", "", "", kTwoSyllables},
    {kEnding, "마다", "", "", kTwoSyllables},
    {kEnding, "이란", "", "", kTwoSyllables},
    {kEnding, "이나", "", "", kTwoSyllables},
    {kEnding, "이가", "", "", kTwoSyllables},
    {kEnding, "이를", "", "", kTwoSyllables},
    {kEnding, "이는", "", "", kTwoSyllables},
    {kEnding, "이의", "", "", kTwoSyllables},
    {kEnding, "이에", "", "", kTwoSyllables},
    {kEnding, "이도", "", "", kTwoSyllables},
    {kEnding, "이와", "", "", kTwoSyllables},
    {kEnding, "이로", "", "", kTwoSyllables},
    {kEnding, "께서", "", "", kTwoSyllables},
    {kEnding, "들이", "", "", kTwoSyllables},
    {kEnding, "들을", "", "", kTwoSyllables},
    {kEnding, "들은", "", "", kTwoSyllables},
    {kEnding, "들의", "", "", kTwoSyllables},
    {kEnding, "을", "", "", kTwoSyllables},
    {kEnding, "를", "", "", kTwoSyllables},
    {kEnding, "은", "", "", kTwoSyllables},
    {kEnding, "는", "", "", kTwoSyllables},
    {kEnding, "이", "", "", kTwoSyllables},
    {kEnding, "가", "", "", kTwoSyllables},
    {kEnding, "의", "", "", kTwoSyllables},
    {kEnding, "에", "", "", kTwoSyllables},
    {kEnding, "로", "", "", kTwoSyllables},
    {kEnding, "와", "", "", kTwoSyllables},
    {kEnding, "과", "", "", kTwoSyllables},
    {kEnding, "도", "", "", kTwoSyllables},
    {kEnding, "만", "", "", kTwoSyllables},
    {kEnding, "들", "", "", kTwoSyllables},
};

}  // namespace

constinit const LanguagePack kKoreanPack = {
    .tag = "ko",
    .stop_words = kStopWords,
    .question_phrases = "어떻게|무엇|뭐|왜|언제|어디|어느|얼마|누구|있나요|되나요|할 수 있",
    .class_rewrites = kClassRewrites,
};

}  // namespace signpost::text
