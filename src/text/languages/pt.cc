// SPDX-License-Identifier: Apache-2.0
// pt.cc — Portuguese.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "o a os as um uma uns umas eu tu voce voces ele ela eles elas nos me mim meu minha meus minhas te ti teu tua seu "
    "sua seus suas se si lhe lhes nosso nossa nossos nossas dele dela deles delas este esta estes estas isto esse essa "
    "esses essas isso aquele aquela aqueles aquelas aquilo aqui ali la algo alguem "
    // forms of ser, estar, ter, haver, poder, dever, fazer
    "e sou somos sao era eram ser seja sejam sido foi foram estou estamos estao estava estavam estar esteja ta to "
    "tenho tem temos tinha ter tenha ha havia haver posso pode podemos podem possa poder poderia devo deve devemos "
    "devem deveria dever faco faz fazemos fazem fazer faca vou vai vamos vao ir "
    // prepositions, with articles, and what joins clauses
    "de do da dos das em no na nas num numa por pelo pela pelos pelas para pra pro com ate desde entre sobre sob ante "
    "apos ao aos nesse nessa neste nesta nisso desse dessa deste desta disso dum duma ou mas nem que porque pois "
    "embora enquanto quando onde como "
    // question frames
    "qual quais quem quanto quanta quantos quantas aonde cade qto "
    // help frames
    "ajuda ajudar ajude preciso precisa precisamos quero quer queremos queria gostaria desejo saber sei diga dizer "
    "favor ola oi obrigado obrigada obg jeito maneira "
    // fill words
    "ja muito mais tao tanto tambem so assim ainda tal mesmo mesma cada todo toda todos todas outro outra outros "
    "outras algum alguma alguns algumas qualquer etc alem entao depois ai";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

// The stemmer knows these endings by their accents, and leaves some plurals as they are.
constexpr ClassRewrite kClassRewrites[] = {
    // devolução, devoluções; cartão, cartões; irmãos
    {kEnding, "cao", "ção"},
    {kEnding, "coes", "ção"},
    {kEnding, "arao", "arão"},
    {kEnding, "erao", "erão"},
    {kEnding, "irao", "irão"},
    {kEnding, "ao", "ão"},
    {kEnding, "oes", "ão"},
    {kEnding, "aos", "ão"},
    // disponível, disponíveis; papéis
    {kEnding, "avel", "ável"},
    {kEnding, "aveis", "ável"},
    {kEnding, "ivel", "ível"},
    {kEnding, "iveis", "ível"},
    {kEnding, "eis", "el"},
    // assistência
    {kEnding, "encia", "ência"},
    {kEnding, "encias", "ências"},
    {kEnding, "ancia", "ância"},
    {kEnding, "ancias", "âncias"},
    // jornais, cupons
    {kEnding, "ais", "al"},
    {kEnding, "ns", "m"},
};

}  // namespace

constinit const LanguagePack kPortuguesePack = {
    .tag = "pt",
    .stop_words = kStopWords,
    .question_phrases =
        "como|o que|que|por que|porque|quando|onde|cadê|qual|quanto|quem|posso|dá para|dá pra|"
        "tem como|vocês têm|é possível",
    .stemmer = "portuguese",
    .class_rewrites = kClassRewrites,
};

}  // namespace signpost::text
