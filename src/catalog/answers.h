// SPDX-License-Identifier: Apache-2.0
// answers.h — answers from the first hits of a page.
#ifndef SIGNPOST_CATALOG_ANSWERS_H_
#define SIGNPOST_CATALOG_ANSWERS_H_

#include <string_view>
#include <vector>

#include <signpost/search.h>
#include <signpost/settings.h>

#include "catalog/language_search.h"
#include "catalog/page.h"
#include "index/corpora.h"

namespace signpost::catalog {

// Returns those that are confident enough, best first; none when the body may not be seen. `hits` are of the page, `searches` by
// corpus.
// Cost: reads limits::kMaxAnswerHits documents once more, and goes over their text.
std::vector<Answer> FindAnswers(const index::Corpora& corpora, const std::vector<LanguageSearch>& searches,
                                const std::vector<PageHit>& hits, std::string_view query, const SearchRequest& request,
                                const Settings& settings);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_ANSWERS_H_
