// SPDX-License-Identifier: Apache-2.0
// hit_policy.h — which documents are hits, decided apart from their order.
//
// A document's information is the sum of the inverse document frequencies of the query's words that it holds; stop words
// beside other words and CJK characters inside a longer run do not count. A short query wants all of it and relaxes, giving up the
// least information first, until the page is full; a long one is content with a part.
#ifndef SIGNPOST_MATCH_HIT_POLICY_H_
#define SIGNPOST_MATCH_HIT_POLICY_H_

#include <cstddef>
#include <vector>

namespace signpost::match {

// Returns the share of the query's information, in (0, 1], from which on a document is a hit. `shares` are those of all
// documents that hold anything of the query (reordered); `words` is the number of words that decide.
// REQUIRES: page_size >= 1.
double MinimumShare(std::vector<float>* shares, std::size_t words, std::size_t page_size);

}  // namespace signpost::match

#endif  // SIGNPOST_MATCH_HIT_POLICY_H_
