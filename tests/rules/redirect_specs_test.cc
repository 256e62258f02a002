// SPDX-License-Identifier: Apache-2.0
// Properties of redirects that carry values, as named specs of a shop:
//  1. Tracking codes of each carrier, bare and beside a word, in four languages, lead to the page with the code percent-encoded.
//  2. A wrong check digit leads nowhere.
//  3. A number whose check is weak leads nowhere by itself, unless the shop says so; one that is the bar code of an article never does.
//  4. Order numbers in the shop's own shape, by an expression.
//  5. What is typed decides neither scheme nor host.
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "rules/test_rules.h"

namespace signpost::rules {
namespace {

RuleSet Shop() {
  std::vector<RuleCondition> track;
  for (const char* words : {"track", "track my package", "where is my package", "rastrear", "seguimiento", "rastreio",
                            "查快递", "ups", "fedex", "dhl"}) {
    track.push_back({.pattern = StrCat(words, " {tracking:ups|fedex|usps|s10|dhl}")});
  }
  track.push_back({.pattern = "{tracking:ups|fedex|usps|s10|dhl}"});
  track.push_back({.pattern = "{tracking:ups|usps|s10}", .anchoring = Anchoring::kContains});
  std::vector<RuleCondition> order;
  for (const char* words : {"order", "where is my order", "dónde está mi pedido", "onde está meu pedido", "我的订单"}) {
    order.push_back({.pattern = StrCat(words, " {order}"), .anchoring = Anchoring::kStartsWith});
  }
  order.push_back({.pattern = "{order:/(FW-)?\\d{8}/}"});
  return Compiled({{.object_id = "track",
                    .conditions = track,
                    .consequence = RedirectTo("https://www.fernway.example/track?nums={tracking}")},
                   {.object_id = "order", .conditions = order, .consequence = RedirectTo("/account/orders/{order}")}});
}

struct Spec {
  const char* query;
  const char* url;  // "": none
};

void Check(const Spec& spec) {
  CAPTURE(spec.query);
  const Outcome outcome = Apply(Shop(), spec.query);
  std::string url = outcome.redirect ? outcome.redirect->url : "";
  CHECK(url == spec.url);
}

TEST_CASE("Redirect spec: carriers", "[rules]") {  // 1, 2
  Check(GENERATE(values<Spec>({
      {"track 1Z999AA10123456784", "https://www.fernway.example/track?nums=1Z999AA10123456784"},
      {"1Z999AA10123456784", "https://www.fernway.example/track?nums=1Z999AA10123456784"},
      {"1z 999 aa1 01 2345 6784", "https://www.fernway.example/track?nums=1z999aa10123456784"},
      {"where is my package 1Z999AA10123456784?", "https://www.fernway.example/track?nums=1Z999AA10123456784"},
      {"hi my 1Z999AA10123456784 is late", "https://www.fernway.example/track?nums=1Z999AA10123456784"},
      {"1Z999AA10123456785", ""},
      {"RR123456785US", "https://www.fernway.example/track?nums=RR123456785US"},
      {"rastrear RR 123 456 785 US", "https://www.fernway.example/track?nums=RR123456785US"},
      {"RR123456784US", ""},
      {"9400111899223856019073", "https://www.fernway.example/track?nums=9400111899223856019073"},
      {"9400 1118 9922 3856 0190 73", "https://www.fernway.example/track?nums=9400111899223856019073"},
      {"9400111899223856019074", ""},
      {"041441760228964", "https://www.fernway.example/track?nums=041441760228964"},
      {"fedex 986578788855", "https://www.fernway.example/track?nums=986578788855"},
      {"fedex 986578788856", ""},
      {"dhl 1234567891", "https://www.fernway.example/track?nums=1234567891"},
      {"dhl 1234567890", ""},
      {"00340434160012345671", "https://www.fernway.example/track?nums=00340434160012345671"},
      {"JD014600006281230704", "https://www.fernway.example/track?nums=JD014600006281230704"},
      {"JD01", ""},
      {"seguimiento 1Z999AA10123456784", "https://www.fernway.example/track?nums=1Z999AA10123456784"},
      {"查快递1Z999AA10123456784", "https://www.fernway.example/track?nums=1Z999AA10123456784"},
  })));
}

TEST_CASE("Redirect spec: weak numbers and bar codes", "[rules]") {  // 3
  Check(GENERATE(values<Spec>({
      {"986578788855", ""},                                                           // FedEx, one in eleven
      {"1234567891", ""},                                                             // DHL, one in seven
      {"track 763550588519", "https://www.fernway.example/track?nums=763550588519"},  // FedEx, and a bar code
      {"763550588519", ""},
      {"4006381333931", ""},  // EAN-13
      {"036000291452", ""},   // UPC-A
  })));
  const RuleSet willing = Compiled({RuleFor("r", "{tracking:fedex?|dhl?}", Anchoring::kIs, RedirectTo("/{tracking}"))});
  CHECK(Apply(willing, "986578788855").redirect->url == "/986578788855");
  CHECK(Apply(willing, "1234567891").redirect->url == "/1234567891");
  CHECK_FALSE(Apply(willing, "763550588519").redirect.has_value());
  const RuleSet orders = Compiled({RuleFor("r", "{order}", Anchoring::kIs, RedirectTo("/{order}"))});
  CHECK(Apply(orders, "1234567890").redirect->url == "/1234567890");
  CHECK_FALSE(Apply(orders, "4006381333931").redirect.has_value());
  CHECK_FALSE(Apply(orders, "036000291452").redirect.has_value());
}

TEST_CASE("Redirect spec: orders", "[rules]") {  // 4
  Check(GENERATE(values<Spec>({
      {"20417735", "/account/orders/20417735"},
      {"fw-20417735", "/account/orders/fw-20417735"},
      {"2041773", ""},
      {"FX-20417735", ""},
      {"order 1234567890", "/account/orders/1234567890"},
      {"¿Dónde está mi pedido 12345?", "/account/orders/12345"},
      {"donde esta mi pedido #FW-20417735", "/account/orders/FW-20417735"},
      {"我的订单 12345 到哪了", "/account/orders/12345"},
      {"我的訂單12345到哪了", "/account/orders/12345"},
      {"where is my order", ""},
      {"order status", ""},
  })));
}

TEST_CASE("Redirect spec: 1234567890 by a template with nums", "[rules]") {  // 1, 4
  const RuleSet set = Compiled(
      {RuleFor("r", "{tracking:/\\d{10}/}", Anchoring::kIs, RedirectTo("https://t.example/track?nums={tracking}"))});
  CHECK(Apply(set, "1234567890").redirect->url == "https://t.example/track?nums=1234567890");
  CHECK_FALSE(Apply(set, "12345678901").redirect.has_value());
}

TEST_CASE("Redirect spec: scheme and host are the template's", "[rules]") {  // 5
  const RuleSet set =
      Compiled({RuleFor("r", "go {where}", Anchoring::kStartsWith, RedirectTo("https://a.example/{where}"))});
  CHECK(Apply(set, "go @evil.example").redirect->url == "https://a.example/evil.example");
  CHECK(Apply(set, "go evil.example/../x").redirect->url.starts_with("https://a.example/evil.example"));
  for (const char* url : {"{where}", "{where}://x", "https://{where}/", "https://a.example:{where}/",
                          "https://x@{where}/", "javascript:{where}", "//{where}"}) {
    CAPTURE(url);
    CHECK_FALSE(RuleSet::Compile({RuleFor("r", "go {where}", Anchoring::kIs, RedirectTo(url))}).ok());
  }
}

}  // namespace
}  // namespace signpost::rules
