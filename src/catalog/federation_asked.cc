// SPDX-License-Identifier: Apache-2.0
#include "catalog/federation_asked.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "catalog/federation_request.h"
#include "catalog/index_access.h"
#include "catalog/search_pipeline.h"
#include "catalog/visible.h"

namespace signpost::catalog {
namespace {

// What is asked of an index: explained, since what is explained is compared; from the first hit, when hits are merged.
SearchRequest RequestOf(const FederatedQuery& query, const FederatedRequest& request) {
  SearchRequest out = query.request;
  out.explain = true;
  if (request.merge) {
    out.range.reset();
    out.page = 0;
    out.hits_per_page = static_cast<int>(
        std::min(std::int64_t{limits::kMaxHitsPerPage}, std::int64_t{request.page + 1} * request.hits_per_page));
  }
  return out;
}

// False when the best hits are among those that the request shows.
bool NeedsProbe(const SearchRequest& request) {
  const std::int64_t first = request.range ? request.range->offset : std::int64_t{request.page} * request.hits_per_page;
  const int length = request.range ? request.range->length : request.hits_per_page;
  return first > 0 || length < static_cast<int>(kHitsForQuality) || !request.sort.empty();
}

// The same question for the best hits alone, so that a page, an order or a list without hits changes no intent.
SearchRequest ProbeOf(const SearchRequest& request) {
  SearchRequest out = request;
  out.range.reset();
  out.sort.clear();
  out.facets.clear();
  out.page = 0;
  out.hits_per_page = static_cast<int>(kHitsForQuality);
  out.highlight.enabled = false;
  out.attributes_to_retrieve = {};
  return out;
}

}  // namespace

Asked Ask(const std::vector<FederatedIndex>& indexes, const Audience& audience, const FederatedRequest& request,
          std::size_t number) {
  const FederatedQuery& query = request.queries[number];
  Asked out{
      .query = &query, .index = nullptr, .view = nullptr, .group = {.label = LabelOf(query), .index = query.index}};
  const std::string place =
      StrCat("query ", Quoted(out.group.label), " (", number + 1, " of ", request.queries.size(), ")");
  const auto index = std::find_if(indexes.begin(), indexes.end(), [&](const auto& i) { return i.name == query.index; });
  if (index == indexes.end()) {
    out.group.status = absl::NotFoundError(StrCat(place, ": there is no index ", Quoted(query.index)));
    return out;
  }
  out.index = &*index;
  out.view = IndexAccess::ViewOf(*index->index);
  const SearchRequest asked = RequestOf(query, request);
  absl::StatusOr<SearchResponse> response = Search(*out.view, audience, asked);
  if (!response.ok()) {
    out.group.status = Annotate(response.status(), place);
    return out;
  }
  out.group.response = *std::move(response);
  if (NeedsProbe(asked)) {
    absl::StatusOr<SearchResponse> probe = Search(*out.view, audience, ProbeOf(asked));
    if (probe.ok()) out.probe = *std::move(probe);
  }
  return out;
}

double AverageLength(const Asked& asked, const Audience& audience) {
  const std::shared_ptr<const index::Corpora> corpora = OpenCorpora(*asked.view, audience, asked.query->request);
  double tokens = 0;
  double documents = 0;
  for (const segment::Corpus& corpus : corpora->list) {
    const auto count = static_cast<double>(corpus.doc_count());
    documents += count;
    for (const double length : corpus.average_lengths()) tokens += length * count;
  }
  return documents == 0 ? 0 : tokens / documents;
}

}  // namespace signpost::catalog
