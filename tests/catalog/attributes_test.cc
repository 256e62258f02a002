// SPDX-License-Identifier: Apache-2.0
// What of a document comes back.
//
// 1. Attributes to retrieve: all but the body by default; lists, exclusions, members of objects; identity always.
// 2. Attributes to highlight: title and headings by default, any searchable one by name, all by "*"; the body as one text.
// 3. What the settings make unretrievable never leaves, whatever is asked for, and still finds.
// 4. Ranking information is what ordered criteria compare.
#include <signpost/signpost.h>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/ask.h"

namespace {

using signpost::Attribute;
using signpost::Document;
using signpost::Hit;
using signpost::Index;
using signpost::Value;
using Strings = std::vector<std::string>;

Document Boots() {
  return {.object_id = "boots",
          .lang = "en",
          .title = "Care for boots",
          .url = "/boots",
          .sections = {{.text = "Brush your boots."},
                       {.anchor = "wax", .heading = "Waxed boots", .level = 2, .text = "Wax them secretly <twice>."}},
          .keywords = {"shoes", "boots"},
          .attributes = {{"sku", "boots-7"},
                         {"tags", Value::Array{"leather boots", "winter"}},
                         {"cost", Value::Object{{"net", 5}, {"gross", 7}, {"by", Value::Object{{"us", 1}, {"eu", 2}}}}},
                         {"parts", Value::Array{Value::Object{{"a", 1}, {"b", 2}}, Value::Object{{"a", 3}}, 4}},
                         {"votes", 3}}};
}

signpost::Settings Fields(Strings unretrievable = {}) {
  signpost::Settings settings{.language = "en"};
  settings.searchable_attributes.push_back({.name = "sku"});
  settings.searchable_attributes.push_back({.name = "tags"});
  settings.unretrievable_attributes = std::move(unretrievable);
  settings.custom_ranking = {{.attribute = "votes", .descending = false}};
  return settings;
}

Document Retrieved(const Strings& names, Strings unretrievable = {}) {
  const Index index = BuildIndex({Boots()}, Fields(std::move(unretrievable)));
  return Ask(index, {.query = "boots", .attributes_to_retrieve = names}).hits.at(0).document;
}

// The names of what a document holds beside its identity.
Strings Names(const Document& document) {
  Strings out;
  if (!document.title.empty()) out.push_back("title");
  if (!document.url.empty()) out.push_back("url");
  if (!document.sections.empty()) out.push_back("body");
  if (!document.keywords.empty()) out.push_back("keywords");
  for (const Attribute& attribute : document.attributes) out.push_back(attribute.name);
  CHECK(document.object_id == "boots");
  CHECK(document.lang == "en");
  return out;
}

const Value* Find(const Document& document, const std::string& name) {
  for (const Attribute& attribute : document.attributes) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

// Everything of a hit in one string, to look for what must not be in it.
std::string Everything(const Hit& hit) {
  std::string out = hit.title.value + "|" + hit.snippet.value + "|" + hit.document.title + "|" + hit.document.url;
  for (const auto& heading : hit.headings) out += "|" + heading.value;
  for (const auto& section : hit.sections) {
    for (const auto& heading : section.headings) out += "|" + heading;
  }
  for (const auto& section : hit.document.sections) out += "|" + section.heading + "|" + section.text;
  for (const auto& keyword : hit.document.keywords) out += "|" + keyword;
  for (const auto& highlight : hit.highlights) {
    for (const auto& value : highlight.values) out += "|" + value.value;
  }
  for (const auto& attribute : hit.document.attributes) {
    if (attribute.value.string() != nullptr) out += "|" + *attribute.value.string();
  }
  return out;
}

}  // namespace

TEST_CASE("Attributes: what is retrieved", "[catalog]") {  // 1
  const Index index = BuildIndex({Boots()}, Fields());
  CHECK(Names(Ask(index, {.query = "boots"}).hits.at(0).document) ==
        Strings{"title", "url", "keywords", "sku", "tags", "cost", "parts", "votes"});
  CHECK(Retrieved({"*"}).sections == Boots().sections);
  CHECK(Retrieved({"*"}) == Boots());
  CHECK(Names(Retrieved({})).empty());
  CHECK(Names(Retrieved({"objectID"})).empty());
  CHECK(Names(Retrieved({"title", "votes", "unknown"})) == Strings{"title", "votes"});
  CHECK(Retrieved({"body"}).sections == Boots().sections);
  CHECK(Names(Retrieved({"-votes", "-body"})) == Strings{"title", "url", "keywords", "sku", "tags", "cost", "parts"});
  CHECK(Names(Retrieved({"*", "-title", "-url", "-keywords", "-body", "-cost", "-parts", "-tags"})) ==
        Strings{"sku", "votes"});
  CHECK(Names(Retrieved({"votes", "-votes"})).empty());
  CHECK(*Find(Retrieved({"cost.net"}), "cost") == Value(Value::Object{{"net", 5}}));
  CHECK(*Find(Retrieved({"cost.by.eu"}), "cost") == Value(Value::Object{{"by", Value::Object{{"eu", 2}}}}));
  CHECK(*Find(Retrieved({"cost", "-cost.by"}), "cost") == Value(Value::Object{{"net", 5}, {"gross", 7}}));
  CHECK(*Find(Retrieved({"*", "-cost.by.eu", "-cost.net"}), "cost") ==
        Value(Value::Object{{"gross", 7}, {"by", Value::Object{{"us", 1}}}}));
  CHECK(*Find(Retrieved({"parts.a"}), "parts") ==
        Value(Value::Array{Value::Object{{"a", 1}}, Value::Object{{"a", 3}}}));
  CHECK(Names(Retrieved({"sku.x", "co", "cost.none"})).empty());
}

TEST_CASE("Attributes: what is highlighted", "[catalog]") {  // 2
  const Index index = BuildIndex({Boots()}, Fields());
  const Hit usual = Ask(index, {.query = "boots"}).hits.at(0);
  CHECK(usual.title.value == "Care for <em>boots</em>");
  CHECK(usual.headings.size() == 1);
  CHECK(usual.highlights.empty());
  CHECK_FALSE(usual.snippet.value.empty());

  const Hit all =
      Ask(index, {.query = "boots wax", .attributes_to_highlight = {"*"}, .attributes_to_snippet = {}}).hits.at(0);
  CHECK(all.title.value == "Care for <em>boots</em>");
  CHECK(all.snippet.value.empty());
  REQUIRE(all.highlights.size() == 4);
  CHECK(all.highlights[0].name == "body");
  CHECK(all.highlights[0].values.at(0).value ==
        "Brush your <em>boots</em>.\n<em>Wax</em> them secretly &lt;twice&gt;.");
  CHECK(all.highlights[0].values.at(0).match_level == signpost::MatchLevel::kFull);
  CHECK(all.highlights[0].values.at(0).matched_words == Strings{"boots", "wax"});
  CHECK(all.highlights[0].shape == Value(0));
  CHECK(all.highlights[1].name == "keywords");
  CHECK(all.highlights[1].shape == Value(Value::Array{0, 1}));
  CHECK(all.highlights[1].values.at(1).value == "<em>boots</em>");
  CHECK(all.highlights[1].values.at(1).fully_highlighted);
  CHECK(all.highlights[2].name == "sku");
  CHECK(all.highlights[2].values.at(0).value == "<em>boots</em>-7");
  CHECK(all.highlights[3].name == "tags");
  CHECK(all.highlights[3].shape == Value(Value::Array{0, 1}));
  CHECK(all.highlights[3].values.at(0).value == "leather <em>boots</em>");
  CHECK(all.highlights[3].values.at(1).match_level == signpost::MatchLevel::kNone);

  const Hit few = Ask(index, {.query = "boots", .attributes_to_highlight = {"sku", "url", "votes"}}).hits.at(0);
  CHECK(few.title.value.empty());
  CHECK(few.headings.empty());
  REQUIRE(few.highlights.size() == 1);
  CHECK(few.document.title == "Care for boots");
  CHECK(Ask(index, {.query = "boots", .attributes_to_highlight = {}}).hits.at(0).title.value.empty());
  CHECK(
      Ask(index, {.query = "boots", .attributes_to_highlight = {"*", "-tags", "-body"}}).hits.at(0).highlights.size() ==
      2);
}

TEST_CASE("Attributes: what never leaves", "[catalog]") {  // 3
  const Strings all = {"title", "headings", "body", "keywords", "sku", "tags", "url", "cost.net"};
  const std::vector<std::pair<std::string, Strings>> hidden = {
      {"title", {"Care"}},     {"headings", {"Waxed"}}, {"body", {"Brush", "secretly"}},
      {"keywords", {"shoes"}}, {"sku", {"-7"}},         {"tags", {"winter"}},
      {"url", {"/boots"}}};
  for (const auto& [name, texts] : hidden) {
    CAPTURE(name);
    const Index index = BuildIndex({Boots()}, Fields({name}));
    for (const char* query : {"boots", "waxed care secretly shoes winter", ""}) {
      for (const Strings& asked : {Strings{"*"}, all}) {
        const auto response =
            Ask(index, {.query = query, .attributes_to_retrieve = asked, .attributes_to_highlight = asked});
        REQUIRE(response.hits.size() == 1);
        const std::string seen = Everything(response.hits[0]);
        CAPTURE(query, seen);
        for (const std::string& text : texts) CHECK(seen.find(text) == seen.npos);
        if (name != "tags") CHECK(Find(response.hits[0].document, "tags") != nullptr);
      }
    }
  }
  CHECK(*Find(Retrieved(all, {"cost.by"}), "cost") == Value(Value::Object{{"net", 5}}));
  CHECK(Find(Retrieved({"*"}, {"cost"}), "cost") == nullptr);
}

TEST_CASE("Attributes: ranking information", "[catalog]") {  // 4
  const Index index = BuildIndex({Boots()}, Fields());
  const Hit hit = Ask(index, {.query = "bots wax them ", .ranking_info = true, .explain = true}).hits.at(0);
  REQUIRE(hit.ranking_info.has_value());
  CHECK(hit.ranking_info->typos == 1);
  CHECK(hit.ranking_info->words == 3);
  CHECK(hit.ranking_info->exact_words == 2);
  CHECK(hit.ranking_info->words == hit.explanation->words);
  CHECK(hit.ranking_info->proximity_distance == hit.explanation->distance);
  CHECK(hit.ranking_info->first_matched_word == 2);
  CHECK(hit.ranking_info->user_score == 3);
  const Hit body = Ask(index, {.query = "secretly", .ranking_info = true}).hits.at(0);
  CHECK(body.ranking_info->first_matched_word / 1000 == 2);
  CHECK_FALSE(Ask(index, {.query = "boots"}).hits.at(0).ranking_info.has_value());
}
