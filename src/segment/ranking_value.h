// SPDX-License-Identifier: Apache-2.0
// ranking_value.h — what custom ranking compares.
#ifndef SIGNPOST_SEGMENT_RANKING_VALUE_H_
#define SIGNPOST_SEGMENT_RANKING_VALUE_H_

#include <signpost/document.h>
#include <signpost/settings.h>

namespace signpost::segment {

// Returns the value of a document by one custom ranking, greater first; -infinity, so last, without the attribute (or without
// the date by which it ages).
//
// A value that ages is halved in each half-life. All values age alike, so their order is the same at any time, and is that of
// the values as they would be in 1970: these are compared by their logarithms, which do not overflow.
double RankingValue(const Document& document, const CustomRanking& ranking);

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_RANKING_VALUE_H_
