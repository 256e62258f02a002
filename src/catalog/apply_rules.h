// SPDX-License-Identifier: Apache-2.0
// apply_rules.h — what moved addresses and rules make of a request, before anything is searched.
#ifndef SIGNPOST_CATALOG_APPLY_RULES_H_
#define SIGNPOST_CATALOG_APPLY_RULES_H_

#include <string>
#include <string_view>

#include <signpost/audience.h>
#include <signpost/search.h>

#include "index/corpora.h"
#include "index/view.h"
#include "rules/index_words.h"
#include "rules/outcome.h"

namespace signpost::catalog {

// The words and values of the documents that a request may see.
class VisibleWords : public rules::IndexWords {
 public:
  // Both must outlive it.
  VisibleWords(const index::View& view, const index::Corpora& corpora) : view_(view), corpora_(corpora) {}

  bool HasValue(const std::string& attribute, std::string_view value) const override;
  bool HasWord(std::string_view term) const override;
  std::vector<std::string_view> Languages() const override;
  std::vector<rules::SynonymReading> Synonyms(std::string_view query) const override;

 private:
  const index::View& view_;
  const index::Corpora& corpora_;
};

// Returns what happens to a request for `query`. Never fails: what cannot be done is left out.
rules::Outcome ApplyRules(const index::View& view, const Audience& audience, const index::Corpora& corpora,
                          const SearchRequest& request, const std::string& query);

// True when the rules want other parameters, filters or boosts than the request has.
bool ChangesRequest(const rules::Outcome& outcome);

// Returns the request as the rules change it: parameters, filters, boosts. `keep_facets`: not which facets are counted.
SearchRequest WithOutcome(SearchRequest request, const rules::Outcome& outcome, bool keep_facets);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_APPLY_RULES_H_
