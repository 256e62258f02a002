// SPDX-License-Identifier: Apache-2.0
// Contact form: before a mail goes to the support team, show its writer the articles that answer it; send an automatic reply when one
// is sure enough; and put the right questions under a mail of the store's own.
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <signpost/signpost.h>

namespace {

// An answer goes out without a person only above this.
constexpr double kSureEnoughToReply = 0.6;

std::vector<signpost::Document> Articles() {
  return {{.object_id = "order-not-arrived",
           .title = "My order has not arrived",
           .url = "https://help.example/order-not-arrived",
           .sections = {{.text = "Most late parcels turn up within two days."},
                        {.anchor = "delivered",
                         .heading = "Tracking says delivered but I have nothing",
                         .level = 2,
                         .text = "Ask your neighbors and look around the front door and the garage. Still nothing? Report it, we "
                                 "look for the parcel with the carrier or send your order again."}},
           .attributes = {{"_tags", signpost::Value(signpost::Value::Array{"order-shipped"})}}},
          {.object_id = "return-an-item",
           .title = "Return an item",
           .url = "https://help.example/return-an-item",
           .sections = {{.text = "Send it back within thirty days. Print the label from your order page, put the item into its box "
                                 "and leave it with the carrier."}},
           .attributes = {{"_tags", signpost::Value(signpost::Value::Array{"order-shipped", "welcome"})}}},
          {.object_id = "refund-times",
           .title = "When you get your money back",
           .url = "https://help.example/refund-times",
           .sections = {{.text = "We refund your card within five days after your return has arrived. Your bank may take longer."}}},
          {.object_id = "reset-password",
           .title = "Reset your password",
           .url = "https://help.example/reset-password",
           .sections = {{.text = "Locked out of your account? Ask for a link by mail and choose a new password."}}}};
}

absl::StatusOr<signpost::Index> BuildIndex() {
  absl::StatusOr<signpost::IndexBuilder> builder = signpost::IndexBuilder::Create({.language = "en"});
  if (!builder.ok()) return builder.status();
  for (signpost::Document& article : Articles()) {
    if (absl::Status added = builder->Add(std::move(article)); !added.ok()) return added;
  }
  absl::StatusOr<signpost::Index> index = std::move(*builder).Build();
  if (!index.ok()) return index.status();
  absl::Status set = index->SetPopularQueries({{.query = "Where is my order?",
                                                .count = 9120,
                                                .object_id = "order-not-arrived",
                                                .contexts = {"order-shipped"}}});
  if (!set.ok()) return set;
  return index;
}

// Shows the writer what may answer the mail before it is sent.
absl::Status ShowForm(const signpost::Index& index, const std::string& subject, const std::string& body) {
  absl::StatusOr<signpost::TicketResponse> response =
      index.SuggestForTicket(signpost::Audience::Public(), {.subject = subject, .body = body});
  if (!response.ok()) return response.status();
  std::cout << subject << "\n";
  if (response->articles.empty()) std::cout << "  to the support team\n";
  for (const signpost::TicketArticle& article : response->articles) {
    std::cout << "  " << article.document.title << "  " << article.document.url;
    if (!article.anchor.empty()) std::cout << '#' << article.anchor;
    std::cout << "\n";
    for (const signpost::TicketSentence& sentence : article.sentences) std::cout << "    > " << sentence.text << "\n";
  }
  const bool reply = !response->articles.empty() && response->articles.front().confidence >= kSureEnoughToReply;
  std::cout << (reply ? "  automatic reply\n" : "");
  return absl::OkStatus();
}

// The questions at the bottom of a mail that says that an order was shipped.
absl::Status ShowMail(const signpost::Index& index, const std::string& kind) {
  absl::StatusOr<signpost::SuggestResponse> response =
      index.Suggest(signpost::Audience::Public(), {.limit = 3, .contexts = {kind}});
  if (!response.ok()) return response.status();
  std::cout << kind << "\n";
  for (const signpost::Suggestion& question : response->suggestions) {
    std::cout << "  " << question.query << "  " << question.object_id << "\n";
  }
  return absl::OkStatus();
}

absl::Status Run() {
  absl::StatusOr<signpost::Index> index = BuildIndex();
  if (!index.ok()) return index.status();
  const std::string lost =
      "Hello,\n\nthe carrier says that my parcel was delivered at the front door yesterday. I asked the neighbors and looked in "
      "the garage, nothing. Can you look for it or send the order again?\n\nKind regards\nDana Miller\n-- \nMiller & Sons, "
      "Tel. 555-0188\n";
  const std::string offer =
      "Dear hiring team,\n\nI am a student who loves climbing and would like to join you this summer. My CV is attached.\n\n"
      "Sincerely\nJulian";
  if (absl::Status shown = ShowForm(*index, "Says delivered, is not here", lost); !shown.ok()) return shown;
  if (absl::Status shown = ShowForm(*index, "Application", offer); !shown.ok()) return shown;
  return ShowMail(*index, "order-shipped");
}

}  // namespace

int main() {
  if (absl::Status done = Run(); !done.ok()) {
    std::cerr << done << "\n";
    return EXIT_FAILURE;
  }
}
