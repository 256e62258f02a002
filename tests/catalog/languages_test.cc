// SPDX-License-Identifier: Apache-2.0
// One article in several languages: random translations in several segments, some removed, some for agents alone, with printed
// seeds.
//
// 1. With a language and its fallbacks, the answer is that of an index which holds of each article the translation in the
//    nearest language alone: every hit, count, score, correction and explanation.
// 2. Between languages hits stand by their scores, those of fallbacks times the factor; hits of one language stay in the
//    order that a request for that language alone has. At equal quality the nearer language goes first.
// 3. Without a language an article is one hit, in the translation that matches best, and is counted once.
// 4. Fallbacks are the request's, else those declared for its language, for a shorter form of it, or for any; a shorter form
//    (pt for pt-BR) is one by itself; none makes the language a filter. Hits say their language and whether it is a fallback.
// 5. Rules promote and hide articles, in the nearest language. Corrections are in the nearest language that has documents.
#include <signpost/dialect.h>
#include <signpost/signpost.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace {

using signpost::Audience;
using signpost::Document;
using signpost::Hit;
using signpost::Index;
using signpost::SearchRequest;
using signpost::SearchResponse;
using Strings = std::vector<std::string>;

const signpost::Settings kSettings{.custom_ranking = {{.attribute = "votes"}}};
// As tags of documents, normalised.
const Strings kLanguages = {"en", "es", "pt", "pt-br"};

// (object_id, lang) -> document
using Documents = std::map<std::pair<std::string, std::string>, Document>;

Index BuildOf(const Documents& documents, const signpost::Settings& settings = kSettings) {
  std::vector<Document> list;
  for (const auto& [identity, document] : documents) list.push_back(document);
  return BuildIndex(list, settings);
}

// Random writes, and what they leave.
Index RandomIndex(RandomText* text, Documents* left) {
  Index index = BuildIndex({}, kSettings);
  for (int write = 0; write < 40; ++write) {
    if (text->Below(5) == 0) {
      const std::string id = "d" + std::to_string(text->Below(30));
      REQUIRE(index.Remove({id}).ok());
      std::erase_if(*left, [&](const auto& entry) { return entry.first.first == id; });
      continue;
    }
    Documents batch;
    for (std::size_t i = 0, n = 1 + text->Below(6); i < n; ++i) {
      const std::string lang = kLanguages[text->Below(kLanguages.size())];
      Document document = text->Document("d" + std::to_string(text->Below(30)), lang);
      if (text->Below(6) == 0) document.audiences = {"agents"};
      batch.insert({{document.object_id, lang}, document});
    }
    std::vector<Document> list;
    for (const auto& [identity, document] : batch) {
      list.push_back(document);
      (*left)[identity] = document;
    }
    REQUIRE(index.Upsert(list).ok());
  }
  return index;
}

Documents VisibleTo(const Audience& caller, Documents documents) {
  std::erase_if(documents, [&](const auto& entry) {
    return !entry.second.audiences.empty() && caller.names() != entry.second.audiences;
  });
  return documents;
}

// Of each article the first translation there is. `chain`: tags of documents, nearest first.
Documents Nearest(const Documents& documents, const Strings& chain) {
  Documents out;
  std::set<std::string> taken;
  for (const std::string& tag : chain) {
    for (const auto& [identity, document] : documents) {
      if (identity.second == tag && taken.insert(identity.first).second) out.insert({identity, document});
    }
  }
  return out;
}

std::string Seen(const Index& index, const Audience& audience, const SearchRequest& request) {
  SearchResponse response = Ask(index, audience, request);
  response.processing_time_us = 0;
  if (response.explanation) {  // how the documents lie in segments
    std::erase_if(response.explanation->steps, [](const std::string& step) { return step.starts_with("language"); });
  }
  return ToJson(response);
}

SearchRequest RandomRequest(RandomText* text) {
  SearchRequest request{.query = text->Below(9) == 0 ? "" : text->Query(),
                        .hits_per_page = text->Below(3) == 0 ? 4 : 1000,
                        .explain = true};
  if (text->Below(4) == 0) request.page = 1;
  return request;
}

long long Quantised(double score) { return std::llround(score * 4096); }

}  // namespace

TEST_CASE("Languages: with fallbacks, as if only the nearest translations were there", "[catalog]") {  // 1
  const std::uint64_t seed = TestSeed();
  struct Case {
    std::string lang;
    Strings fallbacks;
    Strings chain;  // what that means for the languages here
  };
  const std::vector<Case> cases = {{"pt-BR", {"pt", "en"}, {"pt-br", "pt", "en"}},
                                   {"pt_br", {"en"}, {"pt-br", "pt", "en"}},
                                   {"pt", {"es", "en"}, {"pt", "pt-br", "es", "en"}},
                                   {"pt", {}, {"pt", "pt-br"}},
                                   {"pt-PT", {"es"}, {"pt", "es"}},
                                   {"pt-PT", {"pt", "es"}, {"pt", "pt-br", "es"}},
                                   {"es", {"pt-BR", "en"}, {"es", "pt-br", "pt", "en"}},
                                   {"fr", {"en"}, {"en"}},
                                   {"en", {}, {"en"}}};
  for (int round = 0; round < 16; ++round) {
    RandomText text(seed + static_cast<std::uint64_t>(round));
    Documents documents;
    const Index index = RandomIndex(&text, &documents);
    for (const Case& c : cases) {
      const Audience caller = text.Below(2) == 0 ? Audience::Public() : Audience::Of({"agents"});
      const Index nearest = BuildOf(Nearest(VisibleTo(caller, documents), c.chain));
      for (int q = 0; q < 8; ++q) {
        SearchRequest request = RandomRequest(&text);
        request.lang = c.lang;
        request.language_fallbacks = c.fallbacks;
        if (text.Below(3) == 0) request.fallback_factor = 0.3;
        CAPTURE(seed, round, c.lang, c.fallbacks, request.query);
        CHECK(Seen(index, caller, request) == Seen(nearest, Audience::Of({"agents"}), request));
      }
    }
  }
}

TEST_CASE("Languages: the order between languages", "[catalog]") {  // 2
  const std::uint64_t seed = TestSeed();
  const Strings chain = {"pt-br", "pt", "en"};
  for (int round = 0; round < 12; ++round) {
    RandomText text(seed + 100 + static_cast<std::uint64_t>(round));
    Documents documents;
    const Index index = RandomIndex(&text, &documents);
    const Documents shown = Nearest(VisibleTo(Audience::Public(), documents), chain);
    for (int q = 0; q < 20; ++q) {
      SearchRequest request{.query = text.Query(), .lang = "pt-BR", .language_fallbacks = Strings{"pt", "en"}};
      request.hits_per_page = 1000;
      const double factor = text.Below(2) == 0 ? 0.5 : 1;
      request.fallback_factor = factor;
      CAPTURE(seed, round, request.query, factor);
      const SearchResponse response = Ask(index, request);
      std::size_t count = 0;
      for (std::size_t step = 0; step < chain.size(); ++step) {
        Documents of_language;
        for (const auto& entry : shown) {
          if (entry.first.second == chain[step]) of_language.insert(entry);
        }
        const SearchResponse alone = Ask(BuildOf(of_language), {.query = request.query, .hits_per_page = 1000});
        count += alone.hit_count;
        std::size_t next = 0;
        for (const Hit& hit : response.hits) {
          if (hit.lang != chain[step]) continue;
          REQUIRE(next < alone.hits.size());
          CHECK(hit.document == alone.hits[next].document);
          CHECK(hit.score == Approx(alone.hits[next].score * std::pow(factor, step)));
          CHECK(hit.is_fallback == (step > 0));
          ++next;
        }
        CHECK(next == alone.hits.size());
      }
      CHECK(response.hit_count == count);
      for (std::size_t i = 1; i < response.hits.size(); ++i) {
        CHECK(Quantised(response.hits[i - 1].score) + 1 >= Quantised(response.hits[i].score));
      }
    }
  }
  // Equal in everything, but for the language.
  const Index equal = BuildIndex({{.object_id = "a", .lang = "en", .title = "Fernway"},
                                  {.object_id = "b", .lang = "pt", .title = "Fernway"},
                                  {.object_id = "c", .lang = "es", .title = "Fernway"}},
                                 {.fallback_factor = 1});
  for (const char* query : {"fernway", ""}) {
    CHECK(Ids(equal, {.query = query, .lang = "es", .language_fallbacks = Strings{"pt", "en"}}) == Strings{"c", "b", "a"});
    CHECK(Ids(equal, {.query = query}) == Strings{"a", "b", "c"});
  }
}

TEST_CASE("Languages: without one, an article is its best translation", "[catalog]") {  // 3
  const std::uint64_t seed = TestSeed();
  for (int round = 0; round < 16; ++round) {
    RandomText text(seed + 200 + static_cast<std::uint64_t>(round));
    Documents documents;
    const Index index = RandomIndex(&text, &documents);
    const Documents visible = VisibleTo(Audience::Public(), documents);
    for (int q = 0; q < 30; ++q) {
      const std::string query = text.Below(6) == 0 ? "" : text.Query();
      CAPTURE(seed, round, query);
      // What each language answers alone: by article, the scores of its translations.
      std::map<std::string, std::map<std::string, double>> scores;
      for (const std::string& lang : kLanguages) {
        Documents of_language;
        for (const auto& entry : visible) {
          if (entry.first.second == lang) of_language.insert(entry);
        }
        for (const Hit& hit : Ask(BuildOf(of_language), {.query = query, .hits_per_page = 1000}).hits) {
          scores[hit.document.object_id][lang] = hit.score;
        }
      }
      const SearchResponse all = Ask(index, {.query = query, .hits_per_page = 1000});
      CHECK(all.hit_count == scores.size());
      REQUIRE(all.hits.size() == scores.size());
      for (std::size_t i = 0; i < all.hits.size(); ++i) {
        const Hit& hit = all.hits[i];
        REQUIRE(scores.contains(hit.document.object_id));
        const auto& translations = scores[hit.document.object_id];
        REQUIRE(translations.contains(hit.lang));
        for (const auto& [lang, score] : translations) {
          CHECK(Quantised(hit.score) >= Quantised(score));
        }
        CHECK(hit.score == translations.at(hit.lang));
        CHECK_FALSE(hit.is_fallback);
        scores[hit.document.object_id].clear();  // once
        if (i > 0) CHECK(Quantised(all.hits[i - 1].score) >= Quantised(hit.score));
      }
      const SearchResponse few = Ask(index, {.query = query, .page = 1, .hits_per_page = 3});
      CHECK(few.hit_count == all.hit_count);
      for (std::size_t i = 0; i < few.hits.size(); ++i) {
        CHECK(few.hits[i].document == all.hits.at(3 + i).document);
      }
    }
  }
}

TEST_CASE("Languages: which fallbacks are asked", "[catalog]") {  // 4
  std::vector<Document> documents;
  for (const char* lang : {"en", "es", "pt", "pt-BR", "de", "zh-Hant"}) {
    documents.push_back({.object_id = lang, .lang = lang, .title = "Fernway"});
  }
  const Index index = BuildIndex(documents, {.language_fallbacks = {{.language = "pt-BR", .fallbacks = {"pt", "es"}},
                                                                    {.language = "es", .fallbacks = {"PT_br"}},
                                                                    {.language = "*", .fallbacks = {"en"}}}});
  auto found = [&](const char* lang, std::optional<Strings> fallbacks = std::nullopt) {
    return Ids(index, {.query = "fernway", .lang = lang, .language_fallbacks = std::move(fallbacks)});
  };
  CHECK(found("pt-BR") == Strings{"pt-BR", "pt", "es"});
  CHECK(found("pt-BR-x-shop") == Strings{"pt-BR", "pt", "es"});
  CHECK(found("es-MX") == Strings{"es", "pt-BR", "pt"});
  CHECK(found("de") == Strings{"de", "en"});
  CHECK(found("fr") == Strings{"en"});
  CHECK(found("zh-Hant-TW", Strings{}) == Strings{"zh-Hant"});
  CHECK(found("zh", Strings{}) == Strings{"zh-Hant"});
  CHECK(found("pt", Strings{}) == Strings{"pt", "pt-BR"});
  CHECK(found("pt-BR", Strings{}) == Strings{"pt-BR", "pt"});
  CHECK(found("de", Strings{}) == Strings{"de"});
  CHECK(found("de", Strings{"fr", "es"}) == Strings{"de", "es"});
  const auto hits = Ask(index, {.query = "fernway", .lang = "zh-Hant-TW"}).hits;
  CHECK(hits.at(0).lang == "zh-hant");
  CHECK(hits.at(0).document.lang == "zh-Hant");
  CHECK(hits.at(0).is_fallback);
  CHECK_FALSE(Ask(index, {.query = "fernway", .lang = "zh"}).hits.at(0).is_fallback);
}

TEST_CASE("Languages: rules and corrections", "[catalog]") {  // 5
  Index index = BuildIndex({{.object_id = "a", .lang = "en", .title = "Payment methods"},
                            {.object_id = "a", .lang = "pt", .title = "Formas de pagamento"},
                            {.object_id = "b", .lang = "en", .title = "Chargeback payment"},
                            {.object_id = "c", .lang = "pt", .title = "Reembolso"},
                            {.object_id = "c", .lang = "en", .title = "Refund payment"}},
                           {.language_fallbacks = {{.language = "*", .fallbacks = {"en"}}}});
  REQUIRE(index.SetRules({{.object_id = "r",
                           .conditions = {{.pattern = "chargeback"}},
                           .consequence = {.promote = {{"a", 0}, {"c", 1}}, .hide = {"b"}}}})
              .ok());
  const auto promoted = Ask(index, {.query = "chargeback", .lang = "pt"});
  CHECK(Ids(promoted) == Strings{"a", "c"});
  CHECK(promoted.hits.at(0).document.lang == "pt");
  CHECK(promoted.hit_count == 2);
  CHECK(Ids(index, {.query = "payment", .lang = "pt"}) == Strings{"b"});
  CHECK(Ask(index, {.query = "pagamneto ", .lang = "pt"}).did_you_mean->query == "pagamento ");
  CHECK_FALSE(Ask(index, {.query = "chargeback", .lang = "pt"}).did_you_mean.has_value());
  CHECK(Ask(index, {.query = "refund", .lang = "pt"}).ignored_words == Strings{"refund"});
}
