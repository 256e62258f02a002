// SPDX-License-Identifier: Apache-2.0
// Suggestions: random documents in several segments, with printed seeds, beside a look at every phrase.
//
// 1. Every suggestion finds something for the audience that it is made to, in the language asked for.
// 2. Without typos, what is suggested is what a look at every title, heading and popular query gives: those that go on from what was
//    typed at a word, then those that hold its words apart; in the order of suggest.h.
// 3. Documents of another audience, and popular queries for one, change nothing.
// 4. A misspelled beginning finds what the beginning finds, when nothing begins as typed.
// 5. Contexts choose the questions of a kind of mail. Popular queries have their time, and so
//    have rules that answer one.
// 6. What is marked is what was not typed, escaped.
// 7. Popular queries are stored, and refused with their place and why.
// 8. What may not be shown is not suggested; what is removed is not.
#include <signpost/signpost.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"
#include "support/temporary_folder.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace {

using signpost::Audience;
using signpost::Document;
using signpost::Index;
using signpost::PopularQuery;
using signpost::Suggestion;
using signpost::SuggestionKind;
using signpost::SuggestRequest;

std::vector<Suggestion> Suggest(const Index& index, const SuggestRequest& request,
                                const Audience& audience = Audience::Public()) {
  auto response = index.Suggest(audience, request);
  REQUIRE(response.ok());
  return response->suggestions;
}
std::vector<std::string> Queries(const Index& index, const SuggestRequest& request,
                                 const Audience& audience = Audience::Public()) {
  std::vector<std::string> out;
  for (const Suggestion& suggestion : Suggest(index, request, audience)) out.push_back(suggestion.query);
  return out;
}
using Strings = std::vector<std::string>;

Document Random(RandomText* text, const std::string& id) {
  Document out = text->Document(id, "en");
  if (text->Below(4) == 0) out.title = "Track your " + text->Word();
  return out;
}

Index Several(const std::vector<Document>& documents, signpost::Settings settings = {.language = "en"}) {
  const auto half = static_cast<std::ptrdiff_t>(documents.size() / 2);
  Index index = BuildIndex({documents.begin(), documents.begin() + half}, std::move(settings));
  REQUIRE(index.Upsert({documents.begin() + half, documents.end()}).ok());
  return index;
}

// --- the look at every phrase ---

Strings Units(const std::string& text) {
  static const signpost::text::Analyzer analyzer(signpost::text::FindLanguagePack("en"));
  signpost::text::TokenList tokens;
  analyzer.Analyze(text, &tokens);
  Strings out;
  for (const auto& token : tokens.tokens) {
    if (signpost::text::IsOfUnit(token)) out.emplace_back(tokens.Term(token));
  }
  return out;
}

// 0: begins so, 1: goes on so at another word, 2: holds the words apart, 3: neither.
int FormOf(const Strings& phrase, const Strings& typed) {
  auto fits = [&](const std::string& word, std::size_t t) {
    return t + 1 == typed.size() ? word.starts_with(typed[t]) : word == typed[t];
  };
  for (std::size_t at = 0; at + typed.size() <= phrase.size(); ++at) {
    bool all = true;
    for (std::size_t t = 0; t < typed.size() && all; ++t) all = fits(phrase[at + t], t);
    if (all) return at == 0 ? 0 : 1;
  }
  static const signpost::text::Analyzer analyzer(signpost::text::FindLanguagePack("en"));
  const bool any_strong =
      std::any_of(typed.begin(), typed.end(), [](const std::string& word) { return !analyzer.IsStopWord(word); });
  if (typed.size() < 2) return 3;
  for (std::size_t t = 0; t < typed.size(); ++t) {
    if (any_strong && analyzer.IsStopWord(typed[t])) continue;
    const bool held = std::any_of(phrase.begin(), phrase.end(), [&](const std::string& word) { return fits(word, t); });
    if (!held) return 3;
  }
  return 2;
}

struct Phrase {
  int form;
  int kind;
  std::string id;
  std::string text;
  auto Order() const { return std::tie(form, kind, id, text); }
};

Strings Naive(const std::vector<Document>& documents, const std::string& query, std::size_t limit) {
  const Strings typed = Units(query);
  std::vector<Phrase> phrases;
  auto add = [&](const std::string& text, int kind, const std::string& id) {
    const Strings units = Units(text);
    const int form = units.empty() ? 3 : FormOf(units, typed);
    if (form < 3) phrases.push_back({form, kind, id, text});
  };
  for (const Document& document : documents) {
    add(document.title, 1, document.object_id);
    for (const auto& section : document.sections) add(section.heading, 2, document.object_id);
  }
  std::sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) { return a.Order() < b.Order(); });
  Strings out;
  std::vector<Strings> seen;
  for (const Phrase& phrase : phrases) {
    if (out.size() == limit) break;
    const Strings units = Units(phrase.text);
    if (std::find(seen.begin(), seen.end(), units) != seen.end()) continue;
    seen.push_back(units);
    out.push_back(phrase.text);
  }
  return out;
}

TEST_CASE("Suggestions: as a look at every phrase", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText text(seed);
  for (int round = 0; round < 60; ++round) {
    std::vector<Document> documents;
    for (int d = 0; d < 24; ++d) documents.push_back(Random(&text, "d" + std::to_string(100 + d)));
    signpost::Settings settings{.language = "en"};
    settings.typo_tolerance.mode = signpost::TypoMode::kOff;
    const Index one = BuildIndex(documents, settings);
    const Index several = Several(documents, settings);
    for (int q = 0; q < 20; ++q) {
      const std::string phrase = documents[text.Below(documents.size())].title;
      std::string query = phrase.substr(0, 1 + text.Below(phrase.size()));
      if (q % 3 == 0) query = text.Word() + " " + text.Word().substr(0, 3);
      while (!query.empty() && (static_cast<unsigned char>(query.back()) >= 0x80 || query.back() == ' '))
        query.pop_back();
      if (Units(query).empty()) continue;
      CAPTURE(query);
      // Of phrases with the same words one is shown, and which of the texts depends on the first document alone.
      auto folded = [](const Strings& list) {
        std::vector<Strings> out;
        for (const std::string& item : list) out.push_back(Units(item));
        return out;
      };
      const auto expected = folded(Naive(documents, query, 6));
      CHECK(folded(Queries(one, {.query = query, .limit = 6})) == expected);
      CHECK(folded(Queries(several, {.query = query, .limit = 6})) == expected);
    }
  }
}

TEST_CASE("Suggestions: every one finds something, and hidden documents change nothing", "[catalog]") {
  const std::uint64_t seed = TestSeed() + 1;
  CAPTURE(seed);
  RandomText text(seed);
  for (int round = 0; round < 40; ++round) {
    std::vector<Document> visible;
    for (int d = 0; d < 12; ++d) visible.push_back(Random(&text, "d" + std::to_string(d)));
    auto all = visible;
    for (int d = 0; d < 12; ++d) {
      all.push_back(Random(&text, "h" + std::to_string(d)));
      all.back().title += " secretword";
      all.back().audiences = {"staff"};
    }
    std::vector<PopularQuery> popular;
    for (int p = 0; p < 10; ++p) popular.push_back({.query = text.Words(2), .count = text.Below(50)});
    auto more = popular;
    more.push_back({.query = "secretword " + text.Word(), .count = 1000});
    more.push_back({.query = text.Words(2), .count = 1000, .audiences = {"staff"}});
    Index without = Several(visible);
    Index with = Several(all);
    REQUIRE(without.SetPopularQueries(popular).ok());
    REQUIRE(with.SetPopularQueries(popular).ok());
    for (int q = 0; q < 15; ++q) {
      std::string query = q == 0 ? "" : text.Query();
      if (q % 4 == 1) query = "secretw";
      CAPTURE(query);
      const SuggestRequest request{.query = query, .limit = 8};
      CHECK(Suggest(without, request) == Suggest(with, request));
      for (const Audience& audience : {Audience::Public(), Audience::Of({"staff"})}) {
        for (const Suggestion& suggestion : Suggest(with, request, audience)) {
          CAPTURE(suggestion.query);
          CHECK(Ask(with, audience, {.query = suggestion.query}).hit_count > 0);
        }
      }
    }
    REQUIRE(with.SetPopularQueries(more).ok());
    for (const Suggestion& suggestion : Suggest(with, {.query = "", .limit = 20})) {
      CHECK(Ask(with, {.query = suggestion.query}).hit_count > 0);
      CHECK(suggestion.query != more.back().query);
    }
  }
}

std::vector<Document> Shop() {
  std::vector<Document> out = {Article("track", "Track your order", "Every order gets a number."),
                               Article("return", "Return an item", "Send it back."),
                               Article("password", "Reset your password", "Follow the link.")};
  out[0].sections.push_back({.anchor = "late", .heading = "Where is my parcel", .level = 2, .text = "Wait."});
  out[0].attributes = {{"_tags", signpost::Value(signpost::Value::Array{"order-shipped"})}};
  out[1].attributes = {{"_tags", signpost::Value(signpost::Value::Array{"order-shipped", "welcome"})}};
  return out;
}

TEST_CASE("Suggestions: typos when nothing begins as typed", "[catalog]") {
  const Index index = BuildIndex(Shop());
  CHECK(Queries(index, {.query = "trakc you"}) == Strings{"Track your order"});
  CHECK(Queries(index, {.query = "pasword"}) == Strings{"Reset your password"});
  CHECK(Queries(index, {.query = "paswor"}) == Strings{"Reset your password"});
  CHECK(Queries(index, {.query = "xyzzyxyz"}).empty());
  CHECK(Queries(index, {.query = "track order"}) == Strings{"Track your order"});
  CHECK(Queries(index, {.query = "track ordering "}).empty());
}

TEST_CASE("Suggestions: contexts and times", "[catalog]") {
  Index index = BuildIndex(Shop());
  REQUIRE(index
              .SetPopularQueries(
                  {{.query = "where is my order?", .count = 90, .object_id = "track", .contexts = {"order-shipped"}},
                   {.query = "return by mail", .count = 20, .from = 1000, .until = 2000},
                   {.query = "password", .count = 500}})
              .ok());
  CHECK(Queries(index, {.contexts = {"order-shipped"}}) ==
        Strings{"where is my order?", "Return an item", "Track your order"});
  CHECK(Queries(index, {.contexts = {"welcome"}}) == Strings{"Return an item"});
  CHECK(Suggest(index, {.contexts = {"order-shipped"}}).front().object_id == "track");
  CHECK(Queries(index, {.query = "where is my o"}) == Strings{"Track your order"});
  CHECK(Queries(index, {.query = "return", .now = 1500}) == Strings{"return by mail", "Return an item"});
  CHECK(Queries(index, {.query = "return", .now = 2000}) == Strings{"Return an item"});
  CHECK(Queries(index, {.query = "", .limit = 2, .now = 5}) == Strings{"password", "Reset your password"});
}

TEST_CASE("Suggestions: what only a rule answers is suggested while the rule holds", "[catalog]") {
  Index index = BuildIndex(Shop());
  REQUIRE(index.SetPopularQueries({{.query = "zebra sale", .count = 9}}).ok());
  CHECK(Queries(index, {.query = "zeb", .now = 5'000}).empty());
  signpost::Rule sale{.object_id = "sale", .conditions = {{.pattern = "zebra sale"}}};
  sale.validity = {{.from = 1'000, .until = 4'000}};
  sale.consequence.redirect_url = "/sale";
  REQUIRE(index.SetRules({sale}).ok());
  CHECK(Queries(index, {.query = "zeb", .now = 2'000}) == Strings{"zebra sale"});
  CHECK(Queries(index, {.query = "zeb", .now = 5'000}).empty());
}

TEST_CASE("Suggestions: what was not typed is marked", "[catalog]") {
  std::vector<Document> documents = Shop();
  documents.push_back(Article("safe", "Boots <b> & socks", "Text."));
  const Index index = BuildIndex(documents);
  CHECK(Suggest(index, {.query = "track yo"}).front().highlighted == "Track yo<em>ur order</em>");
  CHECK(Suggest(index, {.query = "order"}).front().highlighted == "<em>Track your</em> order");
  CHECK(Suggest(index, {.query = "boots"}).front().highlighted == "Boots <em>&lt;b&gt; &amp; socks</em>");
  SuggestRequest plain{.query = "boo"};
  plain.highlight = {.pre_tag = "[", .post_tag = "]", .escape = signpost::Escape::kNone};
  CHECK(Suggest(index, plain).front().highlighted == "Boo[ts <b> & socks]");
}

TEST_CASE("Suggestions: popular queries are stored and checked", "[catalog]") {
  const TemporaryFolder folder;
  Index index = BuildIndex(Shop());
  const std::vector<PopularQuery> list = {
      {.query = "track parcel order", .lang = "en", .count = 7, .object_id = "track"}};
  REQUIRE(index.SetPopularQueries(list).ok());
  REQUIRE(index.Save(folder / "shop.signpost").ok());
  const auto opened = Index::Open(folder / "shop.signpost");
  REQUIRE(opened.ok());
  CHECK(Queries(*opened, {.query = "track p"}) == Strings{"track parcel order"});
  CHECK(Queries(*opened, {.query = "track"}) == Queries(index, {.query = "track"}));
  auto refused = [&](const PopularQuery& query, const std::string& why) {
    const absl::Status status = index.SetPopularQueries({list.front(), query});
    REQUIRE(status.code() == absl::StatusCode::kInvalidArgument);
    CHECK(std::string(status.message()).find("popular query 1") != std::string::npos);
    CHECK(std::string(status.message()).find(why) != std::string::npos);
  };
  refused({}, "query is empty");
  refused({.query = std::string(201, 'a')}, "201 bytes");
  refused({.query = "\xff"}, "not UTF-8");
  refused({.query = "a", .from = 5, .until = 5}, "until is 5");
  CHECK(Queries(index, {.query = "track p"}) == Strings{"track parcel order"});
}

TEST_CASE("Suggestions: what is hidden or removed is not suggested", "[catalog]") {
  signpost::Settings settings{.language = "en"};
  settings.unretrievable_attributes = {"headings"};
  Index index = BuildIndex(Shop(), settings);
  CHECK(Queries(index, {.query = "where"}).empty());
  REQUIRE(index.Remove({"track"}).ok());
  CHECK(Queries(index, {.query = "track"}).empty());
  CHECK_FALSE(index.Suggest(Audience::Public(), {.limit = 0}).ok());
  CHECK_FALSE(index.Suggest(Audience::Public(), {.query = std::string(513, 'a')}).ok());
}

}  // namespace
