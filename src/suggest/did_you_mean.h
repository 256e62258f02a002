// SPDX-License-Identifier: Apache-2.0
// did_you_mean.h — the query with its slips corrected, when that is clearly better than the words as typed.
//
// When:     a word that nothing in the corpus stands for, or that a few documents hold and a much commoner one is near
//           (Correction in query/plan.h); words that stand apart and only together in the corpus ("basket ball"), or the
//           other way round. A query whose words are all known is never corrected.
// Sees:     the corpus of the request alone, so a word of a hidden document is no word.
// Threads:  functions of their arguments.
#ifndef SIGNPOST_SUGGEST_DID_YOU_MEAN_H_
#define SIGNPOST_SUGGEST_DID_YOU_MEAN_H_

#include <optional>
#include <string_view>

#include <signpost/search.h>

#include "query/parsed_query.h"
#include "query/plan.h"

namespace signpost::suggest {

// Returns the correction of `text`, the query that `query` and `plan` came from, or nothing. Its confidence is that of all
// corrected words together, at least kLeastConfidence.
std::optional<DidYouMean> Correct(std::string_view text, const query::ParsedQuery& query, const query::Plan& plan);

inline constexpr double kLeastConfidence = 0.5;

}  // namespace signpost::suggest

#endif  // SIGNPOST_SUGGEST_DID_YOU_MEAN_H_
