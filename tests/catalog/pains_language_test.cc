// SPDX-License-Identifier: Apache-2.0
// What people complain of in other search engines, each as a small index and a query: words of every language.
//
// 1. One document does not change how another is read (Japanese that looks like Chinese).
// 2. A query that is cut in other places than the document still finds it.
// 3. Chinese and Japanese without noise: other characters of the same sound, scattered characters, mixed runs, half-width
//    kana; traditional and simplified in both directions, marked in the original script.
// 4. Apostrophes and elision.
// 5. Letters of a language: told apart, yet found at a cost by who types without them.
// 6. Plurals, irregular forms, particles.
// 7. Stop words keep phrases together and can be all there is of a query.
// 8. Compounds are found by their parts, and parts by a compound; only where the index says both parts.
#include <signpost/signpost.h>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {

using signpost::Document;
using signpost::Index;
using Strings = std::vector<std::string>;

Index Titles(const std::string& lang, const Strings& titles) {
  auto builder = signpost::IndexBuilder::Create({.language = lang});
  REQUIRE(builder.ok());
  for (const std::string& title : titles) {
    REQUIRE(builder->Add(Document{.object_id = title, .lang = lang, .title = title}).ok());
  }
  auto index = std::move(*builder).Build();
  REQUIRE(index.ok());
  return *std::move(index);
}

signpost::SearchResponse Ask(const Index& index, const std::string& query) {
  auto response = index.Search(signpost::Audience::Public(), {.query = query});
  REQUIRE(response.ok());
  return *std::move(response);
}

// The titles found, best first.
Strings Found(const Index& index, const std::string& query) {
  Strings out;
  for (const auto& hit : Ask(index, query).hits) out.push_back(hit.document.title);
  return out;
}

std::string Marked(const Index& index, const std::string& query) {
  const auto hits = Ask(index, query).hits;
  return hits.empty() ? "" : hits[0].title.value;
}

}  // namespace

TEST_CASE("Index: a second document does not hide the first (language is not guessed)", "[catalog]") {  // 1
  for (const char* lang : {"ja", "zh", ""}) {
    CAPTURE(lang);
    CHECK(Found(Titles(lang, {"東京スカパラダイスオーケストラ"}), "東京").size() == 1);
    const Index index = Titles(lang, {"東京スカパラダイスオーケストラ", "東京特許許可局"});
    CHECK(Found(index, "東京").size() == 2);
    CHECK(Found(index, "スカパラ") == Strings{"東京スカパラダイスオーケストラ"});
  }
}

TEST_CASE("Index: words in another order still match (segmentation)", "[catalog]") {  // 2
  const Index index = Titles("zh", {"写周报告诉我如何", "白名单设置", "退款政策"});
  CHECK(Found(index, "告诉我如何写周报").front() == "写周报告诉我如何");
  CHECK(Found(index, "写周报告诉我如何").front() == "写周报告诉我如何");
  CHECK(Found(index, "写周报").front() == "写周报告诉我如何");
  CHECK(Found(index, "白名单") == Strings{"白名单设置"});
}

TEST_CASE("Index: characters match as they are written, not as they sound or scattered", "[catalog]") {  // 3
  const Index sound = Titles("zh", {"見面", "健康"});
  CHECK(Found(sound, "健") == Strings{"健康"});
  const Index honda = Titles("ja", {"本田の店", "本を読む", "田舎の本屋"});
  CHECK(Found(honda, "本田") == Strings{"本田の店"});
  CHECK(Found(honda, "本").size() == 3);
}

TEST_CASE("Index: 铁路12306 is found by 12306 (mixed runs)", "[catalog]") {  // 3
  const Index index = Titles("zh", {"铁路12306客服", "铁路时刻表"});
  CHECK(Found(index, "12306") == Strings{"铁路12306客服"});
  CHECK(Found(index, "１２３０６") == Strings{"铁路12306客服"});
  CHECK(Found(index, "铁路").size() == 2);
}

TEST_CASE("Index: half-width kana find full-width ones, small kana large ones", "[catalog]") {  // 3
  const Index index = Titles("ja", {"テスト環境", "データの移行", "キャンセル"});
  CHECK(Found(index, "ﾃｽﾄ") == Strings{"テスト環境"});
  CHECK(Found(index, "ﾃﾞｰﾀ") == Strings{"データの移行"});
  CHECK(Found(index, "ｷﾔﾝｾﾙ") == Strings{"キャンセル"});
  CHECK(Marked(index, "ﾃｽﾄ") == "<em>テスト</em>環境");
}

TEST_CASE("Index: half-typed kana and pinyin are no noise", "[catalog]") {  // 3
  const Index japanese = Titles("ja", {"返品について", "Nintendo の設定", "shop の場所", "返品 Nintendo"});
  CHECK(Found(japanese, "返品n") == Found(japanese, "返品"));
  CHECK(Found(japanese, "返品sh") == Found(japanese, "返品"));
  CHECK(Found(japanese, "返品 nin").front() == "返品 Nintendo");  // after a space, a word begins
  CHECK(Found(japanese, "返品nin").front() == "返品 Nintendo");   // no kana begins so
  const Index chinese = Titles("zh", {"退款时间", "Windows 安装", "QQ 登录", "QQ 退款"});
  CHECK(Found(chinese, "退款w") == Found(chinese, "退款"));
  CHECK(Found(chinese, "退款qq").front() == "QQ 退款");  // a word that is there
}

TEST_CASE("Index: traditional and simplified find each other, marked as written", "[catalog]") {  // 3
  const Index index = Titles("zh", {"查詢訂單", "取消订单"});
  CHECK(Found(index, "查询").size() == 1);
  CHECK(Marked(index, "查询订单") == "<em>查詢訂單</em>");
  CHECK(Marked(index, "取消訂單") == "<em>取消订单</em>");
}

TEST_CASE("Index: l'harmonie is found by harmonie (apostrophes and elision)", "[catalog]") {  // 4
  const Index fr = Titles("fr", {"Cours d’harmonie", "L’Opoponax", "Lorsqu'il pleut", "La vitamine D", "L'aide", "L'accueil", "L'état"});
  CHECK(Found(fr, "harmonie") == Strings{"Cours d’harmonie"});
  CHECK(Found(fr, "l'harmonie").front() == "Cours d’harmonie");
  CHECK(Found(fr, "opoponax") == Strings{"L’Opoponax"});
  CHECK(Found(fr, "l'opoponax").front() == "L’Opoponax");
  CHECK(Found(fr, "l’opoponax").front() == "L’Opoponax");
  CHECK(Marked(fr, "opoponax") == "L’<em>Opoponax</em>");
  CHECK(Marked(fr, "harmonie") == "Cours d’<em>harmonie</em>");
  const Index it = Titles("it", {"Stato dell'ordine", "Un’altra carta"});
  CHECK(Found(it, "ordine") == Strings{"Stato dell'ordine"});
  CHECK(Found(it, "l'ordine").front() == "Stato dell'ordine");
  CHECK(Found(it, "altra carta").front() == "Un’altra carta");
}

TEST_CASE("Index: año and ano are two words that find each other at a cost", "[catalog]") {  // 5
  const Index index = Titles("es", {"El ano", "El año", "La niña", "La nina"});
  CHECK(Found(index, "año").front() == "El año");
  CHECK(Found(index, "ano").front() == "El ano");
  CHECK(Found(index, "niña").front() == "La niña");
  CHECK(Found(index, "nina").front() == "La nina");
  CHECK(Found(Titles("es", {"Cambiar la contraseña"}), "contrasena").size() == 1);
}

TEST_CASE("Index: words are found without the letters of the language (diacritics)", "[catalog]") {  // 5
  struct Case {
    const char* lang;
    const char* title;
    const char* query;
  };
  const Case c = GENERATE(values<Case>({
      {"de", "Über uns", "ueber"},
      {"de", "Ueber uns", "über"},
      {"de", "Müller", "Mueller"},
      {"de", "Mueller", "Müller"},
      {"de", "Straße", "strasse"},
      {"de", "Rückgabe", "rueckgaben"},
      {"sv", "Återbetalning", "aterbetalning"},
      {"sv", "Glömt lösenord", "losenord"},
      {"fi", "Käyttäjätunnus", "kayttajatunnus"},
      {"da", "Størrelse", "storrelse"},
      {"da", "Størrelse", "stoerrelse"},
      {"no", "Kjøp", "kjop"},
      {"tr", "ISPARTA", "ısparta"},
      {"tr", "ISPARTA", "isparta"},
      {"tr", "Kapıların ölçüsü", "kapilarin"},
      {"tr", "Siparişlerim", "siparis"},
      {"tr", "Ürünler", "urun"},
      {"fr", "Cœlacanthe", "coelac"},
      {"fr", "Sœur", "soeur"},
      {"pl", "Płatność", "platnosc"},
      {"ar", "إرجاع المنتج", "ارجاع"},
      {"ar", "مدرسة", "مدرسه"},
      {"ru", "Самолёт", "самолет"},
  }));
  CAPTURE(c.title, c.query);
  CHECK(Found(Titles(c.lang, {c.title}), c.query) == Strings{c.title});
}

TEST_CASE("Index: Büch finds Bücher while it is typed", "[catalog]") {  // 5
  const Index index = Titles("de", {"Bücher bestellen", "Büchersendung", "Nachbar"});
  CHECK(Found(index, "Büch").size() == 2);
  CHECK(Found(index, "Buech") == Strings{"Bücher bestellen"});
  CHECK(Marked(Titles("de", {"Büchersendung"}), "Büch") == "<em>Büch</em>ersendung");
}

TEST_CASE("Index: mouse and mice, phone and phones (plurals and forms)", "[catalog]") {  // 6
  struct Case {
    const char* lang;
    const char* title;
    const char* query;
  };
  const Case c = GENERATE(values<Case>({
      {"en", "Wireless mice", "mouse"},
      {"en", "Phones", "phone"},
      {"en", "For individuals", "individual"},
      {"en", "Items you bought", "buy"},
      {"es", "Años", "año"},
      {"pt", "Cartões", "cartão"},
      {"de", "Bücher", "Buch"},
      {"nl", "Adressen", "adres"},
      {"nl", "Fiches", "fiche"},
      {"sv", "Kortet", "kort"},
      {"pl", "Zamówienia", "zamówienie"},
      {"pl", "Faktury", "faktura"},
      {"ru", "Заказы", "заказ"},
      {"tr", "Siparişlerim", "sipariş"},
      {"ko", "주문을 취소", "주문은"},
      {"ko", "환불 신청", "환불을"},
      {"fi", "Tilauksen tila", "tilaus"},
  }));
  CAPTURE(c.title, c.query);
  CHECK(Found(Titles(c.lang, {c.title}), c.query) == Strings{c.title});
}

TEST_CASE("Index: stop words keep a phrase and can be a query (the soup of the day)", "[catalog]") {  // 7
  const Index index = Titles("en", {"The soup of the day", "Soup a day", "To be or not to be", "Order status"});
  CHECK(Found(index, "the soup of the day").front() == "The soup of the day");
  CHECK(Found(index, "to be or not to be").front() == "To be or not to be");
  CHECK(Marked(index, "to be or not") == "<em>To</em> <em>be</em> <em>or</em> <em>not</em> <em>to</em> <em>be</em>");
  CHECK(Found(index, "how do I check the order status").front() == "Order status");
}

TEST_CASE("Index: Terrassenschrauben are found by Schraube (compounds)", "[catalog]") {  // 8
  const Index german = Titles("de", {"Terrassenschrauben kaufen", "Schraube und Mutter", "Terrasse bauen", "Holz"});
  CHECK(Found(german, "Schraube") == Strings{"Schraube und Mutter", "Terrassenschrauben kaufen"});
  CHECK(Found(german, "schrauben") == Strings{"Schraube und Mutter", "Terrassenschrauben kaufen"});
  CHECK(Found(german, "Terrasse ") == Strings{"Terrasse bauen", "Terrassenschrauben kaufen"});
  CHECK(Marked(german, "Terrassenschrauben") == "<em>Terrassenschrauben</em> kaufen");
  const Index parts = Titles("de", {"Schrauben für die Terrasse", "Holz für die Terrasse", "Sägen"});
  CHECK(Found(parts, "Terrassenschrauben").front() == "Schrauben für die Terrasse");
  const Index dutch = Titles("nl", {"slachtofferfiches", "oranje fiche", "hulp aan slachtoffer"});
  CHECK(Found(dutch, "oranje fiche") == Strings{"oranje fiche", "slachtofferfiches"});
}

TEST_CASE("Index: a word within another is no part of it (compounds)", "[catalog]") {  // 8
  // Nothing says "Lief": Lieferung holds no "Rung"; English writes its words apart.
  const Index german = Titles("de", {"Lieferung", "Rungen am Wagen", "Antrag"});
  CHECK(Found(german, "rungen") == Strings{"Rungen am Wagen"});
  const Index english = Titles("en", {"notebook", "note", "book"});
  CHECK(Found(english, "book") == Strings{"book"});
}
