// SPDX-License-Identifier: Apache-2.0
// Intent words, what rules say of a query, and calibrated scores, each by itself.
//
// 1. Listed words are found in any form; phrases side by side, the longest first, without overlap; characters of Chinese anywhere.
// 2. A slip is read as a listed word only if nobody knows the word as it was typed, and only in words of five letters or more.
// 3. A question is known at the ends of a query, in nineteen languages.
// 4. The share of a rule is that of the words its pattern names; rules for every query, and banners, have none.
// 5. Calibrated scores never rise, keep the proportions of the index, and give promoted hits the place of the hit behind them.
#include <signpost/signpost.h>

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/calibration.h"
#include "catalog/intent_rules.h"
#include "catalog/intent_words.h"
#include "support/ask.h"
#include "text/language_pack.h"
#include "text/languages/packs.h"

namespace {

using signpost::catalog::PhraseList;
using Words = std::vector<std::string>;

bool Nobody(std::string_view) { return false; }

Words FindIn(std::string_view lang, const Words& listed, std::string_view query) {
  return PhraseList(signpost::text::FindLanguagePack(lang), listed).Find(query, Nobody);
}

TEST_CASE("Intent words: forms and phrases", "[catalog]") {  // 1
  CHECK(FindIn("en", {"return", "refund"}, "Returning my REFUNDS") == Words{"return", "refund"});
  CHECK(FindIn("en", {"where", "where is my"}, "so where is my tent, and where") == Words{"where is my", "where"});
  CHECK(FindIn("en", {"is my"}, "where is not my").empty());
  CHECK(FindIn("es", {"devolución"}, "devoluciones") == Words{"devolución"});
  CHECK(FindIn("zh", {"退货"}, "我要退货怎么办") == Words{"退货"});
  CHECK(FindIn("zh", {"退货"}, "退了货").empty());
  CHECK(FindIn("en", {"", "?!"}, "?!").empty());
}

TEST_CASE("Intent words: slips", "[catalog]") {  // 2
  CHECK(FindIn("en", {"refund"}, "refnd") == Words{"refund"});
  CHECK(FindIn("en", {"password"}, "pasword paswrd") == Words{"password", "password"});
  CHECK(FindIn("en", {"help"}, "kelp").empty());
  const PhraseList trail(signpost::text::FindLanguagePack("en"), {"trail"});
  CHECK(trail.Find("trial", Nobody) == Words{"trail"});
  CHECK(trail.Find("trial", [](std::string_view word) { return word == "trial"; }).empty());
  CHECK(trail.Find("trial", nullptr).empty());
}

TEST_CASE("Intent words: questions", "[catalog]") {  // 3
  const PhraseList questions = PhraseList::Questions(signpost::text::FindLanguagePack("en"));
  CHECK(questions.FindAtEnds("How do I wash it") == "how");
  CHECK(questions.FindAtEnds("can i return this") == "can i");
  CHECK(questions.FindAtEnds("a jacket that knows how to keep dry").empty());
  CHECK(questions.FindAtEnds("").empty());
  CHECK(PhraseList::Questions(signpost::text::FindLanguagePack("zh")).FindAtEnds("快递一直没到怎么办") == "怎么办");
  for (const signpost::text::LanguagePack* pack : signpost::text::AllLanguagePacks()) {
    CAPTURE(pack->tag);
    CHECK(pack->question_phrases.empty() == pack->tag.empty());
    const std::string first(pack->question_phrases.substr(0, pack->question_phrases.find('|')));
    if (!first.empty()) CHECK_FALSE(PhraseList::Questions(*pack).FindAtEnds(first).empty());
  }
}

TEST_CASE("Intent rules: the share of the query that a pattern names", "[catalog]") {  // 4
  const signpost::Index index = BuildIndex({Article("a", "Hiking boots"), Article("b", "Near the sea"),
                                            Article("c", "For me"), Article("d", "Boots for me")});
  const std::string query = "hiking boots near me";
  const signpost::SearchResponse response = Ask(index, {.query = query, .lang = "en", .explain = true});
  const signpost::Settings settings;
  const signpost::catalog::QueryWords words({{.response = &response, .settings = &settings}});
  auto rule = [](const char* pattern, signpost::Anchoring anchoring, const char* url = "/stores") {
    return signpost::Rule{.object_id = "r",
                          .conditions = {{.pattern = pattern, .anchoring = anchoring}},
                          .consequence = {.redirect_url = url, .user_data = "banner"}};
  };
  auto share = [&](const signpost::Rule& r) {
    const auto shares = signpost::catalog::SharesOfRules({r}, {"r"}, query, words);
    return shares.empty() ? 0 : shares.front().share;
  };
  CHECK(share(rule("hiking boots near me", signpost::Anchoring::kIs)) == 1);
  CHECK(share(rule("{what} boots near me", signpost::Anchoring::kIs)) == 1);
  const double near = share(rule("near me", signpost::Anchoring::kEndsWith));
  const double boots = share(rule("hiking boots", signpost::Anchoring::kStartsWith));
  CHECK(near > 0);
  CHECK(near + boots == Approx(1));
  CHECK(share(rule("tents", signpost::Anchoring::kContains)) == 0);
  CHECK(share(rule("near me", signpost::Anchoring::kEndsWith, "")) == 0);
  signpost::Rule always = rule("", signpost::Anchoring::kIs);
  always.conditions.clear();
  CHECK(share(always) == 0);
  CHECK(signpost::catalog::SharesOfRules({always}, {"gone"}, query, words).empty());
}

signpost::SearchResponse Scored(const std::vector<double>& scores) {
  signpost::SearchResponse out;
  for (const double score : scores) {
    signpost::Hit& hit = out.hits.emplace_back();
    hit.score = score;
    hit.promoted = score < 0;
    hit.explanation.emplace().word_scores.push_back({.word = "w", .matched = "w"});
  }
  return out;
}

TEST_CASE("Calibration: scores of one list", "[catalog]") {  // 5
  using signpost::catalog::CalibratedScores;
  using Scores = std::vector<double>;
  CHECK(CalibratedScores(Scored({8, 4, 2}), 0.5) == Scores{0.5, 0.25, 0.125});
  CHECK(CalibratedScores(Scored({-1, 8, -1, 4}), 0.5) == Scores{0.5, 0.5, 0.25, 0.25});
  CHECK(CalibratedScores(Scored({-1, -1}), 0) == Scores{0.5, 0.5});
  CHECK(CalibratedScores(Scored({}), 1).empty());
  // Sorted by something else: no hit goes before one that its index puts first.
  CHECK(CalibratedScores(Scored({2, 8, 4}), 0.5) == Scores{0.125, 0.125, 0.125});
  signpost::SearchResponse empty_query = Scored({0, 0});
  for (signpost::Hit& hit : empty_query.hits) hit.explanation.reset();
  CHECK(CalibratedScores(empty_query, 0) == Scores{1, 0.5});
}

}  // namespace
