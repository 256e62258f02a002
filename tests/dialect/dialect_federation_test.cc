// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 A federated request has its queries in order; what stands beside them is for all, what stands in one goes before.
//   2 `federation` asks for one list; quotas, weights and labels are read.
//   3 Errors name line, member and query; audiences stand beside the queries alone.
//   4 What is said of indexes is read; unknown members are errors.
//   5 A response has groups with their errors, merged hits with whose they are, the intent, redirect and banners.
#include <string>

#include <signpost/dialect.h>
#include <catch2/catch.hpp>

#include "dialect/parse_error.h"

using signpost::FederatedParameters;
using signpost::FederatedResponse;
using signpost::IntentKind;
using signpost::ParseFederatedIndexes;
using signpost::ParseFederatedParameters;
using signpost::ToJson;

TEST_CASE("Federated request: shared and own parameters (1)", "[dialect]") {
  const auto parsed = ParseFederatedParameters(R"({"query": "boots", "lang": "en", "audiences": ["agents"],
      "contexts": "season-winter", "hitsPerPage": 3, "somethingElse": 1, "requests": [
      {"indexName": "help", "query": "return boots"},
      {"indexName": "products", "hitsPerPage": "7", "params": "filters=price%20%3C%209", "responseFields": ["hits"]}]})");
  REQUIRE(parsed.ok());
  const FederatedParameters& parameters = *parsed;
  CHECK(parameters.audience.names() == std::vector<std::string>{"agents"});
  CHECK_FALSE(parameters.request.merge);
  REQUIRE(parameters.request.queries.size() == 2);
  const signpost::FederatedQuery& help = parameters.request.queries[0];
  CHECK(help.index == "help");
  CHECK(help.label.empty());
  CHECK(help.request.query == "return boots");
  CHECK(help.request.lang == "en");
  CHECK(help.request.contexts == std::vector<std::string>{"season-winter"});
  CHECK(help.request.hits_per_page == 3);
  CHECK(help.request.attributes_to_highlight == std::vector<std::string>{"*"});
  CHECK(help.request.filter == signpost::Filter());
  const signpost::FederatedQuery& products = parameters.request.queries[1];
  CHECK(products.request.query == "boots");
  CHECK(products.request.hits_per_page == 7);
  CHECK(products.request.filter == *signpost::ParseFilters("price < 9"));
  CHECK(parameters.response_fields == std::vector<std::vector<std::string>>{{"*"}, {"hits"}});
}

TEST_CASE("Federated request: one list (2)", "[dialect]") {
  const auto parsed = ParseFederatedParameters(
      R"({"federation": {"page": 2, "hitsPerPage": 5, "intentShare": 0.25}, "requests": [{"indexName": "products", "label": "sale",
      "federationOptions": {"weight": 1.5, "minHits": 1, "maxHits": 4}}]})");
  REQUIRE(parsed.ok());
  CHECK(parsed->request.merge);
  CHECK(parsed->request.page == 2);
  CHECK(parsed->request.hits_per_page == 5);
  CHECK(parsed->request.intent_share == 0.25);
  const signpost::FederatedQuery& query = parsed->request.queries[0];
  CHECK(query.label == "sale");
  CHECK(query.weight == 1.5);
  CHECK(query.min_hits == 1);
  CHECK(query.max_hits == 4);
  CHECK(ParseFederatedParameters(R"({"federation": {}, "requests": []})")->request.hits_per_page == 20);
}

TEST_CASE("Federated request: errors (3)", "[dialect]") {
  auto error = [](std::string_view json) { return ParseError(ParseFederatedParameters(json)); };
  CHECK(error("{}") == "1: requests of request is missing, {}");
  CHECK(error("[]") == "1: request must be an object, []");
  CHECK(error(R"({"requests": {}})") == "1: requests of request must be an array, {}");
  CHECK(error("{\"requests\": [\n{\"query\": \"a\"}]}") ==
        "2: requests[0].indexName of request is missing, {\"query\":\"a\"}");
  CHECK(error("{\"requests\": [{\"indexName\": \"a\"},\n {\"indexName\": \"b\", \"page\": \"x\"}]}") ==
        "2: requests[1].page of request must be an integer, \"x\"");
  CHECK(error(R"({"requests": [{"indexName": "a", "audiences": ["agents"]}]})") ==
        "1: requests[0] of request has audiences of its own; they stand beside requests, one for all of them, "
        "{\"indexName\":\"a\",\"audiences\":[\"agents\"]}");
  CHECK(error(R"({"requests": [{"indexName": "a", "federationOptions": {"boost": 2}}]})") ==
        "1: requests[0].federationOptions.boost of request is not supported (known: weight, minHits, maxHits), 2");
  CHECK(error(R"({"requests": [], "federation": {"limit": 2}})") ==
        "1: federation.limit of request is not supported (known: page, hitsPerPage, intentShare), 2");
}

TEST_CASE("Federated indexes (4)", "[dialect]") {
  const auto parsed = ParseFederatedIndexes(R"([
      {"indexName": "help", "speaksFor": "support", "intentWords": {"en": ["return", "where is my"], "zh": ["退货"]}},
      {"indexName": "news"}])");
  REQUIRE(parsed.ok());
  REQUIRE(parsed->size() == 2);
  CHECK((*parsed)[0].name == "help");
  CHECK((*parsed)[0].index == nullptr);
  CHECK((*parsed)[0].settings.speaks_for == IntentKind::kSupport);
  CHECK((*parsed)[0].settings.intent_words ==
        std::vector<signpost::IntentWords>{{"en", {"return", "where is my"}}, {"zh", {"退货"}}});
  CHECK_FALSE((*parsed)[1].settings.speaks_for);

  auto error = [](std::string_view json) { return ParseError(ParseFederatedIndexes(json)); };
  CHECK(error("{}") == "1: federation must be an array, {}");
  CHECK(error(R"([{"speaksFor": "support"}])") ==
        "1: [0].indexName of federation is missing, {\"speaksFor\":\"support\"}");
  CHECK(error(R"([{"indexName": "a", "speaksFor": "mixed"}])") ==
        "1: [0].speaksFor of federation must be one of support, shopping, \"mixed\"");
  CHECK(error(R"([{"indexName": "a", "words": {}}])") ==
        "1: [0].words of federation is not supported (known: indexName, speaksFor, intentWords), {}");
}

namespace {

FederatedResponse Answered() {
  FederatedResponse response;
  response.groups.push_back({.label = "help", .index = "help", .quality = 0.5});
  response.groups.push_back(
      {.label = "sale", .index = "products", .status = absl::NotFoundError("query \"sale\" (2 of 2): no index")});
  response.groups[0].response.query = "a";
  response.hit_count = 3;
  response.intent = signpost::Intent{
      .kind = IntentKind::kShopping, .confidence = 0.75, .support = 0.25, .evidence = {{"rules", -1, -3, "winter"}}};
  response.redirect = signpost::FederatedRedirect{"sale", "products", {"https://shop.example/", "r"}};
  response.banners.push_back({"help", "help", "strike"});
  response.processing_time_us = 1500;
  return response;
}

}  // namespace

TEST_CASE("Federated response: groups (5)", "[dialect]") {
  CHECK(
      ToJson(Answered(), {{"query"}, {"*"}}) ==
      R"({"results":[{"index":"help","_quality":0.5,"query":"a"},)"
      R"({"index":"products","label":"sale","status":404,"message":"query \"sale\" (2 of 2): no index"}],"nbHits":3,)"
      R"("intent":{"kind":"shopping","confidence":0.75,"support":0.25,)"
      R"("evidence":[{"name":"rules","value":-1.0,"logOdds":-3.0,"detail":"winter"}]},)"
      R"("renderingContent":{"redirect":{"url":"https://shop.example/","index":"products","label":"sale","rule":"r"}},)"
      R"("banners":[{"index":"help","userData":"strike"}],"processingTimeMS":2,"processingTimeMicros":1500})");
  // No member of a response is wanted.
  CHECK(ToJson(Answered(), {{}, {}}).starts_with(R"({"results":[{"index":"help","_quality":0.5},{)"));
}

TEST_CASE("Federated response: one list (5)", "[dialect]") {
  FederatedResponse response = Answered();
  response.merged = true;
  response.hits_per_page = 8;
  response.hits.push_back({.label = "sale", .index = "products", .score = 0.5});
  response.hits[0].hit.document.object_id = "boot";
  CHECK(ToJson(response, {{"query"}, {"*"}})
            .find(R"("hits":[{"_federation":{"indexName":"products","label":"sale","score":0.5},"objectID":"boot",)") !=
        std::string::npos);
  response.hits.clear();
  const std::string empty = ToJson(response, {{"query"}, {"*"}});
  CHECK(empty.find(R"("hits":[],"page":0,"hitsPerPage":8,"nbHits":3)") != std::string::npos);
  CHECK(signpost::ParseJson(empty).ok());
}
