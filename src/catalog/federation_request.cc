// SPDX-License-Identifier: Apache-2.0
#include "catalog/federation_request.h"

#include <cstdint>
#include <set>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"

namespace signpost::catalog {
namespace {

absl::Status ValidatePage(const FederatedRequest& request) {
  if (request.hits_per_page < 0 || request.hits_per_page > limits::kMaxHitsPerPage) {
    return InvalidArgument("federating: hitsPerPage is ", request.hits_per_page, ", expected 0 to ",
                           limits::kMaxHitsPerPage);
  }
  const std::int64_t first = std::int64_t{request.page} * request.hits_per_page;
  if (request.page < 0 || first > limits::kMaxHitsReachable) {
    return InvalidArgument("federating: page is ", request.page, ", expected 0 or more and at most ",
                           limits::kMaxHitsReachable, " hits before it");
  }
  return absl::OkStatus();
}

absl::Status ValidateQuotas(const FederatedRequest& request) {
  std::int64_t places = 0;
  for (const FederatedQuery& query : request.queries) {
    if (!(query.weight > 0 && query.weight <= limits::kMaxFederatedWeight)) {
      return InvalidArgument("federating: weight of query ", Quoted(LabelOf(query)), " is ", query.weight,
                             ", expected above 0 and at most ", limits::kMaxFederatedWeight);
    }
    if (query.min_hits < 0 || query.max_hits.value_or(query.min_hits) < query.min_hits) {
      return InvalidArgument("federating: query ", Quoted(LabelOf(query)), " wants at least ", query.min_hits,
                             " hits and at most ", query.max_hits.value_or(query.min_hits));
    }
    places += query.min_hits;
  }
  if (request.merge && places > request.hits_per_page) {
    return InvalidArgument("federating: the queries want at least ", places, " hits of a page that has ",
                           request.hits_per_page);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Validate(const FederatedRequest& request) {
  if (request.queries.empty()) return InvalidArgument("federating: there are no queries");
  if (request.queries.size() > limits::kMaxFederatedQueries) {
    return InvalidArgument("federating: ", request.queries.size(), " queries, the limit is ",
                           limits::kMaxFederatedQueries);
  }
  std::set<std::string> labels;
  for (const FederatedQuery& query : request.queries) {
    if (!labels.insert(LabelOf(query)).second) {
      return InvalidArgument("federating: two queries are called ", Quoted(LabelOf(query)),
                             "; give one of them a label of its own");
    }
  }
  SIGNPOST_RETURN_IF_ERROR(ValidatePage(request));
  if (!(request.intent_share >= 0 && request.intent_share <= 1)) {
    return InvalidArgument("federating: intentShare is ", request.intent_share, ", expected 0 to 1");
  }
  return ValidateQuotas(request);
}

}  // namespace signpost::catalog
