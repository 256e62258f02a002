// SPDX-License-Identifier: Apache-2.0
// Properties of templates:
//  1. A redirect URL is http, https or relative without a host; nothing else passes, whatever its case.
//  2. A capture stands behind the host only; braces have no other use in a URL.
//  3. Captured text is percent-encoded except for unreserved characters (RFC 3986, 2.1 and 2.3).
//  4. In user data, captures are replaced as they are in every string at any depth; keys, other kinds and other braces
//     stay.
#include "rules/templates.h"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "base/status.h"

namespace signpost::rules {
namespace {

std::string Problem(std::string_view url) { return std::string(Message(CheckRedirectUrl(url))); }

TEST_CASE("Redirect URL: accepted", "[rules]") {  // 1, 2
  const char* url = GENERATE("https://www.example.com/track?code={code}", "http://example.com", "HTTPS://example.com/",
                             "https://example.com:8443/{a}/{b}", "https://user@example.com/", "https://[::1]/x",
                             "https://example.com?{q}", "https://example.com#{q}", "/orders/{order}", "/", "?q={q}",
                             "#{q}", "https://example.com/ayuda/envío", "https://example.com/?a=b&c=%20");
  CAPTURE(url);
  CHECK(CheckRedirectUrl(url).ok());
}

struct Refused {
  const char* url;
  const char* message;
};

TEST_CASE("Redirect URL: refused", "[rules]") {  // 1, 2
  const char* kForm = "must begin with http:// or https:// or, when it is relative, with '/', '?' or '#'";
  const Refused r = GENERATE_COPY(values<Refused>({
      {"", kForm},
      {"javascript:alert(1)", kForm},
      {"JavaScript:alert(1)", kForm},
      {"data:text/html,x", kForm},
      {"ftp://example.com/", kForm},
      {"https:example.com", kForm},
      {"https:/example.com", kForm},
      {"www.example.com", kForm},
      {"orders/{order}", kForm},
      {"{url}", kForm},
      {"{scheme}://example.com", kForm},
      {"//evil.example/{x}", "begins with //, which names a host without a scheme"},
      {"/\\evil.example", "has a space, control character or backslash at byte 1"},
      {"https://example.com\\@evil.example/", "has a space, control character or backslash at byte 19"},
      {"https://", "has no host"},
      {"https:///path", "has no host"},
      {"https://?x", "has no host"},
      {"https://:80/", "has no host"},
      {"https://user@/", "has no host"},
      {"https://{host}/", "{host} stands before the end of the host"},
      {"https://{sub}.example.com/", "{sub} stands before the end of the host"},
      {"https://example.com{x}", "{x} stands before the end of the host"},
      {"https://example.com:{port}/", "{port} stands before the end of the host"},
      {"https://{user}@example.com/", "{user} stands before the end of the host"},
      {"https://example.com/a b", "has a space, control character or backslash at byte 21"},
      {"https://example.com/a\tb", "has a space, control character or backslash at byte 21"},
      {" https://example.com/", "has a space, control character or backslash at byte 0"},
      {"https://example.com/\x7F", "has a space, control character or backslash at byte 20"},
      {"https://example.com/\xFF", "is not UTF-8 at byte 20"},
      {"https://example.com/{", "has a brace at byte 20 that belongs to no {name}"},
      {"https://example.com/}", "has a brace at byte 20 that belongs to no {name}"},
      {"https://example.com/{}", "has a brace at byte 20 that belongs to no {name}"},
      {"https://example.com/{1}", "has a brace at byte 20 that belongs to no {name}"},
      {"https://example.com/{{a}}", "has a brace at byte 20 that belongs to no {name}"},
      {"https://example.com/{a:ups}", "has a brace at byte 20 that belongs to no {name}"},
      {"https://{ex/ample}.com/", "has a brace at byte 8 that belongs to no {name}"},
  }));
  CAPTURE(r.url);
  CHECK(Problem(r.url) == r.message);
}

TEST_CASE("Redirect URL: captured text is percent-encoded", "[rules]") {  // 3
  const Captures captures = {{"a", "Az09-._~"}, {"b", " /?#[]@!$&'()*+,;=%:"}, {"c", "é中"}, {"d", "\"<>\\^`{|}"}};
  CHECK(FillRedirectUrl("/{a}", captures) == "/Az09-._~");
  CHECK(FillRedirectUrl("/{b}", captures) == "/%20%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25%3A");
  CHECK(FillRedirectUrl("/?x={c}&y={c}", captures) == "/?x=%C3%A9%E4%B8%AD&y=%C3%A9%E4%B8%AD");
  CHECK(FillRedirectUrl("/#{d}", captures) == "/#%22%3C%3E%5C%5E%60%7B%7C%7D");
}

TEST_CASE("User data: captures are replaced in strings", "[rules]") {  // 4
  const Captures captures = {{"code", "<1Z & 9>"}};
  const Value data = Value::Object{
      {"{code}", "parcel {code}, {code}"},
      {"list", Value::Array{"{code}", 7, true, 2.5, nullptr, Value::Object{{"deep", "x{code}y"}}}},
      {"braces", "a { b } {} {1} {code:ups} {{code}} {code"},
  };
  const Value expected = Value::Object{
      {"{code}", "parcel <1Z & 9>, <1Z & 9>"},
      {"list", Value::Array{"<1Z & 9>", 7, true, 2.5, nullptr, Value::Object{{"deep", "x<1Z & 9>y"}}}},
      {"braces", "a { b } {} {1} {code:ups} {<1Z & 9>} {code"},
  };
  CHECK(FillUserData(data, captures) == expected);
  CHECK(CapturesInData(data) == std::vector<std::string_view>{"code", "code", "code", "code", "code"});
}

TEST_CASE("User data: nesting is bounded", "[rules]") {  // 4
  auto nested = [](int depth) {
    Value value = "x";
    for (int i = 0; i < depth; ++i) {
      value = i % 2 == 0 ? Value(Value::Array{value}) : Value(Value::Object{{"k", value}});
    }
    return value;
  };
  CHECK(CheckUserData(nested(64)).ok());
  CHECK(Message(CheckUserData(nested(65))) == "is nested deeper than 64 levels");
}

}  // namespace
}  // namespace signpost::rules
