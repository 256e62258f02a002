// SPDX-License-Identifier: Apache-2.0
// What people complain about in the synonyms of search engines, as named specs. Two in one query, several words side by side,
// long left sides and the beginnings of both in their plain form are in pains_matching_test.cc.
//
// 1. What matched is marked where it matched: the words of a phrase together, not those that stand scattered.
// 2. Two synonyms in one query, of several words, mistyped and half typed, work as one does.
// 3. Several words on both sides, without a limit of length.
// 4. Synonyms of a beginning, another form, a slip; in every language, without being told which.
// 5. A document with the word ranks above one with a synonym, unless set equal; corrections below synonyms, and as typos.
// 6. Placeholders stand in documents for a list of words, and only they do.
// 7. What is asked of synonyms is kept in a snapshot and can be switched off.
#include <signpost/signpost.h>

#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "support/ask.h"
#include "support/temporary_folder.h"

namespace {

using signpost::AlternativeKind;
using signpost::Document;
using signpost::ExactAlternative;
using signpost::Index;
using signpost::RemoveWords;
using signpost::SearchRequest;
using signpost::Synonym;
using signpost::SynonymType;
using signpost::TypoMode;
using Strings = std::vector<std::string>;

Synonym Same(std::string id, Strings words) { return {.object_id = std::move(id), .synonyms = std::move(words)}; }

Synonym Of(SynonymType type, std::string id, std::string input, Strings words) {
  return {.object_id = std::move(id), .type = type, .input = std::move(input), .synonyms = std::move(words)};
}

Index With(std::vector<Synonym> synonyms, const std::vector<Document>& documents,
           signpost::Settings settings = {.language = "en"}) {
  Index index = BuildIndex(documents, std::move(settings));
  REQUIRE(index.SetSynonyms(std::move(synonyms)).ok());
  return index;
}

// The title of the first hit, as marked.
std::string Marked(const Index& index, const std::string& query) {
  const auto response = Ask(index, {.query = query});
  return response.hits.empty() ? "" : response.hits.front().title.value;
}

std::set<std::string> Set(const Strings& ids) { return {ids.begin(), ids.end()}; }

}  // namespace

// --- highlights (pain 6) ---

TEST_CASE("Synonyms: uk marks United Kingdom as one, never its scattered words", "[catalog]") {  // 1
  const Index index =
      With({Same("uk", {"uk", "united kingdom"})},
           {Article("a", "United we shop: shipping to the United Kingdom", "A kingdom of united shoppers."),
            Article("b", "The kingdom of united fans")});
  const auto response = Ask(index, {.query = "uk"});
  REQUIRE(Ids(response) == Strings{"a"});
  CHECK(response.hits[0].title.value == "United we shop: shipping to the <em>United Kingdom</em>");
  CHECK(response.hits[0].snippet.value == "A kingdom of united shoppers.");
  CHECK(response.hits[0].title.matched_words == Strings{"uk"});
  CHECK(response.hits[0].title.match_level == signpost::MatchLevel::kFull);
}

TEST_CASE("Synonyms: united kingdom marks UK once, for both its words", "[catalog]") {  // 1
  const Index index = With({Same("uk", {"uk", "united kingdom"})}, {Article("a", "Shipping to the UK")});
  const auto response = Ask(index, {.query = "united kingdom"});
  REQUIRE(Ids(response) == Strings{"a"});
  CHECK(response.hits[0].title.value == "Shipping to the <em>UK</em>");
  CHECK(response.hits[0].title.matched_words == Strings{"united", "kingdom"});
  CHECK(response.hits[0].title.match_level == signpost::MatchLevel::kFull);
}

TEST_CASE("Synonyms: other forms of a phrase are marked as they stand", "[catalog]") {  // 1, 4
  const Index index =
      With({Same("1", {"voucher", "gift card"})},
           {Article("a", "About our gift cards"), Article("b", "Gifts and gift-card balance"), Article("c", "Cards")});
  const auto response = Ask(index, {.query = "voucher"});
  CHECK(Set(Ids(response)) == std::set<std::string>{"a", "b"});
  CHECK(Marked(index, "voucher about") == "<em>About</em> our <em>gift cards</em>");
  CHECK(Marked(index, "vouchers balance") == "Gifts and <em>gift-card</em> <em>balance</em>");
}

// --- two in one query (pain 8) ---

TEST_CASE("Synonyms: suit man finds a male blazer, however they are written", "[catalog]") {  // 2
  const Index index = With({Same("1", {"suit", "blazer"}), Same("2", {"man", "male"})},
                           {Article("a", "Male blazer"), Article("b", "Blazer"), Article("c", "Male")});
  for (const char* query : {"suit man", "suits man", "man suit", "suit male", "blazer man", "suit ma"}) {
    CAPTURE(query);
    const Strings ids = Ids(index, {.query = query, .remove_words = RemoveWords::kNever});
    CHECK(ids == Strings{"a"});
  }
  CHECK(Marked(index, "suit man") == "<em>Male</em> <em>blazer</em>");
}

TEST_CASE("Synonyms: 4th ave sw finds fourth avenue southwest", "[catalog]") {  // 2
  const Index index =
      With({Same("1", {"4th", "fourth"}), Same("2", {"ave", "avenue"}), Same("3", {"sw", "south west"})},
           {Article("a", "Fourth avenue south west"), Article("b", "Fourth avenue"),
            Article("c", "West of fourth avenue, south of it")});
  const SearchRequest request{.query = "4th ave sw", .remove_words = RemoveWords::kNever};
  CHECK(Ids(index, request) == Strings{"a"});
  CHECK(Marked(index, "4th ave sw") == "<em>Fourth</em> <em>avenue</em> <em>south west</em>");
}

TEST_CASE("Synonyms: runs that share a word each have theirs", "[catalog]") {  // 2
  const Index index = With({Same("1", {"gift card", "voucher"}), Same("2", {"card balance", "funds"})},
                           {Article("a", "Voucher funds"), Article("b", "Voucher balance"), Article("c", "Gift funds"),
                            Article("d", "Gift of funds"), Article("e", "Funds")});
  const SearchRequest request{.query = "gift card balance ", .remove_words = RemoveWords::kNever};
  CHECK(Set(Ids(index, request)) == std::set<std::string>{"a", "b", "c", "d"});
}

// --- several words (pain 9) ---

TEST_CASE("Synonyms: several words for several words, without a limit", "[catalog]") {  // 3
  std::string left, right;
  for (int i = 0; i < 40; ++i) {
    left += "left" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
    right += "right" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
  }
  const Index index = With({Same("long", {left, right}), Same("short", {"sign in", "log on", "get into my account"})},
                           {Article("a", "Right", "Before. " + right + ". Behind."), Article("b", "Left alone"),
                            Article("c", "How to log on"), Article("d", "Get into my account")});
  const auto response = Ask(index, {.query = left});
  REQUIRE(!response.hits.empty());
  CHECK(response.hits[0].document.object_id == "a");
  CHECK(Set(Ids(index, {.query = "sign in "})) == std::set<std::string>{"c", "d"});
  CHECK(Marked(index, "sign in my account") == "<em>Get into my account</em>");
}

TEST_CASE("Synonyms: a document that lacks a word of the phrase is no hit by it", "[catalog]") {  // 3
  const Index index = With({Same("1", {"btw", "by the way"})},
                           {Article("a", "By the by, this way"), Article("b", "The way by"), Article("c", "Nothing")});
  CHECK(Ids(index, {.query = "btw"}).empty());
}

// --- beginnings, forms, slips (pain 10) ---

TEST_CASE("Synonyms: trou finds pants by trousers, which no document holds", "[catalog]") {  // 4
  const Index index = With({Same("1", {"trousers", "pants"})}, {Article("a", "Pants"), Article("b", "Hats")});
  for (const char* query : {"tro", "trou", "trouser", "trousers", "trowsers ", "trosuers"}) {
    CAPTURE(query);
    CHECK(Ids(index, {.query = query}) == Strings{"a"});
  }
  CHECK(Ids(index, {.query = "trou "}).empty());
  CHECK(Ids(index, {.query = "tr"}).empty());
  CHECK(Marked(index, "trou") == "<em>Pants</em>");
}

TEST_CASE("Synonyms: a beginning that documents hold is not taken for another word", "[catalog]") {  // 4
  const Index index =
      With({Same("1", {"passport", "travel document"})},
           {Article("pass", "Boarding pass"), Article("passport", "Passport"), Article("document", "Travel document")});
  CHECK(Set(Ids(index, {.query = "pass"})) == std::set<std::string>{"pass", "passport"});
  CHECK(Set(Ids(index, {.query = "passp"})) == std::set<std::string>{"passport", "document"});
}

TEST_CASE("Synonyms: k8s and kubernetes with stems", "[catalog]") {  // 4
  const Index index = With({Same("1", {"k8s", "kubernetes"})},
                           {Article("a", "Deploying to Kubernetes"), Article("b", "k8s deployments")});
  for (const char* query : {"k8s", "kubernetes", "kubernete", "kubernets ", "k8s deploy", "deployed k8s"}) {
    CAPTURE(query);
    CHECK(Set(Ids(index, {.query = query})) == std::set<std::string>{"a", "b"});
  }
}

TEST_CASE("Synonyms: unitd kingdom and united kin find the UK", "[catalog]") {  // 4
  const Index index = With({Same("uk", {"uk", "united kingdom"})},
                           {Article("a", "The UK"), Article("b", "France"), Article("c", "United"), Article("d", "Kin"),
                            Article("e", "Kingdom")});
  for (const char* query : {"unitd kingdom", "united kingdm ", "unitd kingdm ", "united kin"}) {
    CAPTURE(query);
    const Strings ids = Ids(index, {.query = query});
    CHECK(std::find(ids.begin(), ids.end(), "a") != ids.end());
    CHECK(std::find(ids.begin(), ids.end(), "b") == ids.end());
  }
  const auto off = Ids(index, {.query = "unitd kingdm ", .typo_tolerance = TypoMode::kOff});
  CHECK(std::find(off.begin(), off.end(), "a") == off.end());
}

TEST_CASE("Synonyms: what is guessed is told, and ranks below what is meant for sure", "[catalog]") {  // 4, 5
  const Index index =
      With({Same("1", {"trousers", "pants"})}, {Article("pants", "Pants"), Article("trowel", "Trowel")});
  const auto response = Ask(index, {.query = "trowsers ", .explain = true});
  REQUIRE(Ids(response) == Strings{"pants"});
  const auto& alternative = response.explanation->words.at(0).alternatives.at(0);
  CHECK(alternative.text == "pants");
  CHECK(alternative.kind == AlternativeKind::kGuessedSynonym);
  CHECK(alternative.edits == 1);
}

TEST_CASE("Synonyms: without a language, in the forms of each", "[catalog]") {  // 4
  const Index index = With({Same("1", {"Rückgabe", "Retoure", "devolución"})},
                           {{.object_id = "de", .lang = "de", .title = "Retouren"},
                            {.object_id = "es", .lang = "es", .title = "Devoluciones"}},
                           {.language = ""});
  CHECK(Ids(index, {.query = "Rückgaben", .lang = "de"}) == Strings{"de"});
  CHECK(Ids(index, {.query = "rückgabe", .lang = "es"}) == Strings{"es"});
}

TEST_CASE("Synonyms: of Chinese words, written in either script", "[catalog]") {  // 4
  const Index index = With(
      {Same("1", {"退款", "返还货款"})},
      {{.object_id = "a", .lang = "zh", .title = "如何返还货款"}, {.object_id = "b", .lang = "zh", .title = "货款"}},
      {.language = "zh"});
  CHECK(Ids(index, {.query = "退款"}) == Strings{"a"});
  CHECK(Ids(index, {.query = "我要退款"}) == Strings{"a"});
  CHECK(Marked(index, "退款") == "如何<em>返还货款</em>");
}

// --- order (features 29 and 33) ---

TEST_CASE("Synonyms: below the word, unless set equal", "[catalog]") {  // 5
  const std::vector<Document> documents = {Article("b-word", "Refund times"), Article("a-one", "Reimbursement times"),
                                           Article("c-several", "Money back times")};
  const std::vector<Synonym> synonyms = {Same("1", {"refund", "reimbursement", "money back"})};
  const Index below = With(synonyms, documents);
  CHECK(Ids(below, {.query = "refund times"}).at(0) == "b-word");

  SearchRequest request{.query = "refund times",
                        .alternatives_as_exact = std::vector{ExactAlternative::kSingleWordSynonym}};
  auto response = Ask(below, request);
  CHECK(Ids(response) == Strings{"a-one", "b-word", "c-several"});
  CHECK(response.hits[0].score == response.hits[1].score);
  CHECK(response.hits[2].score < response.hits[1].score);

  request.alternatives_as_exact->push_back(ExactAlternative::kMultiWordsSynonym);
  request.explain = true;
  response = Ask(below, request);
  CHECK(response.explanation->words[0].alternatives.back().kind == AlternativeKind::kSynonym);
  CHECK(response.explanation->words[0].alternatives.back().weight == 1);

  signpost::Settings settings{.language = "en", .ranking = {signpost::RankingCriterion::kExact}};
  settings.alternatives_as_exact = {ExactAlternative::kSingleWordSynonym};
  const Index equal = With(synonyms, documents, settings);
  response = Ask(equal, {.query = "refund times", .explain = true});
  for (const signpost::Hit& hit : response.hits) {
    CAPTURE(hit.document.object_id);
    CHECK(hit.explanation->exact_words == (hit.document.object_id == "c-several" ? 1 : 2));
  }
}

TEST_CASE("Synonyms: corrections count as typos and rank below synonyms", "[catalog]") {  // 5
  const Index index = With({Same("1", {"car", "auto"}), Of(SynonymType::kAltCorrection1, "2", "car", {"vehicle"}),
                            Of(SynonymType::kAltCorrection2, "3", "car", {"van", "pickup truck"})},
                           {Article("word", "Car"), Article("synonym", "Auto"), Article("one", "Vehicle"),
                            Article("two", "Van"), Article("phrase", "Pickup truck")});
  const Strings ids = Ids(index, {.query = "car "});
  REQUIRE(ids.size() == 5);
  CHECK(Strings(ids.begin(), ids.begin() + 3) == Strings{"word", "synonym", "one"});
  CHECK(Ids(index, {.query = "vehicle "}) == Strings{"one"});

  const auto response = Ask(index, {.query = "car ", .ranking_info = true});
  for (const signpost::Hit& hit : response.hits) {
    const std::string& id = hit.document.object_id;
    CAPTURE(id);
    CHECK(hit.ranking_info->typos == (id == "one" ? 1 : id == "two" || id == "phrase" ? 2 : 0));
  }
  auto with = [&](TypoMode mode) { return Set(Ids(index, {.query = "car ", .typo_tolerance = mode})); };
  CHECK(with(TypoMode::kOff) == std::set<std::string>{"word", "synonym"});
  CHECK(with(TypoMode::kMin) == std::set<std::string>{"word", "synonym"});
  CHECK(with(TypoMode::kStrict) == std::set<std::string>{"word", "synonym", "one"});
}

TEST_CASE("Synonyms: they do not lead on to others", "[catalog]") {
  const Index index =
      With({Same("1", {"alpha", "beta"}), Same("2", {"beta", "gamma"})}, {Article("b", "Beta"), Article("c", "Gamma")});
  CHECK(Ids(index, {.query = "alpha "}) == Strings{"b"});
}

// --- placeholders (feature 30) ---

TEST_CASE("Synonyms: a placeholder stands for its list and nothing else", "[catalog]") {  // 6
  const Index index = With({Of(SynonymType::kPlaceholder, "1", "<Street>", {"Main Street", "Broadway"}),
                            Of(SynonymType::kPlaceholder, "2", "<house-number>", {"1", "2", "12"})},
                           {Article("a", "<house-number> <street>, New York"), Article("b", "Street maps of New York"),
                            Article("c", "Broadway shows")});
  const SearchRequest all{.query = "12 Broadway New York", .remove_words = RemoveWords::kNever};
  CHECK(Ids(index, all) == Strings{"a"});
  CHECK(Ids(index, {.query = "main street york", .remove_words = RemoveWords::kNever}).at(0) == "a");
  CHECK(Ids(index, {.query = "77 Broadway York", .remove_words = RemoveWords::kNever}).empty());
  CHECK(Ids(index, {.query = "broadway"}) == Strings{"c", "a"});
  CHECK(Set(Ids(index, {.query = "street "})) == std::set<std::string>{"a", "b"});
  CHECK(Marked(index, "12 broadway york") ==
        "&lt;<em>house-number</em>&gt; &lt;<em>street</em>&gt;, New <em>York</em>");
}

// --- kept and switched off ---

TEST_CASE("Synonyms: a snapshot keeps every type and the setting", "[catalog]") {  // 7
  signpost::Settings settings{.language = "en"};
  settings.alternatives_as_exact = {ExactAlternative::kSingleWordSynonym, ExactAlternative::kMultiWordsSynonym};
  const Index index = With(
      {Same("1", {"refund", "reimbursement"}), Of(SynonymType::kOneWay, "2", "parcel", {"package"}),
       Of(SynonymType::kAltCorrection1, "3", "car", {"vehicle"}), Of(SynonymType::kAltCorrection2, "4", "car", {"van"}),
       Of(SynonymType::kPlaceholder, "5", "<street>", {"Broadway"})},
      {Article("refund", "Refund"), Article("reimbursement", "Reimbursement"), Article("package", "Package"),
       Article("vehicle", "Vehicle"), Article("van", "Van"), Article("street", "<street>")},
      settings);
  const TemporaryFolder folder;
  const std::string path = folder / "index.signpost";
  REQUIRE(index.Save(path).ok());
  const auto opened = Index::Open(path);
  REQUIRE(opened.ok());
  for (const char* query : {"refund ", "parcel ", "car ", "broadway"}) {
    CAPTURE(query);
    const auto before = Ask(index, {.query = query});
    const auto after = Ask(*opened, {.query = query});
    CHECK(!before.hits.empty());
    REQUIRE(Ids(before) == Ids(after));
    for (std::size_t i = 0; i < before.hits.size(); ++i) CHECK(before.hits[i].score == after.hits[i].score);
  }
}

TEST_CASE("Synonyms: a request can do without", "[catalog]") {  // 7
  const Index index = With({Same("1", {"refund", "money back"})}, {Article("a", "Money back")});
  CHECK(Ids(index, {.query = "refund"}) == Strings{"a"});
  CHECK(Ids(index, {.query = "refund", .synonyms = false}).empty());
}
