// SPDX-License-Identifier: Apache-2.0
#include "searching.h"

namespace bench {

void Check(const absl::Status& status) {
  if (!status.ok()) throw std::runtime_error(status.ToString());
}

signpost::Document DocumentOf(Passage passage) {
  return {.object_id = std::move(passage.id),
          .lang = std::move(passage.lang),
          .title = std::move(passage.title),
          .sections = {{.text = std::move(passage.body)}}};
}

signpost::SearchRequest RequestFor(const JudgedQuery& query) {
  signpost::SearchRequest request{.query = query.text, .lang = query.lang, .hits_per_page = query.hits};
  if (query.advanced) request.advanced_syntax = true;
  return request;
}

std::size_t Ask(const signpost::Index& index, const signpost::SearchRequest& request) {
  return Value(index.Search(request)).hits.size();
}

signpost::Index OpenIndex(const std::string& path) { return Value(signpost::Index::Open(path)); }

}  // namespace bench
