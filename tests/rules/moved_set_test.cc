// SPDX-License-Identifier: Apache-2.0
// Properties of moved addresses:
//  1. An address is found whatever its case, its "/" at the end, its fragment, its percent-encoding and, when pasted, its host.
//  2. A path is no word: /cancel is found, cancel is not. A slug of three words is found by itself, unless it is that of two places.
//  3. A chain leads to its end, whatever the order of the list; a loop is refused and named.
//  4. What is wrong is refused with its place, the value and the reason; the same line twice is no error.
//  5. Lines of a file are read: with and without a head, more columns, comments, Windows line ends; errors name the line.
//  6. Ten thousand chained addresses compile and lead to their end; arbitrary bytes crash nothing.
#include "rules/moved_set.h"

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/status.h"
#include "support/seed.h"

namespace signpost::rules {
namespace {

MovedSet Compiled(std::vector<MovedAddress> list) {
  absl::StatusOr<MovedSet> set = MovedSet::Compile(std::move(list));
  INFO(Message(set.status()));
  REQUIRE(set.ok());
  return *std::move(set);
}

std::string Problem(std::vector<MovedAddress> list) {
  const absl::StatusOr<MovedSet> set = MovedSet::Compile(std::move(list));
  REQUIRE_FALSE(set.ok());
  CHECK(set.status().code() == absl::StatusCode::kInvalidArgument);
  return std::string(Message(set.status()));
}

std::string EndOf(const MovedSet& set, std::string_view query) {
  const auto end = set.Find(query);
  return end ? std::string(end->to) : "";
}

const std::vector<MovedAddress>& Shop() {
  static const std::vector<MovedAddress> kList = {
      {"/cancel", "cancel-an-order"},
      {"/ide", "/hc/articles/9207-IDE-Support"},
      {"https://help.fernway.example/kb/old/How_To_Return-An-Item.html", "https://help.fernway.example/en/returns"},
      {"360001234567", "track-your-order"},
      {"/caf%C3%A9/Menü", "/coffee"},
      {"/faq?id=5", "/faq/shipping"},
      {"/faq", "/help"},
  };
  return kList;
}

TEST_CASE("Moved: addresses in the forms that people have", "[rules]") {  // 1, 2
  struct Case {
    const char* query;
    const char* end;
  };
  const Case c = GENERATE(values<Case>({
      {"/cancel", "cancel-an-order"},
      {" /Cancel/ ", "cancel-an-order"},
      {"/cancel#top", "cancel-an-order"},
      {"/cancel?utm_source=mail", "cancel-an-order"},
      {"https://www.anything.example/cancel", "cancel-an-order"},
      {"cancel", ""},
      {"/cancel my order", ""},
      {"/ide", "/hc/articles/9207-IDE-Support"},
      {"ide", ""},
      {"https://help.fernway.example/kb/old/how_to_return-an-item.html", "https://help.fernway.example/en/returns"},
      {"HTTP://HELP.FERNWAY.EXAMPLE/kb/old/How_To_Return-An-Item.html?x=1#y",
       "https://help.fernway.example/en/returns"},
      {"/kb/old/how_to_return-an-item.html", "https://help.fernway.example/en/returns"},
      {"how_to_return-an-item", "https://help.fernway.example/en/returns"},
      {"https://other.example/kb/old/how_to_return-an-item.html", ""},
      {"360001234567", "track-your-order"},
      {"36000123456", ""},
      {"/café/menü", "/coffee"},
      {"/caf%c3%a9/men%C3%BC/", "/coffee"},
      {"/faq?id=5", "/faq/shipping"},
      {"/faq?id=6", "/help"},
      {"/faq", "/help"},
      {"", ""},
      {"/", ""},
      {"%", ""},
      {"/%", ""},
  }));
  CAPTURE(c.query);
  CHECK(EndOf(Compiled(Shop()), c.query) == c.end);
}

TEST_CASE("Moved: a slug of two places is none", "[rules]") {  // 2
  const MovedSet set = Compiled({{"/a/return-an-item", "/x"},
                                 {"/b/return-an-item", "/y"},
                                 {"/c/track-an-item", "/z"},
                                 {"/d/track-an-item", "/z"}});
  CHECK(EndOf(set, "return-an-item").empty());
  CHECK(EndOf(set, "/b/return-an-item") == "/y");
  CHECK(EndOf(set, "track-an-item") == "/z");
}

TEST_CASE("Moved: chains", "[rules]") {  // 3
  std::vector<MovedAddress> list = {
      {"/a", "/b"}, {"/b", "https://help.example/c"}, {"https://help.example/c", "old-id"}, {"old-id", "new-id"}};
  if (GENERATE(false, true)) std::reverse(list.begin(), list.end());
  const MovedSet set = Compiled(list);
  for (const char* query : {"/a", "/b", "https://help.example/c", "old-id"}) CHECK(EndOf(set, query) == "new-id");
  CHECK(set.Find("/a")->is_article);
  CHECK(set.Find("/a")->from == "/a");
  CHECK(set.FindUrl("/b")->to == "new-id");
  CHECK_FALSE(set.FindUrl("old-id").has_value());
  CHECK_FALSE(set.FindUrl("/elsewhere").has_value());

  CHECK(Problem({{"/x", "/a"}, {"/a", "/b"}, {"/b", "/a/"}}) == "moved[1]: \"/a\" leads in a loop: /a -> /b -> /a");
  CHECK(Problem({{"/a", "/A#here"}}) == "moved[0]: \"/a\" leads in a loop: /a -> /a");
  // The same path on another host is another page.
  CHECK(EndOf(Compiled({{"/a", "https://new.example/a"}}), "/a") == "https://new.example/a");
}

TEST_CASE("Moved: what is refused", "[rules]") {  // 4
  CHECK(Problem({{"/a", "/b"}, {" ", "/b"}}) == "moved[1]: from is empty");
  CHECK(Problem({{"/a", ""}}) == "moved[0]: to is empty");
  CHECK(Problem({{"/a", "javascript://x"}}) ==
        "moved[0]: to \"javascript://x\": must begin with http:// or https:// or, when it is relative, with '/', '?' "
        "or '#'");
  CHECK(Problem({{"/a", "//evil.example"}}) ==
        "moved[0]: to \"//evil.example\": begins with //, which names a host without a scheme");
  CHECK(Problem({{"/a", "/b/{code}"}}) == "moved[0]: to \"/b/{code}\": has a brace, and nothing is captured");
  CHECK(Problem({{"/a", "/b"}, {"/A/", "/c"}}) ==
        "moved[1]: from \"/A/\" leads to \"/c\", and moved[0] leads it to \"/b\"");
  CHECK(Problem({{std::string(3000, 'a'), "/b"}}).ends_with("has 3000 bytes, the limit is 2048"));
  CHECK(EndOf(Compiled({{"/a", "/b"}, {"/a/", "/b"}}), "/a") == "/b");
}

TEST_CASE("Moved: lines of a file", "[rules]") {  // 5
  const auto read =
      ParseMovedTsv("from\tto\tnote\n# made up\n\n/ide\t/hc/ide\tcontent/IDE\r\n/cancel\tcancel-an-order");
  REQUIRE(read.ok());
  CHECK(*read == std::vector<MovedAddress>{{"/ide", "/hc/ide"}, {"/cancel", "cancel-an-order"}});
  CHECK(ParseMovedTsv("")->empty());
  CHECK(ParseMovedTsv("/from\t/to\n")->size() == 1);
  CHECK(Message(ParseMovedTsv("/a\t/b\n/c /d\n").status()) ==
        "2: a line of moved addresses has a tab between from and to, \"/c /d\"");
  CHECK(Message(ParseMovedTsv("/a\t\n").status()) == "1: to is empty, \"/a\\x09\"");
}

TEST_CASE("Moved: many, and anything", "[rules]") {  // 6
  std::vector<MovedAddress> list;
  for (int i = 0; i < 10'000; ++i) list.push_back({"/" + std::to_string(i), "/" + std::to_string(i + 1)});
  const MovedSet set = Compiled(std::move(list));
  CHECK(EndOf(set, "/0") == "/10000");
  CHECK(EndOf(set, "/9999") == "/10000");

  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  constexpr std::string_view kPieces[] = {"/", "a",    "%41", "%",     "http://", "https://h", "?",  "#",
                                          "é", "\xFF", "-",   ".html", "{",       " ",         "\t", "\n"};
  for (int i = 0; i < 20'000; ++i) {
    auto noise = [&] {
      std::string out;
      for (std::size_t n = random() % 6; n > 0; --n) out += kPieces[random() % std::size(kPieces)];
      return out;
    };
    const absl::StatusOr<MovedSet> noisy = MovedSet::Compile({{noise(), noise()}, {noise(), noise()}});
    if (!noisy.ok()) continue;
    for (const MovedAddress& moved : noisy->list()) (void)noisy->Find(moved.from);
    (void)noisy->FindUrl(noise());
    (void)ParseMovedTsv(noise());
  }
}

}  // namespace
}  // namespace signpost::rules
