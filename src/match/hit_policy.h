// SPDX-License-Identifier: Apache-2.0
// hit_policy.h — which documents are hits, decided apart from their order.
//
// A document's information is the sum of the inverse document frequencies of the query's words that it holds, whatever
// alternative stands for them; stop words count a little, a CJK character inside a longer run not at all. A document is a
// hit when that is at least kMinimumShare of the information of all words that any document holds.
//
// docs/relevance.md compares it with wanting all words first, which loses good answers at every query length.
#ifndef SIGNPOST_MATCH_HIT_POLICY_H_
#define SIGNPOST_MATCH_HIT_POLICY_H_

namespace signpost::match {

inline constexpr double kMinimumShare = 0.05;

}  // namespace signpost::match

#endif  // SIGNPOST_MATCH_HIT_POLICY_H_
