// SPDX-License-Identifier: Apache-2.0
// language_search.h — a query as one language understands it, step by step.
#ifndef SIGNPOST_CATALOG_LANGUAGE_SEARCH_H_
#define SIGNPOST_CATALOG_LANGUAGE_SEARCH_H_

#include <string_view>
#include <vector>

#include "base/deadline.h"
#include "index/view.h"
#include "query/parsed_query.h"
#include "query/plan.h"
#include "segment/corpus.h"
#include "text/analyzer.h"

namespace signpost::catalog {

struct LanguageSearch {
  text::Analyzer analyzer;
  query::ParsedQuery query;
  query::Plan plan;
};

LanguageSearch Understand(const index::View& view, const segment::Corpus& corpus, std::string_view text,
                          const query::MatchOptions& options, Deadline* deadline);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_LANGUAGE_SEARCH_H_
