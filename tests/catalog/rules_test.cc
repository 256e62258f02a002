// SPDX-License-Identifier: Apache-2.0
// Properties of searches that rules and moved addresses change:
//  1. Edits: what is searched is the edited query; the response says so, and its corrections are of it.
//  2. Parameters, filters, boosts, facets and automatic filters of rules hold; what a request may not say is refused at load.
//  3. Promotions obey filters unless the rule says otherwise, and audiences always.
//  4. Windows go by SearchRequest::now; audiences by the caller's.
//  5. Values of facets that the caller does not see match no pattern, nor do words count as known.
//  6. Moved addresses redirect to URLs and to articles that the caller sees; a redirect of a rule leads to the end of a moved address.
//  7. Everything is there after saving and opening. A bad rule leaves the old list, or, with SetValidRules, itself alone.
//  8. Forms and synonyms of the index count for patterns that allow them.
//  9. Whatever rules are accepted, no search of any query fails.
#include <random>
#include <string>
#include <vector>

#include <signpost/signpost.h>
#include <catch2/catch.hpp>

#include "support/seed.h"
#include "support/temporary_folder.h"

using namespace signpost;  // NOLINT: the API as its users see it

namespace {

using Strings = std::vector<std::string>;

Document Article(std::string id, std::string title, std::string brand, Strings audiences = {}) {
  Document out{.object_id = id, .lang = "en", .title = std::move(title), .sections = {{.text = "All about it."}}};
  out.url = "/articles/" + id;
  out.audiences = std::move(audiences);
  out.attributes = {{"brand", std::move(brand)}, {"votes", static_cast<int>(id.size())}};
  return out;
}

Index MakeIndex() {
  IndexBuilder builder = *IndexBuilder::Create(
      {.language = "en", .attributes_for_faceting = {{"brand"}}, .attributes_for_sorting = {"votes"}});
  for (Document document :
       {Article("tent", "Pitch a tent", "Acme"), Article("tent-care", "Care for a tent", "Nordic Trail"),
        Article("order", "Track an order", "Acme"),
        Article("secret", "Tent recall for agents", "Hidden Brand", {"agents"})}) {
    REQUIRE(builder.Add(document).ok());
  }
  return *std::move(builder).Build();
}

SearchResponse Search(const Index& index, SearchRequest request, const Audience& audience = Audience::Public()) {
  absl::StatusOr<SearchResponse> response = index.Search(audience, request);
  INFO(response.status().message());
  REQUIRE(response.ok());
  return *std::move(response);
}

Strings IdsOf(const SearchResponse& response) {
  Strings out;
  for (const Hit& hit : response.hits) out.push_back(hit.document.object_id);
  return out;
}

Rule When(std::string id, std::string pattern, Anchoring anchoring, RuleConsequence consequence) {
  return {.object_id = std::move(id),
          .conditions = {{.pattern = std::move(pattern), .anchoring = anchoring}},
          .consequence = std::move(consequence)};
}

TEST_CASE("Rules: what is searched is the edited query", "[catalog]") {  // 1
  Index index = MakeIndex();
  REQUIRE(index
              .SetRules({When("wigwam", "wigwam", Anchoring::kContains, {.edits = {{"wigwam", "tent"}}}),
                         When("all", "everything about {x}", Anchoring::kIs, {.query = "{x}"})})
              .ok());
  const SearchResponse edited = Search(index, {.query = "pitch a wigwam"});
  CHECK(edited.query == "pitch a wigwam");
  CHECK(edited.edited_query == "pitch a tent");
  CHECK(edited.applied_rules == Strings{"wigwam"});
  CHECK(IdsOf(edited).at(0) == "tent");
  CHECK(edited.hits[0].title.value == "<em>Pitch</em> <em>a</em> <em>tent</em>");
  CHECK(IdsOf(Search(index, {.query = "everything about order"})) == Strings{"order"});
  CHECK_FALSE(Search(index, {.query = "tent"}).edited_query.has_value());
}

TEST_CASE("Rules: parameters, filters and boosts", "[catalog]") {  // 2
  Index index = MakeIndex();
  Rule brand = When("brand", "{facet:brand} tent", Anchoring::kContains, {});
  brand.consequence.automatic_filters = {{.attribute = "brand"}};
  brand.consequence.edits = {{"{brand}", ""}};
  Rule few = When("few", "tent", Anchoring::kIs, {.optional = {{Filter::Is("brand", "nordic trail"), 10}}});
  few.consequence.parameters.hits_per_page = 1;
  few.consequence.parameters.facets = Strings{"brand"};
  Rule oldest = When("sorted", "sorted", Anchoring::kIs, {.query = "tent"});
  oldest.consequence.parameters.sort = std::vector<SortKey>{{"votes", true}};
  REQUIRE(
      index
          .SetRules({brand, few, oldest,
                     When("only", "acme only", Anchoring::kIs, {.filter = Filter::Is("brand", "Acme"), .query = ""})})
          .ok());
  const SearchResponse filtered = Search(index, {.query = "nordic trail tent"});
  CHECK(filtered.edited_query == "tent");
  CHECK(IdsOf(filtered) == Strings{"tent-care"});
  const SearchResponse boosted = Search(index, {.query = "tent"});
  CHECK(IdsOf(boosted) == Strings{"tent-care"});
  CHECK(boosted.hit_count == 2);
  CHECK(boosted.hits_per_page == 1);
  REQUIRE(boosted.facets.size() == 1);
  CHECK(boosted.facets[0].values.size() == 2);
  CHECK(IdsOf(Search(index, {.query = "sorted"})) == Strings{"tent-care", "tent"});
  CHECK(Search(index, {.query = "acme only"}).hit_count == 2);

  for (Rule bad : {When("x", "{facet:color}", Anchoring::kIs, {}),
                   When("x", "x", Anchoring::kIs, {.filter = Filter::Is("color", "red")}),
                   When("x", "x", Anchoring::kIs, {.optional = {{Filter::Is("color", "red"), 1}}})}) {
    CHECK(index.SetRules({bad}).code() == absl::StatusCode::kInvalidArgument);
  }
  Rule bad = When("x", "x", Anchoring::kIs, {});
  bad.consequence.parameters.sort = std::vector<SortKey>{{"price", true}};
  CHECK(index.SetRules({bad}).message() == "rule \"x\": parameters.sort: \"price\" is not among attributesForSorting");
  CHECK(Search(index, {.query = "pitch wigwam tent"}).applied_rules.empty());
  CHECK(Search(index, {.query = "nordic trail tent"}).applied_rules == Strings{"brand"});  // the old list stays
}

TEST_CASE("Rules: promotions, filters and audiences", "[catalog]") {  // 3
  Index index = MakeIndex();
  RuleConsequence pin{.promote = {{"order", 0}, {"secret", 1}}};
  REQUIRE(index.SetRules({When("pin", "tent", Anchoring::kIs, pin)}).ok());
  CHECK(IdsOf(Search(index, {.query = "tent", .filter = Filter::Is("brand", "Nordic Trail")})) == Strings{"tent-care"});
  pin.filter_promotes = false;
  REQUIRE(index.SetRules({When("pin", "tent", Anchoring::kIs, pin)}).ok());
  CHECK(IdsOf(Search(index, {.query = "tent", .filter = Filter::Is("brand", "Nordic Trail")})) ==
        Strings{"order", "tent-care"});
  CHECK(IdsOf(Search(index, {.query = "tent", .filter = Filter::Is("brand", "Nordic Trail")},
                     Audience::Of({"agents"}))) == Strings{"order", "secret", "tent-care"});
}

TEST_CASE("Rules: windows and audiences", "[catalog]") {  // 4
  Index index = MakeIndex();
  Rule sale = When("sale", "tent", Anchoring::kContains, {.user_data = "sale"});
  sale.validity = {{1000, 2000}};
  Rule agents = When("agents", "tent", Anchoring::kContains, {.user_data = "agents"});
  agents.audiences = {"agents"};
  REQUIRE(index.SetRules({sale, agents}).ok());
  CHECK(Search(index, {.query = "tent", .now = 1500}).applied_rules == Strings{"sale"});
  CHECK(Search(index, {.query = "tent", .now = 2000}).applied_rules.empty());
  CHECK(Search(index, {.query = "tent"}).applied_rules.empty());
  CHECK(Search(index, {.query = "tent", .now = 1000}, Audience::Of({"agents"})).applied_rules ==
        Strings{"sale", "agents"});
}

TEST_CASE("Rules: nothing tells of documents for others", "[catalog]") {  // 5
  Index index = MakeIndex();
  Rule typo = When("typo", "order", Anchoring::kIs, {.user_data = "typo"});
  typo.conditions[0].alternatives = {.typos = true};
  Rule near_recall = When("near", "recalm", Anchoring::kIs, {.user_data = "x"});
  near_recall.conditions[0].alternatives = {.typos = true};
  REQUIRE(index.SetRules({When("brand", "{facet:brand}", Anchoring::kIs, {.user_data = "{brand}"}), typo, near_recall})
              .ok());
  CHECK(Search(index, {.query = "acme"}).user_data == std::vector<Value>{"acme"});
  CHECK(Search(index, {.query = "hidden brand"}).applied_rules.empty());
  CHECK(Search(index, {.query = "hidden brand"}, Audience::Of({"agents"})).applied_rules == Strings{"brand"});
  CHECK(Search(index, {.query = "ordre"}).applied_rules == Strings{"typo"});
  CHECK(Search(index, {.query = "recall"}).applied_rules == Strings{"near"});  // unknown to the public
  CHECK(Search(index, {.query = "recall"}, Audience::Of({"agents"})).applied_rules.empty());
}

TEST_CASE("Rules: moved addresses", "[catalog]") {  // 6
  Index index = MakeIndex();
  REQUIRE(index
              .SetMoved({{"/cancel", "order"},
                         {"/old", "/older"},
                         {"/older", "https://help.example/new"},
                         {"/agents", "secret"},
                         {"/gone", "no-such"}})
              .ok());
  REQUIRE(index.SetRules({When("r", "tent help", Anchoring::kIs, {.redirect_url = "/old"})}).ok());
  const SearchResponse moved = Search(index, {.query = "/cancel"});
  REQUIRE(moved.redirect.has_value());
  CHECK(moved.redirect->url == "/articles/order");
  CHECK(moved.redirect->moved_from == "/cancel");
  CHECK(moved.redirect->rule.empty());
  CHECK(moved.hits.empty());
  CHECK(Search(index, {.query = "/old"}).redirect->url == "https://help.example/new");
  CHECK(Search(index, {.query = "tent help"}).redirect->url == "https://help.example/new");
  CHECK(Search(index, {.query = "tent help"}).redirect->rule == "r");
  CHECK_FALSE(Search(index, {.query = "/agents"}).redirect.has_value());
  CHECK(Search(index, {.query = "/agents"}, Audience::Of({"agents"})).redirect->url == "/articles/secret");
  CHECK_FALSE(Search(index, {.query = "/gone"}).redirect.has_value());
  CHECK_FALSE(Search(index, {.query = "cancel"}).redirect.has_value());
  CHECK(index.SetMoved({{"/a", "/b"}, {"/b", "/a"}}).code() == absl::StatusCode::kInvalidArgument);
  CHECK(Search(index, {.query = "/old"}).redirect.has_value());
  CHECK(index.Stats().moved == 5);

  Document bare = Article("bare", "Bare", "Acme");
  bare.url.clear();
  REQUIRE(index.Upsert({bare}).ok());
  REQUIRE(index.SetMoved({{"/bare", "bare"}}).ok());
  const SearchResponse shown = Search(index, {.query = "/bare"});
  CHECK_FALSE(shown.redirect.has_value());
  CHECK(IdsOf(shown).at(0) == "bare");
}

TEST_CASE("Rules: saved, opened, refused one by one", "[catalog]") {  // 7
  Index index = MakeIndex();
  Rule full = When("full", "full {x:/a+/} {facet:brand}", Anchoring::kContains, {.redirect_url = "/{x}"});
  full.conditions.push_back({.pattern = "other {x}",
                             .alternatives = {true, false, true},
                             .context = "app",
                             .filter = Filter::Is("brand", "Acme")});
  full.audiences = {"agents"};
  full.validity = {{-5, 10}, {20, 30}};
  full.tags = {"t"};
  full.scope = "s";
  Rule other = When(
      "other", "x", Anchoring::kIs,
      {.user_data = Value::Object{{"a", 1}}, .promote = {{"tent", 3}}, .filter_promotes = false, .hide = {"order"}});
  other.consequence.optional = {{Filter::Between("brand", 1, 2), -3}};
  other.consequence.filter = Filter::Any({Filter::Is("brand", "Acme"), Filter::Not(Filter::Is("brand", "x"))});
  other.consequence.query = "q";
  other.consequence.edits = {{"a", "b"}};
  other.consequence.parameters = {.typo_tolerance = TypoMode::kMin,
                                  .remove_words = RemoveWords::kNever,
                                  .optional_words = Strings{"a"},
                                  .advanced_syntax = true,
                                  .sort = std::vector<SortKey>{{"votes", false}},
                                  .distinct = 1,
                                  .page = 2,
                                  .hits_per_page = 3,
                                  .attributes_to_retrieve = Strings{"title"},
                                  .attributes_to_highlight = Strings{},
                                  .facets = Strings{"*"},
                                  .max_values_per_facet = 4,
                                  .sort_facet_values_by = FacetSort::kAlpha};
  Rule facets =
      When("facets", "{facet:brand}", Anchoring::kIs, {.automatic_filters = {{"brand", true, 2, false, true}}});
  const std::vector<MovedAddress> moved = {{"/a", "/b"}, {"old", "tent"}};
  REQUIRE(index.SetRules({full, other, facets}).ok());
  REQUIRE(index.SetMoved(moved).ok());
  TemporaryFolder folder;
  REQUIRE(index.Save(folder / "i.signpost").ok());
  absl::StatusOr<Index> opened = Index::Open(folder / "i.signpost");
  REQUIRE(opened.ok());
  CHECK(opened->Stats().rules == 3);
  REQUIRE(opened->Save(folder / "j.signpost").ok());
  CHECK(ReadAll(folder / "i.signpost") == ReadAll(folder / "j.signpost"));
  CHECK(Search(*opened, {.query = "full aa acme", .now = 25}, Audience::Of({"agents"})).redirect->url == "/aa");
  CHECK(Search(*opened, {.query = "x"}).applied_rules == Strings{"other"});
  CHECK(Search(*opened, {.query = "old"}).redirect->url == "/articles/tent");

  const auto refused = index.SetValidRules(
      {When("a", "{", Anchoring::kIs, {}), When("good", "tent", Anchoring::kIs, {.user_data = "g"}),
       When("b", "x", Anchoring::kIs, {.filter = Filter::Is("color", "red")}), When("good", "y", Anchoring::kIs, {})});
  REQUIRE(refused.ok());
  REQUIRE(refused->size() == 3);
  CHECK((*refused)[0].place == 0);
  CHECK((*refused)[0].reason == "rule \"a\": conditions[0].pattern \"{\": '{' at byte 0 is not closed");
  CHECK((*refused)[1].place == 2);
  CHECK((*refused)[2].place == 3);
  CHECK(Search(index, {.query = "tent"}).applied_rules == Strings{"good"});
}

TEST_CASE("Rules: forms and synonyms of the index", "[catalog]") {  // 8
  Index index = MakeIndex();
  Rule rule = When("r", "track order", Anchoring::kIs, {.user_data = "x"});
  rule.conditions[0].alternatives = {.forms = true, .synonyms = true};
  REQUIRE(index.SetRules({rule}).ok());
  REQUIRE(index
              .SetSynonyms({{.object_id = "s",
                             .type = SynonymType::kOneWay,
                             .lang = "en",
                             .input = "follow up",
                             .synonyms = {"track"}}})
              .ok());
  for (const char* query : {"track order", "tracking orders", "follow up order"}) {
    CAPTURE(query);
    CHECK(Search(index, {.query = query}).applied_rules == Strings{"r"});
  }
  CHECK(Search(index, {.query = "follow order"}).applied_rules.empty());
}

TEST_CASE("Rules: no search fails", "[catalog]") {  // 9
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const char* const kPieces[] = {"tent", "order", "{x}", "{facet:brand}", "{y:number}", "acme",
                                 " ",    " ",     "a",   "{z:/t.*/}"};
  auto text = [&] {
    std::string out;
    for (std::size_t n = random() % 5; n > 0; --n) out += std::string(kPieces[random() % std::size(kPieces)]) + " ";
    return out;
  };
  Index index = MakeIndex();
  std::size_t accepted = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<Rule> rules;
    for (int i = 0; i < 20; ++i) {
      Rule rule = When(std::to_string(i), text(), static_cast<Anchoring>(random() % 5), {});
      rule.consequence.edits = {{text(), random() % 2 == 0 ? text() : std::string(40'000, 'a')}};
      if (random() % 2 == 0) rule.consequence.optional.assign(64, {Filter::Is("brand", text()), 1000});
      if (random() % 2 == 0) rule.consequence.filter = Filter::Not(Filter::Is("brand", "acme"));
      if (random() % 3 == 0) rule.consequence.parameters.hits_per_page = static_cast<int>(random() % 1200);
      if (random() % 3 == 0) rule.consequence.parameters.page = 10'000;
      if (random() % 3 == 0) rule.consequence.parameters.facets = Strings{"*", "nothing"};
      if (random() % 3 == 0) rule.consequence.promote = {{"tent", 5}, {"nothing", 0}};
      rules.push_back(std::move(rule));
    }
    const auto refused = index.SetValidRules(rules);
    REQUIRE(refused.ok());
    accepted += rules.size() - refused->size();
    for (int q = 0; q < 5; ++q) {
      const SearchRequest request{.query = text(), .explain = true};
      CAPTURE(round, request.query);
      REQUIRE(index.Search(Audience::Public(), request).ok());
    }
  }
  CHECK(accepted > 500);
}

}  // namespace
