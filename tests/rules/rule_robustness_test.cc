// SPDX-License-Identifier: Apache-2.0
// Properties of rules and synonyms under anything:
//  1. Arbitrary bytes as patterns, URLs and queries never crash; what is accepted also applies.
//  2. A redirect keeps the scheme and host of its template, and captured text brings no byte that is not unreserved or
//     part of a percent-encoding.
//  3. User data with captured text is UTF-8.
//  4. Ten thousand rules and ten thousand synonyms compile, and answer the longest query, also when all of them share
//     their words.
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "base/utf8.h"
#include "rules/synonym_set.h"
#include "rules/test_rules.h"
#include "support/seed.h"
#include "text/language_pack.h"

namespace signpost::rules {
namespace {

using Random = std::mt19937_64;

query::ParsedQuery Parsed(std::string_view text, std::string_view lang) {
  return query::Parse(text, text::Analyzer(text::FindLanguagePack(lang)));
}

std::vector<query::SynonymMatch> Find(const SynonymSet& set, const query::ParsedQuery& query, std::string_view lang) {
  const TypoTolerance typos;
  return set.Find(query, lang, {typos, [](std::string_view) { return true; }});
}

// Bytes that look a little like patterns and queries.
std::string Noise(Random& random, std::size_t most) {
  constexpr std::string_view kPieces[] = {"{",         "}",     ":",      "{a}",     "{b:order}", "{ups}",
                                          "{c:email}", "track", " ",      " ",       "12345",     "1Z999AA10123456784",
                                          "-",         "@",     ".com",   "/",       "//",        "https://",
                                          "x.example", "订单",  "คำสั่ง",   "é",       "\xFF",      "\xE4\xB8",
                                          "\n",        "\\",    "%",      "é\u0301", "１",        "?",
                                          "#",         "a",     "\u200B", "\u3000"};
  std::string out;
  for (std::size_t i = random() % most; i > 0; --i) {
    if (random() % 8 == 0) {
      out += static_cast<char>(random());
    } else {
      out += kPieces[random() % std::size(kPieces)];
    }
  }
  return out;
}

TEST_CASE("Rules: arbitrary bytes", "[rules]") {  // 1, 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  int accepted = 0;
  int applied = 0;
  for (int i = 0; i < 30'000; ++i) {
    Rule rule = RuleFor("r", Noise(random, 6), static_cast<Anchoring>(random() % 4));
    if (random() % 2 == 0) rule.consequence.redirect_url = Noise(random, 6);
    if (random() % 2 == 0) rule.consequence.user_data = Noise(random, 6);
    absl::StatusOr<RuleSet> set = RuleSet::Compile({rule});
    if (!set.ok()) {
      CHECK(set.status().code() == absl::StatusCode::kInvalidArgument);
      continue;
    }
    ++accepted;
    for (int q = 0; q < 4; ++q) {
      const Outcome outcome = Apply(*set, Noise(random, 12));
      if (!outcome.applied.empty()) ++applied;
    }
  }
  CHECK(accepted > 100);
  CHECK(applied > 20);
}

bool IsEncoded(std::string_view s) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (std::isalnum(static_cast<unsigned char>(s[i])) ||
        std::string_view("-._~").find(s[i]) != std::string_view::npos) {
      continue;
    }
    if (s[i] != '%' || i + 2 >= s.size()) return false;
    if (!std::isxdigit(static_cast<unsigned char>(s[i + 1])) || !std::isxdigit(static_cast<unsigned char>(s[i + 2]))) {
      return false;
    }
    i += 2;
  }
  return true;
}

TEST_CASE("Rules: a redirect leads where its template says", "[rules]") {  // 2, 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  const std::string_view prefix =
      GENERATE("https://www.example.com/", "http://example.com?q=", "/", "?", "#", "/a/b?c=d&e=");
  const RuleSet redirect =
      Compiled({RuleFor("r", "{a}", Anchoring::kContains, RedirectTo(StrCat(prefix, "{a}"))),
                RuleFor("s", "{a:email}", Anchoring::kContains, RedirectTo(StrCat(prefix, "{a}")))});
  const RuleSet data = Compiled({RuleFor("r", "{a}", Anchoring::kContains, Banner("{a}"))});
  int redirected = 0;
  for (int i = 0; i < 5'000; ++i) {
    const std::string query = Noise(random, 12);
    CAPTURE(query);
    const Outcome outcome = Apply(redirect, query);
    for (const Value& value : Apply(data, query).user_data) CHECK(FindInvalidUtf8(*value.string()) == kValidUtf8);
    if (!outcome.redirect) continue;
    ++redirected;
    REQUIRE(outcome.redirect->url.starts_with(prefix));
    CHECK(IsEncoded(outcome.redirect->url.substr(prefix.size())));
  }
  CHECK(redirected > 1'000);
}

std::string LongQuery(std::string_view words) {
  std::string query;
  while (query.size() + words.size() <= limits::kMaxQueryBytes) query += words;
  return query;
}

TEST_CASE("Rules: ten thousand", "[rules]") {  // 4
  std::vector<Rule> rules;
  for (std::size_t i = 0; i < limits::kMaxRules; ++i) {
    const std::string n = std::to_string(i);
    // Some with words of their own, most with words that all share.
    const std::string pattern = i % 4 == 0   ? "how do i return item" + n
                                : i % 4 == 1 ? "where is my order {order:order}"
                                : i % 4 == 2 ? "my order"
                                             : "topic" + n + " {x}";
    rules.push_back(RuleFor("r" + n, pattern, static_cast<Anchoring>(i / 4 % 4), Banner(i)));
  }
  const RuleSet set = Compiled(std::move(rules));
  CHECK(Apply(set, "please, how do i return item12").applied == std::vector<std::string>{"r12"});
  CHECK(Apply(set, "topic3 x").applied == std::vector<std::string>{"r3"});
  CHECK(Apply(set, "where is my order 12345").applied.size() == 2500 + 625);
  CHECK(Apply(set, LongQuery("my order ")).applied.size() == 3 * 625);  // not kIs
  CHECK(Apply(set, LongQuery("where is my order 12345 ")).applied.size() == 625);
}

TEST_CASE("Synonyms: ten thousand", "[rules]") {  // 4
  std::vector<Synonym> synonyms;
  for (std::size_t i = 0; i < limits::kMaxSynonyms; ++i) {
    const std::string n = std::to_string(i);
    synonyms.push_back({.object_id = "s" + n,
                        .type = SynonymType::kMultiWay,
                        .lang = i % 2 == 0 ? "en" : "",
                        .input = {},
                        .synonyms = {"word" + n, "gift card number" + n, "money back" + n}});
  }
  // One that is long and repeats itself costs the queries that repeat it, not others.
  synonyms.back().synonyms = {"repeated", LongQuery("again ").substr(0, 3'000)};
  absl::StatusOr<SynonymSet> set = SynonymSet::Compile(std::move(synonyms));
  REQUIRE(set.ok());
  const std::vector<query::SynonymMatch> found = Find(*set, Parsed("a word17 and gift card number18", "en"), "en");
  REQUIRE(found.size() == 2);
  CHECK(found[0].begin == 1);
  CHECK(found[1].begin == 3);
  CHECK(found[1].end == 6);
  for (std::string_view words : {"gift card ", "again ", "word1 "}) {
    CHECK(Find(*set, Parsed(LongQuery(words), "en"), "en").size() <= 1);
  }
}

TEST_CASE("Synonyms: arbitrary bytes", "[rules]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  const char* kLanguages[] = {"", "en", "es", "zh", "ja", "tr", "no such language", "\xFF"};
  int found = 0;
  for (int i = 0; i < 5'000; ++i) {
    const std::string lang = kLanguages[random() % std::size(kLanguages)];
    const std::string input = Noise(random, 3);
    absl::StatusOr<SynonymSet> set = SynonymSet::Compile({{.object_id = "s",
                                                           .type = static_cast<SynonymType>(random() % 2),
                                                           .lang = lang,
                                                           .input = random() % 2 == 0 ? input : "",
                                                           .synonyms = {Noise(random, 4), Noise(random, 4)}}});
    if (!set.ok()) continue;
    const query::ParsedQuery query = Parsed(Noise(random, 20), lang);
    for (const query::SynonymMatch& match : Find(*set, query, lang)) {
      CHECK(match.begin < match.end);
      CHECK(match.end <= query.tokens.units.size());
      CHECK_FALSE(match.replacements.empty());
      for (const auto& terms : match.replacements) CHECK_FALSE(terms.empty());
      ++found;
    }
  }
  CHECK(found > 20);
}

}  // namespace
}  // namespace signpost::rules
