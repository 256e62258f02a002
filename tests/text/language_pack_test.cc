// SPDX-License-Identifier: Apache-2.0
// 1. A tag finds the pack of its primary language, in any case, with - or _; unknown tags find the root pack.
// 2. Tags are normalised; a request and a document match when one tag is the other with more subtags.
// 3. Stop words are in byte order, unique, and each is a term that Analyze gives; question frames are among them, and
//    words that turn a question round (not, without) are not.
// 4. Every pack's stemmer is known to libstemmer; rewrites are folded, and none hides another.
// 5. Forms of one word share a stem class though their accents are folded; other words do not.
// 6. Terms with digits, symbols or CJK, and overlong ones, are their own class.
// 7. The fingerprint names all versions and does not change from call to call.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <libstemmer.h>

#include "base/limits.h"
#include "text/languages/packs.h"
#include "text/test_tokens.h"

namespace signpost::text {
namespace {

TEST_CASE("LanguagePack: found by tag", "[text]") {  // 1
  REQUIRE(FindLanguagePack("pt-BR").tag == "pt");
  REQUIRE(FindLanguagePack("pt_BR").tag == "pt");
  REQUIRE(FindLanguagePack("ZH-hans").tag == "zh");
  REQUIRE(FindLanguagePack("nb").tag == "no");
  REQUIRE(FindLanguagePack("").tag.empty());
  REQUIRE(FindLanguagePack("xx").tag.empty());
  REQUIRE(FindLanguagePack("e").tag.empty());
  REQUIRE(FindLanguagePack("eng").tag.empty());
  std::set<std::string_view> tags;
  for (const LanguagePack* pack : AllLanguagePacks()) {
    REQUIRE(&FindLanguagePack(pack->tag) == pack);
    REQUIRE(tags.insert(pack->tag).second);
  }
}

TEST_CASE("LanguageTag: normalised and matched", "[text]") {  // 2
  REQUIRE(NormalizeLanguageTag("pt_BR") == "pt-br");
  REQUIRE(NormalizeLanguageTag("zh-Hans-CN") == "zh-hans-cn");
  REQUIRE(NormalizeLanguageTag("") == "");
  REQUIRE(LanguageMatches("pt", "pt-br"));
  REQUIRE(LanguageMatches("pt-br", "pt"));
  REQUIRE(LanguageMatches("pt-br", "pt-br"));
  REQUIRE(LanguageMatches("", ""));
  REQUIRE_FALSE(LanguageMatches("pt-pt", "pt-br"));
  REQUIRE_FALSE(LanguageMatches("p", "pt"));
  REQUIRE_FALSE(LanguageMatches("pt", "pty"));
  REQUIRE_FALSE(LanguageMatches("", "en"));
  REQUIRE_FALSE(LanguageMatches("en", ""));
}

TEST_CASE("StopWords: ordered, folded, found", "[text]") {  // 3
  for (const LanguagePack* pack : AllLanguagePacks()) {
    const Analyzer analyzer(*pack);
    CAPTURE(pack->tag);
    CHECK_FALSE((pack->stop_words.empty() && !pack->tag.empty()));
    CHECK(std::adjacent_find(pack->stop_words.begin(), pack->stop_words.end(), std::greater_equal<>()) ==
          pack->stop_words.end());
    for (const std::string_view word : pack->stop_words) {
      CAPTURE(word);
      CHECK(analyzer.IsStopWord(word));
      TokenList list;
      analyzer.Analyze(word, &list);
      const bool one_token = list.tokens.size() == 1;
      CHECK((one_token || (list.tokens.size() == 3 && list.tokens[0].kind == TokenKind::kCjkPair)));
      CHECK(list.Term(list.tokens[0]) == word);
    }
  }
}

TEST_CASE("StopWords: frames are in, what a question turns on is not", "[text]") {  // 3
  struct Case {
    std::string_view tag;
    std::string_view stop;
    std::string_view content;
  };
  for (const Case& c : std::vector<Case>{
           {"en", "How do I please help me what's the way to it", "not without no return order cancel"},
           {"es", "¿Cómo puedo hacer para mi y la ayuda", "no sin pedido pago cuenta forma"},
           {"pt", "Como faço para o meu gostaria de saber você", "não sem pedido conta forma dia"},
           {"fr", "Comment puis je pour mon le", "pas sans commande"},
           {"de", "Wie kann ich mein bitte", "nicht ohne kein bestellung"},
           {"it", "Come posso il mio per favore", "non senza ordine"},
           {"nl", "Hoe kan ik mijn", "niet zonder geen bestelling"},
           {"sv", "Hur kan jag min vad är var snälla hjälp", "inte utan ingen beställning"},
           {"da", "Hvordan kan jeg min hvor er hjælp", "ikke uden ingen bestilling"},
           {"no", "Hvordan kan jeg min hvor er hjelp korleis kvar", "ikke uten ingen bestilling"},
           {"fi", "Miten voin missä on minun apua", "ei en ilman tilaus"},
           {"pl", "Jak mogę gdzie jest moje proszę o pomoc", "nie bez zamówienie"},
           {"ru", "Как мне где мой можно ли помогите пожалуйста", "не без нет заказ"},
           {"tr", "Nasıl nerede benim mi için lütfen", "değil yok sipariş"},
           {"ar", "كيف يمكنني أين هل من فضلك", "لا لم بدون غير طلب"},
           {"ko", "어떻게 하나요 어디에서 도와주세요", "주문 환불 안 없어요"},
           {"th", "อย่างไร ทำไม ฉัน กรุณา", "ไม่ สินค้า"},
       }) {
    const Analyzer analyzer(FindLanguagePack(c.tag));
    TokenList list;
    analyzer.Analyze(c.stop, &list);
    for (const Token& token : list.tokens) {
      CAPTURE(c.tag, list.Term(token));
      CHECK(analyzer.IsStopWord(list.Term(token)));
    }
    analyzer.Analyze(c.content, &list);
    for (const Token& token : list.tokens) {
      CAPTURE(c.tag, list.Term(token));
      CHECK_FALSE(analyzer.IsStopWord(list.Term(token)));
    }
  }
  const Analyzer ja(FindLanguagePack("ja"));
  for (const std::string_view term : {"どう", "どこ", "なぜ", "です", "下さ"}) CHECK(ja.IsStopWord(term));
  for (const std::string_view term : {"ない", "返品", "返"}) CHECK_FALSE(ja.IsStopWord(term));
  const Analyzer zh(FindLanguagePack("zh"));
  for (const std::string_view term : {"怎么", "如何", "什么", "我", "的", "了", "吗", "请"}) CHECK(zh.IsStopWord(term));
  for (const std::string_view term : {"不", "没", "没有", "退款", "退", "款", "还"}) CHECK_FALSE(zh.IsStopWord(term));
}

TEST_CASE("StopWords: what is left of a question", "[text]") {  // 3
  struct Case {
    std::string_view tag;
    std::string_view question;
    std::string_view left;
  };
  for (const Case& c : std::vector<Case>{
           {"en", "How do I cancel my order?", "cancel order"},
           {"en", "Hi, could you please tell me where's my refund?", "refund"},
           {"en", "What's the best way to reset a password", "best reset password"},
           {"es", "¿Cómo hago para cancelar mi pedido?", "cancelar pedido"},
           {"es", "Hola, ¿dónde está mi reembolso?", "reembolso"},
           {"pt", "Como faço para cancelar o meu pedido?", "cancelar pedido"},
           {"pt", "Onde está o meu reembolso?", "reembolso"},
           {"fr", "Comment est-ce que je peux annuler ma commande ?", "annuler commande"},
           {"fr", "Où est-ce que j’ai l'adresse d'envoi ?", "adresse envoi"},
           {"de", "Wie kann ich meine Bestellung stornieren?", "bestellung stornieren"},
           {"de", "Wo finde ich bitte die Rechnung?", "finde rechnung"},
           {"it", "Come posso annullare l'ordine?", "annullare ordine"},
           {"it", "Dov'è il mio rimborso?", "rimborso"},
           {"nl", "Hoe kan ik mijn bestelling annuleren?", "bestelling annuleren"},
           {"sv", "Hur kan jag avbryta min beställning?", "avbryta beställning"},
           {"da", "Hvordan kan jeg annullere min bestilling?", "annullere bestilling"},
           {"no", "Hvordan kan jeg kansellere min bestilling?", "kansellere bestilling"},
           {"fi", "Miten voin peruuttaa tilauksen?", "peruuttaa tilauksen"},
           {"pl", "Jak mogę anulować moje zamówienie?", "anulowac zamowienie"},
           {"ru", "Как мне отменить мой заказ?", "отменить заказ"},
           {"tr", "Siparişimi nasıl iptal edebilirim?", "siparişimi iptal"},
           {"ar", "كيف يمكنني إلغاء الطلب؟", "الغاء الطلب"},
           {"ko", "어떻게 주문을 취소할 수 있나요?", "주문을 취소할"},
           {"th", "ฉันต้องการคืนสินค้าอย่างไร", "คืน สินค้า"},
       }) {
    const Analyzer analyzer(FindLanguagePack(c.tag));
    TokenList list;
    analyzer.Analyze(c.question, &list);
    std::string left;
    for (const Token& token : list.tokens) {
      if (!analyzer.IsStopWord(list.Term(token))) left += StrCat(left.empty() ? "" : " ", list.Term(token));
    }
    CAPTURE(c.tag, c.question);
    CHECK(left == c.left);
  }
}

TEST_CASE("Stem: the packs' tables", "[text]") {  // 4
  for (const LanguagePack* pack : AllLanguagePacks()) {
    CAPTURE(pack->tag);
    if (!pack->stemmer.empty()) {
      sb_stemmer* stemmer = sb_stemmer_new(std::string(pack->stemmer).c_str(), "UTF_8");
      CHECK(stemmer != nullptr);
      sb_stemmer_delete(stemmer);
    }
    for (std::size_t i = 0; i < pack->class_rewrites.size(); ++i) {
      const ClassRewrite& row = pack->class_rewrites[i];
      CAPTURE(row.from);
      if (row.at != RewriteAt::kStemEnding && row.at != RewriteAt::kRest) CHECK(Terms(pack->tag, row.from) == row.from);
      for (std::size_t k = 0; k < i; ++k) {
        const ClassRewrite& earlier = pack->class_rewrites[k];
        CHECK((row.at != RewriteAt::kWord || earlier.at == RewriteAt::kWord));  // words stand first
        if (earlier.at != row.at) continue;
        CAPTURE(earlier.from);
        const bool ending = row.at == RewriteAt::kEnding || row.at == RewriteAt::kStemEnding;
        if (row.at == RewriteAt::kWord) CHECK(earlier.from < row.from);
        CHECK_FALSE((ending ? row.from.ends_with(earlier.from) : row.from == earlier.from));
      }
    }
  }
}

TEST_CASE("Stem: forms of a word share a class", "[text]") {  // 5
  const std::vector<std::pair<std::string_view, std::vector<std::string_view>>> families = {
      {"en", {"return returns returned returning", "delivery deliveries", "shipping shipped ship", "jacket jackets"}},
      {"es",
       {"canción canciones", "devolución devoluciones", "dirección direcciones", "artículo artículos", "envío envíos",
        "cupón cupones", "botón botones", "contraseña contraseñas", "almacén almacenes",
        "instalación instalar instalado", "página páginas", "reembolso reembolsos reembolsar"}},
      {"pt",
       {"informação informações", "devolução devoluções", "cartão cartões", "botão botões", "opção opções",
        "cupom cupons", "jornal jornais", "imóvel imóveis", "endereço endereços", "instalação instalar instalado",
        "viagem viagens", "atualização atualizações atualizar", "assistência assistente"}},
      {"fr",
       {"commande commandes", "annuler annulé annulée annulées", "payer payé payée", "numéro numéros", "délai délais"}},
      {"de", {"Rückgabe Rückgaben", "Größe Größen", "Haus Häuser", "Buch Bücher", "Bestellung Bestellungen"}},
      {"it", {"restituzione restituzioni", "ordine ordini", "pagò pagare"}},
      {"nl", {"bestelling bestellingen"}},
      {"sv", {"beställning beställningar", "jacka jackor"}},
      {"da", {"størrelse størrelser"}},
      {"no", {"størrelse størrelser"}},
      {"ru", {"заказ заказы заказа", "подарочный подарочная подарочные", "самолёт самолёты"}},
      {"tr", {"sipariş siparişler"}},
      {"ar", {"كتاب الكتاب كتابي"}},
  };
  for (const auto& [tag, words] : families) {
    const Analyzer analyzer(FindLanguagePack(tag));
    std::set<std::string> classes;
    for (const std::string_view forms : words) {
      TokenList list;
      analyzer.Analyze(forms, &list);
      std::set<std::string> stems;
      for (const Token& token : list.tokens) stems.insert(analyzer.Stem(list.Term(token)));
      CAPTURE(tag, forms, stems);
      CHECK(stems.size() == 1);
      CHECK(classes.insert(*stems.begin()).second);
    }
  }
}

TEST_CASE("Stem: terms that are their own class", "[text]") {  // 6
  const Analyzer analyzer(FindLanguagePack("en"));
  for (const std::string& term : std::vector<std::string>{"", "e404s", "1.10", "user1@examples", "skip_bridges",
                                                          "--versions", "c++", "退款", "デー",
                                                          "\xFF"
                                                          "s",
                                                          std::string(limits::kMaxTermBytes + 1, 's')}) {
    CAPTURE(term);
    CHECK(analyzer.Stem(term) == term);
  }
  CHECK(Analyzer(FindLanguagePack("")).Stem("returns") == "returns");
  CHECK(Analyzer(FindLanguagePack("zh")).Stem("returns") == "returns");
  CHECK(analyzer.Stem(std::string(limits::kMaxTermBytes, 's')).size() <= limits::kMaxTermBytes);
}

TEST_CASE("AnalysisFingerprint: what it names", "[text]") {  // 7
  using Catch::Matchers::Matches;
  REQUIRE_THAT(AnalysisFingerprint(), Matches("icu [0-9.]+; unicode [0-9.]+; snowball [0-9a-f]{16}; tables [0-9]+"));
  REQUIRE(AnalysisFingerprint() == AnalysisFingerprint());
}

}  // namespace
}  // namespace signpost::text
