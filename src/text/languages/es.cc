// SPDX-License-Identifier: Apache-2.0
// es.cc — Spanish.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // articles, pronouns, pointing words
    "el la los las lo un una unos unas yo tu usted ustedes ella ello ellos ellas nosotros nosotras vosotros me mi mis "
    "mio mia te ti tus se su sus suyo suya le les nos nuestro nuestra nuestros nuestras os vuestro vuestra este esta "
    "esto estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas aqui ahi alli algo alguien "
    // forms of ser, estar, haber, poder, deber, hacer, tener
    "es soy eres somos son era eran ser sea sean sido fue fueron estoy estamos estan estaba estar esten hay he has ha "
    "hemos han haya habia haber puedo puedes puede podemos pueden pueda poder podria podrias podriamos debo debes debe "
    "debemos deben deberia deber hago haces hace hacemos hacen hacer haga tengo tienes tiene tenemos tienen tener "
    "tenga va voy vas vamos van ir "
    // prepositions and what joins clauses
    "a al ante bajo con contra de del desde durante en entre hacia hasta para por segun sobre tras y e o u ni pero "
    "sino que si porque pues aunque mientras cuando donde como "
    // question frames
    "cual cuales quien quienes cuanto cuanta cuantos cuantas adonde "
    // help frames
    "ayuda ayudar ayudame ayudarme favor necesito necesita necesitas necesitamos quiero quiere queremos quisiera "
    "querria gustaria deseo saber sabe decir dime diga digame hola buenas buenos gracias saludos manera "
    // fill words
    "ya muy mas tan tanto tambien solo asi aun todavia tal mismo misma cada todo toda todos todas otro otra otros "
    "otras alguno alguna algunos algunas algun cualquier etc ademas entonces luego";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

// The stemmer knows these endings by their accents; plurals (canciones) have none.
constexpr ClassRewrite
    kClassRewrites
        [] =
            {
                // words too short for the stemmer
                {kWord, "anos", "año"},      {kWord, "años", "año"},    {kWord, "luces", "luz"},
                {kWord, "veces", "vez"},     {kEnding, "cion", "ción"}, {kEnding, "sion", "sión"},
                {kEnding, "macen", "macén"},  // almacén: not the third person of a verb
};

}  // namespace

constinit const LanguagePack kSpanishPack = {
    .tag = "es",
    .kept_letters = "ñ",
    .stop_words = kStopWords,
    .question_phrases =
        "cómo|qué|por qué|cuándo|dónde|cuál|cuánto|cuánta|quién|puedo|se puede|pueden|hay|"
        "tienen|tenéis|es posible",
    .stemmer = "spanish",
    .class_rewrites = kClassRewrites,
};

}  // namespace signpost::text
