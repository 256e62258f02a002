// SPDX-License-Identifier: Apache-2.0
// What people complain about in search engines, about matching and order, as named specs.
//
// 1. Highlights with prefixes and typos mark what was typed, and numbers never match nearly.
// 2. Synonyms: two in one query, of several words, longer than three, with beginnings and other forms of words.
// 3. The exact match comes first; longer texts, other words and typos below it.
// 4. Question words and long sentences do not drown what they ask about.
// 5. A word that nobody wrote costs nothing wherever it stands.
// 6. Stop words are words: phrases of them and queries of nothing else are answered.
// 7. Long queries and common words are answered.
#include <signpost/signpost.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace {

using signpost::Document;
using signpost::Index;
using signpost::SearchRequest;
using Strings = std::vector<std::string>;

std::string First(const Index& index, const SearchRequest& request) {
  const Strings ids = Ids(index, request);
  return ids.empty() ? "" : ids.front();
}

std::set<std::string> Set(const Strings& ids) { return {ids.begin(), ids.end()}; }

// Articles that hold nothing in particular, so that common words are common.
std::vector<Document> WithFiller(std::vector<Document> documents, int count = 60) {
  for (int i = 0; i < count; ++i) {
    documents.push_back(Article("filler" + std::to_string(i), i % 2 == 0 ? "About the shop" : "How to get help",
                                "What we do, and where to find us when you need help with something on the site."));
  }
  return documents;
}

}  // namespace

// --- highlights (pain 5) ---

TEST_CASE("Highlight: attendr does not mark all of attendrir", "[catalog]") {  // 1
  const Index index =
      BuildIndex({{.object_id = "a", .lang = "fr", .title = "Attendrir la viande"}}, {.language = "fr"});
  CHECK(Ask(index, {.query = "attendr"}).hits.at(0).title.value == "<em>Attendr</em>ir la viande");
  CHECK(Ask(index, {.query = "attendrir"}).hits.at(0).title.value == "<em>Attendrir</em> la viande");
  CHECK(Ask(index, {.query = "attendr "}).hits.at(0).title.value == "<em>Attendrir</em> la viande");
  CHECK(Ask(index, {.query = "atendrir "}).hits.at(0).title.value == "<em>Attendrir</em> la viande");
}

TEST_CASE("Highlight: words written apart mark what they are of the joined word", "[catalog]") {  // 1
  const Index index =
      BuildIndex({Article("a", "Basketball shoes"), Article("b", "Wi-fi in stores"), Article("c", "Log in to it")});
  CHECK(Ask(index, {.query = "basket ball "}).hits.at(0).title.value == "<em>Basketball</em> shoes");
  CHECK(Ask(index, {.query = "basket bal"}).hits.at(0).title.value == "<em>Basketbal</em>l shoes");
  CHECK(Ask(index, {.query = "bas ket ba"}).hits.at(0).title.value == "<em>Basketba</em>ll shoes");
  CHECK(Ask(index, {.query = "wifi"}).hits.at(0).title.value == "<em>Wi-fi</em> in stores");
  CHECK(Ask(index, {.query = "wi fi"}).hits.at(0).title.value == "<em>Wi-fi</em> in stores");
  CHECK(Ask(index, {.query = "loginto"}).hits.at(0).title.value == "<em>Log in to</em> it");
}

TEST_CASE("Highlight: 1234 marks nothing of 1334", "[catalog]") {  // 1
  const Index index = BuildIndex({Article("a", "Room 1234", "beside 1334 and 12345"), Article("b", "Room 1334")});
  const auto response = Ask(index, {.query = "1234 "});
  CHECK(Ids(response) == Strings{"a"});
  CHECK(response.hits[0].title.value == "Room <em>1234</em>");
  CHECK(response.hits[0].snippet.value == "beside 1334 and 12345");
}

// --- synonyms (pains 8 to 10) ---

TEST_CASE("Synonyms: two in one query", "[catalog]") {  // 2
  Index index = BuildIndex({Article("a", "Male blazer"), Article("b", "Avenue of the southwest, fourth"),
                            Article("c", "Blazer"), Article("d", "Suit for a man")});
  REQUIRE(index
              .SetSynonyms({{.object_id = "1", .synonyms = {"suit", "blazer"}},
                            {.object_id = "2", .synonyms = {"man", "male"}},
                            {.object_id = "3", .synonyms = {"4th", "fourth"}},
                            {.object_id = "4", .synonyms = {"ave", "avenue"}},
                            {.object_id = "5", .synonyms = {"sw", "southwest"}}})
              .ok());
  CHECK(Ids(index, {.query = "suit man", .remove_words = signpost::RemoveWords::kNever}) == Strings{"d", "a"});
  CHECK(First(index, {.query = "4th ave sw", .remove_words = signpost::RemoveWords::kNever}) == "b");
}

TEST_CASE("Synonyms: several words stand side by side", "[catalog]") {  // 2
  Index index = BuildIndex({Article("phrase", "By the way of a note"), Article("loose", "The way in, by car"),
                            Article("asap", "Answered as soon as possible"), Article("other", "Possible as of soon")});
  REQUIRE(index
              .SetSynonyms({{.object_id = "1", .synonyms = {"btw", "by the way"}},
                            {.object_id = "2", .synonyms = {"asap", "as soon as possible"}}})
              .ok());
  CHECK(Ids(index, {.query = "btw"}) == Strings{"phrase"});
  CHECK(Ids(index, {.query = "asap"}) == Strings{"asap"});
  CHECK(Ask(index, {.query = "btw"}).hits[0].title.value == "<em>By the way</em> of a note");
}

TEST_CASE("Synonyms: a left side of many words", "[catalog]") {  // 2
  Index index = BuildIndex({Article("a", "ASAP deliveries"), Article("b", "Something else")});
  REQUIRE(index.SetSynonyms({{.object_id = "1", .synonyms = {"asap", "as soon as it is possible"}}}).ok());
  CHECK(First(index, {.query = "as soon as it is possible"}) == "a");
}

TEST_CASE("Synonyms: beginnings and other forms of words", "[catalog]") {  // 2
  Index index =
      BuildIndex({Article("pants", "Pants"), Article("k8s", "Deploying with kubernetes"), Article("x", "Hats")});
  REQUIRE(index
              .SetSynonyms({{.object_id = "1", .lang = "en", .synonyms = {"trousers", "pants"}},
                            {.object_id = "2", .lang = "en", .synonyms = {"k8s", "kubernetes"}}})
              .ok());
  CHECK(First(index, {.query = "trousers"}) == "pants");
  CHECK(First(index, {.query = "trouser"}) == "pants");
  CHECK(First(index, {.query = "k8s deployment"}) == "k8s");
}

// --- order (pain 11) ---

TEST_CASE("Index: C ranks the article about C above CC (typo or longer text above the exact match)",
          "[catalog]") {  // 3
  const Index index = BuildIndex({Article("cc", "CC"), Article("cpp", "C++"), Article("c", "C"),
                                  Article("long", "C and other languages", "C, CC and more of C")});
  CHECK(First(index, {.query = "C"}) == "c");
  CHECK(First(index, {.query = "c "}) == "c");
  CHECK(First(index, {.query = "CC"}) == "cc");
  CHECK(First(index, {.query = "C++"}) == "cpp");
}

TEST_CASE("Index: some query ranks above some query with more", "[catalog]") {  // 3
  const Index index = BuildIndex({Article("more", "Some query with extra information"), Article("exact", "Some query"),
                                  Article("body", "Other", "some query some query some query")});
  CHECK(Ids(index, {.query = "some query"}) == Strings{"exact", "more", "body"});
}

TEST_CASE("Index: 23.4mm never finds 25.4mm", "[catalog]") {  // 3
  const Index index =
      BuildIndex({Article("25", "Bolt 25.4mm"), Article("23", "Bolt 23.4mm"), Article("254", "Bolt 254mm")});
  CHECK(First(index, {.query = "25.4mm"}) == "25");
  CHECK(First(index, {.query = "bolt 23.4mm"}) == "23");
  CHECK(First(index, {.query = "23.4 mm"}) == "23");
  for (const char* query : {"23.4mm", "23.4mm ", "23.4m"}) {
    CAPTURE(query);
    const Strings ids = Ids(index, {.query = query});
    CHECK(std::find(ids.begin(), ids.end(), "23") != ids.end());
    CHECK(std::find(ids.begin(), ids.end(), "25") == ids.end());
  }
}

TEST_CASE("Index: exact, then other forms and synonyms, then typos", "[catalog]") {  // 3
  Index index = BuildIndex({Article("typo", "Retrun"), Article("stem", "Returning"), Article("exact", "Return")});
  CHECK(Ids(index, {.query = "return "}) == Strings{"exact", "stem"});
  CHECK(First(index, {.query = "retrun "}) == "typo");
}

TEST_CASE("Index: the fewest typos of all hits, those of optional words too", "[catalog]") {  // 3
  const Index index = BuildIndex({Article("typo", "Ball for the lottery"), Article("none", "Ball"),
                                  Article("others", "Tent, boots, jacket, parcel")});
  SearchRequest request{.query = "lotery ball tent boots jacket parcel", .optional_words = Strings{"lotery"}};
  CHECK(Set(Ids(index, request)) == std::set<std::string>{"typo", "none", "others"});
  request.typo_tolerance = signpost::TypoMode::kMin;
  CHECK(Set(Ids(index, request)) == std::set<std::string>{"none", "others"});
}

// --- long questions (pain 20) ---

TEST_CASE("Index: question words do not drown the answer", "[catalog]") {  // 4
  const Index index = BuildIndex(WithFiller(
      {Article("rx", "Prescriptions", "Order a prescription or a refill."),
       Article("how", "How to get to the shop", "How to get here: how to park."),
       Article("bookmarks", "Recover lost bookmarks", "Bookmarks that are missing after an update can be restored.")}));
  CHECK(First(index, {.query = "prescription"}) == "rx");
  CHECK(First(index, {.query = "how to get prescription"}) == "rx");
  CHECK(First(index, {.query = "how do I get a prescription?"}) == "rx");
  CHECK(
      First(index, {.query = "I updated Firefox yesterday and now I can't find any of the bookmarks I've had saved for "
                             "years"}) == "bookmarks");
}

// --- dropping words (pain 21) ---

TEST_CASE("Index: an unknown word costs nothing wherever it stands", "[catalog]") {  // 5
  const Index index = BuildIndex({Article("a", "Avellaneda 738"), Article("b", "Avellaneda 1200"),
                                  Article("blender", "Westpoint blender"), Article("mixer", "Blender for soups")});
  const Strings behind = Ids(index, {.query = "Avellaneda 738 something "});
  CHECK(behind.front() == "a");
  CHECK(Ids(index, {.query = "something Avellaneda 738 "}) == behind);
  CHECK(Ids(index, {.query = "Avellaneda something 738 "}) == behind);
  CHECK(Set(Ids(index, {.query = "westpoint blender "})) == Set(Ids(index, {.query = "blender westpoint "})));
  CHECK(First(index, {.query = "blender westpoint "}) == "blender");
  CHECK(First(index, {.query = "westpoint blender "}) == "blender");
}

// --- stop words (pain 22) ---

TEST_CASE("Index: phrases of stop words", "[catalog]") {  // 6
  const Index index = BuildIndex(WithFiller({Article("soup", "The soup of the day"), Article("day", "Opening day"),
                                             Article("hamlet", "To be or not to be", "That is the question."),
                                             Article("who", "The Who", "A band.")}));
  CHECK(First(index, {.query = "the soup of the day"}) == "soup");
  CHECK(First(index, {.query = "\"the soup of the day\"", .advanced_syntax = true}) == "soup");
  CHECK(First(index, {.query = "to be or not to be"}) == "hamlet");
  CHECK(Ids(index, {.query = "\"to be or not to be\"", .advanced_syntax = true}) == Strings{"hamlet"});
  CHECK(First(index, {.query = "the who"}) == "who");
  CHECK_FALSE(Ids(index, {.query = "the"}).empty());
  CHECK_FALSE(Ids(index, {.query = "what is it"}).empty());
}

// --- long queries (pain 23) ---

TEST_CASE("Index: long queries and common words are answered", "[catalog]") {  // 7
  const std::uint64_t seed = TestSeed();
  RandomText text(seed);
  std::vector<Document> documents =
      WithFiller({Article("life", "What to do in life", "What to do, and what to do next."),
                  Article("jacket",
                          "Fernway waterproof jacket with hood for men, size "
                          "XL, dark green, with two pockets")});
  for (int d = 0; d < 300; ++d) documents.push_back(text.Document("d" + std::to_string(d), "en"));
  const Index index = BuildIndex(documents);
  CHECK(First(index, {.query = "what to do in life"}) == "life");
  CHECK(First(index, {.query = "Fernway waterproof jacket with hood for men, size XL, dark green, two pockets"}) ==
        "jacket");
  std::string ticket = "Hello, I bought the Fernway waterproof jacket with a hood and two pockets in dark green.";
  for (int word = 0; word < 2000; ++word) ticket += " " + (word % 3 == 0 ? text.Word() : "w" + std::to_string(word));
  CHECK_FALSE(Ids(index, {.query = ticket}).empty());
  std::string letters;
  for (int i = 0; i < 10'000; ++i) letters += std::string(1, static_cast<char>('a' + i % 26)) + " ";
  const auto response = Ask(index, {.query = letters, .explain = true});
  CHECK(response.explanation->words.size() <= 26);
  CHECK(response.hits.size() <= 20);
  std::string different;
  for (int i = 0; i < 9'000; ++i) different += "z" + std::to_string(i) + " ";
  CHECK(Ask(index, {.query = different, .explain = true}).explanation->words.size() <=
        signpost::limits::kMaxQueryWords);
}
