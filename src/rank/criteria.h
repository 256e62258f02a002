// SPDX-License-Identifier: Apache-2.0
// criteria.h — how a hit stands by the ordered criteria of Settings::ranking, and the same facts for explanations.
//
// Threads:  functions of their arguments.
#ifndef SIGNPOST_RANK_CRITERIA_H_
#define SIGNPOST_RANK_CRITERIA_H_

#include <cstdint>
#include <vector>

#include <signpost/settings.h>

#include "match/doc_match.h"
#include "query/plan.h"

namespace signpost::rank {

// What a document holds of a query, counted. Of a word that stands for several ways, the cheapest counts.
struct MatchFacts {
  std::uint32_t words = 0;        // of the query that it holds
  std::uint32_t exact_words = 0;  // of these, as typed
  std::uint32_t typos = 0;        // edits
  // Positions between neighbours of the query, summed; kFarApart for each pair that is further apart or in two fields.
  std::uint32_t distance = 0;
  std::uint32_t attribute = 0;  // number of the first searchable attribute that holds any
};
inline constexpr std::uint32_t kFarApart = 8;

MatchFacts FactsOf(const query::Plan& plan, const match::DocMatch& match);

// The criteria before and behind kCustom as numbers, higher first; both 0 without criteria.
struct CriteriaKey {
  std::uint64_t before_custom = 0;
  std::uint64_t behind_custom = 0;
  bool has_custom = false;  // kCustom is one of the criteria
};

CriteriaKey KeyOf(const std::vector<RankingCriterion>& criteria, const MatchFacts& facts);

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_CRITERIA_H_
