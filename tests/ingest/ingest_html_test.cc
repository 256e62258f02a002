// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 The article is found in the page; navigation, chrome, machinery and hidden parts are left out.
//   2 Blocks, table rows and lines of preformatted text each are a line of plain text.
//   3 The title is the article's first <h1>, else <title>, else the first heading, else the beginning of the text.
//   4 A heading's anchor is the one that its author gave it in any of the usual ways, else a slug.
//   5 Language and keywords come from <html> and <meta>.
//   6 What is no UTF-8 is refused with line and byte.
#include <string>

#include <signpost/ingest.h>
#include <catch2/catch.hpp>

#include "ingest/page_text.h"

using signpost::ParseHtml;

namespace {

struct Case {
  std::string html;
  std::string page;
};

void Check(const Case& c) {
  CAPTURE(c.html);
  CHECK(PageText(ParseHtml(c.html, "id")) == c.page);
}

}  // namespace

TEST_CASE("Html: the article of a page (1)", "[ingest]") {
  Check(GENERATE(values<Case>({
      {"<title>Site</title><body><header><h1>Brand</h1></header><nav>Home</nav><main><h1>A</h1>text</main><footer>©</"
       "footer>",
       "A\ntext\n"},
      {"<body>before<article><h1>A</h1>text</article>after", "A\ntext\n"},
      {"<body><div>before</div><div role=main><h1>A</h1>text</div>", "A\ntext\n"},
      {"<title>T</title><header>Brand</header><aside>Ad</aside>text<footer>foot</footer><div role=search>find</div>",
       "T\ntext\n"},
      {"<main><article><h1>First</h1>a</article><article><h2>Second</h2>b</article></main>",
       "First\na\n## Second {#second}\nb\n"},
      {"<main><header><a>Home</a></header><header><h1>A</h1>by B</header><aside>Note "
       "well</aside><footer>share</footer>x</main>",
       "A\nby B\nNote well\nx\n"},
      {"<main><h1>A</h1><section><header><h2>B</h2></header>x</section></main>", "A\n## B {#b}\nx\n"},
      {"<h1>A</h1><script>s</script><style>s</style><noscript>s</noscript><template>s</template><svg><title>s</title></"
       "svg>"
       "<iframe>s</iframe><select><option>s</select><textarea>s</textarea><button>s</button><label>s</label>"
       "<object>s</object><video>s</video>x",
       "A\nx\n"},
      {"<h1>A</h1><p hidden>s</p><p aria-hidden=true>s</p><p hidden=until-found>kept</p>x", "A\nkept\nx\n"},
      {"<h1>A</h1><dialog>s</dialog><dialog open>shown</dialog><div role=dialog>s</div>x", "A\nshown\nx\n"},
      {"<form action=x><h1>A</h1>the whole page</form>", "A\nthe whole page\n"},
      {"<main><h1>A</h1><!-- s --><![CDATA[s]]>x</main>", "A\nx\n"},
      {"<h1>A</h1><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字</ruby>", "A\n漢字\n"},
  })));
}

TEST_CASE("Html: alternatives that a script chooses from (1)", "[ingest]") {
  Check(GENERATE(values<Case>({
      {"<h1>A</h1><p>Press <span><span hidden>Command</span><span hidden>Ctrl</span></span>+F",
       "A\nPress Command / Ctrl+F\n"},
      {"<h1>A</h1><p><span><span hidden>x</span><span hidden>y</span><span hidden>x</span></span>", "A\nx / y\n"},
      {"<h1>A</h1><div><div hidden><h2>One</h2>a</div><div hidden><h2>Two</h2>b</div></div>",
       "A\n## One {#one}\na\n## Two {#two}\nb\n"},
      {"<h1><span><span hidden>Area</span><span hidden>Area</span></span></h1>x", "Area\nx\n"},
      {"<h1>A</h1><p>Or <span hidden>this</span>", "A\nOr\n"},
  })));
}

TEST_CASE("Html: lines (2)", "[ingest]") {
  Check(GENERATE(values<Case>({
      {"<h1>A</h1><p>one\n two</p>three<div>four<br>five</div><ul><li>a<li>b<ul><li>c</ul></ul><dl><dt>t<dd>d</dl>",
       "A\none two\nthree\nfour\nfive\na\nb\nc\nt\nd\n"},
      {"<h1>A</h1>in<b>li</b>ne &amp; &eacute;&nbsp;&nbsp;x&#8203;y<wbr>z &lt;b&gt;", "A\ninline & é x\u200Byz <b>\n"},
      {"<h1>A</h1><table><caption>C</caption><tr><th>a<th>b<tr><td><p>1</p><p>2</p><td> 3 "
       "<tr><td></td><td>x</table>after",
       "A\nC\na | b\n1 2 | 3\nx\nafter\n"},
      {"<table><tr><td>left<td><h1>A</h1><p>one<p>two<table><tr><td>a<td>b</table></table>",
       "A\nleft\none\ntwo\na | b\n"},
      {"<h1>A</h1><table role=presentation><tr><td>a<td>b</table>", "A\na\nb\n"},
      {"<h1>A</h1><pre>\nif <b>x</b>\n  y  \n\nz</pre>after", "A\nif x\n  y\nz\nafter\n"},
      {"<h1>A</h1><blockquote>q</blockquote><figure><img alt='Picture of a "
       "parcel'><figcaption>cap</figcaption></figure>",
       "A\nq\ncap\n"},
      {"<h1>A</h1>Press <img alt=Save>.<p><img alt=Note></p><p><img alt='A long description of it'></p>",
       "A\nPress Save.\nA long description of it\n"},
      {"<h1>A</h1><details><summary>Q</summary>answer</details>", "A\nQ\nanswer\n"},
  })));
}

TEST_CASE("Html: titles (3)", "[ingest]") {
  Check(GENERATE(values<Case>({
      {"<title>T | Site</title><h1> A <b>b</b>\n c</h1>x", "A b c\nx\n"},
      {"<title> T\n| Site </title><h2>B</h2>x", "T | Site\n## B {#b}\nx\n"},
      {"<title>T</title><h1><img src=logo></h1><h1>Real</h1>x", "Real\nx\n"},
      {"<h1><img alt='The logo'></h1>x", "The logo\nx\n"},
      {"<h3>B</h3>x", "B\n### B {#b}\nx\n"},
      {"<p>only text", "only text\nonly text\n"},
      {"", "\n"},
      {"<h2>B</h2>x<h1>A</h1>y", "A\n## B {#b}\nx\n# A {#a}\ny\n"},
      {"<h1>A</h1>x<h1>B</h1>y", "A\nx\n# B {#b}\ny\n"},
      {"<svg><title>icon</title></svg><h1>A</h1>", "A\n"},
  })));
}

TEST_CASE("Html: anchors (4)", "[ingest]") {
  Check(GENERATE(values<Case>({
      {"<h1>A</h1><h2 id=own><a name=other></a>B</h2>", "A\n## B {#own}\n"},
      {"<h1>A</h1><h2><a name=in></a>B</h2><h2><span id=in2>C</span></h2>", "A\n## B {#in}\n## C {#in2}\n"},
      {"<h1>A</h1><p><a name=before></a><h2>B</h2>", "A\n## B {#before}\n"},
      {"<h1>A</h1><a name=far></a>text<h2>B</h2>", "A\ntext\n## B {#b}\n"},
      {"<h1>A</h1><section id=wrap><h2>B</h2><p>x</section>", "A\n## B {#wrap}\nx\n"},
      {"<main id=content><h2>B</h2>", "B\n## B {#b}\n"},
      {"<h1>A</h1><h2>B<a href='#link'>¶</a></h2>", "A\n## B {#link}\n"},
      {"<h1>A</h1><h2><a aria-hidden=true href='#link'>link</a>B</h2>", "A\n## B {#b}\n"},
      {"<h1>A</h1><h2>See <a href='#x'>part x</a></h2>", "A\n## See part x {#x}\n"},
      {"<h1>A</h1><h2>Q&A</h2><h2>Q&A</h2>", "A\n## Q&A {#qa}\n## Q&A {#qa-1}\n"},
      {"<h1>A</h1><h2><button>Fold me</button></h2>x<h2>B <button>Copy</button></h2>",
       "A\n## Fold me {#fold-me}\nx\n## B {#b}\n"},
  })));
}

TEST_CASE("Html: language and keywords (5)", "[ingest]") {
  auto document = ParseHtml(
      "\xEF\xBB\xBF<html lang=pt-BR><head><meta name=Keywords content='a, two  words,,a'></head>"
      "<body><meta itemprop=keywords content=b><h1>T</h1></body>",
      "some/page");
  REQUIRE(document.ok());
  CHECK(*document == signpost::Document{
                         .object_id = "some/page", .lang = "pt-BR", .title = "T", .keywords = {"a", "two words", "b"}});
  CHECK(ParseHtml("<html xml:lang=es><h1>T</h1>", "x")->lang == "es");
  CHECK(ParseHtml("<h1>T</h1>", "x")->lang.empty());
}

TEST_CASE("Html: text that is not UTF-8 (6)", "[ingest]") {
  CHECK(PageText(ParseHtml("<h1>A</h1>\ncaf\xE9", "x")) == "error 2: invalid UTF-8, byte 14 (0xE9)");
}
