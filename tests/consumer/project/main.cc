// SPDX-License-Identifier: Apache-2.0
// Builds an index of two documents, saves it to the path given, opens it again, searches. Exit code 0: it found what it should.
#include <iostream>
#include <string>
#include <utility>

#include <signpost/signpost.h>

namespace {

absl::StatusOr<std::string> FirstHit(const std::string& path) {
  absl::StatusOr<signpost::IndexBuilder> builder = signpost::IndexBuilder::Create({.language = "en"});
  if (!builder.ok()) return builder.status();
  absl::Status added = builder->Add({.object_id = "track", .title = "Track your order"});
  if (added.ok()) added = builder->Add({.object_id = "return", .title = "Return an item"});
  if (!added.ok()) return added;
  absl::StatusOr<signpost::Index> built = std::move(*builder).Build();
  if (!built.ok()) return built.status();
  if (absl::Status saved = built->Save(path); !saved.ok()) return saved;

  absl::StatusOr<signpost::Index> index = signpost::Index::Open(path);
  if (!index.ok()) return index.status();
  absl::StatusOr<signpost::SearchResponse> response = index->Search(signpost::Audience::Public(), {.query = "wher is my ordr", .explain = true});
  if (!response.ok()) return response.status();
  if (response->hits.empty()) return std::string("nothing");
  for (const signpost::ExplainedWord& word : response->explanation->words) {
    for (const signpost::ExplainedAlternative& alternative : word.alternatives) {
      std::cout << word.text << " -> " << alternative.text << " (" << signpost::AlternativeKindName(alternative.kind)
                << ")\n";
    }
  }
  return response->hits.front().document.object_id + ": " + response->hits.front().title.value;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  absl::StatusOr<std::string> hit = FirstHit(argv[1]);
  std::cout << (hit.ok() ? *hit : hit.status().ToString()) << "\n";
  return hit.ok() && *hit == "track: Track your <em>order</em>" ? 0 : 1;
}
