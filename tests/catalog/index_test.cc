// SPDX-License-Identifier: Apache-2.0
// Building, changing, saving and opening an index.
//
// 1. Bad settings and documents are refused with the field, the value and the place; the builder goes on.
// 2. A change that fails changes nothing; one that succeeds is visible at once and replaces by (object_id, lang).
// 3. Settings are read from bytes as they were. A snapshot gives the same answers; the same documents give the same bytes;
//    whatever is not a whole snapshot is refused.
// 4. Synonyms and rules that are wrong are refused and the old ones stay.
// 5. Every byte of an index is said to be mapped or on the heap, part by part.
#include <signpost/signpost.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/status.h"
#include "index/codec.h"
#include "support/seed.h"
#include "support/temporary_folder.h"

namespace {

using signpost::Document;
using signpost::Index;
using signpost::IndexBuilder;

Document Article(const std::string& id, const std::string& lang, const std::string& title,
                 const std::string& body = "") {
  return {.object_id = id, .lang = lang, .title = title, .sections = {{.text = body}}};
}

Index Build(const std::vector<Document>& documents, signpost::Settings settings = {.language = "en"}) {
  auto builder = IndexBuilder::Create(std::move(settings));
  REQUIRE(builder.ok());
  for (const Document& document : documents) REQUIRE(builder->Add(document).ok());
  auto index = std::move(*builder).Build();
  REQUIRE(index.ok());
  return *std::move(index);
}

std::vector<std::string> Ids(const Index& index, signpost::SearchRequest request,
                             const signpost::Audience& audience = signpost::Audience::Public()) {
  auto response = index.Search(audience, request);
  REQUIRE(response.ok());
  std::vector<std::string> out;
  for (const auto& hit : response->hits) out.push_back(hit.document.object_id);
  return out;
}

std::string MessageOf(const absl::Status& status) { return std::string(signpost::Message(status)); }

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("IndexBuilder: settings out of range are refused by name and value", "[catalog]") {
  struct Case {
    const char* name;
    signpost::Settings settings;
    const char* message;
  };
  const Case c = GENERATE(values<Case>({
      {"none", {.searchable_attributes = {}}, "reading settings: searchableAttributes is empty"},
      {"twice",
       {.searchable_attributes = {{.name = "title"}, {.name = "title"}}},
       "reading settings: searchableAttributes: \"title\" twice"},
      {"weight",
       {.searchable_attributes = {{.name = "title", .weight = 0}}},
       "reading settings: weight of \"title\": 0, expected above 0 and up to 1e6"},
      {"b",
       {.searchable_attributes = {{.name = "title", .length_normalization = 1.5}}},
       "reading settings: lengthNormalization of \"title\": 1.5, expected 0 to 1"},
      {"typo size",
       {.typo_tolerance = {.min_word_size_for_1_typo = 0}},
       "reading settings: minWordSizefor1Typo: 0, expected at least 1"},
      {"typo order",
       {.typo_tolerance = {.min_word_size_for_1_typo = 5, .min_word_size_for_2_typos = 4}},
       "reading settings: minWordSizefor2Typos: 4, expected at least minWordSizefor1Typo, 5"},
      {"too many attributes",
       {.searchable_attributes = std::vector<signpost::SearchableAttribute>(17)},
       "reading settings: searchableAttributes: 17 attributes, the limit is 16"},
      {"no name",
       {.searchable_attributes = {{.name = ""}}},
       "reading settings: searchableAttributes: an attribute has no name"},
      {"typos in no attribute",
       {.typo_tolerance = {.disabled_on_attributes = {"title", "sku"}}},
       "reading settings: disableTypoToleranceOnAttributes: \"sku\" is no searchable attribute"},
      {"criterion twice",
       {.ranking = {signpost::RankingCriterion::kTypo, signpost::RankingCriterion::kWords,
                    signpost::RankingCriterion::kTypo}},
       "reading settings: ranking: a criterion is there twice"},
      {"too many rankings",
       {.custom_ranking = std::vector<signpost::CustomRanking>(9, {.attribute = "votes"})},
       "reading settings: customRanking: 9 entries, the limit is 8"},
      {"ranking", {.custom_ranking = {{.attribute = ""}}}, "reading settings: customRanking: an attribute has no name"},
  }));
  CAPTURE(c.name);
  const auto builder = IndexBuilder::Create(c.settings);
  CHECK(builder.status().code() == absl::StatusCode::kInvalidArgument);
  CHECK(MessageOf(builder.status()) == c.message);
}

TEST_CASE("IndexBuilder: a bad document is refused, and the rest is indexed", "[catalog]") {
  auto builder = IndexBuilder::Create({.language = "en"});
  REQUIRE(builder.ok());
  CHECK(MessageOf(builder->Add({.title = "No id"})) == "adding a document: objectID is missing, title \"No id\"");
  CHECK(MessageOf(builder->Add(Article("a", "en", "bad \xFF byte"))) ==
        "adding document \"a\": title: invalid UTF-8 at byte 4");
  CHECK(MessageOf(builder->Add(Article("a", "e n", "t"))) == "adding document \"a\": lang is no language tag, \"e n\"");
  CHECK(MessageOf(builder->Add({.object_id = "a", .attributes = {{"x", signpost::Value::Array{"\xC3"}}}})) ==
        "adding document \"a\": x: invalid UTF-8 at byte 0");
  CHECK(MessageOf(builder->Add({.object_id = std::string(2000, 'a'), .title = "t"}))
            .find("objectID: 2000, the limit is 1024") != std::string::npos);
  REQUIRE(builder->Add(Article("a", "en", "Good")).ok());
  const absl::Status again = builder->Add(Article("a", "EN", "Good again"));
  CHECK(again.code() == absl::StatusCode::kAlreadyExists);
  CHECK(MessageOf(again) == "adding document \"a\": objectID and lang \"en\" came before");
  REQUIRE(builder->Add(Article("a", "es", "Bueno")).ok());  // a translation
  auto index = std::move(*builder).Build();
  REQUIRE(index.ok());
  CHECK(index->Stats().documents == 2);
  CHECK(Ids(*index, {.query = "good"}) == Strings{"a"});
}

TEST_CASE("Index: changes are visible at once and replace by identity", "[catalog]") {
  Index index = Build({Article("a", "en", "Old parcel"), Article("a", "es", "Paquete"), Article("b", "en", "Boots")});
  CHECK(Ids(index, {.query = "parcel"}) == Strings{"a"});
  REQUIRE(index.Upsert({Article("a", "en", "New jacket"), Article("c", "en", "Parcel lost")}).ok());
  CHECK(Ids(index, {.query = "parcel"}) == Strings{"c"});
  CHECK(Ids(index, {.query = "jacket"}) == Strings{"a"});
  CHECK(Ids(index, {.query = "paquete", .lang = "es"}) == Strings{"a"});

  const absl::Status twice = index.Upsert({Article("d", "en", "Delta"), Article("d", "en", "Delta again")});
  CHECK(twice.code() == absl::StatusCode::kAlreadyExists);
  CHECK(Ids(index, {.query = "delta"}).empty());  // nothing of the failed change

  auto removed = index.Remove({"a", "nobody"});
  REQUIRE(removed.ok());
  CHECK(*removed == 2);  // both languages
  CHECK(Ids(index, {.query = "jacket"}).empty());
  CHECK(Ids(index, {.query = "paquete", .lang = "es"}).empty());
  CHECK(index.Stats().documents == 2);
  CHECK(Ids(index, {.query = ""}) == Strings{"b", "c"});
}

TEST_CASE("Index: many small changes are merged and none is lost", "[catalog]") {
  Index index = Build({});
  for (int i = 0; i < 200; ++i) {
    REQUIRE(index.Upsert({Article("d" + std::to_string(i), "en", "Article number " + std::to_string(1000 + i))}).ok());
  }
  CHECK(index.Stats().documents == 200);
  CHECK(index.Stats().segments.size() <= 12);
  for (int i = 0; i < 200; i += 17)
    CHECK(Ids(index, {.query = std::to_string(1000 + i)}) == Strings{"d" + std::to_string(i)});
}

TEST_CASE("Index: a snapshot gives the same answers, and the same documents the same bytes", "[catalog]") {
  const TemporaryFolder folder;
  const std::vector<Document> documents = {
      Article("a", "en", "Track your order", "Every parcel has a number."),
      Article("b", "es", "Seguir un pedido"),
      {.object_id = "c", .lang = "en", .title = "For agents", .audiences = {"agents"}, .attributes = {{"votes", 3}}}};
  Index index = Build(documents);
  REQUIRE(index.SetSynonyms({{.object_id = "s", .synonyms = {"parcel", "package"}}}).ok());
  REQUIRE(index
              .SetRules({{.object_id = "r",
                          .conditions = {{.pattern = "stores", .anchoring = signpost::Anchoring::kContains}},
                          .consequence = {.redirect_url = "/stores"}}})
              .ok());
  REQUIRE(index.Save(folder / "one.signpost").ok());
  auto opened = Index::Open(folder / "one.signpost");
  REQUIRE(opened.ok());
  CHECK(opened->settings() == index.settings());
  CHECK(Ids(*opened, {.query = "package"}) == Strings{"a"});
  CHECK(Ids(*opened, {.query = "pedidos", .lang = "es"}) == Strings{"b"});
  CHECK(Ids(*opened, {.query = "agents"}).empty());
  CHECK(Ids(*opened, {.query = "agents"}, signpost::Audience::Of({"agents"})) == Strings{"c"});
  CHECK(opened->Search(signpost::Audience::Public(), {.query = "your stores"})->redirect->url == "/stores");
  REQUIRE(opened->Save(folder / "two.signpost").ok());
  CHECK(ReadAll(folder / "one.signpost") == ReadAll(folder / "two.signpost"));
  // A change and a save over the file that is mapped.
  REQUIRE(opened->Upsert({Article("d", "en", "Tent recall")}).ok());
  REQUIRE(opened->Save(folder / "one.signpost").ok());
  CHECK(Ids(*opened, {.query = "package"}) == Strings{"a"});
  auto again = Index::Open(folder / "one.signpost");
  REQUIRE(again.ok());
  CHECK(Ids(*again, {.query = "recall"}) == Strings{"d"});
  CHECK(folder.entry_count() == 2);
}

TEST_CASE("Settings: read from bytes as they were", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  auto below = [&](int n) { return static_cast<int>(random() % static_cast<std::uint64_t>(n)); };
  auto strings = [&] {
    Strings out(static_cast<std::size_t>(below(4)));
    for (std::string& s : out) s = std::string(static_cast<std::size_t>(below(5)), static_cast<char>(below(128)));
    return out;
  };
  for (int i = 0; i < 500; ++i) {
    signpost::Settings settings{.language = strings().size() > 2 ? "en" : ""};
    settings.searchable_attributes.resize(static_cast<std::size_t>(1 + below(4)));
    settings.searchable_attributes[0].weight = below(100) / 7.0;
    settings.typo_tolerance = {.mode = static_cast<signpost::TypoMode>(below(4)),
                               .min_word_size_for_1_typo = below(100),
                               .min_word_size_for_2_typos = below(100),
                               .disabled_on_words = strings(),
                               .disabled_on_attributes = strings()};
    settings.remove_words = static_cast<signpost::RemoveWords>(below(5));
    settings.optional_words = strings();
    settings.advanced_syntax = below(2) == 0;
    for (int n = below(3); n > 0; --n) {
      settings.alternatives_as_exact.push_back(static_cast<signpost::ExactAlternative>(below(2)));
    }
    for (int n = below(7); n > 0; --n) {
      settings.ranking.push_back(static_cast<signpost::RankingCriterion>(below(6)));
    }
    for (int n = below(3); n > 0; --n) settings.custom_ranking.push_back({.attribute = "a", .descending = n == 1});
    const std::string bytes = signpost::index::EncodeSettings(settings);
    const auto read = signpost::index::DecodeSettings(bytes);
    REQUIRE(read.ok());
    REQUIRE(*read == settings);
    REQUIRE_FALSE(signpost::index::DecodeSettings(bytes.substr(0, bytes.size() - 1)).ok());
  }
}

TEST_CASE("Index: a snapshot keeps how words match", "[catalog]") {
  const TemporaryFolder folder;
  signpost::Settings settings{.language = "en",
                              .typo_tolerance = {.disabled_on_words = {"ordr"}, .disabled_on_attributes = {"body"}},
                              .remove_words = signpost::RemoveWords::kNever,
                              .optional_words = {"please"},
                              .advanced_syntax = true,
                              .ranking = {signpost::RankingCriterion::kTypo, signpost::RankingCriterion::kCustom}};
  const Index index = Build({Article("a", "en", "Track your order", "Parcels"), Article("b", "en", "Order"),
                             Article("c", "en", "Parcel", "order")},
                            settings);
  REQUIRE(index.Save(folder / "x.signpost").ok());
  auto opened = Index::Open(folder / "x.signpost");
  REQUIRE(opened.ok());
  CHECK(opened->settings() == settings);
  for (const Index* i : {&index, static_cast<const Index*>(&*opened)}) {
    CHECK(Ids(*i, {.query = "ordr "}).empty());
    CHECK(Ids(*i, {.query = "parcle "}) == Strings{"c"});
    CHECK(Ids(*i, {.query = "please track order"}) == Strings{"a"});
    CHECK(Ids(*i, {.query = "please order -parcels"}) == Strings{"b", "c"});
    CHECK(Ids(*i, {.query = "order xylophone"}).empty());
    // A request has its own way.
    CHECK(Ids(*i, {.query = "order xylophone", .remove_words = signpost::RemoveWords::kLastWords}).size() == 3);
    CHECK(Ids(*i, {.query = "parcle ", .typo_tolerance = signpost::TypoMode::kOff}).empty());
    CHECK(Ids(*i, {.query = "please track order", .optional_words = Strings{}}).empty());
    CHECK(Ids(*i, {.query = "track -order", .advanced_syntax = false}) == Strings{"a"});
  }
}

TEST_CASE("Index: what is not a whole snapshot is refused with its path", "[catalog]") {
  const TemporaryFolder folder;
  const std::string path = folder / "x.signpost";
  REQUIRE(Build({Article("a", "en", "Track your order")}).Save(path).ok());
  const std::string good = ReadAll(path);
  auto open = [&](const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    return Index::Open(path).status();
  };
  const absl::Status text =
      open("just some text that is no snapshot at all, long enough for a header though it may be");
  CHECK(text.code() == absl::StatusCode::kFailedPrecondition);
  CHECK(MessageOf(text).find(path) == 0);
  CHECK(open(good.substr(0, good.size() / 2)).code() == absl::StatusCode::kDataLoss);
  for (std::size_t at = 64; at < good.size(); at += 97) {
    std::string flipped = good;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    CAPTURE(at);
    const absl::Status status = open(flipped);
    CHECK_FALSE(status.ok());
    CHECK(MessageOf(status).find(path) == 0);
  }
  const absl::Status missing = Index::Open(folder / "missing.signpost").status();
  CHECK(missing.code() == absl::StatusCode::kNotFound);
  CHECK(MessageOf(missing).find("missing.signpost") != std::string::npos);
}

TEST_CASE("Index: wrong synonyms and rules are refused and the old ones stay", "[catalog]") {
  Index index = Build({Article("a", "en", "Refunds")});
  REQUIRE(index.SetSynonyms({{.object_id = "s", .synonyms = {"refund", "money back"}}}).ok());
  CHECK_FALSE(index.SetSynonyms({{.object_id = "bad", .synonyms = {"one"}}}).ok());
  CHECK(Ids(index, {.query = "money back"}) == Strings{"a"});
  REQUIRE(
      index.SetRules({{.object_id = "r", .conditions = {{.pattern = "hello"}}, .consequence = {.redirect_url = "/hi"}}})
          .ok());
  const absl::Status bad = index.SetRules(
      {{.object_id = "evil", .conditions = {{.pattern = "x"}}, .consequence = {.redirect_url = "javascript:x"}}});
  CHECK(bad.code() == absl::StatusCode::kInvalidArgument);
  CHECK(MessageOf(bad).find("evil") != std::string::npos);
  CHECK(index.Search(signpost::Audience::Public(), {.query = "hello"})->redirect.has_value());
}

TEST_CASE("Index: says where its bytes are", "[catalog]") {  // 5
  const TemporaryFolder folder;
  const Index built =
      Build({Article("a", "en", "Track your order", "Every parcel has a number."), Article("b", "en", "Refunds")});
  const signpost::MemoryStats in_memory = built.MemoryUsage();
  CHECK(in_memory.mapped == 0);
  CHECK(in_memory.heap > 0);
  REQUIRE(built.Save(folder / "x.signpost").ok());
  Index opened = *Index::Open(folder / "x.signpost");
  const signpost::MemoryStats from_file = opened.MemoryUsage();
  CHECK(from_file.mapped == in_memory.heap);
  CHECK(from_file.heap == 0);
  REQUIRE(opened.Upsert({Article("b", "en", "Refunds and returns")}).ok());
  const signpost::MemoryStats changed = opened.MemoryUsage();
  CHECK(changed.mapped == from_file.mapped);
  CHECK(changed.heap > 0);
  std::uint64_t mapped = 0, heap = 0;
  bool marks = false;
  for (const signpost::PartMemory& part : changed.parts) {
    mapped += part.mapped;
    heap += part.heap;
    marks |= part.name == "removed documents" && part.heap > 0;
  }
  CHECK(mapped == changed.mapped);
  CHECK(heap == changed.heap);
  CHECK(marks);
  CHECK(opened.Stats().memory.heap == changed.heap);
}
