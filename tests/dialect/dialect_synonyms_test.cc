// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 The wire's kinds of synonyms are read, in any letter case, the members in any order; `lang` is ours.
//   2 Other kinds, members of other kinds, unknown members and wrong values are refused with line, objectID, member and value.
//   3 ToJson parses back to an equal list.
//   4 The synonyms of the example help center are read.
#include <fstream>
#include <iterator>
#include <string>

#include <signpost/dialect.h>
#include <catch2/catch.hpp>

#include "dialect/parse_error.h"
#include "dialect/random_text.h"
#include "support/seed.h"

using signpost::ParseSynonyms;
using signpost::Synonym;
using signpost::SynonymType;
using signpost::ToJson;

TEST_CASE("Synonyms: all kinds are read (1)", "[dialect]") {
  auto synonyms = ParseSynonyms(R"([
    {"objectID": "refund", "type": "synonym", "lang": "en", "synonyms": ["refund", "money back"]},
    {"objectID": "parcel", "type": "onewaysynonym", "input": "parcel", "synonyms": ["package"]},
    {"objectID": 3, "type": "oneWaySynonym", "input": "a", "synonyms": []},
    {"objectID": "plain", "synonyms": ["a", "b"]},
    {"objectID": "one", "word": "car", "corrections": ["vehicle"], "type": "altcorrection1"},
    {"objectID": "two", "type": "altCorrection2", "lang": "en", "word": "car", "corrections": ["van", "big van"]},
    {"objectID": "p", "replacements": ["Main Street"], "placeholder": "<street>", "type": "placeholder"}])");
  REQUIRE(synonyms.ok());
  std::vector<Synonym> expected{
      {.object_id = "refund", .lang = "en", .synonyms = {"refund", "money back"}},
      {.object_id = "parcel", .type = SynonymType::kOneWay, .input = "parcel", .synonyms = {"package"}},
      {.object_id = "3", .type = SynonymType::kOneWay, .input = "a"},
      {.object_id = "plain", .synonyms = {"a", "b"}},
      {.object_id = "one", .type = SynonymType::kAltCorrection1, .input = "car", .synonyms = {"vehicle"}},
      {.object_id = "two",
       .type = SynonymType::kAltCorrection2,
       .lang = "en",
       .input = "car",
       .synonyms = {"van", "big van"}},
      {.object_id = "p", .type = SynonymType::kPlaceholder, .input = "<street>", .synonyms = {"Main Street"}}};
  CHECK(*synonyms == expected);
}

TEST_CASE("Synonyms: what is wrong is named (2)", "[dialect]") {
  struct Case {
    std::string json;
    std::string message;
  };
  auto c = GENERATE(values<Case>({
      {R"({"hits": []})", R"(1: the list of synonyms must be an array, {"hits":[]})"},
      {"[\n{\"objectID\": \"a\", \"synonyms\": []},\n7]", "3: synonym at index 1 must be an object, 7"},
      {"[\n\n{\"synonyms\": [\"a\"]}]", "3: objectID of synonym at index 0 is missing, {\"synonyms\":[\"a\"]}"},
      {"[{\"objectID\": \"p\",\n\"type\": \"altCorrection3\"}]",
       "2: type of synonym \"p\" is not supported (known: synonym, oneWaySynonym, altCorrection1, altCorrection2, "
       "placeholder), \"altCorrection3\""},
      {"[{\"objectID\": \"p\",\n\"type\": 1}]", "2: type of synonym \"p\" must be a string, 1"},
      {R"([{"objectID": "p", "replacements": ["x"]}])",
       R"(1: replacements of synonym "p" is no member of type synonym, ["x"])"},
      {"[{\"objectID\": \"p\", \"word\": \"x\",\n\"type\": \"PLACEHOLDER\"}]",
       "1: word of synonym \"p\" is no member of type placeholder, \"x\""},
      {R"([{"objectID": "p", "type": "altCorrection1", "synonyms": ["x"]}])",
       R"(1: synonyms of synonym "p" is no member of type altCorrection1, ["x"])"},
      {R"([{"objectID": "p", "type": "altCorrection1", "words": ["x"]}])",
       "1: words of synonym \"p\" is not supported (known: objectID, type, lang, synonyms, input, word, corrections, "
       "placeholder, replacements), [\"x\"]"},
      {R"([{"objectID": "p", "synonyms": "x"}])", R"(1: synonyms of synonym "p" must be an array of strings, "x")"},
      {R"([{"objectID": "p", "type": "oneWaySynonym", "input": ["x"]}])",
       R"(1: input of synonym "p" must be a string, ["x"])"},
      {R"([{"objectID": "p", "input": "x"}])", R"(1: input of synonym "p" is no member of type synonym, "x")"},
  }));
  CAPTURE(c.json);
  CHECK(ParseError(ParseSynonyms(c.json)) == c.message);
}

TEST_CASE("Synonyms: printed synonyms parse back to equal ones (3)", "[dialect]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText random(seed);
  for (int i = 0; i < 500; ++i) {
    std::vector<Synonym> synonyms(static_cast<std::size_t>(random.Below(5)));
    for (Synonym& synonym : synonyms) {
      synonym = {.object_id = random.Name(),
                 .type = static_cast<SynonymType>(random.Below(5)),
                 .lang = random.String(),
                 .input = random.String(),
                 .synonyms = random.Strings()};
      if (synonym.type == SynonymType::kMultiWay) synonym.input.clear();
    }
    std::string json = ToJson(synonyms);
    CAPTURE(i, json);
    auto parsed = ParseSynonyms(json);
    REQUIRE(parsed.ok());
    REQUIRE(*parsed == synonyms);
  }
}

TEST_CASE("Synonyms: the example help center's are read (4)", "[dialect]") {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/data/synonyms.json", std::ios::binary);
  std::string json((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  auto synonyms = ParseSynonyms(json);
  CHECK(ParseError(synonyms) == "OK");
  CHECK(synonyms->size() >= 20);
}
