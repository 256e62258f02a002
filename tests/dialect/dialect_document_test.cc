// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 A record becomes a document; what has no name of its own becomes an attribute, in order.
//   2 A member of the wrong kind is refused with line, member, objectID and value.
//   3 ToJson(Document) parses back to an equal document, except attributes named as a member of the record.
//   4 Attributes may nest as deep as limits.h says.
#include <string>
#include <utility>

#include <signpost/dialect.h>
#include <catch2/catch.hpp>

#include "dialect/parse_error.h"
#include "dialect/random_text.h"
#include "support/seed.h"

using signpost::Document;
using signpost::ParseDocument;
using signpost::Section;
using signpost::ToJson;
using signpost::Value;

TEST_CASE("Document: every member is read (1)", "[dialect]") {
  auto document = ParseDocument(R"({
    "objectID": "track", "votes": 212, "title": "Track your order", "url": "https://help.example/track",
    "lang": "en", "keywords": ["parcel", "package"], "_audiences": ["staff"], "tags": ["a", {"b": null}],
    "_sections": [{"text": "Every parcel has a number."},
                  {"anchor": "late", "heading": "If it is late", "level": 2, "text": "Wait."}]})");
  REQUIRE(document.ok());
  Document expected{.object_id = "track",
                    .lang = "en",
                    .title = "Track your order",
                    .url = "https://help.example/track",
                    .sections = {{.text = "Every parcel has a number."},
                                 {.anchor = "late", .heading = "If it is late", .level = 2, .text = "Wait."}},
                    .keywords = {"parcel", "package"},
                    .audiences = {"staff"},
                    .attributes = {{"votes", 212}, {"tags", Value::Array{"a", Value::Object{{"b", Value()}}}}}};
  CHECK(*document == expected);
}

TEST_CASE("Document: short forms (1)", "[dialect]") {
  auto document = ParseDocument(R"({"objectID": 7, "body": "one\ntwo", "keywords": "parcel"})");
  REQUIRE(document.ok());
  CHECK(*document == Document{.object_id = "7", .sections = {{.text = "one\ntwo"}}, .keywords = {"parcel"}});
}

TEST_CASE("Document: what is wrong is named (2)", "[dialect]") {
  struct Case {
    std::string json;
    std::string message;
  };
  auto c = GENERATE(values<Case>({
      {R"([])", "1: document must be an object, []"},
      {R"({"title": "x"})", R"(1: objectID of document is missing, {"title":"x"})"},
      {R"({"objectID": ""})", R"(1: objectID of document must not be empty, "")"},
      {R"({"objectID": 1.5})", R"(1: objectID of document must be a string or an integer, 1.5)"},
      {"{\"objectID\": \"a\",\n\"title\": 12}", "2: title of document \"a\" must be a string, 12"},
      {"{\"title\":\n null, \"objectID\": 5}", "1: title of document \"5\" must be a string, null"},
      {"{\"objectID\": \"a\",\n\n\"url\": [\"x\"]}", "3: url of document \"a\" must be a string, [\"x\"]"},
      {R"({"objectID": "a", "body": {}})", R"(1: body of document "a" must be a string, {})"},
      {R"({"objectID": "a", "lang": false})", R"(1: lang of document "a" must be a string, false)"},
      {R"({"objectID": "a", "keywords": 1})",
       R"(1: keywords of document "a" must be a string or an array of strings, 1)"},
      {"{\"objectID\": \"a\", \"keywords\": [\n\"b\",\n3]}", "3: keywords[1] of document \"a\" must be a string, 3"},
      {R"({"objectID": "a", "_audiences": "staff"})",
       R"(1: _audiences of document "a" must be an array of strings, "staff")"},
      {R"({"objectID": "a", "_audiences": null})",
       R"(1: _audiences of document "a" must be an array of strings, null)"},
      {R"({"objectID": "a", "_sections": {}})", R"(1: _sections of document "a" must be an array, {})"},
      {R"({"objectID": "a", "_sections": ["x"]})", R"(1: _sections[0] of document "a" must be an object, "x")"},
      {"{\"objectID\": \"a\", \"_sections\": [{\"text\": \"]},{\\\"\"},\n {\"text\": \"x\",\n  \"level\": 7}]}",
       "3: _sections[1].level of document \"a\" must be 0 to 6, 7"},
      {"{\"objectID\": \"a\", \"_sections\": [\n{\"headings\": \"x\"}]}",
       "2: _sections[0].headings of document \"a\" is not supported (known: anchor, heading, level, text, lines), "
       "\"x\""},
      {R"({"objectID": "a", "body": "x", "_sections": []})",
       R"(1: document "a" has both body and _sections, {"objectID":"a","body":"x","_sections":[]})"},
      {"{\"objectID\": \"a\",\n\"title\": \"x\",\n\"title\": \"y\"}", "3: duplicate member, \"title\""},
  }));
  CAPTURE(c.json);
  CHECK(ParseError(ParseDocument(c.json)) == c.message);
}

TEST_CASE("Document: a long value is cut in the message (2)", "[dialect]") {
  std::string message =
      ParseError(ParseDocument("{\"objectID\": \"a\", \"title\": [\"" + std::string(500, 'x') + "\"]}"));
  CHECK(message == "1: title of document \"a\" must be a string, [\"" + std::string(78, 'x') + "...");
}

TEST_CASE("Document: one opening section is printed as body (3)", "[dialect]") {
  CHECK(ToJson(Document{.object_id = "a", .title = "T", .sections = {{.text = "x"}}}) ==
        R"({"objectID":"a","title":"T","body":"x"})");
  CHECK(ToJson(Document{.object_id = "a", .sections = {{.heading = "H", .level = 1}}}) ==
        R"({"objectID":"a","_sections":[{"heading":"H","level":1,"text":""}]})");
}

TEST_CASE("Document: an attribute gives way to the member of its name (3)", "[dialect]") {
  Document document{.object_id = "a", .attributes = {{"title", "x"}, {"_audiences", 1}, {"b", 2}}};
  CHECK(ToJson(document) == R"({"objectID":"a","b":2})");
}

TEST_CASE("Document: printed documents parse back to equal ones (3)", "[dialect]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText random(seed);
  for (int i = 0; i < 1000; ++i) {
    Document document{.object_id = random.Name(), .lang = random.String(), .title = random.String()};
    document.url = random.String();
    document.keywords = random.Strings();
    document.audiences = random.Strings();
    for (int n = random.Below(4); n > 0; --n) {
      document.sections.push_back(
          {.anchor = random.String(), .heading = random.String(), .level = random.Below(7), .text = random.String()});
    }
    if (random.Coin()) document.sections = {{.text = random.String()}};
    for (int n = 0, count = random.Below(4); n < count; ++n) {
      document.attributes.push_back({random.Name() + std::to_string(n), random.Any(3)});
    }
    std::string json = ToJson(document);
    CAPTURE(i, json);
    auto parsed = ParseDocument(json);
    REQUIRE(parsed.ok());
    REQUIRE(*parsed == document);
  }
}

TEST_CASE("Document: attributes nest up to the limit (4)", "[dialect]") {
  auto nested = [](int depth) {
    Value value = 1;
    for (int i = 0; i < depth; ++i) value = Value::Array{std::move(value)};
    return Document{.object_id = "a", .attributes = {{"deep", std::move(value)}}};
  };
  auto parsed = ParseDocument(ToJson(nested(64)));
  REQUIRE(parsed.ok());
  CHECK(*parsed == nested(64));
  CHECK_FALSE(ParseDocument(ToJson(nested(65))).ok());
}
