// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 The known names fill the document, by precedence; everything else is an attribute, in order, typed.
//   2 Errors name the line in the file.
#include <string>

#include <signpost/ingest.h>
#include <catch2/catch.hpp>

#include "ingest/page_text.h"

using signpost::Attribute;
using signpost::Document;
using signpost::ParseMarkdown;
using signpost::Value;

namespace {

Document Parse(const std::string& yaml) {
  auto document = ParseMarkdown("---\n" + yaml + "---\n# H\n", "given");
  INFO(yaml);
  REQUIRE(document.ok());
  return *document;
}

}  // namespace

TEST_CASE("Front matter: known names (1)", "[ingest]") {
  Document document = Parse(
      "objectID: track\ntitle: \"Track: your order\"\nlang: en\nurl: https://help.example/t\n"
      "keywords: [parcel, where is it, 2024, no]\naudiences: [staff]\ncategory: Orders\n");
  CHECK(document == Document{.object_id = "track",
                             .lang = "en",
                             .title = "Track: your order",
                             .url = "https://help.example/t",
                             .sections = {{.anchor = "h", .heading = "H", .level = 1}},
                             .keywords = {"parcel", "where is it", "2024", "no"},
                             .audiences = {"staff"},
                             .attributes = {{"category", "Orders"}}});
}

TEST_CASE("Front matter: the first of several names counts, the others are attributes (1)", "[ingest]") {
  CHECK(Parse("slug: s\nid: 12\n").object_id == "12");
  CHECK(Parse("slug: s\n").object_id == "s");
  CHECK(Parse("title: 404\n").object_id == "given");
  CHECK(Parse("title: 404\n").title == "404");
  CHECK(Parse("language: a\nlocale: no\n").lang == "no");
  CHECK(Parse("tags: parcel,  two words ,\n").keywords == std::vector<std::string>{"parcel", "two words"});
  Document both = Parse("tags: [x]\nkeywords: [y]\nid: a\nobjectID: b\nlang: ~\nlocale: es\n");
  CHECK(both.keywords == std::vector<std::string>{"y"});
  CHECK(both.object_id == "b");
  CHECK(both.lang == "es");
  CHECK(both.attributes == std::vector<Attribute>{{"tags", Value::Array{"x"}}, {"id", "a"}});
  CHECK(Parse("_audiences: staff\n").audiences == std::vector<std::string>{"staff"});
}

TEST_CASE("Front matter: scalars are typed (1)", "[ingest]") {
  struct Case {
    std::string yaml;
    Value value;
  };
  auto c = GENERATE(values<Case>({
      {"12", 12},
      {"-3", -3},
      {"0", 0},
      {"1.5", 1.5},
      {"-0.25e2", -25.0},
      {"true", true},
      {"False", false},
      {"yes", "yes"},
      {"no", "no"},
      {"~", Value()},
      {"", Value()},
      {"\"12\"", "12"},
      {"'true'", "true"},
      {"!!str 12", "12"},
      {"2026-05-14", "2026-05-14"},
      {"2026-05-14T10:00:00Z", "2026-05-14T10:00:00Z"},
      {"007", "007"},
      {"0x10", "0x10"},
      {"1_000", "1_000"},
      {"1.10.2", "1.10.2"},
      {"5.", "5."},
      {".5", ".5"},
      {".inf", ".inf"},
      {"1e999", "1e999"},
      {"99999999999999999999", "99999999999999999999"},
      {"+1", "+1"},
      {"[1, [a, {b: null}]]", Value::Array{1, Value::Array{"a", Value::Object{{"b", Value()}}}}},
      {"{z: 1, a: x}", Value::Object{{"z", 1}, {"a", "x"}}},
      {"|\n  one\n  two", "one\ntwo\n"},
      {">\n  one\n  two", "one two\n"},
  }));
  CAPTURE(c.yaml);
  CHECK(Parse("x: " + c.yaml + "\n").attributes == std::vector<Attribute>{{"x", c.value}});
}

TEST_CASE("Front matter: none, empty, or ended by dots (1)", "[ingest]") {
  CHECK(PageText(ParseMarkdown("---\n---\n# T\n", "x")) == "T\n");
  CHECK(PageText(ParseMarkdown("---\n# only a comment\n...\n# T\n", "x")) == "T\n");
  CHECK(PageText(ParseMarkdown("\n---\ntitle: x\n", "x")) == "title: x\ntitle: x\n");
  CHECK(PageText(ParseMarkdown("----\ntitle\n", "x")) == "title\ntitle\n");
}

TEST_CASE("Front matter: what is wrong is named with its line (2)", "[ingest]") {
  struct Case {
    std::string markdown;
    std::string message;
  };
  auto c = GENERATE(values<Case>({
      {"---\ntitle: x\n\ntext\n", "1: front matter does not end with a line of ---"},
      {"---", "1: front matter does not end with a line of ---"},
      {"---\ntitle: x\nbad: [a\n---\n", "4: front matter is not YAML, end of sequence flow not found"},
      {"---\ntitle: x\n\tbad\n---\n", "3: front matter is not YAML, illegal tab when looking for indentation"},
      {"---\njust text\n---\n", "2: front matter is not a list of `name: value`"},
      {"---\n- a\n- b\n---\n", "2: front matter is not a list of `name: value`"},
      {"---\nlang: en\ntitle: [a]\n---\n", "3: title in front matter must be text, a list"},
      {"---\nlang: en\nkeywords: {a: b}\n---\n", "3: keywords in front matter must be a list of words, a map"},
      {"---\nkeywords: [[a]]\n---\n", "2: keywords in front matter must be a list of words, a list"},
      {"---\nx: 1\ny: 2\nx: 3\n---\n", "4: front matter says it twice, \"x\""},
      {"---\ntitle: a\ntitle: b\n---\n", "3: front matter says it twice, \"title\""},
      {"---\nx: {a: 1,\n  a: 2}\n---\n", "3: front matter says it twice, \"a\""},
      {"---\nx: 1\n[a]: 2\n---\n", "3: a name in front matter is not a word"},
      {"---\nx: 1\nbody: b\n---\n", "3: front matter cannot hold the text of the document, \"body\""},
      {"---\nx: *missing\n---\n", "2: front matter is not YAML, the referenced anchor is not defined"},
      {"---\ntitle: x\n---\nok\n\xC3(\n", "5: invalid UTF-8, byte 20 (0xC3)"},
  }));
  CAPTURE(c.markdown);
  CHECK(PageText(ParseMarkdown(c.markdown, "x")) == "error " + c.message);
}
