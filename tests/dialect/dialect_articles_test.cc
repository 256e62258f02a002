// SPDX-License-Identifier: Apache-2.0
// Tickets, suggestions, popular queries, related articles and near-duplicates as JSON.
//
// 1. Requests are read member by member; an unknown one and a wrong kind are errors with their line and name.
// 2. Popular queries that are written are read back equal.
// 3. Responses have the names that docs/tickets.md, docs/suggestions.md and docs/dialect.md list.
#include <signpost/dialect.h>

#include <string>
#include <vector>

#include <catch2/catch.hpp>


namespace {

using signpost::Audience;

TEST_CASE("Dialect: a ticket is read", "[dialect]") {
  const auto ticket = signpost::ParseTicketParameters(
      R"({"subject": "s", "body": "b", "lang": "en", "audiences": ["agents"], "filters": "category:orders", "limit": 5,
          "minConfidence": 0.25, "sentences": 1, "attributesToRetrieve": ["title"], "deadlineMicros": 900})");
  REQUIRE(ticket.ok());
  CHECK(ticket->audience == Audience::Of({"agents"}));
  CHECK(ticket->request.subject == "s");
  CHECK(ticket->request.body == "b");
  CHECK(ticket->request.lang == "en");
  CHECK(ticket->request.filter == signpost::Filter::Is("category", "orders"));
  CHECK(ticket->request.limit == 5);
  CHECK(ticket->request.min_confidence == 0.25);
  CHECK(ticket->request.sentences == 1);
  CHECK(ticket->request.attributes_to_retrieve == std::vector<std::string>{"title"});
  CHECK(ticket->request.deadline_us == 900);
  CHECK_FALSE(signpost::ParseTicketParameters(R"({"text": "b"})").ok());
  CHECK_FALSE(signpost::ParseTicketParameters(R"({"body": 1})").ok());
  CHECK_FALSE(signpost::ParseTicketParameters(R"({"filters": "a:"})").ok());
}

TEST_CASE("Dialect: what is typed is read", "[dialect]") {
  const auto typed = signpost::ParseSuggestParameters(
      R"({"query": "q", "lang": "es", "limit": 7, "contexts": ["welcome"], "now": 12, "highlightPreTag": "<b>", "highlightPostTag": "</b>"})");
  REQUIRE(typed.ok());
  CHECK(typed->request.query == "q");
  CHECK(typed->request.lang == "es");
  CHECK(typed->request.limit == 7);
  CHECK(typed->request.contexts == std::vector<std::string>{"welcome"});
  CHECK(typed->request.now == 12);
  CHECK(typed->request.highlight.pre_tag == "<b>");
  CHECK(typed->request.highlight.post_tag == "</b>");
  CHECK_FALSE(signpost::ParseSuggestParameters(R"({"now": "soon"})").ok());
}

TEST_CASE("Dialect: popular queries are written and read back", "[dialect]") {
  const std::vector<signpost::PopularQuery> list = {
      {.query = "where is my order?", .lang = "en", .count = 12, .object_id = "track", .contexts = {"shipped"},
       .audiences = {"agents"}, .from = 5, .until = 9},
      {.query = "refund"}};
  const auto read = signpost::ParsePopularQueries(ToJson(list));
  REQUIRE(read.ok());
  CHECK(*read == list);
  CHECK_FALSE(signpost::ParsePopularQueries(R"([{"query": "a", "count": -1}])").ok());
  CHECK_FALSE(signpost::ParsePopularQueries(R"([{"text": "a"}])").ok());
}

TEST_CASE("Dialect: responses", "[dialect]") {
  signpost::TicketResponse ticket{.confidence = 0.5, .processing_time_us = 1500};
  ticket.problem = {{.part = signpost::TicketPart::kSubject, .begin = 1, .end = 3, .text = "ab"}};
  ticket.articles.push_back({.document = {.object_id = "x", .title = "T"}, .confidence = 0.25, .score = 2, .anchor = "late"});
  CHECK(ToJson(ticket) == R"({"articles":[{"objectID":"x","title":"T","_confidence":0.25,"_score":2.0,"_anchor":"late","_sentences":[]}],)"
                          R"("confidence":0.5,"problem":[{"part":"subject","begin":1,"end":3,"text":"ab"}],)"
                          R"("processingTimeMS":1,"processingTimeMicros":1500})");
  signpost::SuggestResponse suggestions;
  suggestions.suggestions = {{.query = "q", .highlighted = "<em>q</em>", .object_id = "x", .lang = "en", .kind = signpost::SuggestionKind::kPopular, .count = 3}};
  CHECK(ToJson(suggestions) == R"({"suggestions":[{"query":"q","objectID":"x","lang":"en","kind":"popular","count":3,)"
                               R"("_highlightResult":{"query":{"value":"<em>q</em>"}}}],"processingTimeMS":0,"processingTimeMicros":0})");
  signpost::NearDuplicatesResponse pairs;
  pairs.pairs = {{.object_id = "a", .other_object_id = "b", .lang = "en", .title = "A", .other_title = "B", .similarity = 0.5}};
  pairs.pair_count = 1;
  CHECK(ToJson(pairs) == R"({"pairs":[{"objectIDs":["a","b"],"titles":["A","B"],"lang":"en","similarity":0.5}],"nbPairs":1,)"
                         R"("processingTimeMS":0,"processingTimeMicros":0})");
}

}  // namespace
