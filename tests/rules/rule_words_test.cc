// SPDX-License-Identifier: Apache-2.0
// Properties of what patterns and consequences do with words:
//  1. Alternatives: typos, forms and synonyms each only where they are allowed; a word that documents hold is no typo; captures stay
//     what they are.
//  2. Expressions match a whole word, in either case; ten thousand of them are one set.
//  3. Values of facets become filters; several of one attribute as they say; what is not a value does not match.
//  4. Edits take words out and put others in, in the order of the rules, and leave the rest of the query as it is.
//  5. The first rule's parameter stays, filters and boosts add up, what is hidden is not promoted.
//  6. Audiences, windows and filters of the request open and close a rule.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "rules/query_edit.h"
#include "rules/test_contents.h"
#include "rules/test_rules.h"
#include "text/language_pack.h"

namespace signpost::rules {
namespace {

using Strings = std::vector<std::string>;

Rule Loose(std::string id, std::string pattern, Anchoring anchoring, PatternAlternatives alternatives) {
  Rule rule = RuleFor(std::move(id), std::move(pattern), anchoring);
  rule.conditions[0].alternatives = alternatives;
  return rule;
}

TEST_CASE("Rule words: alternatives", "[rules]") {  // 1
  constexpr PatternAlternatives kTypos{.typos = true};
  constexpr PatternAlternatives kForms{.forms = true};
  constexpr PatternAlternatives kSynonyms{.synonyms = true};
  const RuleSet set = Compiled({Loose("typos", "track order", Anchoring::kContains, kTypos),
                                Loose("forms", "track order", Anchoring::kContains, kForms),
                                Loose("synonyms", "track order", Anchoring::kContains, kSynonyms),
                                Loose("all", "track order", Anchoring::kContains, {true, true, true}),
                                Loose("none", "track order", Anchoring::kContains, {}),
                                Loose("long", "international delivery", Anchoring::kIs, kTypos),
                                Loose("capture", "order {x}", Anchoring::kIs, {true, true, true})});
  TestWords words;
  words.known = {"tracks"};
  words.synonyms = {{"follow", "track"}, {"where is my", "track"}, {"purchase", "order"}};
  struct Case {
    const char* query;
    Strings applied;
  };
  const std::vector<Case> cases = {
      {"track order", {"typos", "forms", "synonyms", "all", "none"}},
      {"trakc my ordre", {}},
      {"trakc ordre", {"typos", "all"}},
      {"please trcak oder now", {"typos", "all"}},
      {"tracks order", {"forms", "all"}},  // a word that documents hold
      {"tracking orders", {"forms", "all"}},
      {"tracking ordre", {"all"}},
      {"follow purchase", {"synonyms", "all"}},
      {"where is my purchase", {"synonyms", "all"}},
      {"where is my ordr", {"all"}},
      {"trick order", {"typos", "all"}},
      {"internatonal delivry", {"long"}},
      {"intrnatonal delivery", {"long"}},
      {"intrntonal delivery", {}},
      {"orders 17", {"capture"}},
      {"ordr x-17", {"capture"}},
      {"order", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(set.Apply({.query = c.query, .index = &words}).applied == c.applied);
  }
  // Long queries meet patterns by their own words.
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word ";
  CHECK(set.Apply({.query = text + "track order", .index = &words}).applied == cases[0].applied);
  const std::string misspelled = text + "trakc ordre";
  CHECK(set.Apply({.query = misspelled, .index = &words}).applied.empty());
}

TEST_CASE("Rule words: forms are of the language that is searched", "[rules]") {  // 1
  const RuleSet set = Compiled({Loose("r", "devolución", Anchoring::kIs, {.forms = true})});
  TestWords words;
  words.languages = {"es"};
  CHECK(set.Apply({.query = "devoluciones", .index = &words}).applied == Strings{"r"});
  words.languages = {"zh"};
  CHECK(set.Apply({.query = "devoluciones", .index = &words}).applied.empty());
  words.languages = {"zh", "es"};
  CHECK(set.Apply({.query = "devoluciones", .index = &words}).applied == Strings{"r"});
}

TEST_CASE("Rule words: expressions", "[rules]") {  // 2
  std::vector<Rule> rules;
  for (int i = 0; i < 2'000; ++i) {
    const std::string n = std::to_string(i);
    rules.push_back(RuleFor(n, "{code:/P" + n + "-\\d{3,5}/}", Anchoring::kContains, Banner("{code}")));
  }
  rules.push_back(RuleFor("beside", "rma {x:/[a-f]{2}|[0-9]+x/} please", Anchoring::kContains, Banner("{x}")));
  const RuleSet set = Compiled(rules);
  const Outcome outcome = Apply(set, "where is p1999-1234 ?");
  CHECK(outcome.applied == Strings{"1999"});
  CHECK(outcome.user_data == std::vector<Value>{"p1999-1234"});
  CHECK(Apply(set, "P17-12").applied.empty());
  CHECK(Apply(set, "XP17-123").applied.empty());
  CHECK(Apply(set, "P17-123456").applied.empty());
  CHECK(Apply(set, "my rma AB please").user_data == std::vector<Value>{"AB"});
  CHECK(Apply(set, "my rma 77X please").user_data == std::vector<Value>{"77X"});
  CHECK(Apply(set, "my rma 77 x please").applied.empty());
  CHECK(Apply(set, "my rma ag please").applied.empty());
}

TEST_CASE("Rule words: facets", "[rules]") {  // 3
  Rule both = RuleFor("both", "{facet:color} {facet:brand}", Anchoring::kContains);
  both.consequence.automatic_filters = {{.attribute = "color"},
                                        {.attribute = "brand", .optional = true, .score = 5, .negative = true}};
  both.consequence.edits = {{"{color}", ""}};
  Rule any = RuleFor("any", "", Anchoring::kIs);
  any.conditions = {{.pattern = "only {facet:color}", .anchoring = Anchoring::kContains}};
  any.consequence.automatic_filters = {{.attribute = "color", .disjunctive = true},
                                       {.attribute = "color", .negative = true}};
  const RuleSet set = Compiled({both, any});
  TestWords words;
  words.values = {{"color", "red"}, {"color", "Dark Blue"}, {"brand", "Acme & Co"}};
  const Outcome outcome = set.Apply({.query = "cheap Dark Blue Acme & Co tent", .index = &words});
  REQUIRE(outcome.applied == Strings{"both"});
  CHECK(outcome.filters == std::vector<Filter>{Filter::Is("color", "Dark Blue")});
  CHECK(outcome.optional == std::vector<OptionalFilter>{{Filter::Is("brand", "Acme & Co"), -5}});
  CHECK(outcome.query == "cheap Acme & Co tent");
  CHECK(set.Apply({.query = "only red", .index = &words}).filters ==
        std::vector<Filter>{Filter::Not(Filter::Is("color", "red")), Filter::Any({Filter::Is("color", "red")})});
  CHECK(set.Apply({.query = "only green", .index = &words}).applied.empty());
  CHECK(Apply(set, "only red").applied.empty());  // no index, no value
}

TEST_CASE("Rule words: edits of a text", "[rules]") {  // 4
  const text::Analyzer analyzer(text::FindLanguagePack(""));
  struct Case {
    const char* query;
    const char* words;
    const char* replacement;
    const char* edited;
  };
  const Case c = GENERATE(values<Case>({
      {"cheap red tent", "red", "", "cheap tent"},
      {"cheap  red  tent", "Red!", "", "cheap  tent"},
      {"red tent", "red", "", "tent"},
      {"tent red", "red", "", "tent"},
      {"red", "red", "", ""},
      {"red red red tent red", "red", "", "tent"},
      {"redder tent", "red", "", "redder tent"},
      {"café com leite", "cafe", "coffee", "coffee com leite"},
      {"where is my parcel?", "where is my", "track", "track parcel?"},
      {"a b a b a", "a b a", "x", "x b a"},
      {"我的订单到哪了", "订单", "包裹", "我的包裹到哪了"},
      {"tent", "?!", "x", "tent"},
      {"", "red", "x", ""},
      {"a \xFF b", "b", "c", "a \xFF c"},
  }));
  CAPTURE(c.query, c.words);
  CHECK(WithEdit(c.query, c.words, c.replacement, analyzer) == c.edited);
}

TEST_CASE("Rule words: edits in the order of the rules", "[rules]") {  // 4
  Rule first = RuleFor("first", "wismo {x}", Anchoring::kContains);
  first.consequence.query = "where is my order {x}";
  first.consequence.edits = {{"{x}", "number {x}"}};
  Rule second = RuleFor("second", "wismo", Anchoring::kContains);
  second.consequence.edits = {{"my order", "parcel"}, {"where", ""}};
  const RuleSet set = Compiled({first, second});
  const Outcome outcome = Apply(set, "wismo 17");
  CHECK(outcome.applied == Strings{"first", "second"});
  CHECK(outcome.query == "is parcel number 17");
  CHECK(Apply(set, "please wismo").query == "please wismo");
  CHECK_FALSE(Apply(set, "nothing").query.has_value());
}

TEST_CASE("Rule words: what several rules want", "[rules]") {  // 5
  Rule a = RuleFor("a", "x", Anchoring::kIs);
  a.consequence = {
      .promote = {{"p", 1}, {"q", 0}}, .filter_promotes = false, .hide = {"h"}, .filter = Filter::Is("b", "1")};
  a.consequence.parameters.hits_per_page = 3;
  Rule b = RuleFor("b", "x", Anchoring::kIs);
  b.consequence = {.promote = {{"h", 0}, {"r", 2}},
                   .hide = {"q"},
                   .optional = {{Filter::Is("c", "2"), -2}},
                   .filter = Filter::Is("d", "3")};
  b.consequence.parameters.hits_per_page = 5;
  b.consequence.parameters.distinct = 2;
  const Outcome outcome = Apply(Compiled({a, b}), "x");
  CHECK(outcome.promote == std::vector<Promotion>{{"p", 1}, {"r", 2}});
  CHECK(outcome.unfiltered.contains("p"));
  CHECK_FALSE(outcome.unfiltered.contains("r"));
  CHECK(outcome.hide == Strings{"h", "q"});
  CHECK(outcome.filters == std::vector<Filter>{Filter::Is("b", "1"), Filter::Is("d", "3")});
  CHECK(outcome.optional.size() == 1);
  CHECK(outcome.parameters.hits_per_page == 3);
  CHECK(outcome.parameters.distinct == 2);
}

TEST_CASE("Rule words: gates", "[rules]") {  // 6
  Rule rule = RuleFor("r", "", Anchoring::kAny);
  rule.audiences = {"agents", "leads"};
  rule.validity = {{100, 200}, {300, 400}};
  rule.conditions[0].filter = Filter::All({Filter::Is("brand", "Acme"), Filter::Not(Filter::Is("type", "video"))});
  const RuleSet set = Compiled({rule});
  const Filter full = Filter::All(
      {Filter::Not(Filter::Is("type", "Video")), Filter::All({Filter::Is("brand", "ACME"), Filter::Is("x", "y")})});
  const Filter part = Filter::Is("brand", "Acme");
  const Strings agents = {"agents"};
  const Strings shops = {"shops"};
  auto applies = [&](const Strings& audiences, std::int64_t now, const Filter& filter) {
    return !set.Apply({.query = "q", .audiences = audiences, .filter = &filter, .now = now}).applied.empty();
  };
  CHECK(applies(agents, 100, full));
  CHECK(applies(agents, 399, full));
  CHECK_FALSE(applies(agents, 99, full));
  CHECK_FALSE(applies(agents, 200, full));
  CHECK_FALSE(applies(agents, 400, full));
  CHECK_FALSE(applies(shops, 100, full));
  CHECK_FALSE(applies({}, 100, full));
  CHECK_FALSE(applies(agents, 100, part));
  CHECK_FALSE(applies(agents, 100, Filter::Any({full})));
}

}  // namespace
}  // namespace signpost::rules
