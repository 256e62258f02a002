// SPDX-License-Identifier: Apache-2.0
// Turns Markdown into a document and finds it.
#include <utility>

#include <signpost/ingest.h>
#include <signpost/signpost.h>

int main() {
  absl::StatusOr<signpost::Document> document = signpost::ParseMarkdown("# Track your order\n\nHere.\n", "track");
  absl::StatusOr<signpost::IndexBuilder> builder = signpost::IndexBuilder::Create({.language = "en"});
  if (!document.ok() || !builder.ok() || !builder->Add(*std::move(document)).ok()) return 1;
  absl::StatusOr<signpost::Index> index = std::move(*builder).Build();
  return index.ok() && index->Search(signpost::Audience::Public(), {.query = "order"})->hit_count == 1 ? 0 : 1;
}
