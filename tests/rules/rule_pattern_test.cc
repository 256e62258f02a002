// SPDX-License-Identifier: Apache-2.0
// Properties of patterns, each seen through a compiled rule with a redirect:
//  1. Words match without regard to case, accents and punctuation, in order and side by side, where the anchoring says.
//  2. A capture takes the longest text that its validator accepts, as it was typed; numbers of carriers also in groups.
//  3. A capture without a validator takes one token: text without white space that does not end inside a word.
//  4. No capture begins or ends inside a word, unless the pattern's own words go on there.
//  5. In texts without spaces, a capture stands directly behind the words.
//  6. Full-width digits and letters count as ASCII for validators.
//  7. A query of more than kMaxRuleQueryTokens words meets no capture, and still every pattern of words.
//  8. A pattern of many captures costs no more than words times captures.
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "rules/test_rules.h"

namespace signpost::rules {
namespace {

constexpr Anchoring kIs = Anchoring::kIs;
constexpr Anchoring kStarts = Anchoring::kStartsWith;
constexpr Anchoring kEnds = Anchoring::kEndsWith;
constexpr Anchoring kContains = Anchoring::kContains;
constexpr const char* kNone = nullptr;

struct Case {
  const char* pattern;
  Anchoring anchoring;
  const char* query;
  const char* captured;  // of the first capture, percent-encoded; "" when the pattern has none; kNone: no match
};

// The name of the first capture in a pattern, or "".
std::string FirstCapture(std::string_view pattern) {
  const std::size_t open = pattern.find('{');
  if (open == std::string_view::npos) return "";
  return std::string(pattern.substr(open + 1, pattern.find_first_of(":}", open) - open - 1));
}

void Check(const Case& c) {
  CAPTURE(c.pattern, c.anchoring, c.query);
  const std::string name = FirstCapture(c.pattern);
  const RuleSet set =
      Compiled({RuleFor("r", c.pattern, c.anchoring, RedirectTo(name.empty() ? "/go/" : "/go/{" + name + "}"))});
  const Outcome outcome = Apply(set, c.query);
  REQUIRE(outcome.redirect.has_value() == (c.captured != kNone));
  if (c.captured == kNone) return;
  CHECK(outcome.redirect->url == std::string("/go/") + c.captured);
  CHECK(outcome.redirect->rule == "r");
}

TEST_CASE("Pattern: words and anchoring", "[rules]") {  // 1
  Check(GENERATE(values<Case>({
      {"store hours", kIs, "store hours", ""},
      {"store hours", kIs, "  Store   HOURS?! ", ""},
      {"store hours", kIs, "store-hours", ""},
      {"store hours", kIs, "storé hours", ""},
      {"número de seguimiento", kIs, "Numero de SEGUIMIENTO", ""},
      {"store hours", kIs, "store hours today", kNone},
      {"store hours", kIs, "the store hours", kNone},
      {"store hours", kIs, "hours store", kNone},
      {"store hours", kIs, "store", kNone},
      {"store hours", kIs, "stores hours", kNone},
      {"store hours", kIs, "", kNone},
      {"store hours", kStarts, "store hours", ""},
      {"store hours", kStarts, "store hours on sunday", ""},
      {"store hours", kStarts, "sunday store hours", kNone},
      {"store hours", kStarts, "store opening hours", kNone},
      {"near me", kEnds, "near me", ""},
      {"near me", kEnds, "stores near me?", ""},
      {"near me", kEnds, "near me, near me", ""},
      {"near me", kEnds, "near me please", kNone},
      {"gift card pin", kContains, "gift card pin", ""},
      {"gift card pin", kContains, "where is my gift card gift card pin now", ""},
      {"gift card pin", kContains, "gift card with pin", kNone},
      {"gift card pin", kContains, "gift pin card", kNone},
      {"recall", kContains, "is there a RECALL, or not", ""},
      {"recall", kContains, "recalled", kNone},
      {"version", kIs, "--version", ""},
      {"c++", kIs, "C++", ""},
      {"c++", kIs, "c", kNone},
      {"error E-404", kContains, "what is error e-404?", ""},
      {"error E-404", kContains, "what is error e-405?", kNone},
      {"", kIs, "", ""},
      {"", kIs, "  ?! ", ""},
      {"", kIs, "a", kNone},
      {"召回", kContains, "帐篷召回了吗", ""},
      {"召回", kIs, "召 回", ""},
      {"召回", kContains, "召不回", kNone},
      {"订单", kContains, "訂單狀態", ""},
      {"能寄到", kStarts, "能寄到加拿大吗", ""},
      {"能寄到", kStarts, "你们能寄到加拿大吗", kNone},
      {"附近门店", kEnds, "有没有附近门店", ""},
  })));
}

TEST_CASE("Pattern: tracking numbers", "[rules]") {  // 2, 4, 6
  Check(GENERATE(values<Case>({
      {"track {code:ups}", kIs, "track 1Z999AA10123456784", "1Z999AA10123456784"},
      {"track {code:ups}", kIs, "TRACK: 1z999aa10123456784.", "1z999aa10123456784"},
      {"track {code:ups}", kIs, "track 1Z999AA10123456785", kNone},
      {"track {code:ups}", kIs, "track 1Z999AA10123456784 please", kNone},
      {"track {code:ups}", kIs, "track", kNone},
      {"track {code:ups}", kIs, "1Z999AA10123456784", kNone},
      {"track {code:ups}", kStarts, "track 1Z999AA10123456784 please", "1Z999AA10123456784"},
      {"track {code:ups}", kContains, "can you track 1Z999AA10123456784 please", "1Z999AA10123456784"},
      {"track {code:ups}", kContains, "track this, or track 1Z999AA10123456784", "1Z999AA10123456784"},
      {"track {code:ups}", kEnds, "please track 1Z999AA10123456784", "1Z999AA10123456784"},
      {"track {code:ups}", kEnds, "track 1Z999AA10123456784 now", kNone},
      {"{code:ups}", kIs, "1Z999AA10123456784", "1Z999AA10123456784"},
      {"{ups}", kIs, "1Z999AA10123456784", "1Z999AA10123456784"},
      {"{ups}", kIs, "1Z 999 AA1 01 2345 6784", "1Z999AA10123456784"},
      {"{ups}", kIs, "1Z 9 9 9 AA1 01 2345 67 84", kNone},  // more than kMaxCaptureTokens groups
      {"{ups}", kContains, "where is 1Z 999 AA1 01 2345 6784 now 12", "1Z999AA10123456784"},
      {"{ups}", kContains, "1Z999AA10123456785 or 1Z999AA10123456784", "1Z999AA10123456784"},
      {"{ups}", kContains, "(1Z999AA10123456784)", "1Z999AA10123456784"},
      {"{ups}", kContains, "ups:1Z999AA10123456784", "1Z999AA10123456784"},
      {"{ups}", kContains, "XX-1Z999AA10123456784", kNone},
      {"{ups}", kContains, "X1Z999AA10123456784", kNone},
      {"{ups}", kEnds, "ups 1Z999AA10123456784", "1Z999AA10123456784"},
      {"{ups} {what}", kContains, "is 1Z999AA10123456784 late", "1Z999AA10123456784"},
      {"{ups} late", kContains, "my 1Z999AA10123456784 late parcel", "1Z999AA10123456784"},
      {"{ups} late", kEnds, "1Z999AA10123456784 late", "1Z999AA10123456784"},
      {"{ups} late", kEnds, "1Z999AA10123456784 late again", kNone},
      {"{ups} late", kIs, "1Z999AA10123456784 late", "1Z999AA10123456784"},
      {"{s10}", kIs, "RR123456785US", "RR123456785US"},
      {"{s10}", kIs, "RR 123 456 785 US", "RR123456785US"},
      {"{s10}", kIs, "RR123456784US", kNone},
      {"usps {t:s10}", kIs, "usps rr123456785us", "rr123456785us"},
      {"fedex {t:fedex}", kIs, "fedex 9865 7878 8855", "986578788855"},
      {"fedex {t:fedex}", kIs, "fedex 986578788856", kNone},
      {"fedex {t:fedex}", kStarts, "fedex 986578788855 2 parcels", "986578788855"},
      {"fedex {t:fedex}", kStarts, "fedex 986578788855-2", kNone},
      {"{ups}", kIs, "１Ｚ９９９ＡＡ１０１２３４５６７８４", "1Z999AA10123456784"},
      {"{ups}", kIs, "1Z 999　AA1\u00A001\t2345\n6784", "1Z999AA10123456784"},
  })));
}

TEST_CASE("Pattern: order numbers, numbers and addresses", "[rules]") {  // 2, 4, 5, 6
  Check(GENERATE(values<Case>({
      {"where is my order {order:order}", kIs, "Where is my order FW-20417735?", "FW-20417735"},
      {"where is my order {order}", kIs, "where is my order #20417735", "20417735"},
      {"order {order}", kIs, "order#20417735", "20417735"},
      {"order {order}", kIs, "order-20417735", "20417735"},
      {"order {order}", kIs, "order FW-204", kNone},
      {"order {order}", kIs, "order FW 20417735", kNone},
      {"order {order}", kStarts, "order FW-20417735 is late", "FW-20417735"},
      {"order {order}", kStarts, "order 20417735_7", kNone},
      {"order {order}", kStarts, "order 20417735.", "20417735"},
      {"order {order}", kStarts, "order 20417735, 20417736", "20417735"},
      {"{order}", kContains, "my order#20417735 please", "20417735"},
      {"{order}", kIs, "FW-20417735", "FW-20417735"},
      {"{order}", kIs, "fw‑20417735", kNone},  // not a hyphen
      {"FW-{n:number}", kIs, "fw-20417735", "20417735"},
      {"{n:number}", kContains, "what is E-217", kNone},
      {"{n:number}", kContains, "what is E217", kNone},
      {"{n:number}", kContains, "v1.10.2", kNone},
      {"{n:number}", kContains, "version 1.10", kNone},
      {"{n:number}", kContains, "size 42, please", "42"},
      {"{n:number} mm", kContains, "a 25mm or 25 mm hose", "25"},
      {"{n:number}-{m:number}", kIs, "12-34", kNone},  // one word
      {"{n:number} to {m:number}", kIs, "12 to 34", "12"},
      {"订单 {order:order}", kIs, "订单20417735", "20417735"},
      {"我的订单 {order:order}", kIs, "我的订单12345", "12345"},
      {"我的订单 {order:order}", kIs, "我的订单：FW-20417735", "FW-20417735"},
      {"我的订单 {order:order}", kIs, "我的订单１２３４５", "12345"},
      {"我的订单 {order:order}", kIs, "我的订单12345到哪了", kNone},
      {"我的订单 {order:order}", kContains, "我的订单12345到哪了", "12345"},
      {"我的订单 {order:order}", kStarts, "我的訂單 12345 到哪了", "12345"},
      {"{order}", kContains, "请问我的订单12345到哪了", "12345"},
      {"{order}到哪", kContains, "请问我的订单12345到哪了", "12345"},
      {"คำสั่งซื้อ {order}", kIs, "คำสั่งซื้อ20417735", "20417735"},
      {"{email}", kIs, "jane.doe+x@example.co.uk", "jane.doe%2Bx%40example.co.uk"},
      {"{email}", kContains, "write to <jane@example.com>, please", "jane%40example.com"},
      {"{email}", kContains, "mailto:jane@example.com.", "jane%40example.com"},
      {"{email}", kContains, "my mail is josé.doe@example.com", kNone},
      {"{email}", kContains, "jane@example", kNone},
      {"unsubscribe {email}", kIs, "Unsubscribe jane2@example.com", "jane2%40example.com"},
  })));
}

TEST_CASE("Pattern: a capture without a validator", "[rules]") {  // 3, 4
  Check(GENERATE(values<Case>({
      {"rma {code}", kIs, "rma 81204", "81204"},
      {"rma {code}", kIs, "RMA-81204", "81204"},
      {"rma {code}", kIs, "rma XY-81204/2", "XY-81204%2F2"},
      {"rma {code}", kIs, "rma XY 81204", kNone},
      {"rma {code}", kStarts, "rma XY-81204 please", "XY-81204"},
      {"rma {code}", kStarts, "rma ÄÖ&ü please", "%C3%84%C3%96%26%C3%BC"},
      {"{what} status", kEnds, "the order status", "order"},
      {"{a} {b}", kIs, "wi-fi router", "wi-fi"},
      {"{a} {b}", kIs, "wi-fi", kNone},
      {"{a} {b} {c}", kIs, "one two three", "one"},
      {"{a} {b} {c}", kIs, "one two", kNone},
      {"退货 {thing}", kIs, "退货帐篷", "%E5%B8%90%E7%AF%B7"},
  })));
}

TEST_CASE("Pattern: ill-formed bytes are captured as U+FFFD", "[rules]") {  // 3
  const RuleSet set = Compiled({RuleFor("r", "rma {code}", Anchoring::kIs, RedirectTo("/{code}"))});
  CHECK(Apply(set,
              "rma ab\xFF"
              "cd",
              {})
            .redirect->url == "/ab%EF%BF%BDcd");
}

std::string Repeated(std::string_view word, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out.append(word).push_back(' ');
  return out;
}

TEST_CASE("Pattern: long queries", "[rules]") {  // 7
  const RuleSet set = Compiled({RuleFor("capture", "order {n:number}", Anchoring::kContains, Banner("{n}")),
                                RuleFor("words", "late parcel", Anchoring::kContains, Banner("w")),
                                RuleFor("end", "thank you", Anchoring::kEndsWith, Banner("e")),
                                RuleFor("start", "hello", Anchoring::kStartsWith, Banner("s"))});
  const std::string short_query =
      "hello " + Repeated("word", limits::kMaxRuleQueryTokens - 7) + "late parcel order 17 thank you";
  CHECK(Apply(set, short_query).applied == std::vector<std::string>{"capture", "words", "end", "start"});
  const std::string long_query = "hello thank you " + Repeated("word", 10'000) + "late parcel order 17 thank you";
  CHECK(Apply(set, long_query).applied == std::vector<std::string>{"words", "end", "start"});
}

TEST_CASE("Pattern: many captures", "[rules]") {  // 8
  std::string pattern;
  for (int i = 0; i < 30; ++i) pattern += "{c" + std::to_string(i) + "} ";
  const RuleSet set = Compiled({RuleFor("r", pattern + "end", Anchoring::kIs, RedirectTo("/{c0}"))});
  std::string query = "a";
  for (int i = 0; i < 62; ++i) query += "&a";  // every split is tried; without memory there are more than 10^15
  CHECK_FALSE(Apply(set, query).redirect.has_value());
  CHECK(Apply(set, query + " end").redirect->url == "/a%26a%26a%26a%26a%26a%26a%26a");
}

}  // namespace
}  // namespace signpost::rules
