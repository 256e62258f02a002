// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 Every JSON value is parsed into the kind it has; members keep their order.
//   2 An integer that fits 64 bits stays one; other numbers become the nearest double.
//   3 What is not JSON, has duplicate members, invalid UTF-8 or too many levels is refused with line and excerpt.
//   4 ToJson prints one line of valid JSON that parses back to an equal value, whatever the value holds.
//   5 Hostile input ends in an error, not in a crash.
#include <cstdint>
#include <limits>
#include <string>

#include <signpost/dialect.h>
#include <catch2/catch.hpp>

#include "dialect/parse_error.h"
#include "dialect/random_text.h"
#include "support/seed.h"

using signpost::ParseJson;
using signpost::ToJson;
using signpost::Value;
using namespace std::string_literals;

TEST_CASE("Json: every kind of value is read (1)", "[dialect]") {
  struct Case {
    std::string json;
    Value value;
  };
  auto c = GENERATE(values<Case>({
      {"null", Value()},
      {" true ", true},
      {"false", false},
      {"\"\"", ""},
      {"\"a\\u0000b\\ud83d\\udecd\\n\"", "a\0b🛍\n"s},
      {"[]", Value::Array{}},
      {"{}", Value::Object{}},
      {"[1,[2,{}],null]", Value::Array{1, Value::Array{2, Value::Object{}}, Value()}},
      {"\xEF\xBB\xBF{\"b\":1,\"a\":2}", Value::Object{{"b", 1}, {"a", 2}}},
      {"\r\n{\"\": \"x\"}\r\n", Value::Object{{"", "x"}}},
  }));
  CAPTURE(c.json);
  auto parsed = ParseJson(c.json);
  REQUIRE(parsed.ok());
  CHECK(*parsed == c.value);
}

TEST_CASE("Json: numbers keep their kind and value (2)", "[dialect]") {
  struct Case {
    std::string json;
    Value value;
  };
  auto c = GENERATE(values<Case>({
      {"0", 0},
      {"-0", 0},
      {"9223372036854775807", std::numeric_limits<std::int64_t>::max()},
      {"-9223372036854775808", std::numeric_limits<std::int64_t>::min()},
      {"9223372036854775808", 9223372036854775808.0},
      {"18446744073709551615", 18446744073709551615.0},
      {"123456789012345678901234567890", 123456789012345678901234567890.0},
      {"-9223372036854775809", -9223372036854775809.0},
      {"1.0", 1.0},
      {"-1.10", -1.1},
      {"1e2", 100.0},
      {"0.1", 0.1},
      {"2.2250738585072011e-308", 2.2250738585072011e-308},
      {"1e-999", 0.0},
  }));
  CAPTURE(c.json);
  auto parsed = ParseJson(c.json);
  REQUIRE(parsed.ok());
  CHECK(*parsed == c.value);
}

TEST_CASE("Json: what is wrong is named with its line (3)", "[dialect]") {
  struct Case {
    std::string json;
    std::string message;
  };
  auto c = GENERATE(values<Case>({
      {"", "1: JSON ends too early, \"\""},
      {"{\n\"a\": [1,\n", "3: JSON ends too early, \"\""},
      {"{\n  \"a\": tru\n}", "2: JSON syntax error, \"tru\\x0A}\""},
      {"[1,]", "1: JSON syntax error, \"]\""},
      {"[1] []", "1: something follows the JSON value, \"[]\""},
      {"// x\n1", "1: JSON syntax error, \"// x\\x0A1\""},
      {"[NaN]", "1: JSON syntax error, \"NaN]\""},
      {"[1e999]", "1: number is out of range, \"]\""},
      {"{\"a\": 1,\n \"b\": {\"a\": 2,\n\"a\": 3}}", "3: duplicate member, \"a\""},
      {"[\n\"\xFF\"]", "2: invalid UTF-8, byte 3"},
      {"\"a\nb\"", "1: JSON syntax error, \"\\x0Ab\"\""},
  }));
  CAPTURE(c.json);
  CHECK(ParseError(ParseJson(c.json)) == c.message);
}

TEST_CASE("Json: many members, and one of them twice (3)", "[dialect]") {
  std::string json = "{";
  for (int i = 0; i < 1000; ++i) json += "\"m" + std::to_string(i) + "\":" + std::to_string(i) + ",\n";
  auto parsed = ParseJson(json + "\"last\":0}");
  REQUIRE(parsed.ok());
  CHECK(parsed->object()->size() == 1001);
  CHECK(ParseError(ParseJson(json + "\"m3\":0}")) == "1001: duplicate member, \"m3\"");
}

TEST_CASE("Json: levels up to the limit and not beyond (3)", "[dialect]") {
  CHECK(ParseJson(std::string(64, '[') + std::string(64, ']')).ok());
  CHECK(ParseError(ParseJson(std::string(65, '[') + std::string(65, ']'))) ==
        "1: arrays and objects are nested too deep, \"[" + std::string(23, ']') + "\"");
}

TEST_CASE("Json: text is printed on one line (4)", "[dialect]") {
  CHECK(ToJson(Value()) == "null");
  CHECK(ToJson(Value(1.0)) == "1.0");
  CHECK(ToJson(Value(1e300)) == "1e+300");
  CHECK(ToJson(Value(-0.5)) == "-0.5");
  CHECK(ToJson(Value(std::numeric_limits<double>::infinity())) == "null");
  CHECK(ToJson(Value("a\"\\/\b\f\n\r\t\x01\x7F é"s)) == "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\x7F é\"");
  CHECK(ToJson(Value("bad \xFF byte"s)) == "\"bad \xEF\xBF\xBD byte\"");
  CHECK(ToJson(Value(Value::Object{{"b", Value::Array{1, true}}, {"a", Value::Object{}}})) ==
        R"({"b":[1,true],"a":{}})");
}

TEST_CASE("Json: printed values parse back to equal ones (4)", "[dialect]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText random(seed);
  for (int i = 0; i < 2000; ++i) {
    Value value = random.Any(5);
    std::string json = ToJson(value);
    CAPTURE(i, json);
    auto parsed = ParseJson(json);
    REQUIRE(parsed.ok());
    REQUIRE(*parsed == value);
    REQUIRE(json.find('\n') == std::string::npos);
  }
}

TEST_CASE("Json: a megabyte of brackets, quotes or NULs is an error (5)", "[dialect]") {
  auto text =
      GENERATE(as<std::string>(), std::string(1 << 20, '['), std::string(1 << 20, '{'), std::string(1 << 20, '"'),
               std::string(1 << 20, '\0'), std::string(1 << 20, '\\'), std::string(1 << 20, '-'));
  CHECK_FALSE(ParseJson(text).ok());
}

TEST_CASE("Json: random bytes and damaged JSON never crash (5)", "[dialect]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText random(seed);
  for (int i = 0; i < 3000; ++i) {
    std::string json = ToJson(random.Any(4));
    for (int n = 1 + random.Below(3); n > 0 && !json.empty(); --n) {
      auto at = static_cast<std::size_t>(random.Below(static_cast<int>(json.size())));
      json[at] = static_cast<char>(random.Below(256));
    }
    CAPTURE(i);
    std::string message = ParseError(ParseJson(json));
    CHECK((message == "OK" || message.find(": ") != std::string::npos));
  }
}
