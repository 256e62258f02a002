// SPDX-License-Identifier: Apache-2.0
// Signpost as a program gets it: default settings, the public API, one snapshot file. It is not told what kind of query
// comes.
#include <signpost/signpost.h>

#include <optional>
#include <stdexcept>

#include "engines.h"
#include "passages.h"

namespace peers {
namespace {

void Check(const absl::Status& status) {
  if (!status.ok()) throw std::runtime_error(status.ToString());
}

class SignpostEngine : public Engine {
 public:
  EngineInfo Info() const override {
    return {.name = std::string(kOurs),
            .version = SIGNPOST_VERSION_STRING,
            .settings = "defaults, language en; the kind of query is not known to it",
            .marks = Marks::kOptional};
  }

  void Build(bench::PassageReader& passages, const std::string& folder) override {
    absl::StatusOr<signpost::IndexBuilder> builder = signpost::IndexBuilder::Create({.language = "en"});
    Check(builder.status());
    for (bench::Passage passage; passages.Next(passage);) {
      Check(builder->Add({.object_id = std::move(passage.id),
                          .title = std::move(passage.title),
                          .sections = {{.text = std::move(passage.body)}}}));
    }
    absl::StatusOr<signpost::Index> index = std::move(*builder).Build();
    Check(index.status());
    Check(index->Save(folder + "/index.signpost"));
  }

  void Open(const std::string& folder) override {
    absl::StatusOr<signpost::Index> index = signpost::Index::Open(folder + "/index.signpost");
    Check(index.status());
    index_ = std::move(*index);
  }

  Answer Search(const Query& query) override {
    const absl::StatusOr<signpost::SearchResponse> response =
        index_->Search(signpost::Audience::Public(),
                       {.query = query.text, .hits_per_page = kHits, .highlight = {.enabled = query.marks}});
    Check(response.status());
    Answer answer;
    for (const signpost::Hit& hit : response->hits) {
      answer.ids.push_back(hit.document.object_id);
      answer.marked_bytes += hit.title.value.size() + hit.snippet.value.size();
    }
    return answer;
  }

 private:
  std::optional<signpost::Index> index_;
};

}  // namespace

std::unique_ptr<Engine> MakeSignpost() { return std::make_unique<SignpostEngine>(); }

}  // namespace peers
