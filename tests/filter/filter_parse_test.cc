// SPDX-License-Identifier: Apache-2.0
// 1. The text of `filters` comes to the tree that it says.
// 2. facetFilters, numericFilters, tagFilters and optionalFilters come to trees, also in their older forms.
// 3. What is wrong is said with its place and what was expected there.
// 4. FilterText gives a text that parses to an equal filter.
// 5. Any bytes are read or refused, and what was read prints and parses again.
#include <cmath>
#include <limits>
#include <random>
#include <string>

#include <signpost/filter.h>
#include <catch2/catch.hpp>

#include "support/naive_filter.h"
#include "support/seed.h"

using signpost::Filter;
using signpost::FilterText;
using signpost::OptionalFilter;
using signpost::ParseFacetFilters;
using signpost::ParseFilters;
using signpost::ParseNumericFilters;
using signpost::ParseOptionalFilters;
using signpost::ParseTagFilters;
using signpost::Value;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Filter Is(const char* attribute, const char* value) { return Filter::Is(attribute, value); }
Filter Less(const char* attribute, double bound) {
  return Filter::Between(attribute, -kInfinity, std::nextafter(bound, -kInfinity));
}
Filter Equal(const char* attribute, double number) { return Filter::Between(attribute, number, number); }

template <typename Parsed>
std::string Message(const Parsed& parsed) {
  return parsed.ok() ? "it was read" : std::string(parsed.status().message());
}

Value Strings(const std::vector<std::string>& strings) {
  Value::Array out;
  for (const std::string& s : strings) out.emplace_back(s);
  return out;
}

}  // namespace

TEST_CASE("Filters: 1: a text comes to the tree that it says", "[filter]") {
  struct Case {
    const char* text;
    Filter filter;
  };
  const Case c = GENERATE(values<Case>({
      {"", Filter{}},
      {"  ", Filter{}},
      {"a:b", Is("a", "b")},
      {" ( a:b ) ", Is("a", "b")},
      {"a:\"b c\"", Is("a", "b c")},
      {"a:'b \"c\"'", Is("a", "b \"c\"")},
      {R"(a:"b \"c\" \\ \d")", Is("a", R"(b "c" \ \d)")},
      {"a : b", Is("a", "b")},
      {"\"my attribute\":b", Is("my attribute", "b")},
      {"categories.lvl1:\"A > B\"", Is("categories.lvl1", "A > B")},
      {"url:https://x.example/y", Is("url", "https://x.example/y")},
      {"a:-b", Is("a", "-b")},
      {"a:\"\"", Is("a", "")},
      {"published", Is("_tags", "published")},
      {"_tags:x", Is("_tags", "x")},
      {"a:b AND c:d AND e", Filter::All({Is("a", "b"), Is("c", "d"), Is("_tags", "e")})},
      {"a:b OR c:d", Filter::Any({Is("a", "b"), Is("c", "d")})},
      {"a:b OR c:d AND e:f", Filter::Any({Is("a", "b"), Filter::All({Is("c", "d"), Is("e", "f")})})},
      {"(a:b OR c:d)AND e:f", Filter::All({Filter::Any({Is("a", "b"), Is("c", "d")}), Is("e", "f")})},
      {"NOT a:b", Filter::Not(Is("a", "b"))},
      {"NOT (a:b OR c:d)", Filter::Not(Filter::Any({Is("a", "b"), Is("c", "d")}))},
      {"NOT NOT x", Filter::Not(Filter::Not(Is("_tags", "x")))},
      {"NOTHING AND ORANGE", Filter::All({Is("_tags", "NOTHING"), Is("_tags", "ORANGE")})},
      {"a:NOT", Is("a", "NOT")},
      {"n<3", Less("n", 3)},
      {"n <= 3", Filter::Between("n", -kInfinity, 3)},
      {"n > -1.5e2", Filter::Between("n", std::nextafter(-150, kInfinity), kInfinity)},
      {"n >= 3", Filter::Between("n", 3, kInfinity)},
      {"n = 3", Equal("n", 3)},
      {"n != 3", Filter::Not(Equal("n", 3))},
      {"n:1 TO 5", Filter::Between("n", 1, 5)},
      {"n: -1 to 5 AND x", Filter::All({Filter::Between("n", -1, 5), Is("_tags", "x")})},
      {"n:5", Is("n", "5")},
      {"day >= 1970-01-02", Filter::Between("day", 86400, kInfinity)},
      {"day:\"1970-01-02\" TO \"1970-01-03 00:00\"", Filter::Between("day", 86400, 172800)},
  }));
  CAPTURE(c.text);
  const auto parsed = ParseFilters(c.text);
  INFO(Message(parsed));
  REQUIRE(parsed.ok());
  CHECK(*parsed == c.filter);
}

TEST_CASE("Filters: 2: lists come to trees", "[filter]") {
  CHECK(*ParseFacetFilters(Value()) == Filter{});
  CHECK(*ParseFacetFilters("a:b") == Is("a", "b"));
  CHECK(*ParseFacetFilters(Strings({})) == Filter{});
  CHECK(*ParseFacetFilters(Value::Array{Value::Array{}}) == Filter{});
  CHECK(*ParseFacetFilters(Value::Array{"a:1", Strings({"b:2", "b:3"})}) ==
        Filter::All({Is("a", "1"), Filter::Any({Is("b", "2"), Is("b", "3")})}));
  CHECK(*ParseFacetFilters("a:-x") == Filter::Not(Is("a", "x")));
  CHECK(*ParseFacetFilters("a:\\-x") == Is("a", "-x"));
  CHECK(*ParseFacetFilters("a:\"x y\"") == Is("a", "x y"));
  CHECK(*ParseFacetFilters("a:x, y") == Is("a", "x, y"));
  CHECK(*ParseFacetFilters("a:") == Is("a", ""));

  CHECK(*ParseNumericFilters(Value::Array{"n=6", Strings({"m<1", "m:11 to 46"})}) ==
        Filter::All({Equal("n", 6), Filter::Any({Less("m", 1), Filter::Between("m", 11, 46)})}));
  CHECK(*ParseNumericFilters("n=6,n=10") == Filter::All({Equal("n", 6), Equal("n", 10)}));
  CHECK(*ParseNumericFilters("(n=6,n=40)") == Filter::Any({Equal("n", 6), Equal("n", 40)}));
  CHECK(*ParseNumericFilters("a=1, (n=6 , n:7)") ==
        Filter::All({Equal("a", 1), Filter::Any({Equal("n", 6), Equal("n", 7)})}));

  CHECK(*ParseTagFilters("t3,(t1,t2)") ==
        Filter::All({Is("_tags", "t3"), Filter::Any({Is("_tags", "t1"), Is("_tags", "t2")})}));
  CHECK(*ParseTagFilters(Value::Array{Strings({"a", "-b"}), "-c"}) ==
        Filter::All({Filter::Any({Is("_tags", "a"), Filter::Not(Is("_tags", "b"))}), Filter::Not(Is("_tags", "c"))}));

  CHECK(
      *ParseOptionalFilters(Strings({"a:b", "c:d<score=3>", "e:-f<score=2>", "g:<score=x"})) ==
      std::vector<OptionalFilter>{{Is("a", "b"), 1}, {Is("c", "d"), 3}, {Is("e", "f"), -2}, {Is("g", "<score=x"), 1}});
  CHECK(*ParseOptionalFilters(Value::Array{Strings({"a:b", "c:d<score=3>"})}) ==
        std::vector<OptionalFilter>{{Is("c", "d"), 3}, {Filter::All({Is("a", "b"), Filter::Not(Is("c", "d"))}), 1}});
}

TEST_CASE("Filters: 3: what is wrong is said with its place", "[filter]") {
  struct Case {
    const char* text;
    const char* message;
  };
  const Case c = GENERATE(values<Case>({
      {"a:", "reading filters: expected a value at byte 2, found the end"},
      {"a:b AND", "reading filters: expected a filter at byte 7, found the end"},
      {"a:b OR OR c:d", R"(reading filters: expected a filter at byte 7, found "OR c:d")"},
      {"a:b c:d", R"(reading filters: expected AND, OR or the end at byte 4, found "c:d")"},
      {"a:b and c:d", R"(reading filters: expected AND, OR or the end at byte 4, found "and c:d")"},
      {"(a:b", "reading filters: expected AND, OR or ) at byte 4, found the end"},
      {"a:b)", "reading filters: expected AND, OR or the end at byte 3, found \")\""},
      {"()", "reading filters: expected a filter at byte 1, found \")\""},
      {"n < x", R"(reading filters: expected a number or a date at byte 4, found "x")"},
      {"n:1 TO", "reading filters: expected a number or a date at byte 6, found the end"},
      {"n < 1x", R"(reading filters: expected a number or a date at byte 4, found "1x")"},
      {"n = nan", R"(reading filters: expected a number or a date at byte 4, found "nan")"},
      {"a:\"b", "reading filters: expected a closing \" at byte 4, found the end"},
      {":b", R"(reading filters: expected a filter at byte 0, found ":b")"},
      {"NOT", "reading filters: expected a filter at byte 3, found the end"},
  }));
  CAPTURE(c.text);
  CHECK(Message(ParseFilters(c.text)) == c.message);
  CHECK(Message(ParseFilters(std::string(40, '(') + "a:b")) ==
        "reading filters: expected at most 32 parentheses and NOT in one another at byte 33, found \"(((((((a:b\"");
  CHECK(Message(ParseFilters(std::string(70'000, ' '))) == "reading filters: 70000 bytes, the limit is 65536");
  CHECK(Message(ParseFacetFilters("ab")) == R"(reading facetFilters: expected attribute:value, found "ab")");
  CHECK(Message(ParseFacetFilters(3)) ==
        "reading facetFilters: expected a string, or an array of strings and of arrays of strings");
  CHECK(Message(ParseFacetFilters(Value::Array{Value::Array{Strings({"a:b"})}})) ==
        "reading facetFilters: expected a string, or an array of strings and of arrays of strings");
  CHECK(Message(ParseNumericFilters("n")) ==
        "reading numericFilters: expected < <= > >= = != or : at byte 1, found the end");
  CHECK(Message(ParseNumericFilters("n=1 x")) == R"(reading numericFilters: expected the end at byte 4, found "x")");
  CHECK(Message(ParseNumericFilters("(n=1")) == R"(reading numericFilters: expected ) at byte 4 of "(n=1")");
  CHECK(Message(ParseTagFilters("a)")) == "reading tagFilters: expected no ) at byte 1 of \"a)\"");
  CHECK(Message(ParseOptionalFilters("a:b<score=x>")) ==
        R"(reading optionalFilters: expected a number or a date at byte 0, found "x")");
}

TEST_CASE("Filters: 4: what is printed parses back to an equal filter", "[filter]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int i = 0; i < 3000; ++i) {
    const Filter filter = naive::RandomFilter(&random, 3);
    const std::string text = FilterText(filter);
    CAPTURE(i, text);
    const auto parsed = ParseFilters(text);
    REQUIRE(parsed.ok());
    REQUIRE(*parsed == filter);
  }
  CHECK(FilterText(Filter{}).empty());
}

TEST_CASE("Filters: 5: any bytes are read or refused", "[filter]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  static const std::vector<std::string> pieces = {
      "a",          "b:",       ":",    "\"",    "'",  "\\",      "(",   ")",
      " ",          "AND",      " OR ", "NOT ",  "TO", " to ",    "1",   "-2.5",
      "<",          ">=",       "!=",   "=",     ",",  "nan",     "inf", "1e999",
      "2024-01-01", "\xC3\xA9", "\xFF", "_tags", "-",  "<score=", ">",   std::string(1, '\0')};
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::uint64_t n = random() % 12; n > 0; --n) text += pieces[random() % pieces.size()];
    CAPTURE(i, text);
    const auto parsed = ParseFilters(text);
    if (parsed.ok()) {
      const auto again = ParseFilters(FilterText(*parsed));
      REQUIRE(again.ok());
      REQUIRE(FilterText(*again) == FilterText(*parsed));
    }
    const Value list = Value::Array{text, Strings({text, "a:b"})};
    for (const auto& read : {ParseFacetFilters(list), ParseNumericFilters(text), ParseTagFilters(list)}) {
      if (read.ok()) FilterText(*read);
    }
    (void)ParseOptionalFilters(list).ok();
  }
}
