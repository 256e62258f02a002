// SPDX-License-Identifier: Apache-2.0
// Several indexes asked in one call.
//
// 1. A group is what its index answers alone, in the order of the queries.
// 2. The order of the queries changes nothing else: merged hits with their scores, intent, redirect, banners (random data).
// 3. Merged pages hold every hit once, and each list in its own order, with quotas too.
// 4. Quotas: at least and at most so many of a query on every page.
// 5. Calibration: weights of attributes, and documents that have nothing to do with the query, do not change which hit of which
//    index goes first; a hit that answers all of the query goes before one that answers half.
// 6. An article that two queries to one index find stands once.
// 7. An error of one query names it, and the others are answered; a request that is wrong as a whole fails, and says why.
// 8. Documents for another audience change nothing: not a hit, a score, a count, the intent or its evidence.
// 9. A redirect of the side that the person wants is followed, that of the other side stands in its group; banners always come.
// 10. The intent does not depend on page, number or order of the hits shown. It is absent where there is nothing to decide.
// 11. Explanations come when they are asked for.
#include <signpost/dialect.h>
#include <signpost/signpost.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace {

using signpost::Audience;
using signpost::Document;
using signpost::FederatedIndex;
using signpost::FederatedQuery;
using signpost::FederatedRequest;
using signpost::FederatedResponse;
using signpost::Federation;
using signpost::Index;
using signpost::IntentKind;

Federation Federate(std::vector<FederatedIndex> indexes) {
  auto federation = Federation::Create(std::move(indexes));
  INFO(federation.status());
  REQUIRE(federation.ok());
  return *std::move(federation);
}

FederatedIndex Member(std::string name, const Index& index, std::optional<IntentKind> speaks_for = {}) {
  return {.name = std::move(name), .index = &index, .settings = {.speaks_for = speaks_for, .intent_words = {}}};
}

FederatedResponse Ask(const Federation& federation, const FederatedRequest& request,
                      const Audience& audience = Audience::Public()) {
  auto response = federation.Search(audience, request);
  INFO(response.status());
  REQUIRE(response.ok());
  return *std::move(response);
}

FederatedQuery Query(std::string index, std::string text) {
  return {.index = std::move(index), .request = {.query = std::move(text), .lang = "en"}};
}

// Everything but the times.
std::string Seen(FederatedResponse response) {
  response.processing_time_us = 0;
  for (signpost::FederatedGroup& group : response.groups) group.response.processing_time_us = 0;
  return ToJson(response);
}

std::vector<std::string> MergedIds(const FederatedResponse& response) {
  std::vector<std::string> out;
  for (const signpost::FederatedHit& hit : response.hits) out.push_back(hit.index + "/" + hit.hit.document.object_id);
  return out;
}

Index Help() {
  return BuildIndex({Article("return", "Return an item", "Send boots and tents back within thirty days."),
                     Article("track", "Track your order", "Every order gets a tracking number by e-mail."),
                     Article("fit", "Boot fitting guide", "How to measure wide feet and choose boots."),
                     Article("pay", "Payment methods", "Cards and gift cards."),
                     Article("care", "Care for leather", "Wax your boots twice a year.")});
}

Index Products() {
  std::vector<Document> goods;
  for (const char* model : {"Ridgeline", "Moraine", "Fjell"}) {
    goods.push_back(Article(std::string("boot-") + model, std::string(model) + " Hiking Boots", "Leather boots."));
  }
  goods.push_back(Article("wide", "Ridgeline Wide Boots", "Boots with room for wide feet."));
  goods.push_back(Article("tent", "Larch Tent", "A tent for two."));
  return BuildIndex(goods);
}

signpost::Rule RedirectRule(std::string id, std::string pattern, signpost::Anchoring anchoring) {
  return {.object_id = std::move(id),
          .conditions = {{.pattern = std::move(pattern), .anchoring = anchoring}},
          .consequence = {.redirect_url = "https://shop.example/go"}};
}

TEST_CASE("Federation: a group is what its index answers alone", "[catalog]") {  // 1
  const Index help = Help();
  const Index products = Products();
  const Federation federation = Federate({Member("help", help), Member("products", products)});
  const FederatedResponse response =
      Ask(federation, {.queries = {Query("products", "boots"), Query("help", "return boots")}});
  REQUIRE(response.groups.size() == 2);
  CHECK(response.groups[0].index == "products");
  CHECK(response.groups[1].index == "help");
  CHECK(response.hits.empty());
  auto alone = [](const Index& index, const std::string& text) {
    signpost::SearchResponse answer = ::Ask(index, {.query = text, .lang = "en"});
    answer.processing_time_us = 0;
    return ToJson(answer);
  };
  FederatedResponse copy = response;
  for (auto& group : copy.groups) group.response.processing_time_us = 0;
  CHECK(ToJson(copy.groups[0].response) == alone(products, "boots"));
  CHECK(ToJson(copy.groups[1].response) == alone(help, "return boots"));
  CHECK(response.hit_count == copy.groups[0].response.hit_count + copy.groups[1].response.hit_count);
}

TEST_CASE("Federation: the order of the queries says nothing", "[catalog]") {  // 2, 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText text(seed);
  std::vector<Index> indexes;
  for (int i = 0; i < 3; ++i) {
    std::vector<Document> documents;
    const std::size_t count = 20 + text.Below(60);
    for (std::size_t d = 0; d < count; ++d) documents.push_back(text.Document("d" + std::to_string(d), "en"));
    indexes.push_back(BuildIndex(documents));
  }
  const Federation federation = Federate({Member("a", indexes[0], IntentKind::kSupport),
                                          Member("b", indexes[1], IntentKind::kShopping), Member("c", indexes[2])});
  for (int round = 0; round < 40; ++round) {
    const std::string query = text.Words(1 + text.Below(3));
    std::vector<FederatedQuery> queries = {Query("a", query), Query("b", query), Query("c", query)};
    queries[0].min_hits = static_cast<int>(text.Below(3));
    queries[1].max_hits = 2;
    queries[2].weight = 1 + static_cast<double>(text.Below(3)) / 2;
    const int page = static_cast<int>(text.Below(3));
    FederatedRequest request{.queries = queries, .merge = true, .page = page, .hits_per_page = 6};
    FederatedResponse expected = Ask(federation, request);
    expected.groups.clear();
    std::sort(queries.begin(), queries.end(), [](const auto& x, const auto& y) { return x.index < y.index; });
    do {
      request.queries = queries;
      FederatedResponse response = Ask(federation, request);
      response.groups.clear();
      CHECK(Seen(std::move(response)) == Seen(expected));
    } while (std::next_permutation(queries.begin(), queries.end(),
                                   [](const auto& x, const auto& y) { return x.index < y.index; }));
  }
}

TEST_CASE("Federation: merged pages hold every hit once, each list in its order", "[catalog]") {  // 3, 4
  const Index help = Help();
  const Index products = Products();
  const Federation federation = Federate({Member("help", help), Member("products", products)});
  FederatedRequest request{.queries = {Query("help", "boots"), Query("products", "boots")}, .merge = true};
  const bool quotas = GENERATE(false, true);
  if (quotas) {
    request.queries[0].min_hits = 1;
    request.queries[0].max_hits = 1;
  }
  request.hits_per_page = 2;
  std::vector<std::string> seen;
  for (request.page = 0;; ++request.page) {
    const FederatedResponse response = Ask(federation, request);
    if (response.hits.empty()) break;
    for (const std::string& id : MergedIds(response)) seen.push_back(id);
    const auto of_help = std::count_if(response.hits.begin(), response.hits.end(),
                                       [](const signpost::FederatedHit& hit) { return hit.index == "help"; });
    if (quotas && request.page < 3) CHECK(of_help == 1);
  }
  for (const auto& [name, index] : {std::pair<std::string, const Index*>{"help", &help}, {"products", &products}}) {
    std::vector<std::string> merged;
    for (const std::string& id : seen) {
      if (id.starts_with(name)) merged.push_back(id.substr(name.size() + 1));
    }
    CHECK(merged == Ids(*index, {.query = "boots", .lang = "en"}));
  }
}

TEST_CASE("Federation: scores of indexes that differ in size and settings compare", "[catalog]") {  // 5
  const Index help = Help();
  const Index products = Products();
  auto order = [&](const Index& goods, const std::string& query) {
    const Federation federation = Federate({Member("help", help), Member("products", goods)});
    return MergedIds(Ask(federation, {.queries = {Query("help", query), Query("products", query)}, .merge = true}));
  };
  SECTION("weights") {
    signpost::Settings heavy{.language = "en"};
    for (signpost::SearchableAttribute& attribute : heavy.searchable_attributes) attribute.weight *= 10;
    std::vector<Document> goods;
    for (const signpost::Hit& hit : ::Ask(products, {.attributes_to_retrieve = {"*"}}).hits)
      goods.push_back(hit.document);
    REQUIRE(goods.size() == 5);
    const Index heavier = BuildIndex(goods, heavy);
    for (const char* query : {"boots for wide feet", "return boots", "track order", "tent"}) {
      CAPTURE(query);
      CHECK(order(heavier, query).front() == order(products, query).front());
    }
  }
  SECTION("other documents") {
    std::vector<Document> goods;
    for (const signpost::Hit& hit : ::Ask(products, {.attributes_to_retrieve = {"*"}}).hits)
      goods.push_back(hit.document);
    for (int i = 0; i < 500; ++i) goods.push_back(Article("m" + std::to_string(i), "Enamel Mug", "Holds tea."));
    const Index larger = BuildIndex(goods);
    for (const char* query : {"boots for wide feet", "return boots", "track order", "tent"}) {
      CAPTURE(query);
      CHECK(order(larger, query).front() == order(products, query).front());
    }
  }
  SECTION("more of the query goes first") {
    CHECK(order(products, "track order").front() == "help/track");
    CHECK(order(products, "larch tent").front() == "products/tent");
    CHECK(order(products, "ridgeline wide boots").front() == "products/wide");
  }
}

TEST_CASE("Federation: an article that two queries find stands once", "[catalog]") {  // 6
  const Index products = Products();
  const Federation federation = Federate({Member("products", products)});
  FederatedQuery again = Query("products", "boots");
  again.label = "again";
  const FederatedResponse response = Ask(federation, {.queries = {Query("products", "boots"), again}, .merge = true});
  const std::vector<std::string> ids = MergedIds(response);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  CHECK(ids.size() == 4);
}

TEST_CASE("Federation: an error of one query leaves the others", "[catalog]") {  // 7
  const Index help = Help();
  const Federation federation = Federate({Member("help", help)});
  FederatedQuery sorted = Query("help", "boots");
  sorted.label = "cheapest";
  sorted.request.sort = {{.attribute = "price"}};
  const bool merge = GENERATE(false, true);
  const FederatedResponse response =
      Ask(federation, {.queries = {Query("products", "boots"), sorted, Query("help", "boots")}, .merge = merge});
  REQUIRE(response.groups.size() == 3);
  CHECK(response.groups[0].status.message() == "query \"products\" (1 of 3): there is no index \"products\"");
  CHECK(absl::IsNotFound(response.groups[0].status));
  CHECK(std::string(response.groups[1].status.message()).starts_with("query \"cheapest\" (2 of 3): searching: "));
  CHECK(response.groups[2].status.ok());
  CHECK((merge ? response.hits.size() : response.groups[2].response.hits.size()) == 3);
}

TEST_CASE("Federation: a request that is wrong as a whole is refused", "[catalog]") {  // 7
  const Index help = Help();
  const Federation federation = Federate({Member("help", help)});
  auto message = [&](const FederatedRequest& request) {
    return std::string(federation.Search(Audience::Public(), request).status().message());
  };
  CHECK(message({}) == "federating: there are no queries");
  CHECK(message({.queries = {Query("help", "a"), Query("help", "b")}}) ==
        "federating: two queries are called \"help\"; give one of them a label of its own");
  FederatedQuery heavy = Query("help", "a");
  heavy.weight = 0;
  CHECK(message({.queries = {heavy}}) ==
        "federating: weight of query \"help\" is 0, expected above 0 and at most 1000");
  FederatedQuery greedy = Query("help", "a");
  greedy.min_hits = 5;
  CHECK(message({.queries = {greedy}, .merge = true, .hits_per_page = 4}) ==
        "federating: the queries want at least 5 hits of a page that has 4");
  greedy.max_hits = 2;
  CHECK(message({.queries = {greedy}}) == "federating: query \"help\" wants at least 5 hits and at most 2");
  CHECK(message({.queries = {Query("help", "a")}, .merge = true, .page = 600}) ==
        "federating: page is 600, expected 0 or more and at most 10000 hits before it");
  CHECK(message({.queries = {Query("help", "a")}, .intent_share = 1.5}) ==
        "federating: intentShare is 1.5, expected 0 to 1");
  CHECK(message({.queries = std::vector<FederatedQuery>(33)}) == "federating: 33 queries, the limit is 32");

  CHECK(Federation::Create({{.name = "help"}}).status().message() == "federating: \"help\" names no index");
  CHECK(Federation::Create({{.index = &help}}).status().message() == "federating: index 1 has no name");
  CHECK(Federation::Create({Member("help", help), Member("help", help)}).status().message() ==
        "federating: two indexes are called \"help\"");
}

TEST_CASE("Federation: what is for agents changes nothing that shoppers see", "[catalog]") {  // 8
  const Index help = Help();
  const Index products = Products();
  std::vector<Document> replies;
  for (const char* title : {"Return boots: here is your label", "Where is the order, trace opened", "boots"}) {
    Document reply = Article("r" + std::to_string(replies.size()), title, "Hi {{name}}, boots order return tent.");
    reply.audiences = {"agents"};
    replies.push_back(std::move(reply));
  }
  const Index canned = BuildIndex(replies);
  const Index nothing = BuildIndex({});
  auto ask = [&](const Index& index, const std::string& text, bool merge, const Audience& audience) {
    const Federation federation =
        Federate({Member("help", help, IntentKind::kSupport), Member("products", products, IntentKind::kShopping),
                  Member("canned", index, IntentKind::kSupport)});
    return Ask(federation,
               {.queries = {Query("help", text), Query("products", text), Query("canned", text)}, .merge = merge},
               audience);
  };
  for (const char* text : {"boots", "return boots", "where is my order", "trace", ""}) {
    CAPTURE(text);
    for (const bool merge : {false, true}) {
      CHECK(Seen(ask(canned, text, merge, Audience::Public())) == Seen(ask(nothing, text, merge, Audience::Public())));
    }
  }
  const std::vector<std::string> ids = MergedIds(ask(canned, "return boots", true, Audience::Of({"agents"})));
  CHECK(std::count(ids.begin(), ids.end(), "canned/r0") == 1);
}

TEST_CASE("Federation: whose redirect is followed", "[catalog]") {  // 9
  Index help = Help();
  const Index products = Products();
  REQUIRE(help.SetRules({RedirectRule("orders", "track order", signpost::Anchoring::kIs),
                         RedirectRule("stores", "near me", signpost::Anchoring::kEndsWith),
                         {.object_id = "strike",
                          .conditions = {{.pattern = "boots", .anchoring = signpost::Anchoring::kContains}},
                          .consequence = {.user_data = "strike today"}}})
              .ok());
  const Federation federation =
      Federate({Member("help", help, IntentKind::kSupport), Member("products", products, IntentKind::kShopping)});
  auto ask = [&](const std::string& text) {
    return Ask(federation, {.queries = {Query("help", text), Query("products", text)}});
  };
  SECTION("a rule for the query that is asked") {
    const FederatedResponse response = ask("track order");
    REQUIRE(response.redirect);
    CHECK(response.redirect->index == "help");
    CHECK(response.redirect->redirect.rule == "orders");
    CHECK(response.intent->kind == IntentKind::kSupport);
  }
  SECTION("a rule for the end of a shopper's query") {
    const FederatedResponse response = ask("ridgeline wide hiking boots near me");
    CHECK(response.intent->kind == IntentKind::kShopping);
    CHECK_FALSE(response.redirect);
    CHECK(response.groups[0].response.redirect);
    CHECK(response.groups[1].response.hit_count > 0);
  }
  SECTION("a banner of help above goods") {
    const FederatedResponse response = ask("ridgeline hiking boots");
    CHECK(response.intent->kind == IntentKind::kShopping);
    REQUIRE(response.banners.size() == 1);
    CHECK(response.banners[0].index == "help");
    CHECK(response.banners[0].user_data == signpost::Value("strike today"));
  }
}

TEST_CASE("Federation: an index that speaks for nobody redirects by weight, then label", "[catalog]") {  // 9
  Index first = Help();
  Index second = Help();
  REQUIRE(first.SetRules({RedirectRule("f", "tent", signpost::Anchoring::kIs)}).ok());
  REQUIRE(second.SetRules({RedirectRule("s", "tent", signpost::Anchoring::kIs)}).ok());
  const Federation federation = Federate({Member("b", first), Member("a", second)});
  FederatedRequest request{.queries = {Query("b", "tent"), Query("a", "tent")}};
  CHECK(Ask(federation, request).redirect->index == "a");
  request.queries[0].weight = 2;
  CHECK(Ask(federation, request).redirect->index == "b");
}

TEST_CASE("Federation: the intent does not depend on what is shown", "[catalog]") {  // 10
  const Index help = Help();
  const Index products = Products();
  const Federation federation =
      Federate({Member("help", help, IntentKind::kSupport), Member("products", products, IntentKind::kShopping)});
  for (const char* text : {"ridgeline hiking boots", "track order", "wide boots"}) {
    FederatedRequest request{.queries = {Query("help", text), Query("products", text)}};
    const std::string expected = ToJson(*Ask(federation, request).intent);
    CAPTURE(text);
    for (signpost::FederatedQuery& query : request.queries) query.request.hits_per_page = 0;
    CHECK(ToJson(*Ask(federation, request).intent) == expected);
    for (signpost::FederatedQuery& query : request.queries) query.request.range = {.offset = 3, .length = 9};
    CHECK(ToJson(*Ask(federation, request).intent) == expected);
    for (const int page : {0, 2}) {
      request.merge = true;
      request.page = page;
      request.hits_per_page = 1;
      CHECK(ToJson(*Ask(federation, request).intent) == expected);
    }
  }
}

TEST_CASE("Federation: no intent where there is nothing to decide", "[catalog]") {  // 10
  const Index help = Help();
  const Index products = Products();
  const Federation federation =
      Federate({Member("help", help, IntentKind::kSupport), Member("products", products, IntentKind::kShopping)});
  CHECK_FALSE(Ask(federation, {.queries = {Query("help", "boots"), Query("products", "tent")}}).intent);
  CHECK_FALSE(Ask(federation, {.queries = {Query("help", "boots")}}).intent);
  CHECK_FALSE(Ask(federation, {.queries = {Query("help", " "), Query("products", " ")}}).intent);
  CHECK(Ask(federation, {.queries = {Query("help", "boots"), Query("products", "boots")}}).intent);
}

TEST_CASE("Federation: explanations come when they are asked for", "[catalog]") {  // 11
  const Index help = Help();
  const Federation federation = Federate({Member("help", help)});
  FederatedRequest request{.queries = {Query("help", "boots")}, .merge = GENERATE(false, true)};
  auto explained = [&]() {
    const FederatedResponse response = Ask(federation, request);
    const signpost::Hit& hit = request.merge ? response.hits.front().hit : response.groups[0].response.hits.front();
    CHECK(hit.explanation.has_value() == response.groups[0].response.explanation.has_value());
    return hit.explanation.has_value();
  };
  CHECK_FALSE(explained());
  request.queries[0].request.explain = true;
  CHECK(explained());
}

}  // namespace
