// SPDX-License-Identifier: Apache-2.0
// explain.h — what the steps of a search came to, in the words of the public API.
#ifndef SIGNPOST_CATALOG_EXPLAIN_H_
#define SIGNPOST_CATALOG_EXPLAIN_H_

#include <string>
#include <string_view>
#include <vector>

#include <signpost/explain.h>
#include <signpost/search.h>
#include <signpost/settings.h>

#include "query/parsed_query.h"
#include "query/plan.h"
#include "rank/collector.h"

namespace signpost::catalog {

// Appends one ExplainedWord for each slot of a plan.
void ExplainPlan(std::string_view lang, const query::ParsedQuery& query, const query::Plan& plan,
                 std::vector<ExplainedWord>* out);

// `fields`: names of the searchable attributes, by FieldId.
HitExplanation ExplainHit(const query::ParsedQuery& query, const query::Plan& plan, const rank::RankedHit& hit,
                          const segment::Segment& segment);

RankingInfo RankingInfoOf(const query::Plan& plan, const segment::Segment& segment, const Settings& settings,
                          const rank::RankedHit& hit);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_EXPLAIN_H_
