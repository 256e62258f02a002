// SPDX-License-Identifier: Apache-2.0
// federation_asked.h — one query of a federated request and its answer, while the call is worked on.
#ifndef SIGNPOST_CATALOG_FEDERATION_ASKED_H_
#define SIGNPOST_CATALOG_FEDERATION_ASKED_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <signpost/audience.h>
#include <signpost/federation.h>

#include "catalog/calibration.h"
#include "index/view.h"

namespace signpost::catalog {

struct Asked {
  const FederatedQuery* query = nullptr;
  const FederatedIndex* index = nullptr;    // null: there is none of this name
  std::shared_ptr<const index::View> view;  // that was searched
  FederatedGroup group;
  std::optional<SearchResponse> probe;  // its best hits, when the group shows others

  bool ok() const { return group.status.ok(); }
  Answer answer() const {
    return {.response = probe ? &*probe : &group.response, .settings = view->settings.get(), .index = index->index};
  }
  IntentKind speaks_for() const { return index->settings.speaks_for.value_or(IntentKind::kMixed); }
};

// Asks the query at place `number` of the request. Never fails: an error stands in the group.
Asked Ask(const std::vector<FederatedIndex>& indexes, const Audience& audience, const FederatedRequest& request,
          std::size_t number);

// Tokens of a document on average, of those that the query may see. REQUIRES: asked.ok().
double AverageLength(const Asked& asked, const Audience& audience);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_FEDERATION_ASKED_H_
