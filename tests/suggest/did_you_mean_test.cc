// SPDX-License-Identifier: Apache-2.0
// 1. Slips are corrected; the rest of the query keeps its case and punctuation.
// 2. Words written apart are joined and the other way round where the corpus has them so.
// 3. A query whose words are all known is not corrected, nor one that nothing is near, nor words half typed to a
//    prefix, nor what is quoted or switched off.
// 4. Nothing of an audience that the caller is not in shows, and a correction exists for those who are.
// 5. The confidence is between kLeastConfidence and 1; asking the correction again is not corrected the same way.
// 6. In several languages a query that is fine in one of them stays.
#include <signpost/signpost.h>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "suggest/did_you_mean.h"
#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace {

using signpost::Document;
using signpost::Index;
using signpost::SearchRequest;

// The correction, or "" when there is none.
std::string Correction(const Index& index, const SearchRequest& request,
                       const signpost::Audience& audience = signpost::Audience::Public()) {
  const auto response = Ask(index, audience, request);
  if (!response.did_you_mean) return "";
  CHECK(response.did_you_mean->confidence >= signpost::suggest::kLeastConfidence);  // 5
  CHECK(response.did_you_mean->confidence <= 1);
  return response.did_you_mean->query;
}

Index Help() {
  return BuildIndex({Article("track", "Track your order", "Where is my order now? See the order status page."),
                     Article("pay", "Payment methods", "Pay by card or by voucher. Payment is safe."),
                     Article("password", "Reset your password", "A forgotten password is reset by e-mail."),
                     Article("sport", "Basketball shoes", "For basketball only."),
                     Article("wifi", "Wifi in stores", "Free wifi."),
                     Article("cafe", "Café opening hours", "The café opens at nine."),
                     Article("code", "Error E-404", "The page was not found.")});
}

}  // namespace

TEST_CASE("Did you mean: slips", "[suggest]") {  // 1, 2, 3
  static const Index index = Help();
  struct Case {
    const char* query;
    const char* correction;
  };
  const Case c = GENERATE(values<Case>({
      {"wher is my ordr", "where is my order"},
      {"ordr status", "order status"},
      {"Where is my ORDR?!", "Where is my order?!"},
      {"  ordr,   STATUS (now) ", "  order,   STATUS (now) "},
      {"paymnet & pasword", "payment & password"},
      {"paymnet paymnet", "payment payment"},
      {"reset my psasword", "reset my password"},
      {"E-404 paymnet", "E-404 payment"},
      {"cafe paymnet", "cafe payment"},
      // 2
      {"trackyour order", "track your order"},
      {"orderstatus", "order status"},
      {"basket ball shoes", "basketball shoes"},
      {"Basket  Ball!", "basketball!"},
      {"wi fi", "wifi"},
      // 3
      {"", ""},
      {"?!", ""},
      {"where is my order", ""},
      {"orders", ""},
      {"passw", ""},
      {"wifi", ""},
      {"wi-fi", ""},
      {"xylophone", ""},
      {"order xylophone", ""},
      {"E-405", ""},
      {"the of and", ""},
      {"订单", ""},
  }));
  CAPTURE(c.query);
  CHECK(Correction(index, {.query = c.query}) == c.correction);
}

TEST_CASE("Did you mean: not where typos are switched off", "[suggest]") {  // 3
  const Index index = Help();
  CHECK(Correction(index, {.query = "ordr status", .typo_tolerance = signpost::TypoMode::kOff}).empty());
  CHECK(Correction(index, {.query = "\"ordr\" paymnet", .advanced_syntax = true}) == "\"ordr\" payment");
  CHECK(Correction(index, {.query = "order -ordr", .advanced_syntax = true}).empty());
  const Index careful = BuildIndex({Article("a", "order"), Article("b", "payment")},
                                   {.language = "en", .typo_tolerance = {.disabled_on_words = {"Ordr"}}});
  CHECK(Correction(careful, {.query = "ORDR "}).empty());
  CHECK(Correction(careful, {.query = "paymnet "}) == "payment ");
}

TEST_CASE("Did you mean: a rare slip of a common word", "[suggest]") {  // 1
  std::vector<Document> documents = {Article("slip", "adress")};
  for (int i = 0; i < 200; ++i) documents.push_back(Article("a" + std::to_string(i), "Change your address"));
  const Index index = BuildIndex(documents);
  CHECK(Correction(index, {.query = "adress change"}) == "address change");
  CHECK(Correction(index, {.query = "address change"}).empty());
}

TEST_CASE("Did you mean: nothing of another audience", "[suggest]") {  // 4
  std::vector<Document> documents = {Article("open", "Opening hours", "The shop is open."),
                                     Article("hidden", "Layoffs planned", "Secretproject. fire drill"),
                                     Article("hidden2", "Layoffs", "Secretproject basketball")};
  documents[1].audiences = documents[2].audiences = {"managers"};
  const Index index = BuildIndex(documents);
  for (const char* query : {"layofs ", "secretprojct", "secret project", "basket ball", "firedrill"}) {
    CAPTURE(query);
    const auto response = Ask(index, {.query = query, .explain = true});
    CHECK_FALSE(response.did_you_mean.has_value());
    CHECK(response.hits.empty());
    for (const auto& word : response.explanation->words) CHECK(word.alternatives.empty());
    CHECK_FALSE(Correction(index, {.query = query}, signpost::Audience::Of({"managers"})).empty());
  }
  // With and without the hidden documents, the same.
  const std::uint64_t seed = TestSeed();
  RandomText text(seed);
  std::vector<Document> open, all;
  for (int d = 0; d < 60; ++d) all.push_back(open.emplace_back(text.Document("o" + std::to_string(d), "en")));
  for (int d = 0; d < 60; ++d) {
    all.push_back(text.Document("h" + std::to_string(d), "en"));
    all.back().audiences = {"staff"};
  }
  const Index without = BuildIndex(open), with = BuildIndex(all);
  int corrected = 0;
  for (int q = 0; q < 300; ++q) {
    const std::string query = text.Query();
    CAPTURE(seed, query);
    const std::string correction = Correction(without, {.query = query});
    CHECK(Correction(with, {.query = query}) == correction);
    corrected += correction.empty() ? 0 : 1;
    CHECK(correction != query);
    if (!correction.empty()) CHECK(Correction(without, {.query = correction}) != correction);
  }
  CHECK(corrected > 20);
}

TEST_CASE("Did you mean: a query that is fine in one of the languages", "[suggest]") {  // 6
  const Index index = BuildIndex({{.object_id = "en", .lang = "en", .title = "Payment methods and orders"},
                                  {.object_id = "es", .lang = "es", .title = "Ordene un pagamento"}},
                                 {.language = ""});
  CHECK(Correction(index, {.query = "pagamento "}).empty());
  CHECK(Correction(index, {.query = "paymnt ", .lang = "en"}) == "payment ");
}
