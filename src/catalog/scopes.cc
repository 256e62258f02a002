// SPDX-License-Identifier: Apache-2.0
#include "catalog/scopes.h"

#include <cmath>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "filter/evaluate.h"

namespace signpost::catalog {

absl::Status CheckFilters(const SearchRequest& request, const Settings& settings) {
  constexpr double kMaxScore = 1000;
  SIGNPOST_RETURN_IF_ERROR(filter::CheckFilter("filters", request.filter, settings));
  if (request.optional_filters.size() > limits::kMaxOptionalFilters) {
    return InvalidArgument("searching: optionalFilters: ", request.optional_filters.size(), ", the limit is ",
                           limits::kMaxOptionalFilters);
  }
  for (const OptionalFilter& optional : request.optional_filters) {
    SIGNPOST_RETURN_IF_ERROR(filter::CheckFilter("optionalFilters", optional.filter, settings));
    if (optional.score == 0 || !(std::abs(optional.score) <= kMaxScore)) {
      return InvalidArgument("searching: optionalFilters: score ", optional.score,
                             ", expected -1000 to 1000 and not 0");
    }
  }
  return absl::OkStatus();
}

std::vector<rank::Scope> MakeScopes(const segment::Corpus& corpus, const SearchRequest& request) {
  std::vector<rank::Scope> out;
  for (const segment::LiveSegment& live : corpus.segments()) {
    const std::uint32_t doc_count = live.segment().doc_count();
    rank::Scope& scope = out.emplace_back();
    if (!request.filter.empty()) {
      scope.admitted = filter::Evaluate(request.filter, live);
      scope.admitted_bits = scope.admitted->ToBits(doc_count);
    }
    for (const OptionalFilter& optional : request.optional_filters) {
      scope.optional.emplace_back(filter::Evaluate(optional.filter, live).ToBits(doc_count), optional.score);
    }
  }
  return out;
}

}  // namespace signpost::catalog
