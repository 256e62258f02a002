// SPDX-License-Identifier: Apache-2.0
// federation_answer.h — what several answers come to together: where the query leads, what stands above the hits, one list.
#ifndef SIGNPOST_CATALOG_FEDERATION_ANSWER_H_
#define SIGNPOST_CATALOG_FEDERATION_ANSWER_H_

#include <vector>

#include <signpost/federation.h>

#include "catalog/federation_asked.h"

namespace signpost::catalog {

// Sets redirect and banners. REQUIRES: the intent is found.
void ApplyRules(const std::vector<Asked>& asked, FederatedResponse* out);

// Moves the hits of a page into one list. REQUIRES: qualities and intent are found.
void Merge(const FederatedRequest& request, std::vector<Asked>* asked, FederatedResponse* out);

// Takes back what was explained only to be compared.
void DropExplanations(std::vector<Asked>* asked, FederatedResponse* out);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_FEDERATION_ANSWER_H_
