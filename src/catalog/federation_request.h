// SPDX-License-Identifier: Apache-2.0
// federation_request.h — what a federated request must keep as a whole, before any index is asked.
#ifndef SIGNPOST_CATALOG_FEDERATION_REQUEST_H_
#define SIGNPOST_CATALOG_FEDERATION_REQUEST_H_

#include <string>

#include <absl/status/status.h>
#include <signpost/federation.h>

namespace signpost::catalog {

// The name of a query among the others.
inline const std::string& LabelOf(const FederatedQuery& query) {
  return query.label.empty() ? query.index : query.label;
}

// InvalidArgument: names the field, its value and the query.
absl::Status Validate(const FederatedRequest& request);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_FEDERATION_REQUEST_H_
