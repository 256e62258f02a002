// SPDX-License-Identifier: Apache-2.0
// 1. TerminalText: one line, no control characters but the style's own, marks replaced; whatever the bytes.
// 2. Tables are aligned by columns of the terminal, also with wide and combining characters.
// 3. A response prints rank, title, link with anchor, headings, snippet, remarks; a redirect prints where to.
// 4. Colours come only when asked for; nothing of a document, query or rule reaches the terminal as a control.
// 5. Explanations are complete.
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include <signpost/search.h>
#include <catch2/catch.hpp>

#include "cli/numbers.h"
#include "cli/print_explanation.h"
#include "cli/print_hits.h"
#include "cli/table.h"
#include "cli/terminal_text.h"
#include "support/seed.h"

namespace signpost::cli {
namespace {

std::string Marked(std::string_view before, std::string_view match, std::string_view after) {
  return std::string(before).append(kMarkBegin).append(match).append(kMarkEnd).append(after);
}

// True when a terminal sees in `text` nothing but characters, line feeds, and colours (ESC [ digits and ; m) if any.
bool IsTame(std::string_view text, bool colors) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (colors && byte == 0x1B) {
      const std::size_t end = text.find_first_not_of("0123456789;", i + 2);
      if (text.substr(i + 1, 1) != "[" || end == text.npos || text[end] != 'm') return false;
      i = end;
    } else if ((byte < 0x20 && byte != '\n') || byte == 0x7F) {
      return false;
    } else if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0x80 &&
               static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      return false;
    }
  }
  return true;
}

SearchResponse Response() {
  Hit first{.document = {.object_id = "track", .title = "Track your order", .url = "https://help.example/track"},
            .title = {.value = Marked("Track your ", "order", "")},
            .snippet = {{.value = Marked("Every ", "order", " gets\na\tnumber.")}, "", {}},
            .sections = {{.anchor = "late", .headings = {"Delivery", "If it is late"}}}};
  Hit second{.document = {.object_id = "no-title"}, .promoted = true};
  return {.query = "wher is my ordr",
          .hits = {first, second},
          .hit_count = 1234,
          .ignored_words = {"wher", "xyzzy"},
          .user_data = {Value("Post is late"), Value::Object{{"kind", 1}}},
          .applied_rules = {"r1", "r2"},
          .processing_time_us = 4321};
}

TEST_CASE("Terminal text: controls go, breaks become spaces, marks become style", "[cli]") {
  CHECK(TerminalText("a\nb\tc\r\nd") == "a b c  d");
  CHECK(TerminalText("\x1b[31mred\x07\x7f") == "[31mred");
  CHECK(TerminalText("\xC2\x9B"
                     "31m \xC2\x85 \xC2\xA0x") == "31m   \xC2\xA0x");
  CHECK(TerminalText("a\xE2\x80\xA8"
                     "b") == "a b");
  CHECK(TerminalText(Marked("a ", "b", " c")) == "a b c");
  CHECK(TerminalText(Marked("a ", "b", " c"), {"<p>", "<m>", "</>"}) == "<p>a </><m>b</><p> c</>");
  CHECK(TerminalText("\x02\x1F") == "");
  CHECK(TerminalText("") == "");
}

TEST_CASE("Terminal text: random bytes stay tame", "[cli]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  constexpr std::string_view kPieces[] = {kMarkBegin, kMarkEnd, "\x1b[2J", "\xC2\x9B", "\xC2", "\x9B", "\x1F\x02", "x"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      if (random() % 2 == 0) {
        text += kPieces[random() % std::size(kPieces)];
      } else {
        text += static_cast<char>(random() % 256);
      }
    }
    CAPTURE(text);
    CHECK(IsTame(TerminalText(text), false));
    CHECK(IsTame(TerminalText(text, {"\x1b[1m", "\x1b[33m", "\x1b[0m"}), true));
  }
}

TEST_CASE("Table: columns are aligned", "[cli]") {
  Table table("lr", 2);
  table.Row({"name", "n"});
  table.Row({"退款", "1,234"});
  table.Row({"e\xCC\x81t\xC3\xA9", "5"});
  table.Row({"alone"});
  CHECK(table.Print() == "  name       n\n  退款   1,234\n  e\xCC\x81t\xC3\xA9        5\n  alone\n");
}

TEST_CASE("Numbers: as people read them", "[cli]") {
  CHECK(Fixed(0.12345, 4) == "0.1235");
  CHECK(Fixed(-2, 0) == "-2");
  CHECK(Grouped(0) == "0");
  CHECK(Grouped(999) == "999");
  CHECK(Grouped(1000) == "1,000");
  CHECK(Grouped(1234567) == "1,234,567");
}

TEST_CASE("Response: without colours", "[cli]") {
  CHECK(PrintResponse(Response(), false) ==
        "wher is my ordr  (4,321 µs, 1,234 hits, the first 2)\n"
        "1.  Track your order\n"
        "    https://help.example/track#late\n"
        "    in: Delivery > If it is late\n"
        "    Every order gets a number.\n"
        "2.  no-title  (promoted)\n"
        "banner: Post is late\n"
        "banner: {\"kind\":1}\n"
        "rules: r1, r2\n"
        "ignored: wher, xyzzy\n");
}

TEST_CASE("Response: with colours", "[cli]") {
  const std::string printed = PrintResponse(Response(), true);
  CHECK(IsTame(printed, true));
  CHECK(printed.find("\x1b[1mTrack your \x1b[0m\x1b[1;33morder\x1b[0m\x1b[1m\x1b[0m\n") != printed.npos);
  CHECK(printed.find("Every \x1b[0m\x1b[1;33morder\x1b[0m gets a number.") != printed.npos);
}

TEST_CASE("Response: redirect, one hit, none", "[cli]") {
  CHECK(PrintResponse({.query = "track 1Z",
                       .redirect = Redirect{.url = "https://ups.example/1Z", .rule = "ups"},
                       .applied_rules = {"ups"},
                       .processing_time_us = 5},
                      false) == "track 1Z  (5 µs, redirect)\n    -> https://ups.example/1Z\nrules: ups\n");
  CHECK(PrintResponse({.query = "x", .hits = {{.document = {.object_id = "a"}}}, .hit_count = 1}, false) ==
        "x  (0 µs, 1 hit)\n1.  a\n");
  CHECK(PrintResponse({.query = "x", .ignored_words = {"x"}}, false) == "x  (0 µs, 0 hits)\nignored: x\n");
}

TEST_CASE("Response: an anchor joins a link only where it can", "[cli]") {
  SearchResponse response = Response();
  response.hits.resize(1);
  auto print_link = [&](const std::string& url) {
    response.hits[0].document.url = url;
    const std::string printed = PrintResponse(response, false);
    const std::size_t begin = printed.find("\n", printed.find("1.  ")) + 5;
    return printed.substr(begin, printed.find('\n', begin) - begin);
  };
  CHECK(print_link("https://a.example/x#y") == "https://a.example/x#y");
  CHECK(print_link("/x") == "/x#late");
  CHECK(print_link("") == "in: Delivery > If it is late  (#late)");
}

TEST_CASE("Response: nothing in it steers the terminal", "[cli]") {
  const std::string evil =
      "a\x1b]0;owned\x07\xC2\x9B"
      "2J\r\n\x7f";
  SearchResponse response{
      .query = evil,
      .hits = {{.document = {.object_id = evil, .title = evil, .url = evil},
                .title = {.value = Marked(evil, evil, evil)},
                .snippet = {{.value = evil}, "", {}},
                .sections = {{.anchor = evil, .headings = {evil}}},
                .explanation = HitExplanation{.word_scores = {{.word = evil, .matched = evil}}, .attribute = evil}}},
      .hit_count = 1,
      .did_you_mean = signpost::DidYouMean{.query = evil},
      .ignored_words = {evil},
      .user_data = {Value(evil), Value::Array{evil}},
      .applied_rules = {evil},
      .explanation = Explanation{.words = {{.text = evil, .alternatives = {{.text = evil}}}}, .steps = {evil}}};
  CHECK(IsTame(PrintResponse(response, false), false));
  CHECK(IsTame(PrintResponse(response, true), true));
  CHECK(IsTame(PrintBatchLine(evil, response), false));
  response.redirect = Redirect{.url = evil, .rule = evil};
  CHECK(IsTame(PrintResponse(response, true), true));
  CHECK(IsTame(PrintBatchLine(evil, response), false));
}

TEST_CASE("Batch line: first hit, redirect, nothing", "[cli]") {
  SearchResponse response = Response();
  CHECK(PrintBatchHead() == "id                 µs     hits  first hit\n");
  CHECK(PrintBatchLine("q1", response) == "q1               4321     1234  track  Track your order\n");
  response.redirect = Redirect{.url = "https://x.example", .rule = "r"};
  CHECK(PrintBatchLine("q2", response) == "q2               4321     1234  -> https://x.example\n");
  CHECK(PrintBatchLine("a-very-long-query-id", {}) == "a-very-long-query-id        0        0  -\n");
}

TEST_CASE("Explanation: steps, words, alternatives, parts of the score", "[cli]") {
  CHECK(PrintExplanation({.words = {{.text = "the", .lang = "en", .information = 0.1, .stop_word = true},
                                    {.text = "ordr",
                                     .lang = "en",
                                     .information = 2.345,
                                     .alternatives = {{.text = "order",
                                                       .kind = AlternativeKind::kTypo,
                                                       .edits = 1,
                                                       .weight = 0.7,
                                                       .document_count = 1200}}},
                                    {.text = "xyzzy", .lang = "en", .ignored = true}},
                          .steps = {"analyse: 3 tokens", "rank: 4 hits"}}) ==
        "steps\n"
        "  analyse: 3 tokens\n"
        "  rank: 4 hits\n"
        "words\n"
        "  word   lang  information             alternative  kind    weight  documents\n"
        "  the    en           0.10  stop word\n"
        "  ordr   en           2.35\n"
        "                                       order        typo 1    0.70      1,200\n"
        "  xyzzy  en           0.00  ignored\n");
  CHECK(PrintHitExplanation(
            {.word_scores = {{.word = "ordr", .matched = "order", .kind = AlternativeKind::kTypo, .score = 1.5}},
             .proximity = 0.25,
             .title_factor = 1.2,
             .matched_information = 0.5,
             .score = 2.1,
             .words = 2,
             .exact_words = 1,
             .typos = 1,
             .attribute = "title"}) ==
        "    word                 matched                                       kind  score\n"
        "    ordr                 order                                         typo  1.500\n"
        "    + proximity                                                              0.250\n"
        "    x title factor                                                           1.200\n"
        "    = score                                                                  2.100\n"
        "    match                2 words, 1 as typed, 1 typos, first in title\n"
        "    matched information                                                      0.500\n");
}

}  // namespace
}  // namespace signpost::cli
