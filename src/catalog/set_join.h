// SPDX-License-Identifier: Apache-2.0
// set_join.h — all pairs of sets whose Jaccard similarity reaches a threshold: |A and B| / |A or B|.
//
// How:      prefix filtering (AllPairs: Bayardo, Ma and Srikant 2007; PPJoin: Xiao, Wang, Lin and Yu 2008): with the elements of each set
//           in one order, rarest first, two sets that are similar enough share one of their first few. So only those are looked up,
//           and what they find is compared in full. Exact: no pair is missed, as MinHash may.
// Threads:  functions of their arguments.
// Memory:   4 bytes for each set and for each of a table of counts, and the first elements that occur more than once.
#ifndef SIGNPOST_CATALOG_SET_JOIN_H_
#define SIGNPOST_CATALOG_SET_JOIN_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace signpost::catalog {

struct SimilarPair {
  std::uint32_t first = 0;  // less than `second`
  std::uint32_t second = 0;
  double similarity = 0;

  friend bool operator==(const SimilarPair&, const SimilarPair&) = default;
};

struct JoinedSets {
  std::vector<SimilarPair> pairs;  // by second, then first
  bool cut = false;                // `most_checks` pairs were compared: there may be more
};

// Puts the elements of set `number` into `*out`, distinct and ascending. Called several times for each.
using ReadSet = std::function<void(std::uint32_t number, std::vector<std::uint64_t>* out)>;

// REQUIRES: 0 < threshold <= 1. Empty sets are similar to nothing.
JoinedSets JoinSets(std::uint32_t count, double threshold, std::size_t most_checks, const ReadSet& read);

// Of two sets in ascending order; 0 when both are empty.
double Jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_SET_JOIN_H_
