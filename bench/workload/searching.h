// SPDX-License-Identifier: Apache-2.0
// searching.h — passages and queries as the library takes them.
//
// Errors:   std::runtime_error with the status that came back.
#ifndef SIGNPOST_BENCH_WORKLOAD_SEARCHING_H_
#define SIGNPOST_BENCH_WORKLOAD_SEARCHING_H_

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <signpost/signpost.h>

#include "passages.h"

namespace bench {

void Check(const absl::Status& status);

template <typename T>
T Value(absl::StatusOr<T> value) {
  Check(value.status());
  return *std::move(value);
}

signpost::Document DocumentOf(Passage passage);

// Default settings: titles marked and a snippet of each hit.
signpost::SearchRequest RequestFor(const JudgedQuery& query);

// Returns the requests of the named sets, of all when `sets` is empty: at most `per_set` of each.
std::vector<signpost::SearchRequest> ReadRequests(const std::string& path, const std::vector<std::string>& sets,
                                                  std::size_t per_set);

// Returns how many hits were returned, for a sum that keeps the search from being left out.
std::size_t Ask(const signpost::Index& index, const signpost::SearchRequest& request);

signpost::Index OpenIndex(const std::string& path);

}  // namespace bench

#endif  // SIGNPOST_BENCH_WORKLOAD_SEARCHING_H_
