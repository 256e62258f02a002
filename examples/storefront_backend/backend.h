// SPDX-License-Identifier: Apache-2.0
// backend.h — what a store answers to one request of its page.
//
// Request:  {"query": "return boots", "lang": "en", "contexts": ["page-product"], ...} is asked of every index as this store
//           wants it: three articles at most, two accepted community answers, products; canned replies for agents. With
//           "requests" it is a federated request as docs/dialect.md has it. "variables" {"customer_name": "Ana"} are filled
//           into canned replies.
// Answer:   {"store": {"goTo"?, "showSupport", "showProducts"}, ...} and then the federated answer of docs/dialect.md.
#ifndef BACKEND_H_
#define BACKEND_H_

#include <string>

#include <signpost/signpost.h>

#include "store.h"

// `is_agent`: who asks has signed in as a support agent. The page's word for it is not taken: audiences in a request are dropped.
absl::StatusOr<std::string> Answer(const Store& store, const std::string& request, bool is_agent);

#endif  // BACKEND_H_
