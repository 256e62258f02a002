// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 Every setting has its name; what is not said keeps its default.
//   2 Unknown settings and wrong values are refused with line, setting and value.
//   3 ToJson(Settings) parses back to equal settings.
//   4 The settings of the example help center are read.
#include <fstream>
#include <iterator>
#include <string>

#include <signpost/dialect.h>
#include <catch2/catch.hpp>

#include "dialect/parse_error.h"
#include "dialect/random_text.h"
#include "support/seed.h"

using signpost::ParseSettings;
using signpost::SearchableAttribute;
using signpost::Settings;
using signpost::ToJson;

TEST_CASE("Settings: nothing said is the default (1)", "[dialect]") {
  auto settings = ParseSettings("{}");
  REQUIRE(settings.ok());
  CHECK(*settings == Settings{});
}

TEST_CASE("Settings: every setting is read (1)", "[dialect]") {
  auto settings = ParseSettings(R"json({
    "language": "en", "searchableAttributes": ["body", {"name": "title", "weight": 9}, "sku",
      {"name": "brand", "weight": 2.5, "lengthNormalization": 0}],
    "typoTolerance": false, "minWordSizefor1Typo": 5, "minWordSizefor2Typos": 9,
    "disableTypoToleranceOnWords": ["fernway"], "customRanking": ["desc(votes)", "asc(price)"]})json");
  REQUIRE(settings.ok());
  Settings expected{.language = "en",
                    .searchable_attributes = {{.name = "body", .weight = 1, .length_normalization = 0.4},
                                              {.name = "title", .weight = 9, .length_normalization = 0.75},
                                              {.name = "sku", .weight = 1, .length_normalization = 0.4},
                                              {.name = "brand", .weight = 2.5, .length_normalization = 0}},
                    .typo_tolerance = {.enabled = false,
                                       .min_word_size_for_1_typo = 5,
                                       .min_word_size_for_2_typos = 9,
                                       .disabled_on_words = {"fernway"}},
                    .custom_ranking = {{.attribute = "votes"}, {.attribute = "price", .descending = false}}};
  CHECK(*settings == expected);
}

TEST_CASE("Settings: what is wrong is named (2)", "[dialect]") {
  struct Case {
    std::string json;
    std::string message;
  };
  auto c = GENERATE(values<Case>({
      {"[]", "1: settings must be an object, []"},
      {"{\n  \"language\": \"en\",\n  \"typoTolerence\": true}",
       "3: typoTolerence of settings is not supported (known: language, searchableAttributes, typoTolerance, "
       "minWordSizefor1Typo, minWordSizefor2Typos, disableTypoToleranceOnWords, customRanking), true"},
      {R"({"typoTolerance": "strict"})", R"(1: typoTolerance of settings must be true or false, "strict")"},
      {R"({"minWordSizefor1Typo": 4.5})", "1: minWordSizefor1Typo of settings must be an integer, 4.5"},
      {R"({"minWordSizefor2Typos": 99999999999})", "1: minWordSizefor2Typos of settings is out of range, 99999999999"},
      {R"({"searchableAttributes": "title"})", R"(1: searchableAttributes of settings must be an array, "title")"},
      {"{\"searchableAttributes\": [\"title\",\n3]}",
       "2: searchableAttributes[1] of settings must be a name or an object with a name, 3"},
      {R"json({"searchableAttributes": ["unordered(body)"]})json",
       "1: searchableAttributes[0] of settings must be one attribute's name; unordered(...) and \"a,b\" are not "
       "supported, \"unordered(body)\""},
      {R"({"searchableAttributes": [""]})", R"(1: searchableAttributes[0] of settings must not be empty, "")"},
      {"{\"searchableAttributes\": [\n{\"name\": \"a\",\n\"weight\": \"2\"}]}",
       "3: searchableAttributes[0].weight of settings must be a number, \"2\""},
      {R"({"searchableAttributes": [{"weight": 1}]})",
       R"(1: searchableAttributes[0].name of settings is missing, {"weight":1})"},
      {R"({"customRanking": ["votes"]})",
       "1: customRanking[0] of settings must be asc(ATTRIBUTE) or desc(ATTRIBUTE), \"votes\""},
      {R"json({"customRanking": ["desc()"]})json",
       "1: customRanking[0] of settings must be asc(ATTRIBUTE) or desc(ATTRIBUTE), \"desc()\""},
      {R"({"disableTypoToleranceOnWords": [1]})", "1: disableTypoToleranceOnWords[0] of settings must be a string, 1"},
  }));
  CAPTURE(c.json);
  CHECK(ParseError(ParseSettings(c.json)) == c.message);
}

TEST_CASE("Settings: built-in attributes with their own weights are printed by name (3)", "[dialect]") {
  CHECK(ToJson(Settings{}) ==
        R"({"language":"","searchableAttributes":["title","headings","body","keywords"],"typoTolerance":true,)"
        R"("minWordSizefor1Typo":4,"minWordSizefor2Typos":8,"disableTypoToleranceOnWords":[],"customRanking":[]})");
}

TEST_CASE("Settings: printed settings parse back to equal ones (3)", "[dialect]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText random(seed);
  const std::vector<std::string> names = {"title", "headings", "body", "keywords", "sku", "订单", "a.b"};
  for (int i = 0; i < 1000; ++i) {
    Settings settings;
    settings.language = random.String();
    if (random.Coin()) settings.searchable_attributes.clear();
    for (int n = random.Below(4); n > 0; --n) {
      SearchableAttribute attribute{.name = names[static_cast<std::size_t>(random.Below(7))]};
      if (random.Coin()) attribute.weight = random.Number();
      if (random.Coin()) attribute.length_normalization = random.Number();
      settings.searchable_attributes.push_back(attribute);
    }
    settings.typo_tolerance = {.enabled = random.Coin(),
                               .min_word_size_for_1_typo = random.Below(100) - 50,
                               .min_word_size_for_2_typos = random.Below(100),
                               .disabled_on_words = random.Strings()};
    for (int n = random.Below(3); n > 0; --n) {
      settings.custom_ranking.push_back({.attribute = random.Name(), .descending = random.Coin()});
    }
    std::string json = ToJson(settings);
    CAPTURE(i, json);
    auto parsed = ParseSettings(json);
    REQUIRE(parsed.ok());
    REQUIRE(*parsed == settings);
  }
}

TEST_CASE("Settings: the example help center's are read (4)", "[dialect]") {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/data/settings.json", std::ios::binary);
  std::string json((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  auto settings = ParseSettings(json);
  CHECK(ParseError(settings) == "OK");
  CHECK(settings->custom_ranking.size() == 1);
}
