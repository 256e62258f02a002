// SPDX-License-Identifier: Apache-2.0
// What a request gets back.
//
// 1. Every way of asking that a person has: half a word, a typo, another form, a synonym, a sentence, a code, CJK.
// 2. Highlights and snippets mark what matched, are escaped, and give the original back without tags.
// 3. Languages, pages, promoted and hidden hits, redirects, ignored words.
// 4. Any bytes and any size of query give an answer or a clear error.
#include <signpost/signpost.h>

#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/strings.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace {

using namespace std::string_literals;  // strings with a NUL inside
using signpost::Document;
using signpost::Index;
using Strings = std::vector<std::string>;

Index Build(const std::vector<Document>& documents, signpost::Settings settings = {.language = ""}) {
  auto builder = signpost::IndexBuilder::Create(std::move(settings));
  REQUIRE(builder.ok());
  for (const Document& document : documents) REQUIRE(builder->Add(document).ok());
  auto index = std::move(*builder).Build();
  REQUIRE(index.ok());
  return *std::move(index);
}

signpost::SearchResponse Ask(const Index& index, const signpost::SearchRequest& request) {
  auto response = index.Search(signpost::Audience::Public(), request);
  REQUIRE(response.ok());
  return *std::move(response);
}

Strings Ids(const Index& index, const signpost::SearchRequest& request) {
  Strings out;
  for (const auto& hit : Ask(index, request).hits) out.push_back(hit.document.object_id);
  return out;
}

const std::vector<Document> kHelp = {
    {.object_id = "track",
     .lang = "en",
     .title = "Track your order",
     .url = "https://help.example/track",
     .sections =
         {{.text = "Every parcel has a tracking number."},
          {.anchor = "late", .heading = "If it is late", .level = 2, .text = "Wait two days, then write to us."},
          {.anchor = "lost", .heading = "If it is lost", .level = 3, .text = "We send a new parcel by courier."}},
     .keywords = {"shipment"}},
    {.object_id = "refund",
     .lang = "en",
     .title = "When refunds arrive",
     .sections = {{.text = "A refund takes 5 days. Tom & Jerry <script>alert(1)</script> are \"quoted\"."}}},
    {.object_id = "e404",
     .lang = "en",
     .title = "Error E-404",
     .sections = {{.text = "The page was not found. Try C++."}}},
    {.object_id = "warranty",
     .lang = "en",
     .title = "Warranty",
     .sections = {{.text = "Jackets have two years of warranty."}}},
    {.object_id = "pedido",
     .lang = "es",
     .title = "Dónde está mi pedido",
     .sections = {{.text = "Busca el número de seguimiento."}}},
    {.object_id = "dingdan",
     .lang = "zh",
     .title = "查询我的订单",
     .sections = {{.text = "您可以随时查询订单的物流状态。退款需要五天。"}}},
};

}  // namespace

TEST_CASE("Search: a person finds the article however they ask", "[catalog]") {
  const Index index = Build(kHelp);
  struct Case {
    const char* query;
    const char* first;
  };
  const Case c = GENERATE(values<Case>({{"warran", "warranty"},
                                        {"wher is my ordr", "track"},
                                        {"tracked orders", "track"},
                                        {"refnud", "refund"},
                                        {"E-404", "e404"},
                                        {"e404", "e404"},
                                        {"error 404", "e404"},
                                        {"c++", "e404"},
                                        {"shipment", "track"},
                                        {"hello, could you please tell me when my refund will arrive?", "refund"},
                                        {"donde esta mi pedido", "pedido"},
                                        {"numero de seguimiento", "pedido"},
                                        {"订单", "dingdan"},
                                        {"我的订单在哪里", "dingdan"},
                                        {"查詢訂單", "dingdan"}}));
  CAPTURE(c.query);
  const Strings ids = Ids(index, {.query = c.query});
  REQUIRE_FALSE(ids.empty());
  CHECK(ids.front() == c.first);
}

TEST_CASE("Search: scattered characters of a CJK query are no hit", "[catalog]") {
  const Index index = Build({{.object_id = "honda", .lang = "ja", .title = "本田の店"},
                             {.object_id = "book", .lang = "ja", .title = "本を読む"},
                             {.object_id = "field", .lang = "ja", .title = "田舎の本屋"}});
  CHECK(Ids(index, {.query = "本田"}) == Strings{"honda"});
  CHECK(Ids(index, {.query = "本"}).size() == 3);
}

TEST_CASE("Search: highlights mark what matched, escaped", "[catalog]") {
  const Index index = Build(kHelp);
  struct Case {
    const char* query;
    const char* title;
    const char* snippet;
  };
  const Case c = GENERATE(values<Case>({
      {"track parcel", "<em>Track</em> your order", "Every <em>parcel</em> has a <em>tracking</em> number."},
      {"trac", "<em>Trac</em>k your order", "Every parcel has a <em>trac</em>king number."},
      {"ordre", "Track your <em>order</em>", "Every parcel has a tracking number."},
      {"refund takes", "When <em>refunds</em> arrive",
       "A <em>refund</em> <em>takes</em> 5 days. Tom &amp; Jerry &lt;script&gt;alert(1)&lt;/script&gt; are "
       "&quot;quoted&quot;."},
      {"e404", "Error <em>E-404</em>", "The page was not found. Try C++."},
      {"订单", "查询我的<em>订单</em>", "您可以随时查询<em>订单</em>的物流状态。退款需要五天。"},
      {"查詢", "<em>查询</em>我的订单", "您可以随时<em>查询</em>订单的物流状态。退款需要五天。"},
      {"numero", "Dónde está mi pedido", "Busca el <em>número</em> de seguimiento."},
      {"segui", "Dónde está mi pedido", "Busca el número de <em>segui</em>miento."},
  }));
  CAPTURE(c.query);
  const auto response = Ask(index, {.query = c.query});
  REQUIRE_FALSE(response.hits.empty());
  CHECK(response.hits[0].title.value == c.title);
  CHECK(response.hits[0].snippet.value == c.snippet);
}

TEST_CASE("Search: tags, escaping and snippet length are the caller's", "[catalog]") {
  const Index index = Build(kHelp);
  signpost::SearchRequest request{.query = "jerry refund"};
  request.highlight = {.pre_tag = "[", .post_tag = "]", .escape = signpost::Escape::kNone, .snippet_words = 6};
  const auto hit = Ask(index, request).hits.at(0);
  CHECK(hit.title.value == "When [refunds] arrive");
  CHECK(hit.title.match_level == signpost::MatchLevel::kPartial);
  CHECK(hit.title.matched_words == Strings{"refund"});
  CHECK_FALSE(hit.title.fully_highlighted);
  CHECK(hit.snippet.value == "A [refund] takes 5 days. …");
  const auto full = Ask(index, {.query = "warranty"}).hits.at(0).title;
  CHECK(full.match_level == signpost::MatchLevel::kFull);
  CHECK(full.fully_highlighted);
}

TEST_CASE("Search: highlighting can be switched off", "[catalog]") {
  const Index index = Build(kHelp);
  signpost::SearchRequest request{.query = "track parcel"};
  const auto marked = Ask(index, request);
  request.highlight.enabled = false;
  const auto plain = Ask(index, request);
  REQUIRE(plain.hits.size() == marked.hits.size());
  for (std::size_t i = 0; i < plain.hits.size(); ++i) {
    CHECK(plain.hits[i].document == marked.hits[i].document);
    CHECK(plain.hits[i].score == marked.hits[i].score);
    CHECK_FALSE(marked.hits[i].title.value.empty());
    CHECK(plain.hits[i].title.value.empty());
    CHECK(plain.hits[i].headings.empty());
    CHECK(plain.hits[i].snippet.value.empty());
    CHECK(plain.hits[i].sections.empty());
  }
}

TEST_CASE("Search: a hit names its best section with its path", "[catalog]") {
  const Index index = Build(kHelp);
  const auto hit = Ask(index, {.query = "courier"}).hits.at(0);
  REQUIRE(hit.sections.size() == 1);
  CHECK(hit.sections[0].anchor == "lost");
  CHECK(hit.sections[0].headings == Strings{"If it is late", "If it is lost"});
  CHECK(hit.document.sections.empty());
  CHECK(Ask(index, {.query = "courier", .attributes_to_retrieve = {"*"}}).hits.at(0).document.sections ==
        kHelp[0].sections);
}

TEST_CASE("Search: taking tags out and unescaping gives the original back", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  RandomText text(seed);
  auto original = [](std::string s) {
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"<em>", ""},
                                                                                   {"</em>", ""},
                                                                                   {"&lt;", "<"},
                                                                                   {"&gt;", ">"},
                                                                                   {"&quot;", "\""},
                                                                                   {"&#39;", "'"},
                                                                                   {"&amp;", "&"}}) {
      for (std::size_t at = 0; (at = s.find(from, at)) != std::string::npos; at += to.size())
        s.replace(at, from.size(), to);
    }
    return s;
  };
  std::vector<Document> documents;
  for (int d = 0; d < 40; ++d) {
    documents.push_back(text.Document("d" + std::to_string(d), "en"));
    documents.back().title += " <b>&amp;</b> \"it's\"";
  }
  const Index index = Build(documents);
  for (int q = 0; q < 100; ++q) {
    const std::string query = text.Query();
    CAPTURE(seed, query);
    for (const auto& hit : Ask(index, {.query = query}).hits) {
      CHECK(original(hit.title.value) == hit.document.title);
    }
  }
}

TEST_CASE("Search: the language asked for, the setting's, or all", "[catalog]") {
  std::vector<Document> documents = {{.object_id = "a", .lang = "en", .title = "Total"},
                                     {.object_id = "a", .lang = "es", .title = "Total"},
                                     {.object_id = "b", .lang = "pt-BR", .title = "Total do pedido"},
                                     {.object_id = "c", .title = "Total without a language"}};
  const Index index = Build(documents);
  CHECK(Ids(index, {.query = "total"}).size() == 3);  // a is one article
  CHECK(Ids(index, {.query = "total", .lang = "es"}) == Strings{"a"});
  CHECK(Ids(index, {.query = "total", .lang = "pt"}) == Strings{"b"});
  CHECK(Ids(index, {.query = "total", .lang = "pt_BR"}) == Strings{"b"});
  CHECK(Ids(index, {.query = "total", .lang = "fr"}).empty());
  const Index english = Build(documents, {.language = "en"});
  CHECK(Ids(english, {.query = "total"}) == Strings{"a", "c"});
}

TEST_CASE("Search: pages cut one order, and an empty query lists all by custom ranking", "[catalog]") {
  std::vector<Document> documents;
  for (int d = 0; d < 25; ++d) {
    documents.push_back({.object_id = "d" + std::to_string(100 + d),
                         .lang = "en",
                         .title = "Same words",
                         .attributes = {{"votes", d % 5}}});
  }
  const Index index = Build(documents, {.custom_ranking = {{.attribute = "votes"}}});
  for (const std::string query : {"", "same", "words same"}) {
    CAPTURE(query);
    const Strings all = Ids(index, {.query = query, .hits_per_page = 100});
    REQUIRE(all.size() == 25);
    CHECK(all.front() == "d104");
    CHECK(all.back() == "d120");
    Strings paged;
    for (int page = 0; page < 4; ++page) {
      const auto response = Ask(index, {.query = query, .page = page, .hits_per_page = 7});
      CHECK(response.hit_count == 25);
      CHECK(response.page_count == 4);
      for (const auto& hit : response.hits) paged.push_back(hit.document.object_id);
    }
    CHECK(paged == all);
  }
  const auto none = Ask(index, {.query = "same", .hits_per_page = 0});
  CHECK(none.hits.empty());
  CHECK(none.hit_count == 25);
  CHECK(none.page_count == 0);
}

TEST_CASE("Search: rules redirect, promote, hide and show banners", "[catalog]") {
  Index index = Build(kHelp);
  REQUIRE(index
              .SetRules({{.object_id = "track-ups",
                          .conditions = {{.pattern = "track {code:ups}"}},
                          .consequence = {.redirect_url = "https://www.example.com/track?code={code}"}},
                         {.object_id = "pin",
                          .conditions = {{.pattern = "refund", .anchoring = signpost::Anchoring::kContains}},
                          .consequence = {.user_data = "banner",
                                          .promote = {{.object_id = "warranty", .position = 0}},
                                          .hide = {"track"}}}})
              .ok());
  const auto redirect = Ask(index, {.query = "track 1Z999AA10123456784"});
  REQUIRE(redirect.redirect.has_value());
  CHECK(redirect.redirect->url == "https://www.example.com/track?code=1Z999AA10123456784");
  CHECK(redirect.redirect->rule == "track-ups");
  CHECK(redirect.hits.empty());
  CHECK_FALSE(Ask(index, {.query = "track 1Z999AA10123456785"}).redirect.has_value());
  const auto pinned = Ask(index, {.query = "refund parcel", .lang = "en"});
  REQUIRE(pinned.hits.size() == 2);
  CHECK(pinned.hit_count == 2);
  CHECK(pinned.hits[0].document.object_id == "warranty");
  CHECK(pinned.hits[0].promoted);
  CHECK(pinned.hits[1].document.object_id == "refund");
  CHECK(pinned.user_data == std::vector<signpost::Value>{"banner"});
  CHECK(pinned.applied_rules == Strings{"pin"});
}

TEST_CASE("Search: synonyms find other words and rank below the word itself", "[catalog]") {
  Index index = Build({{.object_id = "word", .lang = "en", .title = "Voucher balance"},
                       {.object_id = "synonym", .lang = "en", .title = "Gift card balance"},
                       {.object_id = "scattered", .lang = "en", .title = "Balance of a card for a gift"}});
  REQUIRE(index.SetSynonyms({{.object_id = "s", .lang = "en", .synonyms = {"voucher", "gift card"}}}).ok());
  const Strings ids = Ids(index, {.query = "voucher"});
  CHECK(ids == Strings{"word", "synonym"});
  CHECK(Ask(index, {.query = "voucher"}).hits[1].title.value == "<em>Gift card</em> balance");
}

TEST_CASE("Search: exact before stem and synonym before typo", "[catalog]") {
  const Index index = Build({{.object_id = "exact", .lang = "en", .title = "returned parcels"},
                             {.object_id = "stem", .lang = "en", .title = "returning parcels"}});
  CHECK(Ids(index, {.query = "returned parcels"}) == Strings{"exact", "stem"});
  CHECK(Ids(index, {.query = "returning parcels"}) == Strings{"stem", "exact"});
}

TEST_CASE("Search: a word is as rare as the documents that say it, in one word or two", "[catalog]") {
  // "ballet" begins with the last word, but does not say it.
  const Index index = Build({{.object_id = "both", .lang = "en", .title = "Ballet and basketball"},
                             {.object_id = "joined", .lang = "en", .title = "Basketball"},
                             {.object_id = "word", .lang = "en", .title = "Ball"},
                             {.object_id = "begins", .lang = "en", .title = "Ballet"},
                             {.object_id = "none", .lang = "en", .title = "Hats"}});
  const auto words = Ask(index, {.query = "basket ball", .lang = "en", .explain = true}).explanation->words;
  REQUIRE(words.size() == 2);
  CHECK(words[0].information == Approx(std::log(1 + (5 - 2 + 0.5) / (2 + 0.5))));
  CHECK(words[1].information == Approx(std::log(1 + (5 - 3 + 0.5) / (3 + 0.5))));
}

TEST_CASE("Search: words that nobody wrote are reported", "[catalog]") {
  const Index index = Build(kHelp);
  const auto response = Ask(index, {.query = "qqqqzzzz refund", .lang = "en"});
  CHECK(response.ignored_words == Strings{"qqqqzzzz"});
  CHECK_FALSE(response.hits.empty());
  CHECK(Ask(index, {.query = "qqqqzzzz", .lang = "en"}).hits.empty());
}

TEST_CASE("Search: any bytes and any size give an answer or a clear error", "[catalog]") {
  const Index index = Build(kHelp);
  CHECK(Ask(index, {.query = "?!... --- &&&"}).hit_count == kHelp.size());
  CHECK(Ask(index, {.query = "ref\0und \xFF\xC3 refund"s}).hits.at(0).document.object_id == "refund");
  CHECK(Ask(index, {.query = std::string(60'000, 'a')}).hits.empty());
  std::string many;
  while (many.size() < 60'000) many += "order refund warranty x" + std::to_string(many.size()) + " ";
  CHECK_FALSE(Ask(index, {.query = many}).hits.empty());
  auto message = [&](signpost::SearchRequest request) {
    const auto response = index.Search(signpost::Audience::Public(), request);
    CHECK(response.status().code() == absl::StatusCode::kInvalidArgument);
    return std::string(signpost::ToStd(response.status().message()));
  };
  CHECK(message({.query = std::string(1 << 20, 'a')}) == "searching: query bytes is 1048576, expected 0 to 65536");
  CHECK(message({.query = "a", .hits_per_page = -1}) == "searching: hitsPerPage is -1, expected 0 to 1000");
  CHECK(message({.query = "a", .page = -1}) == "searching: page is -1, expected 0 to 2147483647");
  CHECK(message({.query = "a", .range = signpost::HitRange{.offset = -2}}) ==
        "searching: offset is -2, expected 0 to 2147483647");
  CHECK(message({.query = "a", .range = signpost::HitRange{.length = 1001}}) ==
        "searching: length is 1001, expected 0 to 1000");
  CHECK(message({.query = "a", .fallback_factor = 0.0}) ==
        "searching: fallbackFactor is 0, expected above 0 and at most 1");
  CHECK(message({.query = "a", .lang = "", .language_fallbacks = Strings(17, "en")}) ==
        "searching: number of languageFallbacks is 17, expected 0 to 16");
  // A word of 100,000 letters in a document.
  const Index long_word = Build(
      {{.object_id = "a", .lang = "en", .title = "Long", .sections = {{.text = std::string(100'000, 'x') + " tail"}}}});
  CHECK(Ids(long_word, {.query = "tail"}) == Strings{"a"});
}
