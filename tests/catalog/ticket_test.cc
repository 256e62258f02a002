// SPDX-License-Identifier: Apache-2.0
// Tickets through the public API.
//
// 1. A mail finds its article through greeting, quotation and signature, with the sentences that led there, byte by byte.
// 2. A mail that no article answers gives nothing, with a confidence below the one asked for; min_confidence 0 gives the nearest.
// 3. Confidences are 0..1; those of the articles add up to the response's at most, the best first.
// 4. Order numbers, links and addresses say nothing.
// 5. Documents of another audience change nothing: neither articles nor scores nor confidences.
// 6. Fields out of their range are refused with their names; an empty mail is no error.
// 7. The answer does not depend on how documents are spread over segments.
#include <signpost/signpost.h>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/ask.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace {

using signpost::Audience;
using signpost::TicketRequest;
using signpost::TicketResponse;

std::vector<signpost::Document> Articles() {
  return {Article("late", "My order has not arrived", "Most late parcels turn up within two days. If tracking says delivered and "
                                                      "nothing came, ask the neighbors and the carrier."),
          Article("return", "Return an item", "Send it back within thirty days. Print the label and leave the box with the carrier."),
          Article("refund", "Refund times", "We refund your card within five days after the return came. The bank may take longer."),
          Article("password", "Reset your password", "Locked out of your account? Ask for a link by mail and choose a new password."),
          Article("size", "Boot sizes", "Measure your foot in the evening. Boots for hiking are half a size larger.")};
}

TicketResponse Read(const signpost::Index& index, const TicketRequest& request,
                    const Audience& audience = Audience::Public()) {
  auto response = index.SuggestForTicket(audience, request);
  REQUIRE(response.ok());
  return *std::move(response);
}

const std::string kMail =
    "Hello team,\r\n\r\nI was locked out of my account. The link for a new password never came by mail.\r\n\r\nKind regards\r\nDana\r\n\r\n"
    "On Tue, Mar 3, 2026 Shop wrote:\r\n> Refund times, boot sizes, return an item: print the label and send the box back\r\n";

TEST_CASE("Ticket: a mail finds its article", "[catalog]") {
  const auto index = BuildIndex(Articles());
  const TicketRequest request{.subject = "no password", .body = kMail};
  const TicketResponse response = Read(index, request);
  REQUIRE_FALSE(response.articles.empty());
  CHECK(response.articles.front().document.object_id == "password");
  REQUIRE_FALSE(response.articles.front().sentences.empty());
  for (const auto& article : response.articles) {
    for (const auto& sentence : article.sentences) {
      const std::string& part = sentence.part == signpost::TicketPart::kSubject ? request.subject : request.body;
      CHECK(part.substr(sentence.begin, sentence.end - sentence.begin) == sentence.text);
    }
  }
  REQUIRE(response.problem.size() == 3);
  CHECK(response.problem[1].text == "I was locked out of my account.");
}

TEST_CASE("Ticket: what no article answers gives nothing", "[catalog]") {
  const auto index = BuildIndex(Articles());
  TicketRequest request{.subject = "Sponsorship",
                        .body = "Dear team, four women ski across Greenland next April, raising funds against cancer. We seek brands "
                                "supporting such expeditions. May I present our brochure?"};
  const TicketResponse quiet = Read(index, request);
  CHECK(quiet.articles.empty());
  CHECK(quiet.confidence < request.min_confidence);
  request.min_confidence = 0;
  request.body += " Our boots and the label on the box matter.";
  CHECK_FALSE(Read(index, request).articles.empty());
}

TEST_CASE("Ticket: confidences add up", "[catalog]") {
  const auto index = BuildIndex(Articles());
  const TicketResponse response = Read(index, {.body = kMail, .limit = 3, .min_confidence = 0});
  CHECK(response.confidence >= 0);
  CHECK(response.confidence <= 1);
  double sum = 0;
  double last = 1;
  for (const auto& article : response.articles) {
    CHECK(article.confidence <= last);
    last = article.confidence;
    sum += article.confidence;
  }
  CHECK(sum <= response.confidence + 1e-9);
}

TEST_CASE("Ticket: order numbers, links and addresses say nothing", "[catalog]") {
  auto articles = Articles();
  articles.push_back(Article("example", "Numbers", "An order number such as FW-20417735 is in the mail from shop.example."));
  const auto index = BuildIndex(articles);
  const std::string body = "I was locked out of my account and need a new password.";
  const TicketResponse plain = Read(index, {.body = body, .min_confidence = 0});
  const TicketResponse numbers =
      Read(index, {.body = body + " FW-99912345 https://shop.example/mail?number=FW me@shop.example", .min_confidence = 0});
  REQUIRE(plain.articles.size() == numbers.articles.size());
  for (std::size_t i = 0; i < plain.articles.size(); ++i) {
    CHECK(plain.articles[i].document.object_id == numbers.articles[i].document.object_id);
  }
}

TEST_CASE("Ticket: hidden documents change nothing", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText text(seed);
  for (int round = 0; round < 40; ++round) {
    std::vector<signpost::Document> visible;
    for (int d = 0; d < 12; ++d) visible.push_back(text.Document("d" + std::to_string(d), "en"));
    auto all = visible;
    for (int d = 0; d < 8; ++d) {
      all.push_back(text.Document("h" + std::to_string(d), "en"));
      all.back().audiences = {"staff"};
    }
    const auto without = BuildIndex(visible);
    const auto with = BuildIndex(all);
    const TicketRequest request{.subject = text.Words(3), .body = text.Words(25), .min_confidence = 0};
    const TicketResponse a = Read(without, request);
    const TicketResponse b = Read(with, request);
    CHECK(a.confidence == b.confidence);
    REQUIRE(a.articles.size() == b.articles.size());
    for (std::size_t i = 0; i < a.articles.size(); ++i) {
      CHECK(a.articles[i].document == b.articles[i].document);
      CHECK(a.articles[i].score == b.articles[i].score);
      CHECK(a.articles[i].confidence == b.articles[i].confidence);
    }
  }
}

TEST_CASE("Ticket: segments change nothing", "[catalog]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  RandomText text(seed);
  for (int round = 0; round < 20; ++round) {
    std::vector<signpost::Document> documents;
    for (int d = 0; d < 12; ++d) documents.push_back(text.Document("d" + std::to_string(d), "en"));
    const auto one = BuildIndex(documents);
    auto several = BuildIndex({documents.begin(), documents.begin() + 4});
    REQUIRE(several.Upsert({documents.begin() + 4, documents.begin() + 8}).ok());
    REQUIRE(several.Upsert({documents.begin() + 8, documents.end()}).ok());
    const TicketRequest request{.body = text.Words(30), .min_confidence = 0};
    const TicketResponse a = Read(one, request);
    const TicketResponse b = Read(several, request);
    CHECK(a.confidence == Approx(b.confidence));
    REQUIRE(a.articles.size() == b.articles.size());
    for (std::size_t i = 0; i < a.articles.size(); ++i) CHECK(a.articles[i].score == Approx(b.articles[i].score));
  }
}

TEST_CASE("Ticket: fields out of their range", "[catalog]") {
  const auto index = BuildIndex(Articles());
  auto refused = [&](const TicketRequest& request, const std::string& why) {
    const auto response = index.SuggestForTicket(Audience::Public(), request);
    REQUIRE(response.status().code() == absl::StatusCode::kInvalidArgument);
    CHECK(std::string(response.status().message()).find(why) != std::string::npos);
  };
  refused({.limit = 0}, "limit is 0");
  refused({.limit = 21}, "limit is 21");
  refused({.min_confidence = 1.5}, "minConfidence is 1.5");
  refused({.sentences = 11}, "sentences is 11");
  refused({.body = std::string(256 * 1024 + 1, 'a')}, "the limit is 262144");
  refused({.deadline_us = -1}, "deadline is -1");
  const TicketResponse empty = Read(index, {});
  CHECK(empty.articles.empty());
  CHECK(empty.confidence == 0);
  CHECK(Read(index, {.body = "> all of it\n> is quoted", .min_confidence = 0}).articles.empty());
}

}  // namespace
