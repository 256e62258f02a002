// SPDX-License-Identifier: Apache-2.0
// Quickstart: index three articles in memory, ask, print what was found with the matches marked.
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <signpost/signpost.h>

namespace {

std::vector<signpost::Document> Articles() {
  return {
      {.object_id = "track-your-order",
       .title = "Track your order",
       .url = "https://help.example/track-your-order",
       .sections = {{.text = "Every order gets a tracking number. We e-mail it when the parcel leaves the warehouse."},
                    {.anchor = "late",
                     .heading = "If your order is late",
                     .level = 2,
                     .text = "Wait two working days, then ask the carrier where your order is."}}},
      {.object_id = "return-an-item",
       .title = "Return an item",
       .url = "https://help.example/return-an-item",
       .sections = {{.text = "Send it back within 30 days. Print the label from your order page."}}},
      {.object_id = "reset-password",
       .title = "Reset your password",
       .url = "https://help.example/reset-password",
       .sections = {{.text = "Press \"Forgot password\" and follow the link that we e-mail you."}}},
  };
}

absl::StatusOr<signpost::Index> BuildIndex() {
  absl::StatusOr<signpost::IndexBuilder> builder = signpost::IndexBuilder::Create({.language = "en"});
  if (!builder.ok()) return builder.status();
  for (signpost::Document& article : Articles()) {
    if (absl::Status added = builder->Add(std::move(article)); !added.ok()) return added;
  }
  return std::move(*builder).Build();
}

absl::Status Ask(const signpost::Index& index, const std::string& question) {
  absl::StatusOr<signpost::SearchResponse> response = index.Search(signpost::Audience::Public(), {.query = question, .hits_per_page = 3});
  if (!response.ok()) return response.status();
  std::cout << question << "  (" << response->hit_count << " found)\n";
  for (const signpost::Hit& hit : response->hits) {
    std::cout << "  " << hit.title.value << "  " << hit.document.url;
    if (!hit.sections.empty() && !hit.sections.front().anchor.empty()) std::cout << '#' << hit.sections.front().anchor;
    std::cout << "\n    " << hit.snippet.value << "\n";
  }
  return absl::OkStatus();
}

}  // namespace

int main() {
  absl::StatusOr<signpost::Index> index = BuildIndex();
  if (!index.ok()) {
    std::cerr << index.status() << "\n";
    return EXIT_FAILURE;
  }
  for (const char* question : {"wher is my ordr", "returning", "passw"}) {
    if (absl::Status asked = Ask(*index, question); !asked.ok()) {
      std::cerr << asked << "\n";
      return EXIT_FAILURE;
    }
  }
}
