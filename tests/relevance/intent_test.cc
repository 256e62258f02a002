// SPDX-License-Identifier: Apache-2.0
// What people want, on the labelled queries of data/intent_queries.jsonl (data/SOURCE.md says which of them are set aside).
//
// 1. Of the queries for tuning, and of those set aside, the stated share gets the intent of its label.
// 2. No query of a shopper is redirected.
// 3. Queries that could be either are not redirected, and on average the evidence of them is weaker.
// Hidden: [figures] prints the shares by language, [evidence] what fit_intent.py reads.
#include <cmath>
#include <cstdio>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/storefront.h"

namespace {

struct Labelled {
  std::string id;
  std::string text;
  std::string lang;
  std::string intent;
  bool hard = false;

  // A third of them, by the number at the end of the id.
  bool SetAside() const { return std::stoi(id.substr(id.rfind('-') + 1)) % 3 == 0; }
};

std::vector<Labelled> Queries() {
  std::vector<Labelled> out;
  std::istringstream lines(ReadData("intent_queries.jsonl"));
  for (std::string line; std::getline(lines, line);) {
    auto value = signpost::ParseJson(line);
    REQUIRE(value.ok());
    Labelled& query = out.emplace_back();
    for (const signpost::Attribute& member : *value->object()) {
      if (member.name == "id") query.id = *member.value.string();
      if (member.name == "text") query.text = *member.value.string();
      if (member.name == "lang") query.lang = *member.value.string();
      if (member.name == "intent") query.intent = *member.value.string();
      if (member.name == "hard") query.hard = *member.value.boolean();
    }
  }
  REQUIRE(out.size() == 325);
  return out;
}

signpost::FederatedResponse Ask(const Storefront& store, const Labelled& query) {
  auto response = store.federation->Search(signpost::Audience::Public(), store.Request(query.text, query.lang));
  INFO(response.status());
  REQUIRE(response.ok());
  REQUIRE(response->intent);
  return *std::move(response);
}

struct Share {
  int right = 0;
  int all = 0;

  void Count(bool is_right) {
    right += is_right ? 1 : 0;
    ++all;
  }
  double value() const { return all == 0 ? 0 : static_cast<double>(right) / all; }
};

struct Figures {
  // By part ("tuning", "set aside") and group ("all", a language, "hard").
  std::map<std::string, std::map<std::string, Share>> intent;
  std::map<std::string, Share> mixed;
  int shoppers_redirected = 0;
  int mixed_redirected = 0;
  double mixed_certainty = 0;  // summed: how far the likelihood of support is from one half
  double other_certainty = 0;
  std::vector<std::string> wrong;
};

Figures Judge(const Storefront& store) {
  Figures out;
  for (const Labelled& query : Queries()) {
    const signpost::FederatedResponse response = Ask(store, query);
    const std::string part = query.SetAside() ? "set aside" : "tuning";
    const bool right = signpost::IntentKindName(response.intent->kind) == query.intent;
    if (query.intent == "shopping" && response.redirect) ++out.shoppers_redirected;
    const double certainty = std::abs(response.intent->support - 0.5);
    (query.intent == "mixed" ? out.mixed_certainty : out.other_certainty) += certainty;
    if (query.intent == "mixed") {
      if (response.redirect) ++out.mixed_redirected;
      out.mixed[part].Count(right);
      continue;
    }
    for (const std::string& group : {std::string("all"), query.lang, query.intent})
      out.intent[part][group].Count(right);
    if (query.hard) out.intent[part]["hard"].Count(right);
    if (!right && !query.SetAside()) {
      out.wrong.push_back(query.id + " " + query.text + ": " + signpost::ToJson(*response.intent));
    }
  }
  return out;
}

const Figures& Judged() {
  static const Storefront store;
  static const Figures figures = Judge(store);
  return figures;
}

TEST_CASE("Intent: labelled queries get the intent that they have", "[relevance]") {  // 1
  CHECK(Judged().intent.at("tuning").at("all").value() >= 0.93);
  CHECK(Judged().intent.at("set aside").at("all").value() >= 0.90);
}

TEST_CASE("Intent: no query of a shopper is redirected", "[relevance]") {  // 2
  CHECK(Judged().shoppers_redirected == 0);
}

TEST_CASE("Intent: queries that could be either", "[relevance]") {  // 3
  CHECK(Judged().mixed_redirected == 0);
  CHECK(Judged().mixed_certainty / 25 < 0.75 * Judged().other_certainty / 300);
}

TEST_CASE("Intent: figures", "[.][figures]") {
  for (const auto& [part, groups] : Judged().intent) {
    for (const auto& [group, share] : groups) {
      std::printf("%-10s %-9s %3d of %3d  %.1f %%\n", part.c_str(), group.c_str(), share.right, share.all,
                  100 * share.value());
    }
  }
  for (const auto& [part, share] : Judged().mixed) {
    std::printf("%-10s %-9s %3d of %3d\n", part.c_str(), "mixed", share.right, share.all);
  }
  std::printf("shoppers redirected: %d\n", Judged().shoppers_redirected);
  for (const std::string& line : Judged().wrong) std::printf("wrong, tuning: %s\n", line.c_str());
}

TEST_CASE("Intent: evidence of the queries for tuning", "[.][evidence]") {
  static const Storefront store;
  for (const Labelled& query : Queries()) {
    if (query.SetAside()) continue;
    std::printf("%s\t%s\t%s\n", query.id.c_str(), query.intent.c_str(),
                signpost::ToJson(*Ask(store, query).intent).c_str());
  }
}

}  // namespace
