// SPDX-License-Identifier: Apache-2.0
// Related articles and near-duplicates.
//
// 1. JoinSets finds exactly the pairs that comparing every two sets finds, for random sets and thresholds.
// 2. NearDuplicates finds exactly the pairs that comparing the runs of words of every two texts finds, in one segment and in several.
// 3. Related articles share what makes the article special; scores are 0..1, a copy's is highest; the article itself is not there.
// 4. Documents of another audience, in another language or removed change nothing and are in no answer.
// 5. Fields out of their range, and articles that are not there for the audience, are refused with their names.
#include <signpost/signpost.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/set_join.h"
#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace {

using signpost::Audience;
using signpost::Document;
using signpost::Index;
using signpost::catalog::Jaccard;
using signpost::catalog::JoinSets;

TEST_CASE("JoinSets: as comparing every two sets", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::vector<std::uint64_t>> sets(1 + random() % 40);
    for (auto& set : sets) {
      std::set<std::uint64_t> elements;
      for (std::size_t n = random() % 12; n > 0; --n) elements.insert((random() % 25) * (round % 2 == 0 ? 1 : 0x9E3779B97F4A7C15u));
      set.assign(elements.begin(), elements.end());
    }
    for (std::size_t copies = random() % 8; copies > 0; --copies) {
      auto& copy = sets[random() % sets.size()];
      copy = sets[random() % sets.size()];
      if (!copy.empty() && random() % 2 == 0) copy.pop_back();
    }
    const double threshold = std::vector<double>{0.3, 0.5, 0.75, 0.8, 1.0}[random() % 5];
    const auto joined = JoinSets(static_cast<std::uint32_t>(sets.size()), threshold, 100'000,
                                 [&](std::uint32_t i, std::vector<std::uint64_t>* out) { *out = sets[i]; });
    CHECK_FALSE(joined.cut);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;
    for (std::uint32_t j = 0; j < sets.size(); ++j) {
      for (std::uint32_t i = 0; i < j; ++i) {
        if (!sets[i].empty() && Jaccard(sets[i], sets[j]) >= threshold - 1e-9) expected.emplace_back(i, j);
      }
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const auto& pair : joined.pairs) {
      found.emplace_back(pair.first, pair.second);
      CHECK(pair.similarity == Jaccard(sets[pair.first], sets[pair.second]));
    }
    CHECK(found == expected);
  }
}

TEST_CASE("JoinSets: says that it was cut", "[catalog]") {
  const auto joined = JoinSets(20, 0.5, 10, [](std::uint32_t, std::vector<std::uint64_t>* out) { *out = {1, 2, 3}; });
  CHECK(joined.cut);
  CHECK(joined.pairs.size() == 10);
}

// --- near-duplicates ---

// The runs of three words of a document, as text.
std::set<std::string> Runs(const Document& document) {
  static const signpost::text::Analyzer analyzer(signpost::text::FindLanguagePack("en"));
  std::set<std::string> out;
  std::vector<std::string> all;
  std::vector<std::string> headings;
  std::vector<std::string> bodies;
  for (const auto& section : document.sections) {
    headings.push_back(section.heading);
    bodies.push_back(section.text);
  }
  for (const auto& field : {std::vector<std::string>{document.title}, headings, bodies}) {
    std::vector<std::string> words;
    for (const std::string& text : field) {
      signpost::text::TokenList tokens;
      analyzer.Analyze(text, &tokens);
      for (const auto& token : tokens.tokens) {
        if (token.span == 1) words.emplace_back(tokens.Term(token));
      }
    }
    for (std::size_t i = 0; i + 3 <= words.size(); ++i) out.insert(words[i] + " " + words[i + 1] + " " + words[i + 2]);
    all.insert(all.end(), words.begin(), words.end());
  }
  std::string whole;
  for (const std::string& word : all) whole += " " + word;
  if (out.empty() && !whole.empty()) out.insert(whole);
  return out;
}

double Similarity(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::size_t both = 0;
  for (const std::string& run : a) both += b.count(run);
  const std::size_t either = a.size() + b.size() - both;
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

// Words with one term each, so that their order in the index is that of the text.
std::string PlainWords(RandomText* text, std::size_t count) {
  static const std::vector<std::string> words = {"order", "refund", "parcel", "jacket", "boots", "label", "box", "card", "mail", "link"};
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + words[text->Below(words.size())];
  return out;
}

TEST_CASE("NearDuplicates: as comparing every two texts", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText text(seed);
  for (int round = 0; round < 60; ++round) {
    std::vector<Document> documents;
    for (int d = 0; d < 24; ++d) {
      Document document = Article("d" + std::to_string(100 + d), PlainWords(&text, 1 + text.Below(4)), PlainWords(&text, text.Below(14)));
      if (text.Below(2) == 0) document.sections.push_back({.anchor = "s", .heading = PlainWords(&text, 2), .level = 2, .text = PlainWords(&text, 4)});
      if (d > 0 && text.Below(3) == 0) {
        document.title = documents[text.Below(documents.size())].title;
        document.sections = documents[text.Below(documents.size())].sections;
        if (text.Below(2) == 0 && !document.sections.empty()) document.sections.front().text += " " + PlainWords(&text, 1);
      }
      documents.push_back(std::move(document));
    }
    const double threshold = std::vector<double>{0.3, 0.5, 0.8, 1.0}[text.Below(4)];
    std::map<std::pair<std::string, std::string>, double> expected;
    for (std::size_t j = 0; j < documents.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        const double similarity = Similarity(Runs(documents[i]), Runs(documents[j]));
        if (similarity >= threshold - 1e-9) expected[{documents[i].object_id, documents[j].object_id}] = similarity;
      }
    }
    Index several = BuildIndex({documents.begin(), documents.begin() + 12});
    REQUIRE(several.Upsert({documents.begin() + 12, documents.end()}).ok());
    const Index one = BuildIndex(documents);
    for (const Index* index : {&one, static_cast<const Index*>(&several)}) {
      const auto response = index->NearDuplicates(Audience::Public(), {.threshold = threshold, .limit = 1000});
      REQUIRE(response.ok());
      CHECK_FALSE(response->cut);
      CHECK(response->pair_count == expected.size());
      std::map<std::pair<std::string, std::string>, double> found;
      for (const auto& pair : response->pairs) found[{pair.object_id, pair.other_object_id}] = pair.similarity;
      CHECK(found == expected);
      CHECK(std::is_sorted(response->pairs.begin(), response->pairs.end(),
                           [](const auto& a, const auto& b) { return a.similarity > b.similarity; }));
    }
  }
}

TEST_CASE("NearDuplicates: other languages, other audiences", "[catalog]") {
  const std::string body = "Send the item back within thirty days and print the label.";
  std::vector<Document> documents = {Article("a", "Return an item", body), Article("b", "Return an item", body),
                                     Article("c", "Return an item", body), Article("d", "Return an item", body)};
  documents[2].audiences = {"staff"};
  documents[3].lang = "es";
  Index index = BuildIndex(documents);
  const auto seen = index.NearDuplicates(Audience::Public(), {});
  REQUIRE(seen.ok());
  REQUIRE(seen->pairs.size() == 1);
  CHECK(seen->pairs.front() == signpost::NearDuplicate{"a", "b", "en", "Return an item", "Return an item", 1});
  CHECK(index.NearDuplicates(Audience::Of({"staff"}), {})->pairs.size() == 3);
  REQUIRE(index.Remove({"b"}).ok());
  CHECK(index.NearDuplicates(Audience::Public(), {})->pairs.empty());
  CHECK_FALSE(index.NearDuplicates(Audience::Public(), {.threshold = 0.1}).ok());
  CHECK_FALSE(index.NearDuplicates(Audience::Public(), {.limit = 0}).ok());
}

// --- related ---

TEST_CASE("Related: by what makes an article special", "[catalog]") {
  std::vector<Document> documents = {
      Article("track", "Track your order", "Every order gets a tracking number. The carrier shows where the parcel is."),
      Article("lost", "My parcel is lost", "When tracking stops, ask the carrier where the parcel is. We send the order again."),
      Article("password", "Reset your password", "Locked out of your account? Choose a new password."),
      Article("account", "Close your account", "Your password and your points are gone when the account is closed."),
      Article("copy", "Track your order", "Every order gets a tracking number. The carrier shows where the parcel is.")};
  documents.push_back(Article("hidden", "Track your order", "Every order gets a tracking number of the carrier."));
  documents.back().audiences = {"staff"};
  Index index = BuildIndex(documents);
  const auto near = index.Related(Audience::Public(), {.object_id = "track", .limit = 3});
  REQUIRE(near.ok());
  CHECK(near->lang == "en");
  REQUIRE(near->articles.size() >= 2);
  CHECK(near->articles[0].document.object_id == "copy");
  CHECK(near->articles[0].score > 0.9);
  CHECK(near->articles[1].document.object_id == "lost");
  for (const auto& article : near->articles) {
    CHECK(article.score > 0);
    CHECK(article.score <= 1);
    CHECK(article.document.object_id != "track");
    CHECK(article.document.object_id != "hidden");
  }
  CHECK(index.Related(Audience::Public(), {.object_id = "password"})->articles.front().document.object_id == "account");
  CHECK(index.Related(Audience::Public(), {.object_id = "hidden"}).status().code() == absl::StatusCode::kNotFound);
  CHECK(index.Related(Audience::Public(), {.object_id = "no"}).status().code() == absl::StatusCode::kNotFound);
  CHECK(index.Related(Audience::Public(), {}).status().code() == absl::StatusCode::kInvalidArgument);
  CHECK(index.Related(Audience::Public(), {.object_id = "track", .limit = 101}).status().code() == absl::StatusCode::kInvalidArgument);
}

TEST_CASE("Related: hidden documents change nothing", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText text(seed);
  for (int round = 0; round < 40; ++round) {
    std::vector<Document> visible;
    for (int d = 0; d < 12; ++d) visible.push_back(text.Document("d" + std::to_string(d), "en"));
    auto all = visible;
    for (int d = 0; d < 8; ++d) {
      all.push_back(text.Document("h" + std::to_string(d), "en"));
      all.back().audiences = {"staff"};
    }
    const Index without = BuildIndex(visible);
    const Index with = BuildIndex(all);
    const auto a = without.Related(Audience::Public(), {.object_id = "d3", .limit = 8});
    const auto b = with.Related(Audience::Public(), {.object_id = "d3", .limit = 8});
    REQUIRE(a.ok());
    REQUIRE(b.ok());
    REQUIRE(a->articles.size() == b->articles.size());
    for (std::size_t i = 0; i < a->articles.size(); ++i) {
      CHECK(a->articles[i].document == b->articles[i].document);
      CHECK(a->articles[i].score == b->articles[i].score);
    }
  }
}

}  // namespace
