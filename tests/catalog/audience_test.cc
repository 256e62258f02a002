// SPDX-License-Identifier: Apache-2.0
// Who asks decides what there is: random documents in several segments, with printed seeds.
//
// 1. Adding, changing and removing documents for another audience changes nothing that a caller can see. The whole answer is
//    compared, as JSON with its explanation: hits, counts, facets, groups, order, scores, marks, snippets, sections, corrections,
//    ignored words, banners, promoted documents, the words of the lexicon and how many documents hold each. Translations included:
//    a hidden one neither stands for an article nor keeps a visible one from doing so.
// 2. Members of an audience see what is for it and what is for everybody, and nothing of a third.
// 3. A word that stands in hidden documents alone does not exist: no hit, no count, no correction, nothing in an explanation.
// 4. What a hit returns does not say whom it is for.
#include <signpost/dialect.h>
#include <signpost/signpost.h>

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
using signpost::Index;
using signpost::SearchRequest;

// Everything that a caller can see, without the time.
std::string Seen(const Index& index, const Audience& audience, const SearchRequest& request) {
  signpost::SearchResponse response = Ask(index, audience, request);
  response.processing_time_us = 0;
  std::string out = ToJson(response);
  for (const signpost::Facet& facet : response.facets) {
    out += "\n" + facet.attribute;
    for (const signpost::FacetValue& value : facet.values) out += " " + value.value + ":" + std::to_string(value.count);
    if (facet.stats) out += " " + std::to_string(facet.stats->min) + " " + std::to_string(facet.stats->sum);
  }
  return out;
}

std::string RandomLanguage(RandomText* text) {
  static const std::vector<std::string> languages = {"en", "en", "pt", "pt-BR", "es", ""};
  return languages[text->Below(languages.size())];
}

Document RandomDocument(RandomText* text, const std::string& object_id) {
  Document out = text->Document(object_id, RandomLanguage(text));
  out.attributes.push_back({"kind", "k" + std::to_string(text->Below(3))});
  out.attributes.push_back({"price", text->Below(4)});
  out.attributes.push_back({"family", "f" + std::to_string(text->Below(4))});
  return out;
}

// For people of whom the caller is none: translations of what the caller may see, in languages that the visible documents do
// not use for it, and documents of their own.
Document HiddenDocument(RandomText* text, const std::vector<Document>& visible) {
  const bool translates = !visible.empty() && text->Below(2) == 0;
  Document out = RandomDocument(
      text, translates ? visible[text->Below(visible.size())].object_id : "h" + std::to_string(text->Below(20)));
  if (translates) out.lang = text->Below(2) == 0 ? "en-GB" : "de";
  out.audiences = {text->Below(2) == 0 ? "staff" : "partners"};
  if (text->Below(3) == 0) out.audiences = {"staff", "partners"};
  out.title += text->Below(3) == 0 ? " secretword" : "";
  out.sections.push_back({.text = "Secretprojct of the " + text->Words(3)});
  out.attributes = {{"votes", 1000}, {"kind", "hiddenkind"}, {"price", -5}, {"family", "f1"}};
  return out;
}

SearchRequest RandomRequest(RandomText* text) {
  static const std::vector<std::string> hidden_words = {"secretword", "secretwrd", "secretp", "secret word", "secretproject"};
  SearchRequest request{.query = text->Query(), .hits_per_page = text->Below(2) == 0 ? 5 : 1000, .explain = true};
  if (text->Below(5) == 0) request.query = hidden_words[text->Below(hidden_words.size())] + " " + request.query;
  if (text->Below(9) == 0) request.query.clear();
  if (text->Below(2) == 0) request.lang = RandomLanguage(text);
  if (text->Below(4) == 0) request.page = 1;
  if (text->Below(4) == 0) request.remove_words = signpost::RemoveWords::kNever;
  if (text->Below(2) == 0) request.facets = {"*"};
  if (text->Below(4) == 0) request.filter = signpost::Filter::Between("price", -9, 2);
  if (text->Below(4) == 0) request.sort = {{.attribute = "price", .descending = text->Below(2) == 0}};
  if (text->Below(4) == 0) request.distinct = static_cast<int>(text->Below(3));
  if (text->Below(4) == 0) request.language_fallbacks = std::vector<std::string>{"de", "en-GB", "es", "en"};
  return request;
}

const std::vector<signpost::Rule> kRules = {
    {.object_id = "pin", .consequence = {.user_data = "Read this", .promote = {{"h1", 0}, {"o1", 1}}, .hide = {"h2", "o2"}}}};
const std::vector<signpost::Synonym> kSynonyms = {{.object_id = "s", .synonyms = {"guarantee", "secretword", "parcel"}}};

}  // namespace

TEST_CASE("Audience: documents for others change nothing that a caller sees", "[catalog]") {  // 1, 2, 4
  const std::uint64_t seed = TestSeed();
  for (int round = 0; round < 12; ++round) {
    RandomText text(seed + static_cast<std::uint64_t>(round));
    const Audience caller = round % 3 == 0 ? Audience::Of({"agents", "nobody"}) : Audience::Public();
    const signpost::Settings settings{.language = round % 4 == 3 ? "pt" : "",
                                      .attribute_for_distinct = "family",
                                      .custom_ranking = {{.attribute = "votes"}},
                                      .attributes_for_faceting = {{.name = "kind"}, {.name = "family", .after_distinct = true}},
                                      .attributes_for_sorting = {"price"}};
    Index without = BuildIndex({}, settings);
    Index with = BuildIndex({}, settings);
    for (Index* index : {&without, &with}) {
      REQUIRE(index->SetRules(kRules).ok());
      REQUIRE(index->SetSynonyms(kSynonyms).ok());
    }
    std::vector<Document> visible;
    for (int write = 0; write < 30; ++write) {
      std::vector<Document> batch, hidden;
      for (std::size_t i = 0, n = 1 + text.Below(4); i < n; ++i) {
        batch.push_back(RandomDocument(&text, "o" + std::to_string(4 * text.Below(12) + i)));
        if (round % 3 == 0 && text.Below(3) == 0) batch.back().audiences = {"agents", "staff"};
        visible.push_back(batch.back());
      }
      for (std::size_t i = 0, n = text.Below(4); i < n; ++i) {
        Document document = HiddenDocument(&text, visible);
        bool twice = false;  // one identity in one batch
        for (const Document& other : hidden) twice |= other.object_id == document.object_id && other.lang == document.lang;
        if (!twice) hidden.push_back(std::move(document));
      }
      REQUIRE(without.Upsert(batch).ok());
      REQUIRE(with.Upsert(hidden).ok());
      REQUIRE(with.Upsert(batch).ok());
      if (text.Below(4) == 0) {
        const std::vector<std::string> ids = {"o" + std::to_string(text.Below(48)), "h" + std::to_string(text.Below(20))};
        REQUIRE(without.Remove(ids).ok());
        REQUIRE(with.Remove(ids).ok());
      }
      if (write % 5 != 0) continue;
      for (int q = 0; q < 12; ++q) {
        const SearchRequest request = RandomRequest(&text);
        CAPTURE(seed, round, write, request.query, request.lang);
        const std::string seen = Seen(with, caller, request);
        CHECK(seen == Seen(without, caller, request));
        CHECK(seen.find("ecretprojct") == seen.npos);
        CHECK(seen.find("hiddenkind") == seen.npos);
        CHECK(seen.find("agents") == seen.npos);
      }
    }
    CHECK(with.Stats().documents > without.Stats().documents);
  }
}

TEST_CASE("Audience: each sees its own and what is for everybody", "[catalog]") {  // 2, 4
  Document for_agents = Article("a", "Refund exceptions");
  for_agents.audiences = {"agents", "leads"};
  Document for_staff = Article("s", "Refund fraud");
  for_staff.audiences = {"staff"};
  const Index index = BuildIndex({Article("o", "Refund times"), for_agents, for_staff});
  using Strings = std::vector<std::string>;
  CHECK(Ids(Ask(index, Audience::Public(), {.query = "refund"})) == Strings{"o"});
  CHECK(Ids(Ask(index, Audience::Of({}), {.query = "refund"})) == Strings{"o"});
  CHECK(Ids(Ask(index, Audience::Of({"agents"}), {.query = "refund"})) == Strings{"a", "o"});
  CHECK(Ids(Ask(index, Audience::Of({"leads", "x"}), {.query = "refund"})) == Strings{"a", "o"});
  CHECK(Ids(Ask(index, Audience::Of({"agents", "staff"}), {.query = "refund"})) == Strings{"a", "o", "s"});
  CHECK(Ids(Ask(index, Audience::Of({"agent", "", "AGENTS"}), {.query = "refund"})) == Strings{"o"});
  CHECK(Ask(index, Audience::Of({"agents"}), {.query = "exceptions"}).hits.at(0).document.audiences.empty());
  CHECK(Audience::Of({}) == Audience::Public());
}

TEST_CASE("Audience: a word of hidden documents does not exist", "[catalog]") {  // 3
  std::vector<Document> documents = {Article("o", "Refund times", "The shop is open.")};
  for (int d = 0; d < 30; ++d) {
    documents.push_back(Article("h" + std::to_string(d), "Layoffs planned", "Secretproject"));
    documents.back().audiences = {"managers"};
  }
  const Index index = BuildIndex(documents);
  for (const char* query : {"layoffs", "layofs ", "secretprojct", "secret project", "layoff refnd", "secr"}) {
    CAPTURE(query);
    const auto response = Ask(index, {.query = query, .explain = true});
    for (const auto& hit : response.hits) CHECK(hit.document.object_id == "o");
    if (response.did_you_mean) CHECK(response.did_you_mean->query == "layoff refund");
    for (const auto& word : response.explanation->words) {
      for (const auto& alternative : word.alternatives) CHECK(alternative.text == "refund");
    }
    CHECK(Ask(index, Audience::Of({"managers"}), {.query = query}).hit_count > 0);
  }
  CHECK(Ask(index, {.query = "layoffs"}).ignored_words == std::vector<std::string>{"layoffs"});
}
