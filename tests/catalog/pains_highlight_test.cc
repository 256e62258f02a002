// SPDX-License-Identifier: Apache-2.0
// What people saw of highlights and snippets elsewhere, as cases. What stands in pains_matching_test.cc and pains_tokens_test.cc is
// not repeated.
//
// 1. Letters of any script and writing are marked whole, and none is lost.
// 2. Of a compound the part that was meant is marked; a setting marks whole words.
// 3. Synonyms are marked with all their words, quoted phrases as phrases alone.
// 4. Markup in an article is text; plain text has neither tags nor references.
// 5. Snippets are what a person would quote: the rarest words together, from the beginning of a sentence, one section, steps and rows
//    whole; the beginning where nothing matched.
// 6. Lists and objects are highlighted as they nest, numbers as text.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "support/ask.h"

using signpost::Document;
using signpost::Hit;
using signpost::Index;
using signpost::LineKind;
using signpost::SearchRequest;
using signpost::Value;
using Strings = std::vector<std::string>;

namespace {

std::string TitleOf(const std::string& lang, const std::string& title, const std::string& query) {
  const Index index = BuildIndex({{.object_id = "a", .lang = lang, .title = title}}, {.language = lang});
  const auto response = Ask(index, {.query = query});
  return response.hits.empty() ? "no hit" : response.hits[0].title.value;
}

}  // namespace

TEST_CASE("Highlight: Diabète, Wärmeschutz and Küche keep every letter", "[catalog]") {  // 1
  CHECK(TitleOf("fr", "Diabète", "Diabè") == "<em>Diabè</em>te");
  CHECK(TitleOf("fr", "Diabe\u0300te", "diabe") == "<em>Diabe\u0300</em>te");
  CHECK(TitleOf("de", "Wärmeschutz im Winter", "wärmeschutz ") == "<em>Wärmeschutz</em> im Winter");
  CHECK(TitleOf("de", "Der Wärmeschutz", "warmes") == "Der <em>Wärmes</em>chutz");
  CHECK(TitleOf("de", "Die Küche", "küchen ") == "Die <em>Küche</em>");
}

TEST_CASE("Highlight: half-width kana and their marks stay together", "[catalog]") {  // 1
  CHECK(TitleOf("ja", "ﾃﾞｰﾀの保存", "データ") == "<em>ﾃﾞｰﾀ</em>の保存");
  CHECK(TitleOf("ja", "ﾃﾞ", "デ") == "<em>ﾃﾞ</em>");
}

TEST_CASE("Highlight: traditional for simplified, by character", "[catalog]") {  // 1
  CHECK(TitleOf("zh", "繁體中文說明", "繁体") == "<em>繁體</em>中文說明");
  CHECK(TitleOf("zh", "如何更改订单", "订单") == "如何更改<em>订单</em>");
}

TEST_CASE("Highlight: emoji families and flags are not cut", "[catalog]") {  // 1
  CHECK(TitleOf("en", "The 👨‍👩‍👧‍👦family plan 🇧🇷", "fam") ==
        "The 👨‍👩‍👧‍👦<em>fam</em>ily plan 🇧🇷");
  const Index index = BuildIndex({Article(
      "a", "x", std::string(50, ' ') + "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦")});
  SearchRequest request{.query = "x"};
  request.highlight.snippet_characters = 57;  // within the first family
  const std::string snippet = Ask(index, request).hits.at(0).snippet.value;
  CHECK(snippet.find("\u200d…") == snippet.npos);
}

TEST_CASE("Highlight: right-to-left words are marked by their letters", "[catalog]") {  // 1
  CHECK(TitleOf("ar", "كيف أتتبع طلبي", "طلبي") == "كيف أتتبع <em>طلبي</em>");
  CHECK(TitleOf("he", "מעקב אחר הזמנה", "הזמנה") == "מעקב אחר <em>הזמנה</em>");
}

TEST_CASE("Highlight: a title of 10,000 characters", "[catalog]") {  // 1
  std::string title;
  while (title.size() < 10'000) title += "needle haystack ";
  const Hit hit = Ask(BuildIndex({Article("a", title)}), {.query = "needle"}).hits.at(0);
  std::size_t marks = 0;
  for (std::size_t at = hit.title.value.find("<em>needle</em>"); at != std::string::npos;
       at = hit.title.value.find("<em>needle</em>", at + 1)) {
    ++marks;
  }
  CHECK(marks == title.size() / 16);
  CHECK(hit.title.value.size() == title.size() + 9 * marks);
}

TEST_CASE("Highlight: of a compound the part that was meant", "[catalog]") {  // 2
  const Index index = BuildIndex({{.object_id = "a", .lang = "de", .title = "Terrassenschrauben und Größentabelle"},
                                  {.object_id = "b", .lang = "de", .title = "Terrasse, Schraube, Größe, Tabelle"}},
                                 {.language = "de"});
  auto title = [&](const std::string& query, bool whole) {
    SearchRequest request{.query = query};
    request.highlight.whole_words = whole;
    for (const Hit& hit : Ask(index, request).hits) {
      if (hit.document.object_id == "a") return hit.title.value;
    }
    return std::string("no hit");
  };
  CHECK(title("schraube ", false) == "Terrassen<em>schrauben</em> und Größentabelle");
  CHECK(title("tabelle ", false) == "Terrassenschrauben und Größen<em>tabelle</em>");
  CHECK(title("größe ", false) == "Terrassenschrauben und <em>Größe</em>ntabelle");
  CHECK(title("schraube ", true) == "<em>Terrassenschrauben</em> und Größentabelle");
}

TEST_CASE("Highlight: whole words for a typed beginning and a piece of a code", "[catalog]") {  // 2
  const Index index = BuildIndex({Article("a", "Tracking SkipBridge")});
  SearchRequest request{.query = "bridge trac"};
  CHECK(Ask(index, request).hits.at(0).title.value == "<em>Trac</em>king Skip<em>Bridge</em>");
  request.highlight.whole_words = true;
  const Hit hit = Ask(index, request).hits.at(0);
  CHECK(hit.title.value == "<em>Tracking</em> <em>SkipBridge</em>");
  CHECK(hit.title.fully_highlighted);
}

TEST_CASE("Highlight: the beginning of a word written with a hyphen", "[catalog]") {  // 2
  CHECK(TitleOf("en", "Wi-fi in stores", "wif") == "<em>Wi-f</em>i in stores");
}

TEST_CASE("Highlight: all words of a synonym, and no others", "[catalog]") {  // 3
  Index index = BuildIndex({Article("a", "Delivery to the United Kingdom", "A kingdom is united by its kings.")});
  REQUIRE(index.SetSynonyms({{.object_id = "1", .synonyms = {"uk", "united kingdom"}}}).ok());
  const Hit hit = Ask(index, {.query = "uk"}).hits.at(0);
  CHECK(hit.title.value == "Delivery to the <em>United Kingdom</em>");
  CHECK(hit.title.match_level == signpost::MatchLevel::kFull);
  CHECK(hit.title.matched_words == Strings{"uk"});
  CHECK(hit.snippet.value == "A kingdom is united by its kings.");
}

TEST_CASE("Highlight: a quoted phrase as a phrase alone", "[catalog]") {  // 3
  const Index index = BuildIndex({Article("a", "Gift card", "A card for a gift is no gift card.")});
  const Hit hit = Ask(index, {.query = "\"gift card\"", .advanced_syntax = true}).hits.at(0);
  CHECK(hit.title.value == "<em>Gift card</em>");
  CHECK(hit.snippet.value == "A card for a gift is no <em>gift card</em>.");
}

TEST_CASE("Highlight: a script in an article is text (ximira)", "[catalog]") {  // 4
  const Index index =
      BuildIndex({Article("a", "ximira <script>alert(1)</script> xuxu", "ximira &lt; <img src=x onerror=y>")});
  const Hit hit = Ask(index, {.query = "ximira script"}).hits.at(0);
  CHECK(hit.title.value == "<em>ximira</em> &lt;<em>script</em>&gt;alert(1)&lt;/<em>script</em>&gt; xuxu");
  CHECK(hit.snippet.value == "<em>ximira</em> &amp;lt; &lt;img src=x onerror=y&gt;");
  SearchRequest plain{.query = "ximira script"};
  plain.highlight = signpost::HighlightOptions::PlainText();
  const Hit as_text = Ask(index, plain).hits.at(0);
  CHECK(as_text.title.value == "ximira <script>alert(1)</script> xuxu");
  CHECK(as_text.title.matched_words == Strings{"ximira", "script"});
}

// --- snippets ---

namespace {

const Document kLong{
    .object_id = "long",
    .lang = "en",
    .title = "Delivery",
    .sections = {
        {.text = "A parcel is what we send. Every parcel has a number, and every number has a parcel somewhere."},
        {.anchor = "abroad",
         .heading = "Abroad",
         .level = 2,
         .text = "We send to many countries. The customs office opens a parcel now and then, which takes a while. When "
                 "customs asks "
                 "for an invoice, send the PDF. Nothing else is needed, whatever you may read elsewhere about it."},
        {.anchor = "steps",
         .heading = "In the app",
         .level = 3,
         .text = "Do this:\nOpen the app and sign in.\nTap the parcel, then Report.\nMethod | Days\nExpress courier | "
                 "2\nStandard mail | 5",
         .lines = {LineKind::kText, LineKind::kStep, LineKind::kStep, LineKind::kHeaderRow, LineKind::kRow,
                   LineKind::kRow}}}};

Hit AskLong(const std::string& query, int words, int count = 1) {
  static const Index index = BuildIndex({kLong, Article("other", "Parcels", "A parcel. Send a parcel in the app.")});
  SearchRequest request{.query = query};
  request.highlight.snippet_words = words;
  request.highlight.snippet_count = count;
  for (const Hit& hit : Ask(index, request).hits) {
    if (hit.document.object_id == "long") return hit;
  }
  return {};
}

}  // namespace

TEST_CASE("Snippet: the rarest words together, from the beginning of their sentence", "[catalog]") {  // 5
  const Hit hit = AskLong("customs invoice parcel", 12);
  CHECK(hit.snippet.value == "…When <em>customs</em> asks for an <em>invoice</em>, send the PDF. …");
  CHECK(hit.snippet.anchor == "abroad");
  CHECK(hit.snippet.headings == Strings{"Abroad"});
}

TEST_CASE("Snippet: several places, each with its section", "[catalog]") {  // 5
  const Hit hit = AskLong("invoice courier", 9, 3);
  CHECK(hit.snippet.anchor != hit.more_snippets.at(0).anchor);
  CHECK(hit.more_snippets.size() == 1);
  const auto& courier = hit.snippet.anchor == "steps" ? hit.snippet : hit.more_snippets[0];
  CHECK(courier.headings == Strings{"Abroad", "In the app"});
}

TEST_CASE("Snippet: a step and a table row are kept whole", "[catalog]") {  // 5
  CHECK(AskLong("report", 6).snippet.value == "…Tap the parcel, then <em>Report</em>.…");
  CHECK(AskLong("courier", 4).snippet.value == "…Express <em>courier</em> | 2…");
  CHECK(AskLong("sign", 7).snippet.value == "…Open the app and <em>sign</em> in.…");
}

TEST_CASE("Snippet: by characters, and never without a word", "[catalog]") {  // 5
  const Index index = BuildIndex({kLong});
  SearchRequest request{.query = "invoice"};
  request.highlight.escape = signpost::Escape::kNone;
  request.highlight.pre_tag = request.highlight.post_tag = request.highlight.ellipsis = "";
  for (int characters : {1, 7, 20, 60, 500}) {
    request.highlight.snippet_characters = characters;
    const std::string value = Ask(index, request).hits.at(0).snippet.value;
    CAPTURE(characters, value);
    CHECK((value == "invoice" || value.size() <= static_cast<std::size_t>(characters)));
    CHECK(value.find("invoice") != std::string::npos);
  }
}

TEST_CASE("Snippet: the beginning where nothing in the body matched", "[catalog]") {  // 5
  CHECK(AskLong("delivery", 8).snippet.value == "A parcel is what we send. …");
  CHECK(AskLong("delivery", 8).snippet.match_level == signpost::MatchLevel::kNone);
  const Index index = BuildIndex({Article("a", "Only a title")});
  CHECK(Ask(index, {.query = "title"}).hits.at(0).snippet.value.empty());
}

TEST_CASE("Snippet: of any attribute, with a length of its own", "[catalog]") {  // 5
  const Index index = BuildIndex({kLong});
  const Hit hit =
      Ask(index, {.query = "delivery abroad", .attributes_to_snippet = {"title:5", "headings:1", "body:3"}}).hits.at(0);
  REQUIRE(hit.snippets.size() == 2);
  CHECK(hit.snippets[0].name == "title");
  CHECK(hit.snippets[0].values.at(0).value == "<em>Delivery</em>");
  CHECK(hit.snippets[1].values.size() == 2);
  CHECK(hit.snippets[1].values[1].value == "In…");
  CHECK(hit.snippet.value == "A parcel is…");
  const auto bad = index.Search(signpost::Audience::Public(), {.query = "x", .attributes_to_snippet = {"body:none"}});
  CHECK(bad.status().code() == absl::StatusCode::kInvalidArgument);
}

// --- nested attributes ---

TEST_CASE("Highlight: lists and objects as they nest, numbers as text", "[catalog]") {  // 6
  const Document lamp{
      .object_id = "lamp",
      .lang = "en",
      .title = "Lamp",
      .attributes = {{"hierarchy", Value::Object{{"lvl0", "Camp light"}, {"lvl1", Value()}, {"lvl2", "Lamps"}}},
                     {"parts", Value::Array{Value::Object{{"name", "Lamp glass"}, {"price", 5}},
                                            Value::Object{{"name", "Wick"}, {"price", 7.5}}}},
                     {"year", 1993},
                     {"tags", Value::Array{"lamp", "oil", Value::Array{"old lamp"}}}}};
  signpost::Settings settings{.language = "en"};
  settings.searchable_attributes = {{.name = "hierarchy.lvl0"}, {.name = "hierarchy.lvl2"}, {.name = "parts.name"},
                                    {.name = "year"},           {.name = "tags"},           {.name = "parts.price"}};
  const Index index = BuildIndex({lamp}, settings);
  CHECK(Ids(index, {.query = "1993"}) == Strings{"lamp"});
  CHECK(Ids(index, {.query = "7.5"}) == Strings{"lamp"});

  SearchRequest request{.query = "lamp 1993", .attributes_to_highlight = {"*"}};
  const Hit hit = Ask(index, request).hits.at(0);
  REQUIRE(hit.highlights.size() == 4);
  CHECK(hit.highlights[0].name == "hierarchy");
  CHECK(hit.highlights[0].shape == Value(Value::Object{{"lvl0", 0}, {"lvl2", 1}}));
  CHECK(hit.highlights[0].values.at(1).value == "<em>Lamps</em>");
  CHECK(hit.highlights[1].name == "parts");
  CHECK(hit.highlights[1].shape ==
        Value(Value::Array{Value::Object{{"name", 0}, {"price", 1}}, Value::Object{{"name", 2}, {"price", 3}}}));
  CHECK(hit.highlights[1].values.at(0).value == "<em>Lamp</em> glass");
  CHECK(hit.highlights[1].values.at(3).value == "7.5");
  CHECK(hit.highlights[2].values.at(0).value == "<em>1993</em>");
  CHECK(hit.highlights[2].values.at(0).fully_highlighted);
  CHECK(hit.highlights[3].shape == Value(Value::Array{0, 1, Value::Array{2}}));
  CHECK(hit.highlights[3].values.at(2).value == "old <em>lamp</em>");

  request.highlight.restrict_arrays = true;
  const Hit restricted = Ask(index, request).hits.at(0);
  CHECK(restricted.highlights[0].values.size() == 2);  // no list
  CHECK(restricted.highlights[1].shape == Value(Value::Array{Value::Object{{"name", 0}}}));
  CHECK(restricted.highlights[3].shape == Value(Value::Array{0, Value::Array{1}}));

  const Hit some =
      Ask(index, {.query = "lamp", .attributes_to_highlight = {"hierarchy.lvl2", "parts.name"}}).hits.at(0);
  CHECK(some.highlights.at(0).shape == Value(Value::Object{{"lvl2", 0}}));
  CHECK(some.highlights.at(1).shape == Value(Value::Array{Value::Object{{"name", 0}}, Value::Object{{"name", 1}}}));
}
