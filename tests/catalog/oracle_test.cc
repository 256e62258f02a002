// SPDX-License-Identifier: Apache-2.0
// Random documents and random queries, with printed seeds.
//
// 1. The hits are those of a search that reads every document (tests/support/naive_search.h), with every setting and
//    every choice of the request that decides what is a hit.
// 2. The answer is the same whatever the segment layout: built at once; built by single changes, replacements and removals
//    with their merges; saved and opened again.
// 3. A page of few hits holds the best of them.
// 4. The score of a hit is the sum of the parts that explain it, or of one or two letters its group alone, and hits come in
//    the order of their scores.
#include <signpost/signpost.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/naive_search.h"
#include "support/random_documents.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace {

const signpost::Settings kSettings{.language = "en", .custom_ranking = {{.attribute = "votes"}}};

signpost::Index Build(const std::vector<signpost::Document>& documents,
                      const signpost::Settings& settings = kSettings) {
  auto builder = signpost::IndexBuilder::Create(settings);
  REQUIRE(builder.ok());
  for (const auto& document : documents) REQUIRE(builder->Add(document).ok());
  auto index = std::move(*builder).Build();
  REQUIRE(index.ok());
  return *std::move(index);
}

signpost::SearchResponse Ask(const signpost::Index& index, const signpost::SearchRequest& request) {
  auto response = index.Search(signpost::Audience::Public(), request);
  REQUIRE(response.ok());
  return *std::move(response);
}

// Settings that change what is a hit, and nothing else.
signpost::Settings RandomSettings(RandomText* text) {
  signpost::Settings settings = kSettings;
  if (text->Below(2) == 0) settings.searchable_attributes.resize(1 + text->Below(4));
  signpost::TypoTolerance& typos = settings.typo_tolerance;
  if (text->Below(3) == 0) typos.min_word_size_for_1_typo = 1 + static_cast<int>(text->Below(6));
  typos.min_word_size_for_2_typos = typos.min_word_size_for_1_typo + static_cast<int>(text->Below(5));
  if (text->Below(2) == 0) typos.disabled_on_words = {"ordr", "TRACK", "Größ", "delivry", text->Word()};
  for (const auto& attribute : settings.searchable_attributes) {
    if (text->Below(4) == 0) typos.disabled_on_attributes.push_back(attribute.name);
  }
  if (text->Below(3) == 0) settings.optional_words = {text->Word(), text->Word()};
  return settings;
}

// A query, and now and then a choice of its own for each way of matching.
signpost::SearchRequest RandomRequest(RandomText* text) {
  signpost::SearchRequest request{.query = text->Query(), .hits_per_page = 1000};
  if (text->Below(3) == 0) {
    request.query = text->AdvancedQuery();
    request.advanced_syntax = text->Below(6) != 0;
  }
  if (text->Below(3) == 0) request.query += " " + text->Query() + " " + text->Query();
  if (text->Below(8) == 0) request.query += " ";
  if (text->Below(2) == 0) request.remove_words = static_cast<signpost::RemoveWords>(text->Below(5));
  if (text->Below(2) == 0) request.typo_tolerance = static_cast<signpost::TypoMode>(text->Below(4));
  if (text->Below(6) == 0) request.optional_words = std::vector<std::string>{text->Word(), text->Query()};
  return request;
}

std::string Print(const signpost::SearchRequest& request, const signpost::Settings& settings) {
  auto print = [](const auto& option) { return option ? std::to_string(static_cast<int>(*option)) : "-"; };
  std::string out = "[" + request.query + "] removeWords " + print(request.remove_words) + ", typos " +
                    print(request.typo_tolerance) + ", advanced " + print(request.advanced_syntax) + ", optional";
  for (const auto& word : request.optional_words.value_or(settings.optional_words)) out += " [" + word + "]";
  const signpost::TypoTolerance& typos = settings.typo_tolerance;
  out += ", sizes " + std::to_string(typos.min_word_size_for_1_typo) + " " +
         std::to_string(typos.min_word_size_for_2_typos) + ", attributes " +
         std::to_string(settings.searchable_attributes.size()) + ", no typos in";
  for (const auto& name : typos.disabled_on_attributes) out += " " + name;
  for (const auto& word : typos.disabled_on_words) out += " [" + word + "]";
  return out;
}

// Everything of a response that must not depend on the layout.
std::string Print(const signpost::SearchResponse& response) {
  std::string out = std::to_string(response.hit_count) + "\n";
  for (const auto& hit : response.hits) {
    out += hit.document.object_id + " " + std::to_string(hit.score) + " " + hit.title.value + " | " +
           hit.snippet.value + "\n";
  }
  for (const auto& word : response.ignored_words) out += "ignored " + word + "\n";
  if (response.did_you_mean) out += "meant " + response.did_you_mean->query + "\n";
  for (const auto& word : response.explanation->words) {
    out += word.text + " " + std::to_string(word.information);
    for (const auto& a : word.alternatives) out += " " + a.text + ":" + std::to_string(a.document_count);
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("Search: hits equal those of a search that reads every document", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  for (int round = 0; round < 40; ++round) {
    RandomText text(seed + static_cast<std::uint64_t>(round));
    std::vector<signpost::Document> documents;
    for (std::size_t d = 0, n = round % 3 == 0 ? 1 + text.Below(20) : 60 + text.Below(90); d < n; ++d) {
      documents.push_back(text.Document("d" + std::to_string(d), "en"));
    }
    const signpost::Settings settings = round % 2 == 0 ? kSettings : RandomSettings(&text);
    const signpost::Index index = Build(documents, settings);
    for (int q = 0; q < 60; ++q) {
      const signpost::SearchRequest request =
          q < 20 ? signpost::SearchRequest{.query = text.Query(), .hits_per_page = 1000} : RandomRequest(&text);
      CAPTURE(seed, round, documents.size(), Print(request, settings));
      std::set<std::string> found;
      const signpost::SearchResponse response = Ask(index, request);
      for (const auto& hit : response.hits) found.insert(hit.document.object_id);
      CHECK(found == NaiveSearch(documents, "en", request, settings));
      CHECK(response.hit_count == found.size());
    }
  }
}

TEST_CASE("Search: the answer does not depend on the segment layout", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  for (int round = 0; round < 16; ++round) {
    RandomText text(seed + 1000 + static_cast<std::uint64_t>(round));
    const std::string lang = round % 2 == 0 ? "en" : "de";  // which has compounds
    // Random writes on a live index, and what should be left of them.
    std::map<std::string, signpost::Document> left;
    signpost::Index changed = Build({});
    for (int write = 0; write < 80; ++write) {
      if (text.Below(4) == 0 && !left.empty()) {
        auto victim = left.begin();
        std::advance(victim, static_cast<std::ptrdiff_t>(text.Below(left.size())));
        auto removed = changed.Remove({victim->first, "unknown"});
        REQUIRE(removed.ok());
        CHECK(*removed == 1);
        left.erase(victim);
        continue;
      }
      std::vector<signpost::Document> batch;
      for (std::size_t i = 0, n = 1 + text.Below(3); i < n; ++i) {
        batch.push_back(text.Document("d" + std::to_string(3 * text.Below(15) + i), lang));
        left[batch.back().object_id] = batch.back();
      }
      REQUIRE(changed.Upsert(batch).ok());
    }
    std::vector<signpost::Document> documents;
    for (const auto& [id, document] : left) documents.push_back(document);
    const signpost::Index built = Build(documents);

    const TemporaryFolder folder;
    REQUIRE(changed.Save(folder / "changed.signpost").ok());
    auto opened = signpost::Index::Open(folder / "changed.signpost");
    REQUIRE(opened.ok());

    CHECK(changed.Stats().documents == left.size());
    CHECK(changed.Stats().tokens == built.Stats().tokens);
    CHECK(changed.Stats().sections == built.Stats().sections);
    for (int q = 0; q < 60; ++q) {
      signpost::SearchRequest request = RandomRequest(&text);
      if (q == 0) request.query = "";
      request.lang = lang;
      request.explain = true;
      CAPTURE(seed, round, Print(request, kSettings));
      const std::string expected = Print(Ask(built, request));
      CHECK(Print(Ask(changed, request)) == expected);
      CHECK(Print(Ask(*opened, request)) == expected);
    }
  }
}

TEST_CASE("Search: a short page holds the best of all hits", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  RandomText text(seed + 3000);
  std::vector<signpost::Document> documents;
  for (int d = 0; d < 400; ++d) documents.push_back(text.Document("d" + std::to_string(d), "en"));
  const signpost::Index index = Build(documents);
  for (int q = 0; q < 200; ++q) {
    const std::string query = q % 4 == 0 ? text.Words(8 + text.Below(20)) : text.Query();
    CAPTURE(seed, query);
    const signpost::SearchResponse all = Ask(index, {.query = query, .hits_per_page = 1000});
    for (const int size : {1, 3, 20}) {
      const signpost::SearchResponse page = Ask(index, {.query = query, .hits_per_page = size});
      REQUIRE(page.hits.size() == std::min(all.hits.size(), static_cast<std::size_t>(size)));
      for (std::size_t h = 0; h < page.hits.size(); ++h) {
        CHECK(page.hits[h].document.object_id == all.hits[h].document.object_id);
        CHECK(page.hits[h].score == all.hits[h].score);
      }
    }
  }
}

TEST_CASE("Search: the explanation adds up to the score", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  RandomText text(seed + 2000);
  std::vector<signpost::Document> documents;
  for (int d = 0; d < 80; ++d) documents.push_back(text.Document("d" + std::to_string(d), "en"));
  const signpost::Index index = Build(documents);
  for (int q = 0; q < 100; ++q) {
    const std::string query = text.Query();
    CAPTURE(seed, query);
    double last = 1e9;
    const signpost::SearchRequest request{.query = query, .hits_per_page = 1000, .explain = true};
    const signpost::SearchResponse response = Ask(index, request);
    for (const signpost::Hit& hit : response.hits) {
      REQUIRE(hit.explanation.has_value());
      CHECK(hit.score <= last + 1.0 / 4096);
      last = hit.score;
      if (response.lone_prefix) {
        CHECK((hit.score == 1 || hit.score == 2 || hit.score == 3));
        CHECK(hit.explanation->word_scores.empty());
        continue;
      }
      double sum = hit.explanation->proximity;
      for (const auto& word : hit.explanation->word_scores) sum += word.score;
      CHECK(hit.score == Approx(sum * hit.explanation->title_factor));
      CHECK(hit.explanation->title_factor >= 1);
      CHECK(hit.explanation->title_factor <= 1.8 + 1e-9);
    }
  }
}
