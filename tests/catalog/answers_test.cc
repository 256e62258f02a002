// SPDX-License-Identifier: Apache-2.0
// 1. An answer is a whole passage: steps with what introduces them, a table row below its header, a sentence; with its section.
// 2. Answers come when they are asked for and are confident enough, never of what an audience may not see.
// 3. Text is escaped as the request says; options out of range are refused.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "support/ask.h"

using signpost::Answer;
using signpost::AnswerKind;
using signpost::Document;
using signpost::Index;
using signpost::LineKind;
using signpost::SearchRequest;
using Strings = std::vector<std::string>;

namespace {

std::vector<Document> Help() {
  std::vector<Document> out = {
      {.object_id = "password",
       .lang = "en",
       .title = "Reset your password",
       .url = "https://help.example/password",
       .sections = {{.text = "Forgot your password? Ask for a link."},
                    {.anchor = "web",
                     .heading = "On the website",
                     .level = 2,
                     .text = "Do it so:\nOpen <Sign in>.\nPress Forgot.\nOpen the mail.",
                     .lines = {LineKind::kText, LineKind::kStep, LineKind::kStep, LineKind::kStep}}}},
      {.object_id = "refunds",
       .lang = "en",
       .title = "When refunds arrive",
       .sections = {{.anchor = "times",
                     .heading = "How long it takes",
                     .level = 2,
                     .text = "Method | Days\nPayPal | 1 to 2\nDebit card | 5 to 10",
                     .lines = {LineKind::kHeaderRow, LineKind::kRow, LineKind::kRow}}}},
      {.object_id = "secret",
       .lang = "en",
       .title = "Refunds without a receipt",
       .sections = {{.text = "A refund without a receipt takes 99 days."}},
       .audiences = {"agents"}}};
  for (int i = 0; i < 40; ++i) {
    out.push_back(Article("filler" + std::to_string(i), "About tents " + std::to_string(i),
                          "A tent is made of cloth and poles."));
  }
  return out;
}

std::vector<Answer> Answers(const Index& index, const std::string& query, double least = 0.4,
                            const signpost::Audience& audience = signpost::Audience::Public()) {
  SearchRequest request{.query = query, .answers = {.enabled = true, .min_confidence = least}};
  return Ask(index, audience, request).answers;
}

}  // namespace

TEST_CASE("Answers: steps with what introduces them", "[catalog]") {  // 1, 3
  const Index index = BuildIndex(Help());
  const auto answers = Answers(index, "how do I reset my password");
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].object_id == "password");
  CHECK(answers[0].url == "https://help.example/password");
  CHECK(answers[0].title == "Reset your password");
  CHECK(answers[0].anchor == "web");
  CHECK(answers[0].headings == Strings{"On the website"});
  CHECK(answers[0].kind == AnswerKind::kSteps);
  CHECK(answers[0].text == "Do it so:\nOpen &lt;Sign in&gt;.\nPress Forgot.\nOpen the mail.");
  CHECK(answers[0].evidence.empty());
}

TEST_CASE("Answers: a table row below its header", "[catalog]") {  // 1
  const auto answers = Answers(BuildIndex(Help()), "how long does a refund to paypal take");
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].kind == AnswerKind::kTableRow);
  CHECK(answers[0].text == "Method | Days\nPayPal | 1 to 2");
  CHECK(answers[0].anchor == "times");
}

TEST_CASE("Answers: none unless asked for, none without confidence, none for what is not known", "[catalog]") {  // 2
  const Index index = BuildIndex(Help());
  CHECK(Ask(index, {.query = "how do I reset my password"}).answers.empty());
  CHECK(Answers(index, "how do I reset my password", 0.99).empty());
  CHECK(Answers(index, "what is the capital of mongolia", 0.6).empty());
  CHECK(Answers(index, "", 0.6).empty());
}

TEST_CASE("Answers: of what the audience may see, and of what may leave", "[catalog]") {  // 2
  const Index index = BuildIndex(Help());
  for (const Answer& answer : Answers(index, "refund without a receipt", 0)) {
    CHECK(answer.object_id != "secret");
    CHECK(answer.text.find("99") == std::string::npos);
  }
  const auto agents =
      Answers(index, "how long does a refund without a receipt take", 0.4, signpost::Audience::Of({"agents"}));
  REQUIRE_FALSE(agents.empty());
  CHECK(agents[0].object_id == "secret");
  const Index hidden = BuildIndex(Help(), {.language = "en", .unretrievable_attributes = {"body"}});
  CHECK(Answers(hidden, "how do I reset my password", 0).empty());
}

TEST_CASE("Answers: evidence when explained; options out of range", "[catalog]") {  // 3
  const Index index = BuildIndex(Help());
  SearchRequest request{.query = "how do I reset my password",
                        .answers = {.enabled = true, .min_confidence = 0, .count = 3}};
  request.explain = true;
  request.highlight.escape = signpost::Escape::kNone;
  const auto answers = Ask(index, request).answers;
  REQUIRE_FALSE(answers.empty());
  CHECK(answers[0].evidence.size() == 11);
  CHECK(answers[0].text.find("<Sign in>") != std::string::npos);
  for (std::size_t i = 1; i < answers.size(); ++i) CHECK(answers[i].confidence <= answers[i - 1].confidence);
  for (const signpost::AnswerOptions& bad :
       {signpost::AnswerOptions{.min_confidence = 1.1}, {.min_confidence = -1}, {.count = 0}, {.count = 11}}) {
    request.answers = bad;
    CHECK(index.Search(signpost::Audience::Public(), request).status().code() == absl::StatusCode::kInvalidArgument);
  }
}
