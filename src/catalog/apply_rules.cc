// SPDX-License-Identifier: Apache-2.0
#include "catalog/apply_rules.h"

#include <algorithm>
#include <ctime>
#include <optional>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "filter/evaluate.h"
#include "query/match_options.h"
#include "query/parsed_query.h"
#include "rules/moved_set.h"
#include "segment/stored_document.h"
#include "text/analyzer.h"
#include "text/language_pack.h"
#include "text/value_fold.h"

namespace signpost::catalog {
namespace {

using segment::LiveSegment;

template <typename Predicate>
bool AnySegment(const index::Corpora& corpora, Predicate holds) {
  return std::any_of(corpora.list.begin(), corpora.list.end(), [&](const segment::Corpus& corpus) {
    return std::any_of(corpus.segments().begin(), corpus.segments().end(), holds);
  });
}

// The URL of an article in the nearest language that has it; empty: it has none. Nothing: the caller does not see it.
std::optional<std::string> UrlOf(const index::Corpora& corpora, std::string_view object_id) {
  for (const segment::Corpus& corpus : corpora.list) {
    for (const LiveSegment& live : corpus.segments()) {
      for (DocId doc : live.segment().Find(object_id)) {
        if (!live.IsLive(doc)) continue;
        segment::StoredBuffer buffer;
        return std::string(live.segment().Stored(doc, &buffer).url);
      }
    }
  }
  return std::nullopt;
}

// Leads the query, or the redirect of a rule, to the end of a moved address. An article without a URL is shown first instead.
void FollowMoved(const rules::MovedSet::End& end, const index::Corpora& corpora, rules::Outcome* outcome) {
  std::string url(end.to);
  if (end.is_article) {
    std::optional<std::string> of_article = UrlOf(corpora, end.to);
    if (!of_article) return;
    url = *std::move(of_article);
    if (url.empty() && !outcome->redirect) outcome->promote.insert(outcome->promote.begin(), {std::string(end.to), 0});
  }
  if (url.empty()) return;
  if (outcome->redirect) {
    outcome->redirect->url = std::move(url);
  } else {
    outcome->redirect = Redirect{.url = std::move(url), .moved_from = std::string(end.from)};
  }
}

template <typename T>
void Set(const std::optional<T>& wanted, T* out) {
  if (wanted) *out = *wanted;
}
template <typename T>
void Set(const std::optional<T>& wanted, std::optional<T>* out) {
  if (wanted) *out = wanted;
}

}  // namespace

bool VisibleWords::HasValue(const std::string& attribute, std::string_view value) const {
  const std::string folded = text::FoldValue(value);
  return AnySegment(corpora_, [&](const LiveSegment& live) {
    const segment::Column* column = live.segment().columns().Find(attribute);
    if (column == nullptr || (column->changes() == nullptr && column->FindText(folded).empty())) return false;
    return !filter::Evaluate(Filter::Is(attribute, std::string(value)), live).empty();
  });
}

bool VisibleWords::HasWord(std::string_view term) const {
  return AnySegment(corpora_, [&](const LiveSegment& live) {
    const auto id = live.segment().lexicon().Find(term);
    return id && live.DocumentCount(*id) > 0;
  });
}

std::vector<std::string_view> VisibleWords::Languages() const {
  std::vector<std::string_view> out;
  out.reserve(corpora_.list.size());
  for (const segment::Corpus& corpus : corpora_.list) out.emplace_back(corpus.lang());
  return out;
}

std::vector<rules::SynonymReading> VisibleWords::Synonyms(std::string_view query) const {
  std::vector<rules::SynonymReading> out;
  for (const segment::Corpus& corpus : corpora_.list) {
    const text::Analyzer analyzer(text::FindLanguagePack(corpus.lang()));
    query::MatchOptions options;
    options.typos.mode = TypoMode::kOff;  // patterns have typos of their own
    const query::ParsedQuery parsed = query::Parse(query, analyzer, options);
    const text::TokenList& tokens = parsed.tokens;
    const auto is_known = [&](std::string_view term) { return corpus.DocumentCount(analyzer.Stem(term)) > 0; };
    for (const query::SynonymMatch& match : view_.synonyms->Find(parsed, corpus.lang(), {options.typos, is_known})) {
      for (const std::vector<std::string>& terms : match.replacements) {
        std::string replacement;
        for (const std::string& term : terms) replacement += StrCat(replacement.empty() ? "" : " ", term);
        out.push_back({tokens.units[match.begin].begin, tokens.units[match.end - 1].end, std::move(replacement)});
      }
    }
  }
  return out;
}

rules::Outcome ApplyRules(const index::View& view, const Audience& audience, const index::Corpora& corpora,
                          const SearchRequest& request, const std::string& query) {
  rules::Outcome moved;
  if (const auto end = view.moved->Find(query)) FollowMoved(*end, corpora, &moved);
  if (moved.redirect || !moved.promote.empty()) return moved;
  const VisibleWords words(view, corpora);
  rules::Outcome outcome = view.rules->Apply({.query = query,
                                              .contexts = request.contexts,
                                              .audiences = audience.names(),
                                              .filter = &request.filter,
                                              .now = request.now != 0 ? request.now : std::time(nullptr),
                                              .index = &words});
  if (outcome.redirect) {
    if (const auto end = view.moved->FindUrl(outcome.redirect->url)) FollowMoved(*end, corpora, &outcome);
  }
  return outcome;
}

bool ChangesRequest(const rules::Outcome& outcome) {
  return !outcome.filters.empty() || !outcome.optional.empty() || outcome.parameters != RuleParameters();
}

SearchRequest WithOutcome(SearchRequest request, const rules::Outcome& outcome, bool keep_facets) {
  const RuleParameters& parameters = outcome.parameters;
  Set(parameters.typo_tolerance, &request.typo_tolerance);
  Set(parameters.remove_words, &request.remove_words);
  Set(parameters.optional_words, &request.optional_words);
  Set(parameters.advanced_syntax, &request.advanced_syntax);
  Set(parameters.sort, &request.sort);
  Set(parameters.distinct, &request.distinct);
  Set(parameters.page, &request.page);
  Set(parameters.hits_per_page, &request.hits_per_page);
  Set(parameters.attributes_to_retrieve, &request.attributes_to_retrieve);
  Set(parameters.attributes_to_highlight, &request.attributes_to_highlight);
  if (!keep_facets) Set(parameters.facets, &request.facets);
  Set(parameters.max_values_per_facet, &request.max_values_per_facet);
  Set(parameters.sort_facet_values_by, &request.sort_facet_values_by);
  if (!outcome.filters.empty()) {
    std::vector<Filter> parts = outcome.filters;
    if (!request.filter.empty()) parts.push_back(std::move(request.filter));
    request.filter = Filter::All(std::move(parts));
  }
  // Those of the request stand first: it may have all that are allowed.
  for (const OptionalFilter& optional : outcome.optional) {
    if (request.optional_filters.size() < limits::kMaxOptionalFilters) request.optional_filters.push_back(optional);
  }
  return request;
}

}  // namespace signpost::catalog
