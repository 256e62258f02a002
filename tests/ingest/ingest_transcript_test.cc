// SPDX-License-Identifier: Apache-2.0
// 1. Transcripts become sections of half a minute or so, whose anchors are times; tags, notes and repeated lines are left out.
// 2. WebVTT and SubRip alike, with front matter or without; bad ones are errors with their line.
// 3. Lines of articles know what they are: steps, bullets, rows, code, and what belongs to the line before.
#include <signpost/dialect.h>
#include <signpost/ingest.h>

#include <catch2/catch.hpp>

#include <string>

#include "base/status.h"

using signpost::Document;
using signpost::LineKind;

namespace {

constexpr const char* kTalk =
    "WEBVTT - Fit your pack\n\nNOTE made by hand\nin two lines\n\n1\n00:00.000 --> 00:04.000\n<v Ann>Put it on &amp; "
    "close\nthe <i>hip</i> "
    "belt.\n\n00:20.000 --> 00:31.500 align:start\nThe hip belt carries it.\n\n00:35.000 --> 00:40.000\nNow the "
    "shoulders.\n\n"
    "00:41.000 --> 00:43.000\nNow the shoulders.\n\n01:02:05.000 --> 01:02:09.000\nDone\n";

}  // namespace

TEST_CASE("Transcript: sections with times for anchors", "[ingest]") {  // 1
  const auto talk = signpost::ParseTranscript(kTalk, "talk");
  REQUIRE(talk.ok());
  CHECK(talk->object_id == "talk");
  CHECK(talk->title == "Fit your pack");
  REQUIRE(talk->sections.size() == 3);
  CHECK(talk->sections[0].anchor == "t=0");
  CHECK(talk->sections[0].text == "Put it on & close the hip belt. The hip belt carries it.");
  CHECK(talk->sections[1].anchor == "t=35");
  CHECK(talk->sections[1].text == "Now the shoulders.");
  CHECK(talk->sections[2].anchor == "t=3725");
  CHECK(talk->sections[2].heading.empty());
}

TEST_CASE("Transcript: SubRip, front matter, and what is wrong", "[ingest]") {  // 2
  const auto subtitles = signpost::ParseTranscript(
      "---\nobjectID: v1\ntitle: A video\nlang: en\nurl: https://v.example/v1\n---\n1\r\n00:00:01,500 --> "
      "00:00:02,000\r\n{\\an8}Hello\r\n\r\n"
      "2\r\n00:00:03,000 --> 00:00:04,000\r\nthere\r\n",
      "x");
  REQUIRE(subtitles.ok());
  CHECK(subtitles->object_id == "v1");
  CHECK(subtitles->title == "A video");
  CHECK(subtitles->url == "https://v.example/v1");
  REQUIRE(subtitles->sections.size() == 1);
  CHECK(subtitles->sections[0].anchor == "t=1");
  CHECK(subtitles->sections[0].text == "Hello there");
  CHECK(signpost::ParseTranscript("", "empty")->title == "empty");
  const auto bad = signpost::ParseTranscript("WEBVTT\n\n1\nnot a time\nx\n", "bad");
  REQUIRE_FALSE(bad.ok());
  CHECK(signpost::Message(bad.status()) == "4: cue begins without its time, \"not a time\"");
  CHECK_FALSE(signpost::ParseTranscript("WEBVTT\n\n99:xx --> 1\nx\n", "bad").ok());
}

TEST_CASE("Lines: Markdown and HTML say what they are", "[ingest]") {  // 3
  const auto markdown = signpost::ParseMarkdown(
      "# T\nText.\n\n1. One\n\n   more of it\n2. Two\n   - inner\n\n- bullet\n\n| A | B |\n|---|---|\n| 1 | 2 "
      "|\n\n```\nx = 1\ny = 2\n```\n\n## H\n\nEnd.\n",
      "m");
  REQUIRE(markdown.ok());
  REQUIRE(markdown->sections.size() == 2);
  CHECK(markdown->sections[0].text == "Text.\nOne\nmore of it\nTwo\ninner\nbullet\nA | B\n1 | 2\nx = 1\ny = 2");
  CHECK(markdown->sections[0].lines == std::vector<LineKind>{LineKind::kText, LineKind::kStep, LineKind::kContinued,
                                                             LineKind::kStep, LineKind::kContinued, LineKind::kBullet,
                                                             LineKind::kHeaderRow, LineKind::kRow, LineKind::kCode,
                                                             LineKind::kContinued});
  CHECK(markdown->sections[1].lines.empty());
  const auto html = signpost::ParseHtml(
      "<body><h1>T</h1><p>Text</p><ol><li>One<p>more</p></li><li>Two</li></ol><ul><li>b</li></ul><table><tr><th>A</"
      "th></tr>"
      "<tr><th>r</th><td>1</td></tr></table><pre>x\ny</pre></body>",
      "h");
  REQUIRE(html.ok());
  CHECK(html->sections.at(0).text == "Text\nOne\nmore\nTwo\nb\nA\nr | 1\nx\ny");
  CHECK(html->sections[0].lines == std::vector<LineKind>{LineKind::kText, LineKind::kStep, LineKind::kContinued,
                                                         LineKind::kStep, LineKind::kBullet, LineKind::kHeaderRow,
                                                         LineKind::kRow, LineKind::kCode, LineKind::kContinued});
  const auto again = signpost::ParseDocument(signpost::ToJson(*markdown));
  REQUIRE(again.ok());
  CHECK(*again == *markdown);
}
