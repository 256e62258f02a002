// SPDX-License-Identifier: Apache-2.0
// 1. Quotes of every kind make a phrase, a minus at the start of a word excludes; other minuses and quotes are text.
// 2. Ranges of any text are within it, in order, do not overlap, and hold no quote that would end them.
// 3. Parsing takes the words of a phrase as one word of the query and those excluded out of it, only where a
//    caller says so.
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "query/advanced_syntax.h"
#include "query/parsed_query.h"
#include "query/test_corpus.h"
#include "support/seed.h"

namespace signpost::query {
namespace {

using Strings = std::vector<std::string>;

// The ranges as text, those excluded behind a minus.
Strings Ranges(std::string_view text) {
  Strings out;
  for (const SyntaxRange& range : FindSyntax(text)) {
    out.push_back((range.excluded ? "-" : "") + std::string(text.substr(range.begin, range.end - range.begin)));
  }
  return out;
}

TEST_CASE("FindSyntax: phrases and what is excluded", "[query]") {  // 1
  struct Case {
    const char* text;
    Strings ranges;
  };
  const auto c = GENERATE(values<Case>({
      {"", {}},
      {"free returns", {}},
      {"\"free returns\"", {"free returns"}},
      {"how \"free returns\" work", {"free returns"}},
      {"\"a\"\"b\"", {"a", "b"}},
      {"\"\"", {""}},
      {"“free returns”", {"free returns"}},
      {"„frei Haus“", {"frei Haus"}},
      {"«retours gratuits»", {"retours gratuits"}},
      {"“free returns\"", {"free returns"}},
      {"free -exchange", {"-exchange"}},
      {"-exchange -refund free", {"-exchange", "-refund"}},
      {"a\t-b\n-c", {"-b", "-c"}},
      {"free -\"store credit\" now", {"-store credit"}},
      {"-\"store credit", {}},
      {"\"free returns", {}},
      {"5\" screen", {}},
      {"wi-fi", {}},
      {"--version", {}},
      {"a - b", {}},
      {"-", {}},
      {"a -", {}},
      {"a --", {}},
      {"-32300", {"-32300"}},
      {"-wi-fi", {"-wi-fi"}},
      {"\"a -b\" c", {"a -b"}},
  }));
  CAPTURE(c.text);
  CHECK(Ranges(c.text) == c.ranges);
}

TEST_CASE("FindSyntax: ranges of any text", "[query]") {  // 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const Strings pieces = {"a", "bc", " ", "-", "\"", "“", "”", "«", "»", "\t", "\xE2", "订单", std::string(1, '\0')};
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (std::uint64_t n = random() % 12; n > 0; --n) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    std::size_t end = 0;
    for (const SyntaxRange& range : FindSyntax(text)) {
      REQUIRE(range.begin >= end);
      REQUIRE(range.begin <= range.end);
      REQUIRE(range.end <= text.size());
      const std::string_view inside = std::string_view(text).substr(range.begin, range.end - range.begin);
      if (!range.excluded) REQUIRE(inside.find('"') == std::string_view::npos);
      end = range.end;
    }
  }
}

TEST_CASE("Parse: phrases and excluded words", "[query]") {  // 3
  const std::string text = "return \"Free Returns\" -exchange returns -\"store credit\" -wi-fi";
  const ParsedQuery plain = Parse(text, English(), {});
  CHECK(plain.excluded.empty());
  for (const QueryWord& word : plain.words) CHECK_FALSE(word.quoted);

  const ParsedQuery parsed = Parse(text, English(), {.advanced_syntax = true});
  REQUIRE(parsed.words.size() == 3);
  CHECK(parsed.words[0].term == "return");
  CHECK(parsed.words[1].quoted);
  CHECK(parsed.words[1].text == "Free Returns");
  CHECK(parsed.words[1].parts == Strings{"free", "returns"});
  CHECK(parsed.words[1].position == 1);
  CHECK(parsed.words[1].span == 2);
  CHECK(parsed.words[2].term == "returns");
  CHECK(parsed.excluded == std::vector<Strings>{{"exchange"}, {"store", "credit"}, {"wi", "fi"}});
  CHECK(parsed.synonyms.empty());  // what is excluded stands for nothing

  CHECK(Parse("\"\" \"...\" -!", English(), {.advanced_syntax = true}).words.empty());
  const ParsedQuery chinese = Parse("\"我的订单\"", English(), {.advanced_syntax = true});
  REQUIRE(chinese.words.size() == 1);
  CHECK(chinese.words[0].parts == Strings{"我", "的", "订", "单"});
}

TEST_CASE("Parse: phrases and exclusions count once, and not without end", "[query]") {  // 2
  const ParsedQuery twice =
      Parse("\"free returns\" -old \"Free  Returns\" -OLD \"old\"", English(), {.advanced_syntax = true});
  REQUIRE(twice.words.size() == 2);
  CHECK(twice.words[1].term == "old");  // a phrase, and excluded as well
  CHECK(twice.excluded == std::vector<Strings>{{"old"}});

  std::string many;
  for (std::size_t i = 0; i < 2 * limits::kMaxExcluded; ++i) many += "-w" + std::string(i, 'x') + " ";
  CHECK(Parse(many, English(), {.advanced_syntax = true}).excluded.size() == limits::kMaxExcluded);

  std::string open;
  for (int i = 0; i < 1000; ++i) open += "„a ";
  const ParsedQuery unclosed = Parse(open, English(), {.advanced_syntax = true});
  REQUIRE(unclosed.words.size() == 1);
  CHECK_FALSE(unclosed.words[0].quoted);
}

TEST_CASE("Parse: optional words in any spelling", "[query]") {  // 3
  const ParsedQuery parsed = Parse("where is my café", English(), {.optional_words = {"CAFE", "please where"}});
  REQUIRE(parsed.words.size() == 4);
  CHECK(parsed.words[0].optional);
  CHECK_FALSE(parsed.words[1].optional);
  CHECK(parsed.words[3].optional);
}

}  // namespace
}  // namespace signpost::query
