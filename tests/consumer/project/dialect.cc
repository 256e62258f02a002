// SPDX-License-Identifier: Apache-2.0
// Reads a document from JSON and writes it back.
#include <iostream>

#include <signpost/dialect.h>

int main() {
  absl::StatusOr<signpost::Document> document = signpost::ParseDocument(R"({"objectID": "track", "title": "Track"})");
  if (!document.ok()) return 1;
  std::cout << signpost::ToJson(*document) << "\n";
  return document->title == "Track" ? 0 : 1;
}
