// SPDX-License-Identifier: Apache-2.0
// ru.cc — Russian.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // pronouns, pointing words
    "я ты он она оно мы вы они мне меня мной тебе тебя вам вас нам нас его ее их им ей ему мой моя мое мои моего моей "
    "моих моему моим моем мою твой твоя ваш ваша ваше ваши вашего вашей ваших наш наша наше наши свой своя свое свои "
    "своего своей этот эта это эти этого этой этих этом тот та те того той тех там тут здесь "
    // verbs that carry little
    "быть есть был была было были будет будут могу можешь может можно можем могут нужно нужен нужна надо "
    // prepositions and what joins clauses; не, нет and без say something
    "и в во на с со из к ко от до по за для о об у при через между над под про или а но да же бы ли что чтобы если то "
    // question and help frames
    "как когда где куда откуда почему зачем кто какой какая какое какие какую чей сколько который которая которое "
    "которые хочу хочет хотел хотела помощь помогите помочь подскажите скажите пожалуйста спасибо здравствуйте привет "
    // fill words
    "уже еще также тоже только очень так более больше все весь всех каждый";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

}  // namespace

constinit const LanguagePack kRussianPack = {
    .tag = "ru",
    .kept_letters = "й",
    .stop_words = kStopWords,
    .question_phrases = "как|что|почему|зачем|когда|где|куда|какой|какая|сколько|кто|можно ли|могу ли|есть ли",
    .stemmer = "russian",
};

}  // namespace signpost::text
