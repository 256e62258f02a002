// SPDX-License-Identifier: Apache-2.0
// 1. Elision: the article is a unit of its own, with either apostrophe, in capitals, twice in a row, before compounds and
//    digits; words that only look so stay whole; offsets are exact.
// 2. Elision is of the languages that have it; every row of the tables is a stop word.
// 3. Turkish: ı and i, I and İ; codes are of no language.
// 4. Chinese: traditional and simplified, full and half width, runs with digits and Latin.
// 5. Japanese: half-width kana with voicing marks, small kana.
// 6. Korean and Thai.
// 7. On random strings of articles, apostrophes and letters: units are in order, apostrophes are in none that is split,
//    and a unit's own text gives its term again.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "support/seed.h"
#include "text/languages/packs.h"
#include "text/test_tokens.h"

namespace signpost::text {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("Elision: French and Italian", "[text]") {  // 1
  CHECK(Lines("fr", "l'harmonie") == Strings{"0+1 word l [l]", "1+1 word harmonie [harmonie]"});
  CHECK(Lines("fr", "L’Opoponax") == Strings{"0+1 word l [L]", "1+1 word opoponax [Opoponax]"});
  struct Case {
    std::string_view tag;
    std::string_view text;
    std::string_view terms;
  };
  for (const Case& c : std::vector<Case>{
           {"fr", "qu'il n’a D'École J'ai", "qu il n a d ecole j ai"},
           {"fr", "lorsqu'on puisqu’elle jusqu'à quoiqu'il", "lorsqu on puisqu elle jusqu a quoiqu il"},
           {"fr", "d'l'eau", "d l eau"},
           {"fr", "lʼété l＇été", "l ete l ete"},
           {"fr", "l'e-mail", "l email e mail"},
           {"fr", "l'iphone l'E-404", "l iphone l e-404 e404 e 404"},
           {"fr", "aujourd'hui quelqu'un prud'homme", "aujourd'hui quelqu'un prud'homme"},
           {"fr", "l' eau l'", "l eau l"},
           {"fr", "'l'eau'", "l eau"},
           {"it", "l'ordine dell’account all'indirizzo", "l ordine dell account all indirizzo"},
           {"it", "un'altra nell'app sull'ordine c'è d'accordo", "un altra nell app sull ordine c e d accordo"},
           {"it", "cos'è dov'è com'è quest'ordine", "cos e dov e com e quest ordine"},
           {"it", "un po' d'acqua", "un po d acqua"},
       }) {
    CAPTURE(c.text);
    CHECK(Terms(c.tag, c.text) == c.terms);
  }
}

TEST_CASE("Elision: whose it is", "[text]") {  // 2
  CHECK(Terms("", "L’Opoponax") == "l'opoponax");
  CHECK(Terms("en", "d'artagnan o'brien") == "d'artagnan o'brien");
  CHECK(Terms("de", "l'oreal") == "l'oreal");
  for (const LanguagePack* pack : AllLanguagePacks()) {
    const Analyzer analyzer(*pack);
    for (std::size_t i = 0; i < pack->elisions.size(); ++i) {
      CAPTURE(pack->tag, pack->elisions[i]);
      CHECK(analyzer.IsStopWord(pack->elisions[i]));
      CHECK((i == 0 || pack->elisions[i - 1] < pack->elisions[i]));
      CHECK(Terms(pack->tag, StrCat(pack->elisions[i], "'a")) == StrCat(pack->elisions[i], " a"));
    }
  }
}

TEST_CASE("Turkish: dotless and dotted", "[text]") {  // 3
  CHECK(Terms("tr", "ISPARTA Isparta ısparta") == "ısparta ısparta ısparta");
  CHECK(Terms("tr", "İSTANBUL İstanbul istanbul I\u0307stanbul") == "istanbul istanbul istanbul istanbul");
  CHECK(Terms("tr", "ŞİFRE ÇAĞRI ÜRÜN ÖDEME") == "şifre çağrı ürün ödeme");
  CHECK(Terms("tr", "ID42") == Terms("tr", "id42"));
  CHECK(Terms("tr", "ID-404") == "id-404 id404 ıd 404");
  CHECK(Terms("tr", "id-404") == "id-404 id404 id 404");
  CHECK(Terms("", "ISPARTA ısparta") == "isparta isparta");
}

TEST_CASE("Chinese: forms of one text", "[text]") {  // 4
  for (const std::string_view tag : {"zh", ""}) {
    CAPTURE(tag);
    CHECK(Terms(tag, "查詢訂單") == Terms(tag, "查询订单"));
    CHECK(Terms(tag, "圖書館開館時間") == Terms(tag, "图书馆开馆时间"));
    CHECK(Terms(tag, "ＡＰＰ１２３") == "app123");
    CHECK(Terms(tag, "铁路12306") == "铁路 铁 路 12306");
    CHECK(Terms(tag, "铁路１２３０６客服") == "铁路 铁 路 12306 客服 客 服");
    CHECK(Terms(tag, "微信Wechat支付") == "微信 微 信 wechat 支付 支 付");
    CHECK(Lines(tag, "訂單")[0] == "0+2 pair 订单 [訂單]");
  }
}

TEST_CASE("Japanese: kana of all widths and sizes", "[text]") {  // 5
  CHECK(Terms("ja", "ﾃｽﾄ") == Terms("ja", "テスト"));
  CHECK(Terms("ja", "ﾃﾞｰﾀ") == Terms("ja", "データ"));
  CHECK(Terms("ja", "ｷｬﾝｾﾙ") == Terms("ja", "キャンセル"));
  CHECK(Terms("ja", "ｷﾔﾝｾﾙ") == Terms("ja", "キャンセル"));
  CHECK(Terms("ja", "キヤノン") == Terms("ja", "キャノン"));
  CHECK(Terms("ja", "一ヶ月") == Terms("ja", "一ケ月"));
  CHECK(Terms("ja", "ぁぃぅぇぉっゃゅょゎ").ends_with("わ"));
  CHECK(Terms("ja", "ㇰ") == "ク");
  CHECK(Terms("ja", "は ば ぱ") == "は ば ぱ");
  CHECK(Terms("ja", "サイズ さいず") == "サイ サ イズ イ ズ さい さ いず い ず");  // the two scripts are not folded
  CHECK(Lines("ja", "ﾃﾞ") == Strings{"0+1 cjk デ [ﾃﾞ]"});
  CHECK(Terms("ja", "圖書") == "圖書 圖 書");
}

TEST_CASE("Korean and Thai", "[text]") {  // 6
  CHECK(Terms("ko", "주문을 취소하는 방법") == "주문을 취소하는 방법");
  CHECK(Terms("ko", "\u110C\u116E\u1106\u116E\u11AB") == "주문");
  const Analyzer ko(FindLanguagePack("ko"));
  CHECK(ko.Stem("주문을") == "주문");
  CHECK(ko.Stem("주문에서는") == "주문");
  CHECK(ko.Stem("회의") == "회의");  // a noun of two syllables keeps its end
  CHECK(ko.Stem("결과") == "결과");
  CHECK(Terms("th", "ฉันต้องการคืนสินค้า") == "ฉัน ต้องการ คืน สินค้า");
  CHECK(Terms("th", "คืนเงิน30วัน") == "คืน เงิน 30 วัน");
  CHECK(Analyzer(FindLanguagePack("th")).Stem("สินค้า") == "สินค้า");
}

TEST_CASE("Elision: any text", "[text]") {  // 7
  constexpr std::string_view kPieces[] = {"l", "L",  "d", "qu", "lorsqu", "dell", "I",  "ı",      "'", "’",     "ʼ",
                                          "é", "ab", "-", "1",  " ",      ".",    "退", "\u0301", "s", "\u200B"};
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  TokenList list;
  TokenList again;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t n = random() % 10; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    for (const std::string_view tag : {"fr", "it", "tr"}) {
      CAPTURE(round, tag, text);
      const Analyzer analyzer(FindLanguagePack(tag));
      analyzer.Analyze(text, &list);
      std::uint32_t end = 0;
      for (const Unit& unit : list.units) {
        REQUIRE(unit.begin >= end);
        REQUIRE(unit.end > unit.begin);
        end = unit.end;
      }
      REQUIRE(end <= text.size());
      for (const Token& token : list.tokens) {
        if (token.span != 1 || token.kind != TokenKind::kWord) continue;
        const std::string_view slice =
            std::string_view(text).substr(list.Begin(token), list.End(token) - list.Begin(token));
        REQUIRE(FindInvalidUtf8(slice) == kValidUtf8);
        analyzer.Analyze(slice, &again);
        REQUIRE(std::any_of(again.tokens.begin(), again.tokens.end(),
                            [&](const Token& t) { return again.Term(t) == list.Term(token); }));
      }
    }
  }
}

}  // namespace
}  // namespace signpost::text
