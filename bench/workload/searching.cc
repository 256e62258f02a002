// SPDX-License-Identifier: Apache-2.0
#include "searching.h"

#include <algorithm>

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

std::vector<signpost::SearchRequest> ReadRequests(const std::string& path, const std::vector<std::string>& sets,
                                                  std::size_t per_set) {
  std::vector<signpost::SearchRequest> requests;
  for (const std::vector<JudgedQuery>& set : ReadQuerySets(path, per_set)) {
    if (!sets.empty() && std::find(sets.begin(), sets.end(), set.front().set) == sets.end()) continue;
    for (const JudgedQuery& query : set) requests.push_back(RequestFor(query));
  }
  if (requests.empty()) throw std::runtime_error("no query of these sets in " + path);
  return requests;
}

std::size_t Ask(const signpost::Index& index, const signpost::SearchRequest& request) {
  return Value(index.Search(signpost::Audience::Public(), request)).hits.size();
}

signpost::Index OpenIndex(const std::string& path) { return Value(signpost::Index::Open(path)); }

}  // namespace bench
