// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 No text makes a parser crash, run out of stack or of memory: it ends in a document or an InvalidArgument.
//   2 What a parser gives is valid UTF-8 on one line a line, whatever it was given.
//   3 Texts over the size limit are refused.
#include <string>

#include <signpost/dialect.h>
#include <signpost/ingest.h>
#include <catch2/catch.hpp>

#include "dialect/random_text.h"
#include "ingest/temp_folder.h"
#include "support/seed.h"

using signpost::Document;
using signpost::ParseHtml;
using signpost::ParseMarkdown;

namespace {

constexpr std::size_t kBytes = 1 << 20;

std::string Repeat(const std::string& piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

void CheckOutcome(const absl::StatusOr<Document>& document) {
  if (!document.ok()) {
    CHECK(document.status().code() == absl::StatusCode::kInvalidArgument);
    return;
  }
  auto parsed = signpost::ParseDocument(signpost::ToJson(*document));
  REQUIRE(parsed.ok());
  CHECK(*parsed == *document);
  CHECK(document->title.find('\n') == std::string::npos);
  for (const signpost::Section& section : document->sections) {
    CHECK(section.heading.find('\n') == std::string::npos);
    CHECK(section.anchor.empty() == section.heading.empty());
  }
}

}  // namespace

TEST_CASE("Hostile: Markdown of one repeated piece (1)", "[ingest]") {
  auto piece = GENERATE(as<std::string>(), "[", "]", "![", "[a](", ">", "> ", "- ", "* *", "*a _b ", "**a", "`",
                        "`a``b ", "|", "|a|b\n|-|-\n", "<", "<div>", "<!--", "<?", "<!A", "&", "&#0;", "~", "~~~\n",
                        "\\", "a\n===\n", std::string(1, '\0'), "[a]: b\n", "\t", "\r");
  CAPTURE(piece);
  CheckOutcome(ParseMarkdown(Repeat(piece, kBytes), "x"));
}

TEST_CASE("Hostile: front matter (1)", "[ingest]") {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 10; ++i) bomb += std::string(i > 0 ? "," : "") + "*" + static_cast<char>(c - 1);
    bomb += "]\n";
  }
  auto yaml = GENERATE_COPY(as<std::string>(), Repeat("[", kBytes), Repeat("{a: ", kBytes), Repeat("- ", kBytes),
                            Repeat("? ", 20000), Repeat("\"", kBytes), Repeat("!", kBytes), Repeat("&a ", kBytes), bomb,
                            "a: &a [*a]", "a: &a {b: *a}", "<<: *a", std::string(10, '\0'));
  CheckOutcome(ParseMarkdown("---\n" + yaml + "\n---\n", "x"));
}

TEST_CASE("Hostile: HTML of one repeated piece (1)", "[ingest]") {
  auto piece =
      GENERATE(as<std::string>(), "<div>", "<b>", "<p>", "<a href=x>", "<table>", "<table><tr><td>", "<ul><li>", "<h2>",
               "<svg><tr>", "<math><mi>", "<", "&", "<!--", "</p>", "</br>", "<template>", "<header>a", "<button>",
               "<div><table></div></table>", "<i><p></i>", "<span hidden>", "<a b=c ", std::string(1, '\0'));
  CAPTURE(piece);
  CheckOutcome(ParseHtml(Repeat(piece, kBytes / 4), "x"));
}

TEST_CASE("Hostile: as deep as is read (1)", "[ingest]") {
  CheckOutcome(ParseHtml(Repeat("<div>", 5 * 1000) + "<h1>T</h1>" + Repeat("<p>x", 10000), "x"));
  CHECK(ParseHtml(Repeat("<div>", 5 * 1000) + "x", "x").ok());
  auto refused = ParseHtml("\n" + Repeat("<div>", 5 * 1001) + "x", "x");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.status().message() == "2: elements are nested too deep, at most 1000");
}

TEST_CASE("Hostile: random mixtures of markup (1, 2)", "[ingest]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText random(seed);
  const std::vector<std::string> pieces = {"a",           "b c",      "\n",
                                           "\n\n",        "# ",       "## ",
                                           "- ",          "1. ",      "> ",
                                           "```",         "|",        "|-|",
                                           "*",           "**",       "`",
                                           "[x]",         "(y)",      "![",
                                           "{#id}",       "<h1>",     "</h1>",
                                           "<h2 id=x>",   "</h2>",    "<p>",
                                           "</p>",        "<table>",  "<tr>",
                                           "<td>",        "</table>", "<span hidden>",
                                           "</span>",     "<pre>",    "</pre>",
                                           "<a name=q>",  "</a>",     "<br>",
                                           "<img alt=z>", "<script>", "</script>",
                                           "<main>",      "</main>",  "<header>",
                                           "<!--",        "-->",      "&amp;",
                                           "&#xD800;",    "&#10;",    "---",
                                           "---\n",       "x: 1\n",   "title: [",
                                           "é",           "查询",     "\xC2\xA0",
                                           "\t",          "\r\n",     std::string(1, '\0'),
                                           "\\",          "~~",       "</",
                                           "/>",          "<ul><li>", "<dl><dt>",
                                           "<title>",     "<svg>",    "<math>",
                                           "<select>"};
  for (int i = 0; i < 3000; ++i) {
    std::string text = i % 7 == 0 ? "---\n" : "";
    for (int n = random.Below(40); n > 0; --n) {
      text += pieces[static_cast<std::size_t>(random.Below(static_cast<int>(pieces.size())))];
    }
    CAPTURE(i, text);
    CheckOutcome(ParseMarkdown(text, "x"));
    CheckOutcome(ParseHtml(text, "x"));
  }
}

TEST_CASE("Hostile: random bytes in every kind of file (1)", "[ingest]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText random(seed);
  TempFolder folder;
  for (int i = 0; i < 60; ++i) {
    for (const char* name : {"a.md", "b.html", "c.jsonl", "d.json"}) {
      std::string bytes;
      for (int n = random.Below(300); n > 0; --n)
        bytes += static_cast<char>(random.Coin() ? random.Below(256) : random.Below(128));
      folder.Write(name, bytes);
    }
    auto report =
        signpost::ReadDocuments(folder.path(), {.keep_going = true}, [](const Document&) { return absl::OkStatus(); });
    REQUIRE(report.ok());
    CHECK(report->files == 4);
    CHECK(report->skipped == report->errors.size());
  }
}

TEST_CASE("Hostile: texts over the limit (3)", "[ingest]") {
  TempFolder folder;
  const std::string big(64 * 1024 * 1024 + 1, 'x');
  CHECK(ParseMarkdown(big, "x").status().message() == "1: document is too long, 67108865 bytes, at most 67108864");
  CHECK(ParseHtml(big, "x").status().message() == "1: document is too long, 67108865 bytes, at most 67108864");
  auto sink = [](const Document&) { return absl::OkStatus(); };
  std::string path = folder.Write("a.md", big);
  CHECK(std::string(signpost::ReadDocuments(path, {}, sink).status().message()) ==
        path + ":1: file is too long, at most 67108864 bytes");
  path = folder.Write("a.jsonl", "\n" + big + "\n{\"objectID\":\"a\"}\n");
  auto report = signpost::ReadDocuments(path, {.keep_going = true}, sink);
  REQUIRE(report.ok());
  CHECK(report->documents == 1);
  CHECK(report->errors == std::vector<std::string>{path + ":2: line is too long, at most 67108864 bytes"});
}
