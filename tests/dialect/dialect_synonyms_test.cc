// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 The wire's kinds of synonyms that are supported are read, in any letter case; `lang` is ours.
//   2 Other kinds, unknown members and wrong values are refused with line, objectID, member and value.
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

TEST_CASE("Synonyms: both kinds are read (1)", "[dialect]") {
  auto synonyms = ParseSynonyms(R"([
    {"objectID": "refund", "type": "synonym", "lang": "en", "synonyms": ["refund", "money back"]},
    {"objectID": "parcel", "type": "onewaysynonym", "input": "parcel", "synonyms": ["package"]},
    {"objectID": 3, "type": "oneWaySynonym", "input": "a", "synonyms": []},
    {"objectID": "plain", "synonyms": ["a", "b"]}])");
  REQUIRE(synonyms.ok());
  std::vector<Synonym> expected{
      {.object_id = "refund", .lang = "en", .synonyms = {"refund", "money back"}},
      {.object_id = "parcel", .type = SynonymType::kOneWay, .input = "parcel", .synonyms = {"package"}},
      {.object_id = "3", .type = SynonymType::kOneWay, .input = "a"},
      {.object_id = "plain", .synonyms = {"a", "b"}}};
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
      {"[{\"objectID\": \"p\",\n\"type\": \"placeholder\"}]",
       "2: type of synonym \"p\" is not supported (known: synonym, oneWaySynonym), \"placeholder\""},
      {R"([{"objectID": "p", "type": "altCorrection1"}])",
       R"(1: type of synonym "p" is not supported (known: synonym, oneWaySynonym), "altCorrection1")"},
      {R"([{"objectID": "p", "replacements": ["x"]}])",
       "1: replacements of synonym \"p\" is not supported (known: objectID, type, lang, input, synonyms), [\"x\"]"},
      {R"([{"objectID": "p", "synonyms": "x"}])", R"(1: synonyms of synonym "p" must be an array of strings, "x")"},
      {R"([{"objectID": "p", "input": ["x"]}])", R"(1: input of synonym "p" must be a string, ["x"])"},
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
                 .type = random.Coin() ? SynonymType::kOneWay : SynonymType::kMultiWay,
                 .lang = random.String(),
                 .input = random.String(),
                 .synonyms = random.Strings()};
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
