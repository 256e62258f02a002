// SPDX-License-Identifier: Apache-2.0
// Properties of rule sets:
//  1. The first matching rule with a redirect answers alone: no banner, pin or hiding of another rule comes with it.
//  2. Without a redirect all matching rules apply, in the order of the list.
//  3. Promotions are by position, then in the order of the rules, each object once; hidden objects once.
//  4. One condition of a rule suffices, and the first that matches gives the captures.
//  5. A context restricts a condition to requests that name it.
//  6. A rule without conditions applies to every query; a disabled one to none.
//  7. Captures stand in user data as they are, and percent-encoded in the redirect.
//  8. A set that is compiled again from list() does the same; an empty set does nothing.
//  9. The rules of a help center do what their descriptions say.
#include "rules/rule_set.h"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "rules/test_rules.h"

namespace signpost::rules {
namespace {

using Strings = std::vector<std::string>;

Rule RuleWith(std::string id, std::vector<RuleCondition> conditions, RuleConsequence consequence) {
  Rule rule = RuleFor(std::move(id), "", Anchoring::kIs, std::move(consequence));
  rule.conditions = std::move(conditions);
  return rule;
}

// One condition for each pattern.
std::vector<RuleCondition> AnyOf(const Strings& patterns, Anchoring anchoring) {
  std::vector<RuleCondition> conditions;
  for (const std::string& pattern : patterns) conditions.push_back({.pattern = pattern, .anchoring = anchoring});
  return conditions;
}

TEST_CASE("Rule set: the first redirect answers", "[rules]") {  // 1
  const RuleSet set = Compiled({
      RuleFor("banner", "track", Anchoring::kContains, {.user_data = "b", .promote = {{"x", 0}}, .hide = {"y"}}),
      RuleFor("any", "track {code}", Anchoring::kIs, RedirectTo("/any/{code}")),
      RuleFor("ups", "track {code:ups}", Anchoring::kIs, RedirectTo("/ups/{code}")),
  });
  const Outcome redirected = Apply(set, "track 1Z999AA10123456784");
  REQUIRE(redirected.redirect.has_value());
  CHECK(redirected.redirect->url == "/any/1Z999AA10123456784");
  CHECK(redirected.redirect->rule == "any");
  CHECK(redirected.applied == Strings{"any"});
  CHECK(redirected.user_data.empty());
  CHECK(redirected.promote.empty());
  CHECK(redirected.hide.empty());

  const Outcome plain = Apply(set, "track it with care");
  CHECK_FALSE(plain.redirect.has_value());
  CHECK(plain.applied == Strings{"banner"});
  CHECK(plain.user_data == std::vector<Value>{"b"});
}

TEST_CASE("Rule set: all matching rules apply in order", "[rules]") {  // 2, 3
  const RuleSet set = Compiled({
      RuleFor("a", "return", Anchoring::kContains,
              {.user_data = "a", .promote = {{"late", 3}, {"first", 0}, {"twice", 2}}, .hide = {"h1", "h2"}}),
      RuleFor("other", "exchange", Anchoring::kContains, {.user_data = "other"}),
      RuleFor("b", "return", Anchoring::kStartsWith,
              {.promote = {{"twice", 1}, {"second", 0}, {"twice", 0}}, .hide = {"h2", "h3", "h3"}}),
      RuleFor("c", "a tent", Anchoring::kEndsWith, {.user_data = Value::Object{{"banner", "c"}}}),
  });
  const Outcome outcome = Apply(set, "return a tent");
  CHECK(outcome.applied == Strings{"a", "b", "c"});
  CHECK(outcome.user_data == std::vector<Value>{"a", Value::Object{{"banner", "c"}}});
  CHECK(outcome.promote == std::vector<Promotion>{{"first", 0}, {"second", 0}, {"twice", 0}, {"late", 3}});
  CHECK(outcome.hide == Strings{"h1", "h2", "h3"});
}

TEST_CASE("Rule set: the first matching condition gives the captures", "[rules]") {  // 4
  const RuleSet set = Compiled({RuleWith("r",
                                         {{.pattern = "open {n:number}", .anchoring = Anchoring::kIs},
                                          {.pattern = "{n} 17", .anchoring = Anchoring::kIs},
                                          {.pattern = "{n:number}", .anchoring = Anchoring::kContains}},
                                         RedirectTo("/{n}"))});
  CHECK(Apply(set, "open 17").redirect->url == "/17");
  CHECK(Apply(set, "close 17").redirect->url == "/close");
  CHECK(Apply(set, "please close 17 and 18").redirect->url == "/17");
  CHECK_FALSE(Apply(set, "close").redirect.has_value());
}

TEST_CASE("Rule set: contexts", "[rules]") {  // 5
  const RuleSet set = Compiled({RuleWith("r",
                                         {{.pattern = "returns", .anchoring = Anchoring::kIs, .context = "shop"},
                                          {.pattern = "returns policy", .anchoring = Anchoring::kIs},
                                          {.pattern = "", .anchoring = Anchoring::kIs, .context = "app"}},
                                         Banner("r"))});
  CHECK(Apply(set, "returns").applied.empty());
  CHECK(Apply(set, "returns", {"blog", "shop"}).applied == Strings{"r"});
  CHECK(Apply(set, "returns", {"Shop"}).applied.empty());
  CHECK(Apply(set, "returns policy", {"blog"}).applied == Strings{"r"});
  CHECK(Apply(set, "", {"app"}).applied == Strings{"r"});
  CHECK(Apply(set, "", {"shop"}).applied.empty());
}

TEST_CASE("Rule set: rules without conditions and disabled ones", "[rules]") {  // 6
  Rule off = RuleFor("off", "returns", Anchoring::kIs, RedirectTo("/off"));
  off.enabled = false;
  const RuleSet set = Compiled({off, RuleWith("always", {}, Banner("x"))});
  for (const char* query : {"", "returns", "?!", "我的订单", "a b a b a b a b"}) {
    CAPTURE(query);
    CHECK(Apply(set, query).applied == Strings{"always"});
  }
  const RuleSet away = Compiled({RuleWith("away", {}, RedirectTo("https://example.com/moved"))});
  CHECK(Apply(away, "anything").redirect->url == "https://example.com/moved");
}

TEST_CASE("Rule set: captures in user data", "[rules]") {  // 7
  const RuleSet set = Compiled({RuleFor("r", "mail {who:email} about {what}", Anchoring::kContains,
                                        Banner(Value::Object{{"text", "{who}: {what}?"}, {"count", 2}}))});
  CHECK(Apply(set, "please mail jane&joe@example.com about R&D").user_data ==
        std::vector<Value>{Value::Object{{"text", "jane&joe@example.com: R&D?"}, {"count", 2}}});
}

TEST_CASE("Rule set: empty, copied and compiled again", "[rules]") {  // 8
  const Outcome nothing = Apply(RuleSet(), "anything", {"shop"});
  CHECK_FALSE(nothing.redirect.has_value());
  CHECK(nothing.applied.empty());
  CHECK(RuleSet().list().empty());

  RuleSet set = Compiled({RuleFor("r", "rma {code}", Anchoring::kIs, RedirectTo("/{code}"))});
  const RuleSet copy = set;
  const RuleSet again = Compiled(set.list());
  CHECK(again.list() == set.list());
  set = RuleSet();
  CHECK(Apply(copy, "rma 17").redirect->url == "/17");
  CHECK(Apply(again, "rma 17").redirect->url == "/17");
  CHECK_FALSE(Apply(set, "rma 17").redirect.has_value());
}

RuleSet HelpCenter() {
  const Strings track = {"track", "track my package", "tracking number", "rastrear", "número de seguimiento", "查快递",
                         ""};
  auto tracking = [&](std::string_view validator) {
    Strings patterns;
    for (const std::string& words : track) {
      if (words.empty() && validator == "fedex") continue;  // plain digits need a word
      patterns.push_back(StrCat(words, " {tracking:", validator, "}"));
    }
    return AnyOf(patterns, Anchoring::kIs);
  };
  return Compiled({
      RuleWith("track-ups", tracking("ups"),
               RedirectTo("https://www.fernway.example/track?carrier=ups&code={tracking}")),
      RuleWith("track-s10", tracking("s10"),
               RedirectTo("https://www.fernway.example/track?carrier=post&code={tracking}")),
      RuleWith("track-fedex", tracking("fedex"),
               RedirectTo("https://www.fernway.example/track?carrier=fedex&code={tracking}")),
      RuleWith("open-order",
               AnyOf({"{order:order}", "order {order:order}", "where is my order {order:order}",
                      "dónde está mi pedido {order:order}", "我的订单 {order:order}"},
                     Anchoring::kIs),
               RedirectTo("https://www.fernway.example/account/orders/{order}")),
      RuleWith("store-hours", AnyOf({"store hours", "horario de tienda", "营业时间"}, Anchoring::kContains),
               RedirectTo("https://www.fernway.example/stores")),
      RuleWith("stores-near-me", AnyOf({"near me", "cerca de mí", "附近门店"}, Anchoring::kEndsWith),
               RedirectTo("https://www.fernway.example/stores")),
      RuleWith("recall-banner", AnyOf({"recall", "recalled", "retirada de producto", "召回"}, Anchoring::kContains),
               Banner(Value::Object{{"banner", "Product safety"}})),
      RuleWith("pin-returns", AnyOf({"returns", "return", "devolución", "退货"}, Anchoring::kIs),
               {.promote = {{"return-an-item", 0}}}),
      RuleWith("pin-shipping-abroad", AnyOf({"do you ship to", "hacen envíos a", "能寄到"}, Anchoring::kStartsWith),
               {.promote = {{"shipping-abroad", 0}}}),
      RuleWith("hide-gift-returns", AnyOf({"gift card balance", "gift card pin"}, Anchoring::kContains),
               {.promote = {{"gift-card-balance", 0}}, .hide = {"return-a-gift"}}),
  });
}

struct Question {
  const char* query;
  const char* rule;  // that applied; "" for none
  const char* url;   // "" for no redirect
};

TEST_CASE("Rule set: a help center", "[rules]") {  // 9
  const std::string orders = "https://www.fernway.example/account/orders/";
  const std::string track = "https://www.fernway.example/track?carrier=";
  const Question q = GENERATE(values<Question>({
      {"track 1Z999AA10123456784", "track-ups", "ups&code=1Z999AA10123456784"},
      {"1Z 999 AA1 01 2345 6784", "track-ups", "ups&code=1Z999AA10123456784"},
      {"Numero de seguimiento: 1Z999AA10123456784", "track-ups", "ups&code=1Z999AA10123456784"},
      {"查快递1Z999AA10123456784", "track-ups", "ups&code=1Z999AA10123456784"},
      {"track my package RR123456785US", "track-s10", "post&code=RR123456785US"},
      {"track 986578788855", "track-fedex", "fedex&code=986578788855"},
      {"track 1Z999AA10123456785", "", ""},
      {"986578788855", "open-order", "986578788855"},
      {"FW-20417735", "open-order", "FW-20417735"},
      {"where is my order FW-20417735?", "open-order", "FW-20417735"},
      {"where is my order", "", ""},
      {"¿Dónde está mi pedido FW-20417735?", "open-order", "FW-20417735"},
      {"我的订单 12345", "open-order", "12345"},
      {"我的订单12345", "open-order", "12345"},
      {"我的订单12345到哪了", "", ""},
      {"what are your store hours on sunday", "store-hours", "https://www.fernway.example/stores"},
      {"你们的营业时间是几点", "store-hours", "https://www.fernway.example/stores"},
      {"repair near me", "stores-near-me", "https://www.fernway.example/stores"},
      {"cerca de mi", "stores-near-me", "https://www.fernway.example/stores"},
      {"was my tent recalled?", "recall-banner", ""},
      {"帐篷召回", "recall-banner", ""},
      {"Returns", "pin-returns", ""},
      {"returns policy", "", ""},
      {"退貨", "pin-returns", ""},
      {"do you ship to canada", "pin-shipping-abroad", ""},
      {"你们能寄到加拿大吗", "", ""},
      {"check gift card balance online", "hide-gift-returns", ""},
      {"wash a down jacket", "", ""},
  }));
  CAPTURE(q.query);
  const RuleSet set = HelpCenter();
  const Outcome outcome = Apply(set, q.query);
  CHECK(outcome.applied == (*q.rule == '\0' ? Strings{} : Strings{q.rule}));
  std::string url = q.url;
  if (!url.empty() && url[0] != 'h') url = (outcome.applied[0] == "open-order" ? orders : track) + url;
  CHECK((outcome.redirect ? outcome.redirect->url : "") == url);
}

}  // namespace
}  // namespace signpost::rules
