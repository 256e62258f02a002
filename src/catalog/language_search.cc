// SPDX-License-Identifier: Apache-2.0
#include "catalog/language_search.h"

#include <utility>

#include "text/language_pack.h"

namespace signpost::catalog {

LanguageSearch Understand(const index::View& view, const segment::Corpus& corpus, std::string_view text,
                          const query::MatchOptions& options, Deadline* deadline) {
  LanguageSearch out{text::Analyzer(text::FindLanguagePack(corpus.lang())), {}, {}};
  out.query = query::Parse(text, out.analyzer, options);
  if (options.synonyms) {
    auto is_known = [&](std::string_view term) { return corpus.DocumentCount(out.analyzer.Stem(term)) > 0; };
    for (query::SynonymMatch& match : view.synonyms->Find(out.query, corpus.lang(), {options.typos, is_known})) {
      out.query.synonyms.push_back(std::move(match));
    }
  }
  out.plan = query::MakePlan(out.query, corpus, out.analyzer, options, deadline);
  return out;
}

}  // namespace signpost::catalog
