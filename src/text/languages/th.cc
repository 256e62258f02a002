// SPDX-License-Identifier: Apache-2.0
// th.cc — Thai. Words come from a dictionary (dictionary_break.h) and are not inflected.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // pronouns, pointing words
    "ฉัน ผม เรา คุณ เขา มัน นี้ นั้น ที่ ซึ่ง อัน "
    // verbs that carry little
    "เป็น คือ มี ได้ ให้ จะ ต้อง ควร สามารถ "
    // prepositions and what joins clauses; ไม่ says something
    "และ หรือ แต่ ใน ของ กับ จาก โดย เพื่อ ว่า ถ้า เมื่อ ก็ แล้ว "
    // question and help frames
    "อย่างไร ไง อะไร ทําไม ไหน ไหม ใคร เท่าไร เท่า ไหร่ เมื่อไร อยาก ต้องการ ช่วย กรุณา โปรด ขอบคุณ สวัสดี "
    "ครับ ค่ะ คะ "
    // fill words
    "ด้วย มาก อีก ทุก นะ";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

}  // namespace

constinit const LanguagePack kThaiPack = {
    .tag = "th",
    .stop_words = kStopWords,
    .question_phrases = "อย่างไร|ยังไง|อะไร|ทำไม|เมื่อไร|ที่ไหน|ไหน|กี่|เท่าไร|ใคร|ไหม",
};

}  // namespace signpost::text
