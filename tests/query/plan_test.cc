// SPDX-License-Identifier: Apache-2.0
// 1. Words written as one stand for words written apart and the other way round, up to three, as the corpus has them.
// 2. Stop words alone make neither; a split is one only where its parts stand side by side; three parts only without
//    two.
// 3. A misspelled last word half typed stands for what it begins; typos are tried only when nothing else stands for
//    a word.
// 4. A word that is known but rare gets the one typo that is its correction; a common one, and a half-typed one,
//    does not.
// 5. Typos keep out of words, fields and phrases where they are switched off.
// 6. A phrase that stands nowhere stands for nothing, whatever the segments.
// 7. Of many alternatives the limits of base/limits.h are kept; every weight is in (0, 1], kinds come cheapest first.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "query/plan.h"
#include "query/test_corpus.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace signpost::query {
namespace {

using Strings = std::vector<std::string>;

constexpr const char* kKinds[] = {"exact",  "identifier", "stem",    "compound", "inner",      "prefix",
                                  "joined", "split",      "synonym", "typo",     "typoPrefix", "guessedSynonym"};

// The alternatives of each word: "kind text", by slot.
std::vector<Strings> Alternatives(std::string_view query, const segment::Corpus& corpus,
                                  const MatchOptions& options = {}) {
  std::vector<Strings> out;
  for (const Slot& slot : PlanOf(query, corpus, options).slots) {
    Strings& texts = out.emplace_back();
    for (const Alternative& a : slot.alternatives) {
      texts.push_back(std::string(kKinds[static_cast<int>(a.kind)]) + " " + a.text);
    }
  }
  return out;
}

const std::vector<Document> kShop = {
    Titled("Track order status"), Titled("Track a parcel"),           Titled("Basketball shoes"),
    Titled("Wifi setup"),         Titled("Wi-fi in our stores"),      Titled("In to the can not"),
    Titled("Cannot log in"),      Titled("Check out with one click"), Titled("Refund to your card"),
    Titled("Order confirmation"), Titled("In house repair"),          Titled("Refunds take five days")};

TEST_CASE("Plan: words written apart and as one", "[query]") {  // 1
  const segment::Corpus corpus = CorpusOf(kShop);
  struct Case {
    const char* query;
    std::vector<Strings> alternatives;
  };
  const auto c = GENERATE(values<Case>({
      {"trackorder ", {{"split track order"}}},
      {"track order ", {{"exact track"}, {"exact order"}}},
      {"basket ball ", {{"joined basketball"}, {"joined basketball"}}},
      {"basket ball shoes ", {{"joined basketball"}, {"joined basketball"}, {"exact shoes"}}},
      {"bas ket ball ", {{"joined basketball"}, {"joined basketball"}, {"joined basketball"}}},
      {"basket bal", {{"prefix basketbal"}, {"prefix basketbal"}}},
      {"wifi ", {{"exact wifi", "split wi fi"}}},
      {"wi fi ", {{"exact wi", "joined wifi"}, {"exact fi", "joined wifi"}}},
      {"wi-fi ", {{"exact wi", "identifier wifi"}, {"exact fi", "identifier wifi"}}},
      {"oneclick ", {{"split one click"}}},
      {"outwithone ", {{"split out with one"}}},
      {"checkoutwith ", {{"split check out with"}}},
  }));
  CAPTURE(c.query);
  CHECK(Alternatives(c.query, corpus, {.typos = {.mode = TypoMode::kOff}}) == c.alternatives);
}

TEST_CASE("Plan: no joins of four words, of numbers, nor across another word", "[query]") {  // 1
  const segment::Corpus corpus =
      CorpusOf({Titled("abcd"), Titled("bcd"), Titled("20202021"), Titled("iphone12"), Titled("ac")});
  const MatchOptions exact = {.typos = {.mode = TypoMode::kOff}};
  CHECK(Alternatives("a b c d ", corpus, exact) ==
        std::vector<Strings>{{}, {"joined bcd"}, {"joined bcd"}, {"joined bcd"}});
  CHECK(Alternatives("2020 2021 ", corpus, exact) == std::vector<Strings>{{}, {}});
  CHECK(Alternatives("iphone 12 ", corpus, exact) ==
        std::vector<Strings>{{"inner ~iphone", "joined iphone12"}, {"inner ~12", "joined iphone12"}});
  CHECK(Alternatives("a b c ", corpus, exact) == std::vector<Strings>{{}, {}, {}});
}

TEST_CASE("Plan: stop words alone make neither joins nor splits", "[query]") {  // 2
  const segment::Corpus corpus = CorpusOf({Titled("into the shop"), Titled("get in to it"), Titled("onto"),
                                           Titled("what ever it takes"), Titled("log in to")});
  const MatchOptions exact = {.typos = {.mode = TypoMode::kOff}};
  CHECK(Alternatives("in to ", corpus, exact) == std::vector<Strings>{{"exact in"}, {"exact to"}});
  CHECK(Alternatives("into ", corpus, exact) == std::vector<Strings>{{"exact into"}});
  CHECK(Alternatives("whatever ", corpus, exact) == std::vector<Strings>{{}});
  CHECK(Alternatives("loginto ", corpus, exact) == std::vector<Strings>{{"split log in to"}});
}

TEST_CASE("Plan: a split stands side by side in some document", "[query]") {  // 2
  const MatchOptions exact = {.typos = {.mode = TypoMode::kOff}};
  CHECK(Alternatives("trackorder ", CorpusOf({Titled("track your order"), Titled("order and track")}), exact) ==
        std::vector<Strings>{{}});
  // In two fields, or in two documents, is not side by side.
  CHECK(Alternatives("trackorder ", CorpusOf({Titled("track", "order")}), exact) == std::vector<Strings>{{}});
  CHECK(Alternatives("trackorder ", CorpusOf({Titled("track"), Titled("order")}), exact) == std::vector<Strings>{{}});
  // Of a removed document it does not count.
  segment::LiveSegment live = SegmentOf({Titled("track order"), Titled("track an order")});
  for (std::uint32_t d = 0; d < 2; ++d) {
    const bool holds = Alternatives("trackorder ", segment::Corpus({live.Without({DocId{d}})}), exact)[0] ==
                       Strings{"split track order"};
    const bool other = Alternatives("trackorder ", segment::Corpus({live.Without({DocId{1 - d}})}), exact)[0] ==
                       Strings{"split track order"};
    CHECK(holds != other);
  }
}

TEST_CASE("Plan: three parts only when no two stand there and the word is no term", "[query]") {  // 2
  const MatchOptions exact = {.typos = {.mode = TypoMode::kOff}};
  const Document three = Titled("sign up form"), two = Titled("signup form");
  CHECK(Alternatives("signupform ", CorpusOf({three}), exact) == std::vector<Strings>{{"split sign up form"}});
  CHECK(Alternatives("signupform ", CorpusOf({three, two}), exact) == std::vector<Strings>{{"split signup form"}});
  CHECK(Alternatives("signupform ", CorpusOf({three, Titled("signupform")}), exact) ==
        std::vector<Strings>{{"exact signupform"}});
}

TEST_CASE("Plan: a misspelled last word half typed", "[query]") {  // 3
  const segment::Corpus corpus = CorpusOf({Titled("Password reset"), Titled("Passwords expire"), Titled("Parcel")});
  CHECK(Alternatives("pasw", corpus) == std::vector<Strings>{{"typoPrefix password", "typoPrefix passwords"}});
  CHECK(Alternatives("pasw ", corpus) == std::vector<Strings>{{}});
  CHECK(Alternatives("pass", corpus) == std::vector<Strings>{{"prefix pass"}});
  CHECK(Alternatives("passwrod ", corpus) == std::vector<Strings>{{"typo password", "typo passwords"}});
  // Not when something else stands for the word.
  CHECK(Alternatives("password", corpus) == std::vector<Strings>{{"exact password", "stem passwords"}});
  CHECK(Alternatives("parcels ", corpus) == std::vector<Strings>{{"stem parcel"}});
  CHECK(Alternatives("pasw", corpus, {.typos = {.mode = TypoMode::kOff}}) == std::vector<Strings>{{}});
}

// `rare` once, `common` in a hundred documents.
segment::Corpus RareAndCommon(const std::string& rare, const std::string& common) {
  std::vector<Document> documents = {Titled(rare)};
  for (int i = 0; i < 100; ++i) documents.push_back(Titled(common));
  for (int i = 0; i < 100; ++i) documents.push_back(Titled("something else"));
  return CorpusOf(documents);
}

TEST_CASE("Plan: a rare word near a common one", "[query]") {  // 4
  const segment::Corpus corpus = RareAndCommon("adress", "address");
  const Plan doubted = PlanOf("adress ", corpus);
  REQUIRE(doubted.slots.size() == 1);
  CHECK(Alternatives("adress ", corpus) == std::vector<Strings>{{"exact adress", "typo address"}});
  REQUIRE(doubted.slots[0].correction.has_value());
  CHECK(doubted.slots[0].correction->text == "address");
  CHECK(doubted.slots[0].correction->confidence > 0.3);
  CHECK(doubted.slots[0].correction->confidence < 1);
  CHECK(Alternatives("address ", corpus) == std::vector<Strings>{{"exact address"}});
  CHECK_FALSE(PlanOf("address ", corpus).slots[0].correction.has_value());
  CHECK(Alternatives("adress", corpus) == std::vector<Strings>{{"exact adress"}});  // may go on
  CHECK(Alternatives("adress ", RareAndCommon("adress", "tent")) == std::vector<Strings>{{"exact adress"}});
}

TEST_CASE("Plan: words, fields and sizes without typos", "[query]") {  // 5
  const segment::Corpus corpus = CorpusOf({Titled("warranty", "delivery")});
  CHECK(Alternatives("waranty ", corpus) == std::vector<Strings>{{"typo warranty"}});
  CHECK(Alternatives("waranty ", corpus, {.typos = {.disabled_on_words = {"WÁRANTY"}}}) == std::vector<Strings>{{}});
  CHECK(Alternatives("waranty ", corpus, {.typos = {.min_word_size_for_1_typo = 9}}) == std::vector<Strings>{{}});
  CHECK(Alternatives("wranty ", corpus) == std::vector<Strings>{{"typo warranty"}});
  CHECK(Alternatives("wranty ", corpus, {.typos = {.min_word_size_for_2_typos = 9}}) == std::vector<Strings>{{}});
  CHECK(Alternatives("\"waranty\"", corpus, {.advanced_syntax = true}) == std::vector<Strings>{{}});
  CHECK(Alternatives("warranty1 ", corpus) == std::vector<Strings>{{}});
  CHECK(PlanOf("waranty ", corpus).slots[0].alternatives[0].fields == UINT32_MAX);
  const Plan plan = PlanOf("waranty ", corpus, {.typos = {.disabled_on_attributes = {"body", "title"}}});
  CHECK(plan.slots[0].alternatives[0].fields == (UINT32_MAX & ~0b101u));  // title, headings, body, keywords
  CHECK(PlanOf("warranty ", corpus, {.typos = {.disabled_on_attributes = {"title"}}}).slots[0].alternatives[0].fields ==
        UINT32_MAX);
}

TEST_CASE("Plan: a phrase that stands nowhere", "[query]") {  // 6
  const Document part = Titled("E-405 and X-404");
  const segment::Corpus one = CorpusOf({part, Titled("404")});
  const segment::Corpus two({SegmentOf({Titled("E-405")}), SegmentOf({Titled("X-404"), Titled("404")})});
  const std::vector<Strings> parts = {{"exact e"}, {"exact 404"}};
  CHECK(Alternatives("E-404 ", one) == parts);
  CHECK(Alternatives("E-404 ", two) == parts);
  CHECK(Alternatives("\"and e\"", one, {.advanced_syntax = true}) == std::vector<Strings>{{}});
  CHECK(Alternatives("\"e 405\"", one, {.advanced_syntax = true}) == std::vector<Strings>{{"exact e 405"}});
}

TEST_CASE("Plan: weights, order and limits", "[query]") {  // 7
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText text(seed);
  std::vector<Document> documents;
  for (int d = 0; d < 200; ++d) documents.push_back(text.Document("d" + std::to_string(d), "en"));
  for (std::size_t i = 0; i < limits::kMaxPrefixTerms + 100; ++i) documents.push_back(Titled("qq" + std::to_string(i)));
  for (char c = 'a'; c < 'z'; ++c) {
    for (char d = 'a'; d < 'z'; ++d) documents.push_back(Titled(std::string("zor") + c + d + "xwv"));
  }
  const segment::Corpus corpus = CorpusOf(documents);
  for (int q = 0; q < 300; ++q) {
    const std::string query = q == 0 ? "qq" : q == 1 ? "zorzzxwv" : text.Query();
    CAPTURE(query);
    for (const Slot& slot : PlanOf(query, corpus).slots) {
      const auto of_kind = [&](AlternativeKind kind) {
        return static_cast<std::size_t>(std::count_if(slot.alternatives.begin(), slot.alternatives.end(),
                                                      [&](const Alternative& a) { return a.kind == kind; }));
      };
      CHECK(of_kind(AlternativeKind::kPrefix) <= 4);  // of the word, of pieces, of joined words
      CHECK(of_kind(AlternativeKind::kTypo) <= limits::kMaxTypoTerms);
      CHECK(of_kind(AlternativeKind::kTypoPrefix) <= limits::kMaxTypoTerms);
      const Alternative* before = nullptr;
      for (const Alternative& a : slot.alternatives) {
        REQUIRE(a.weight > 0);
        REQUIRE(a.weight <= 1);
        REQUIRE((a.edits > 0) == (a.kind >= AlternativeKind::kTypo));
        REQUIRE(a.terms.empty() != a.phrases.empty());
        if (before != nullptr) REQUIRE(before->kind <= a.kind);
        before = &a;
      }
      if (slot.correction) {
        CHECK(slot.correction->confidence > 0);
        CHECK(slot.correction->confidence <= 1);
      }
    }
  }
  const std::vector<Alternative> of_qq = PlanOf("qq", corpus).slots[0].alternatives;
  REQUIRE(of_qq.size() == 2);  // the piece of "qq1", and all that begin so
  CHECK(of_qq[1].terms.front().range.end - of_qq[1].terms.front().range.begin > limits::kMaxPrefixTerms);
  CHECK(PlanOf("zorzzxwv ", corpus).slots[0].alternatives.size() == limits::kMaxTypoTerms);
}

}  // namespace
}  // namespace signpost::query
