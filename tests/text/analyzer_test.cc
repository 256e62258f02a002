// SPDX-License-Identifier: Apache-2.0
// 1. Words: UAX #29, one token each; punctuation and symbols never become tokens.
// 2. Numbers keep their points and commas; letters with digits are one unit, but a number with a point in them is a part.
//    Digits in groups give the number without its groups too.
// 3. Identifiers give the whole, the joined form and the parts; only separators that touch both sides join. A unit of
//    letters and then digits, and a CamelCase word, give their pieces behind their own token.
// 4. Compounds (two or three parts with hyphens, dotted single letters) give a joined form; other chains only parts.
// 5. C++, C#, .NET keep their symbols.
// 6. Chinese and Japanese give a character each and a pair for each two that touch; beside Latin they split.
// 7. Thai, Lao, Khmer, Myanmar are cut by dictionary.
// 8. Caps: a long term is cut at a code point, a chain of many parts or with a long whole gives parts only; the units
//    still cover the text.
// 9. A TokenList is reused; any bytes are accepted, and ill-formed parts counted.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "base/limits.h"
#include "base/utf8.h"
#include "text/test_tokens.h"

namespace signpost::text {
namespace {

struct Case {
  std::string text;
  std::vector<std::string> lines;
};

void Check(std::string_view tag, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Lines(tag, c.text) == c.lines);
  }
}

TEST_CASE("Analyzer: words", "[text]") {  // 1
  Check("en", {
                  {"", {}},
                  {" ...! — 🙂 ™ \t", {}},
                  {"Where's my order?", {"0+1 word where [Where's]", "1+1 word my [my]", "2+1 word order [order]"}},
                  {"customers' and can't",
                   {"0+1 word customers [customers]", "1+1 word and [and]", "2+1 word can't [can't]"}},
                  {"can’t", {"0+1 word can't [can’t]"}},
                  {"Arduino™ (UNO)", {"0+1 word arduino [Arduino]", "1+1 word uno [UNO]"}},
                  {"soft\u00ADhyphen zero\u200Bwidth",
                   {"0+1 word softhyphen [soft\u00ADhyphen]", "1+1 word zerowidth [zero\u200Bwidth]"}},
                  {"end\u200B start", {"0+1 word end [end]", "1+1 word start [start]"}},
                  {"\"quoted\",text", {"0+1 word quoted [quoted]", "1+1 word text [text]"}},
                  {"한국어 텍스트", {"0+1 word 한국어 [한국어]", "1+1 word 텍스트 [텍스트]"}},
                  {"\u0600abc \u0600 x",
                   {"0+1 word abc [\u0600abc]", "1+1 word x [x]"}},  // a prepended mark is of the same cluster
              });
  Check("", {{"L’Opoponax", {"0+1 word l'opoponax [L’Opoponax]"}}, {"צה\"ל", {"0+1 word צהל [צה\"ל]"}}});
  Check("es", {{"¿Dónde está?", {"0+1 word donde [Dónde]", "1+1 word esta [está]"}}});
}

TEST_CASE("Analyzer: possessives go in English only", "[text]") {  // 1
  REQUIRE(Terms("en", "customer's CUSTOMER’S it's s's") == "customer customer it s");
  REQUIRE(Terms("nl", "foto's") == "foto's");
}

TEST_CASE("Analyzer: numbers and letters with digits", "[text]") {  // 2
  Check("en", {
                  {"1.10", {"0+1 number 1.10 [1.10]"}},
                  {"3,000.", {"0+1 number 3,000 [3,000]", "0+1 inner 3000 [3,000]"}},
                  {"-32300", {"0+1 number 32300 [32300]"}},
                  {"１２３ ٣٢٣", {"0+1 number 123 [１２３]", "1+1 number 323 [٣٢٣]"}},
                  {"e404", {"0+1 identifier e404 [e404]", "0+1 inner ~e [e404]", "0+1 inner ~404 [e404]"}},
                  {"0x80070005", {"0+1 identifier 0x80070005 [0x80070005]", "0+1 inner ~80070005 [0x80070005]"}},
                  {"1Z999AA10123456784", {"0+1 identifier 1z999aa10123456784 [1Z999AA10123456784]"}},
                  {"v4 4K",
                   {"0+1 identifier v4 [v4]", "0+1 inner ~v [v4]", "0+1 inner ~4 [v4]", "1+1 identifier 4k [4K]",
                    "1+1 inner ~4 [4K]", "1+1 inner ~k [4K]"}},
                  {"v1.10.2", {"0+2 identifier v1.10.2 [v1.10.2]", "0+1 word v [v]", "1+1 part 1.10.2 [1.10.2]"}},
                  {"25.4mm", {"0+2 identifier 25.4mm [25.4mm]", "0+1 part 25.4 [25.4]", "1+1 word mm [mm]"}},
                  {"10.5€", {"0+1 number 10.5 [10.5]"}},
                  {"1.", {"0+1 number 1 [1]"}},
                  {"1..2", {"0+1 number 1 [1]", "1+1 number 2 [2]"}},
                  {"1;2", {"0+1 number 1 [1]", "1+1 number 2 [2]"}},
              });
}

TEST_CASE("Analyzer: digits in groups", "[text]") {  // 2
  Check("en",
        {
            {"1,234,567.50", {"0+1 number 1,234,567.50 [1,234,567.50]", "0+1 inner 1234567.50 [1,234,567.50]"}},
            {"3.000,00", {"0+1 number 3.000,00 [3.000,00]", "0+1 inner 3000 [3.000,00]"}},
            {"3'000", {"0+1 number 3'000 [3'000]", "0+1 inner 3000 [3'000]"}},
            {"１，０００", {"0+1 number 1,000 [１，０００]", "0+1 inner 1000 [１，０００]"}},
            {"3 000", {"0+2 joined 3000 [3 000]", "0+1 number 3 [3]", "1+1 number 000 [000]"}},
            {"12\u202F345\u00A0678 €",
             {"0+3 joined 12345678 [12\u202F345\u00A0678]", "0+1 number 12 [12]", "1+1 number 345 [345]",
              "2+1 number 678 [678]"}},
            {"3,000-5,000",
             {"0+2 identifier 3,000-5,000 [3,000-5,000]", "0+2 joined 3,0005,000 [3,000-5,000]",
              "0+1 part 3,000 [3,000]", "0+1 inner 3000 [3,000]", "1+1 part 5,000 [5,000]", "1+1 inner 5000 [5,000]"}},
        });
  // What only looks like it: decimals, versions, telephone numbers, lists.
  for (const std::string_view text : {"1.10", "0.125", "1,23", "1234,567", "1,2345", "1,000.000,5", "555 123 4567",
                                      "in 2020 300 000", "03 000", "3  000", "3\n000", "3 000é", "3 000.5", "3 00"}) {
    CAPTURE(text);
    for (const std::string& line : Lines("en", text)) {
      CHECK(line.find("inner") == std::string::npos);
      CHECK(line.find("joined") == std::string::npos);
    }
  }
}

TEST_CASE("Analyzer: pieces within a unit", "[text]") {  // 3
  Check("en",
        {
            {"SkipBridge",
             {"0+1 word skipbridge [SkipBridge]", "0+1 inner ~skip [SkipBridge]", "0+1 inner ~bridge [SkipBridge]"}},
            {"PowerShell's",
             {"0+1 word powershell [PowerShell's]", "0+1 inner ~power [PowerShell's]",
              "0+1 inner ~shell [PowerShell's]"}},
            {"KT-INS114",
             {"0+2 identifier kt-ins114 [KT-INS114]", "0+2 joined ktins114 [KT-INS114]", "0+1 word kt [KT]",
              "1+1 part ins114 [INS114]", "1+1 inner ~ins [INS114]", "1+1 inner ~114 [INS114]"}},
        });
  REQUIRE(Terms("en", "XMLHttpRequest") == "xmlhttprequest ~xml ~http ~request");
  REQUIRE(Terms("en", "getUserId(x)") == "getuserid ~get ~user ~id x");
  REQUIRE(Terms("en", "HTMLParser.parseAll") == "htmlparser ~html ~parser parseall ~parse ~all");
  REQUIRE(Terms("en", "WiFi") == "wifi ~wi ~fi");
  REQUIRE(Terms("en", "SkipBridge2") == "skipbridge2 ~skip ~bridge ~2");
  REQUIRE(Terms("en", "25mm") == "25mm ~25 ~mm");
  // Not sure enough, or nothing to cut.
  for (const std::string_view text : {"iPhone", "eBay", "VMware", "URLs", "IDs", "SETTINGS", "Settings", "LaTeX",
                                      "getX", "1Z999AA10123456784", "SkipÉcole", "x1y", "AaBbCcDdEeFfGgHhIi"}) {
    CAPTURE(text);
    CHECK(Lines("en", text).size() == 1);
  }
}

TEST_CASE("Analyzer: identifiers", "[text]") {  // 3
  Check("en", {
                  {"(E-404)",
                   {"0+2 identifier e-404 [E-404]", "0+2 joined e404 [E-404]", "0+1 word e [E]", "1+1 part 404 [404]"}},
                  {"E\u2011404",
                   {"0+2 identifier e-404 [E\u2011404]", "0+2 joined e404 [E\u2011404]", "0+1 word e [E]",
                    "1+1 part 404 [404]"}},
                  {"ＡＢ－１２",
                   {"0+2 identifier ab-12 [ＡＢ－１２]", "0+2 joined ab12 [ＡＢ－１２]", "0+1 word ab [ＡＢ]",
                    "1+1 part 12 [１２]"}},
                  {"NOR.0707-60",
                   {"0+3 identifier nor.0707-60 [NOR.0707-60]", "0+3 joined nor070760 [NOR.0707-60]",
                    "0+1 word nor [NOR]", "1+1 part 0707 [0707]", "2+1 part 60 [60]"}},
                  {"16-07",
                   {"0+2 identifier 16-07 [16-07]", "0+2 joined 1607 [16-07]", "0+1 part 16 [16]", "1+1 part 07 [07]"}},
                  {"2.4.3-p1",
                   {"0+2 identifier 2.4.3-p1 [2.4.3-p1]", "0+2 joined 2.4.3p1 [2.4.3-p1]", "0+1 part 2.4.3 [2.4.3]",
                    "1+1 part p1 [p1]", "1+1 inner ~p [p1]", "1+1 inner ~1 [p1]"}},
                  {"SKIP_BRIDGE",
                   {"0+2 identifier skip_bridge [SKIP_BRIDGE]", "0+2 joined skipbridge [SKIP_BRIDGE]",
                    "0+1 word skip [SKIP]", "1+1 word bridge [BRIDGE]"}},
                  {"__init__", {"0+1 word init [init]"}},
                  {"std::vector2",
                   {"0+2 identifier std::vector2 [std::vector2]", "0+2 joined stdvector2 [std::vector2]",
                    "0+1 word std [std]", "1+1 part vector2 [vector2]", "1+1 inner ~vector [vector2]",
                    "1+1 inner ~2 [vector2]"}},
                  {"--version", {"0+1 identifier --version [version]", "0+1 word version [version]"}},
                  {"--dry-run",
                   {"0+2 identifier --dry-run [dry-run]", "0+2 joined dryrun [dry-run]", "0+1 word dry [dry]",
                    "1+1 word run [run]"}},
                  {"word--version", {"0+1 word word [word]", "1+1 word version [version]"}},
                  {"---version", {"0+1 word version [version]"}},
                  // a separator that does not touch both sides joins nothing
                  {"E- 404", {"0+1 word e [E]", "1+1 number 404 [404]"}},
                  {"E -404", {"0+1 word e [E]", "1+1 number 404 [404]"}},
                  {"404.", {"0+1 number 404 [404]"}},
                  {"E--404", {"0+1 word e [E]", "1+1 number 404 [404]"}},
              });
  REQUIRE(Terms("en", "user1@example.com") == "user1@example.com user1examplecom user1 ~user ~1 example com");
  REQUIRE(Terms("en", "10:30, 2021-12-21") == "10:30 1030 10 30 2021-12-21 20211221 2021 12 21");
}

TEST_CASE("Analyzer: compounds and other chains of plain words", "[text]") {  // 4
  Check("en", {
                  {"wi-fi", {"0+2 joined wifi [wi-fi]", "0+1 word wi [wi]", "1+1 word fi [fi]"}},
                  {"rain-jacket",
                   {"0+2 joined rainjacket [rain-jacket]", "0+1 word rain [rain]", "1+1 word jacket [jacket]"}},
                  {"p.m.", {"0+2 joined pm [p.m]", "0+1 word p [p]", "1+1 word m [m]"}},
                  {"and/or", {"0+1 word and [and]", "1+1 word or [or]"}},
                  {"help.example", {"0+1 word help [help]", "1+1 word example [example]"}},
                  {"note:this", {"0+1 word note [note]", "1+1 word this [this]"}},
              });
  REQUIRE(Terms("en", "state-of-art") == "stateofart state of art");
  REQUIRE(Terms("en", "one-two-three-four") == "one two three four");
  REQUIRE(Terms("en", "john@example.com https://help.example.com/a/b") ==
          "john@example.com johnexamplecom john example com https help example com a b");
  REQUIRE(Terms("en", "U.S.A.") == "usa u s a");
}

TEST_CASE("Analyzer: names with symbols", "[text]") {  // 5
  Check("en",
        {
            {"C++", {"0+1 identifier c++ [C++]"}},
            {"C#, F#.", {"0+1 identifier c# [C#]", "1+1 identifier f# [F#]"}},
            {".NET", {"0+1 identifier .net [.NET]"}},
            {"(.net)", {"0+1 identifier .net [.net]"}},
            {"ASP.NET", {"0+1 word asp [ASP]", "1+1 word net [NET]"}},
            {"...net", {"0+1 word net [net]"}},
            {"C++17", {"0+1 identifier c++ [C++]", "1+1 number 17 [17]"}},
            {"B#12", {"0+2 identifier b#12 [B#12]", "0+2 joined b12 [B#12]", "0+1 word b [B]", "1+1 part 12 [12]"}},
            {"C+++", {"0+1 word c [C]"}},
            {"ABC++ C## a+b", {"0+1 word abc [ABC]", "1+1 word c [C]", "2+1 word a [a]", "3+1 word b [b]"}},
        });
  Check("zh", {{"用C#", {"0+1 cjk 用 [用]", "1+1 identifier c# [C#]"}},
               {"用.NET", {"0+1 cjk 用 [用]", "1+1 identifier .net [.NET]"}},
               {"C#用", {"0+1 identifier c# [C#]", "1+1 cjk 用 [用]"}}});
}

TEST_CASE("Analyzer: Chinese and Japanese", "[text]") {  // 6
  Check("zh",
        {
            {"写周报",
             {"0+2 pair 写周 [写周]", "0+1 cjk 写 [写]", "1+2 pair 周报 [周报]", "1+1 cjk 周 [周]", "2+1 cjk 报 [报]"}},
            {"铁路12306", {"0+2 pair 铁路 [铁路]", "0+1 cjk 铁 [铁]", "1+1 cjk 路 [路]", "2+1 number 12306 [12306]"}},
            {"繁體", {"0+2 pair 繁体 [繁體]", "0+1 cjk 繁 [繁]", "1+1 cjk 体 [體]"}},
            {"退，款", {"0+1 cjk 退 [退]", "1+1 cjk 款 [款]"}},
            {"退 款", {"0+1 cjk 退 [退]", "1+1 cjk 款 [款]"}},
            {"App版", {"0+1 word app [App]", "1+1 cjk 版 [版]"}},
            {"々a々", {"0+1 cjk 々 [々]", "1+1 word a [a]", "2+1 cjk 々 [々]"}},
        });
  REQUIRE(Terms("zh", "告诉我如何写周报") == "告诉 告 诉我 诉 我如 我 如何 如 何写 何 写周 写 周报 周 报");
  REQUIRE(Terms("zh", "繁體") == Terms("zh", "繁体"));
  Check("ja",
        {
            {"ﾃﾞ", {"0+1 cjk デ [ﾃﾞ]"}},
            {"ﾃﾞｰﾀ",
             {"0+2 pair デー [ﾃﾞｰ]", "0+1 cjk デ [ﾃﾞ]", "1+2 pair ータ [ｰﾀ]", "1+1 cjk ー [ｰ]", "2+1 cjk タ [ﾀ]"}},
            {"か\u3099", {"0+1 cjk が [か\u3099]"}},
            {"ア_イ", {"0+1 cjk ア [ア]", "1+1 cjk イ [イ]"}},
            {"體", {"0+1 cjk 體 [體]"}},
        });
}

TEST_CASE("Analyzer: scripts cut by dictionary", "[text]") {  // 7
  Check("", {
                {"ภาษาไทยabc", {"0+1 word ภาษา [ภาษา]", "1+1 word ไทย [ไทย]", "2+1 word abc [abc]"}},
                {"v2ไทย 2",
                 {"0+1 identifier v2 [v2]", "0+1 inner ~v [v2]", "0+1 inner ~2 [v2]", "1+1 word ไทย [ไทย]",
                  "2+1 number 2 [2]"}},
                {"ខ្មែរ", {"0+1 word ខ្មែរ [ខ្មែរ]"}},
            });
  REQUIRE(Lines("", "ພາສາລາວ").size() == 2);
  REQUIRE(Lines("", "မြန်မာစာ").size() >= 2);
}

TEST_CASE("Analyzer: caps", "[text]") {  // 8
  const Analyzer analyzer(FindLanguagePack("en"));
  TokenList list;
  for (const std::string_view letter : {"a", "é", "文\u3099", "ไ", "𝒜", "ß", "\u00ADa"}) {
    std::string word;
    for (int k = 0; k < 100'000; ++k) word += letter;
    CAPTURE(letter);
    analyzer.Analyze(word, &list);
    REQUIRE(!list.units.empty());
    REQUIRE(list.units.back().end == word.size());
    for (const Token& token : list.tokens) {
      REQUIRE(token.term_size <= limits::kMaxTermBytes);
      REQUIRE(FindInvalidUtf8(list.Term(token)) == kValidUtf8);
    }
  }
  // A whole that is cut would be that of others too.
  analyzer.Analyze(std::string(100'000, 'a') + "-1", &list);
  REQUIRE(list.tokens.size() == 2);
  REQUIRE(list.Term(list.tokens[0]) == std::string(limits::kMaxTermBytes, 'a'));
  std::string chain;
  for (std::size_t k = 0; k < limits::kMaxIdentifierParts; ++k) chain += StrCat(k == 0 ? "" : "-", k % 10);
  REQUIRE(Terms("en", chain).starts_with(StrCat(chain, " 0123456789")));
  REQUIRE(Terms("en", chain + "-x").starts_with("0 1 2 3"));
  // A thousand groups of digits are no number.
  std::string digits = "1";
  for (int k = 0; k < 1'000; ++k) digits += " 000";
  analyzer.Analyze(digits, &list);
  REQUIRE(list.tokens.size() == list.units.size());
  analyzer.Analyze(std::string(limits::kMaxDocumentBytes - 2, ' ') + "ab cd", &list);
  REQUIRE(list.tokens.size() == 1);
  REQUIRE(list.Term(list.tokens[0]) == "ab");
}

TEST_CASE("Analyzer: any bytes, and a list used again", "[text]") {  // 9
  REQUIRE(Terms("en", std::string_view("a\0b\xFF"
                                       "c\xE4\xB8 d",
                                       9)) == "a b c d");
  const Analyzer analyzer(FindLanguagePack("zh"));
  TokenList list;
  analyzer.Analyze("a\xFF\xFE \xE4\xB8 写\x80 \uFFFD", &list);
  REQUIRE(list.replaced == 4);
  analyzer.Analyze("one E-404 写周报", &list);
  analyzer.Analyze("two", &list);
  REQUIRE(list.tokens.size() == 1);
  REQUIRE(list.units.size() == 1);
  REQUIRE(list.arena == "two");
  REQUIRE(list.replaced == 0);
}

}  // namespace
}  // namespace signpost::text
