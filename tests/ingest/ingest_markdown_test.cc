// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 Paragraphs, list items, table rows and lines of code each are a line of plain text, without markup.
//   2 Headings cut the text into sections; which heading is the title, and what the title is without one.
//   3 Anchors are the author's, else slugs.
//   4 Raw HTML gives its text; what is machinery in it goes.
//   5 Line ends and a byte order mark make no difference.
#include <string>

#include <signpost/ingest.h>
#include <catch2/catch.hpp>

#include "ingest/page_text.h"

using signpost::ParseMarkdown;

TEST_CASE("Markdown: text (1)", "[ingest]") {
  struct Case {
    std::string markdown;
    std::string page;  // without the title's line
  };
  auto c = GENERATE(values<Case>({
      {"one\ntwo  \nthree\n\nfour", "one two\nthree\nfour\n"},
      {"**bold** _it_ `co  de` ~~gone~~ [a link](x.md \"t\") ![the alt](p.png)", "bold it co de gone a link the alt\n"},
      {"a &amp; b&nbsp;c &#233; &eacute; &lt;b&gt; &notanentity; \\*x\\*", "a & b c é é <b> &notanentity; *x*\n"},
      {"<https://a.example> www.b.example", "https://a.example www.b.example\n"},
      {"- one\n- two\n  continued\n\n  more\n  - inner\n1. first\n2. second",
       "one\ntwo continued\nmore\ninner\nfirst\nsecond\n"},
      {"> quoted\n> text\n\n---\nafter", "quoted text\nafter\n"},
      {"| a | b |\n|---|:-:|\n| 1 | **2** |\n| 3 |  |\n| x \\| y | z |", "a | b\n1 | 2\n3\nx | y | z\n"},
      {"```sh\nif x\n  then y  \n\nfi\n```\nafter", "if x\n  then y\nfi\nafter\n"},
      {"    indented\n      more\n\ntext", "indented\n  more\ntext\n"},
      {"查询\n订单", "查询 订单\n"},
      {"- [ ] task", "[ ] task\n"},
  }));
  CAPTURE(c.markdown);
  CHECK(PageText(ParseMarkdown("---\ntitle: T\n---\n" + c.markdown, "id")) == "T\n" + c.page);
}

TEST_CASE("Markdown: headings and titles (2, 3)", "[ingest]") {
  struct Case {
    std::string markdown;
    std::string page;
  };
  auto c = GENERATE(values<Case>({
      {"# Title\n\nintro\n\n## Part *one*\ntext\n### Deep\n\nTwo\n---\nend",
       "Title\nintro\n## Part one {#part-one}\ntext\n### Deep {#deep}\n## Two {#two}\nend\n"},
      {"---\ntitle: T\n---\n# T\nintro\n# Other\nmore", "T\nintro\n# Other {#other}\nmore\n"},
      {"---\ntitle: T\n---\n# Other\n# T\nx", "T\n# Other {#other}\n# T {#t}\nx\n"},
      {"---\ntitle: T\n---\n# T\n## a\n# T\n", "T\n## a {#a}\n# T {#t-1}\n"},
      {"## First\na\n# Title\nb", "Title\n## First {#first}\na\n# Title {#title}\nb\n"},
      {"## Only\na", "Only\n## Only {#only}\na\n"},
      {"just text", "just text\njust text\n"},
      {"", "\n"},
      {"## A\n## A\n## A", "A\n## A {#a}\n## A {#a-1}\n## A {#a-2}\n"},
      {"# T\n## Late {#if-late}\n## If late\n## x{#y}\n## {#z}\n## not {# this}",
       "T\n## Late {#if-late}\n## If late {#if-late-1}\n## x {#y}\n## not {# this} {#not--this}\n"},
      {"# T\n##\ntext", "T\ntext\n"},
      {"# T\n<a name=\"old\"></a>\n## Heading\n<a id=\"p\"></a> text\n## <a name='in'></a>Next",
       "T\n## Heading {#old}\ntext\n## Next {#in}\n"},
      {"# A &amp; B\n## `code` [link](x)", "A & B\n## code link {#code-link}\n"},
      {std::string(200, 'x') + "\n", std::string(80, 'x') + "…\n" + std::string(200, 'x') + "\n"},
  }));
  CAPTURE(c.markdown);
  CHECK(PageText(ParseMarkdown(c.markdown, "id")) == c.page);
}

TEST_CASE("Markdown: raw HTML (4)", "[ingest]") {
  struct Case {
    std::string markdown;
    std::string page;
  };
  auto c = GENERATE(values<Case>({
      {"press <kbd>Ctrl</kbd>+<b>F</b><br>then <!-- not this --> go", "T\npress Ctrl+F\nthen go\n"},
      {"<div class=\"note\">\n  <p>Tom &amp; Jerry</p><ul><li>a<li>b</ul>\n</div>\n\nafter",
       "T\nTom & Jerry\na\nb\nafter\n"},
      {"<script>\nvar x = 1;\n\nvar y;\n</script>\n\n<style>p {}</style>\n\nafter", "T\nafter\n"},
      {"<details>\n<summary>More</summary>\n\n**bold** text\n\n</details>", "T\nMore\nbold text\n"},
      {"<h2 id=\"x\">Heading <i>two</i></h2>\n\ntext", "T\n## Heading two {#x}\ntext\n"},
      {"a <h3>Inside</h3> b\n\n<h4>open\n\nc", "T\na\n### Inside {#inside}\nb\n#### open {#open}\nc\n"},
      {"<div><h2>One</h2><a name=\"t\"></a><h2>Two</h2>x</div>", "T\n## One {#one}\n## Two {#t}\nx\n"},
      {"<table><tr><th>a</th><td>b</td></tr></table>", "T\na | b\n"},
      {"<img src=x alt=\"A picture of a parcel\"> text", "T\nA picture of a parcel text\n"},
  }));
  CAPTURE(c.markdown);
  CHECK(PageText(ParseMarkdown("---\ntitle: T\n---\n" + c.markdown, "id")) == c.page);
}

TEST_CASE("Markdown: CRLF and a byte order mark (5)", "[ingest]") {
  auto document = ParseMarkdown(
      "\xEF\xBB\xBF---\r\ntitle: T\r\nvotes: 3\r\n---\r\n\r\none\r\ntwo\r\n\r\n```\r\na\r\nb\r\n```\r\n## H\r\n", "id");
  CHECK(PageText(document) == "T\none two\na\nb\n## H {#h}\n");
  REQUIRE(document.ok());
  CHECK(document->attributes == std::vector<signpost::Attribute>{{"votes", 3}});
}
