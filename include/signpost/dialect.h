// SPDX-License-Identifier: Apache-2.0
// dialect.h — JSON in the names that search front ends use <-> the structs of this library. Link signpost::dialect.
//
// Documents: {"objectID", "title", "body" | "_sections": [{"anchor","heading","level","text"}], "url", "lang",
//             "keywords", "_audiences", anything else}. `body` is one section; every other member is an attribute.
// Settings, synonyms, rules, requests and responses: docs/dialect.md.
// Errors:    InvalidArgument, `LINE: what, value` with the line in the text that was given (the caller puts the file's
//            name before it). An unknown member of settings, a synonym or a rule is an error.
// Threads:   functions may run concurrently.
// Example:   absl::StatusOr<signpost::Settings> settings = signpost::ParseSettings(R"({"language": "en"})");
#ifndef SIGNPOST_DIALECT_H_
#define SIGNPOST_DIALECT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>

#include <signpost/audience.h>
#include <signpost/document.h>
#include <signpost/export.h>
#include <signpost/facet_search.h>
#include <signpost/federation.h>
#include <signpost/index.h>
#include <signpost/lint.h>
#include <signpost/moved.h>
#include <signpost/partial_update.h>
#include <signpost/related.h>
#include <signpost/rules.h>
#include <signpost/search.h>
#include <signpost/settings.h>
#include <signpost/suggest.h>
#include <signpost/synonyms.h>
#include <signpost/ticket.h>
#include <signpost/value.h>

namespace signpost::inline v0 {

SIGNPOST_EXPORT absl::StatusOr<Value> ParseJson(std::string_view json);
SIGNPOST_EXPORT std::string ToJson(const Value& value);

SIGNPOST_EXPORT absl::StatusOr<Document> ParseDocument(std::string_view json);
SIGNPOST_EXPORT absl::StatusOr<Settings> ParseSettings(std::string_view json);
SIGNPOST_EXPORT absl::StatusOr<std::vector<Synonym>> ParseSynonyms(std::string_view json);
SIGNPOST_EXPORT absl::StatusOr<std::vector<Rule>> ParseRules(std::string_view json);
SIGNPOST_EXPORT absl::StatusOr<std::vector<MovedAddress>> ParseMoved(std::string_view json);  // [{"from", "to"}]

// Rules of which some cannot be read.
struct RuleList {
  std::vector<Rule> rules;
  std::vector<std::size_t> places;   // of each in the text's list, from 0
  std::vector<RefusedRule> refused;  // the others; their reasons begin with the line
};
// InvalidArgument: the text is no list.
SIGNPOST_EXPORT absl::StatusOr<RuleList> ParseRuleList(std::string_view json);
// Returns the line on which an element of a list begins, for messages. Cost: linear in the text.
SIGNPOST_EXPORT absl::StatusOr<std::size_t> LineOfElement(std::string_view json, std::size_t place);

// A search as a front end asks it.
struct SearchParameters {
  Audience audience = Audience::Public();  // `audiences`; absent: anybody
  SearchRequest request;
  std::vector<std::string> response_fields = {"*"};  // for ToJson(SearchResponse)
};

// Reads a request. A parameter that is not known is skipped, since front ends send some that are not meant for us; values may be
// text, as in forms, and `params` a form with more of them. Defaults are those of SearchRequest, but that all searchable
// attributes are highlighted; around the placeholder tags of known front ends, which escape themselves, text is not escaped.
SIGNPOST_EXPORT absl::StatusOr<SearchParameters> ParseSearchParameters(std::string_view json);

// A search in the values of a facet, as a front end asks it: the same with `facet`, `facetQuery` and `maxFacetHits`.
struct FacetSearchParameters {
  Audience audience = Audience::Public();
  FacetSearchRequest request;
};
SIGNPOST_EXPORT absl::StatusOr<FacetSearchParameters> ParseFacetSearchParameters(std::string_view json);

// A federated search as a front end asks it: {"requests": [...], "federation": {...}}; the audience is one for all of it.
struct FederatedParameters {
  Audience audience = Audience::Public();
  FederatedRequest request;
  std::vector<std::vector<std::string>> response_fields;  // by query, for ToJson(FederatedResponse)
};
SIGNPOST_EXPORT absl::StatusOr<FederatedParameters> ParseFederatedParameters(std::string_view json);

// [{"indexName", "speaksFor", "intentWords": {"en": [...]}}], in their order, without the indexes themselves: the caller puts
// a pointer into each before Federation::Create.
SIGNPOST_EXPORT absl::StatusOr<std::vector<FederatedIndex>> ParseFederatedIndexes(std::string_view json);
// A ticket or a query that is typed, as JSON: docs/tickets.md and docs/suggestions.md. An unknown member is an error.
struct TicketParameters {
  Audience audience = Audience::Public();
  TicketRequest request;
};
SIGNPOST_EXPORT absl::StatusOr<TicketParameters> ParseTicketParameters(std::string_view json);
struct SuggestParameters {
  Audience audience = Audience::Public();
  SuggestRequest request;
};
SIGNPOST_EXPORT absl::StatusOr<SuggestParameters> ParseSuggestParameters(std::string_view json);
// [{"query", "lang", "count", "objectID", "contexts", "_audiences", "from", "until"}]
SIGNPOST_EXPORT absl::StatusOr<std::vector<PopularQuery>> ParsePopularQueries(std::string_view json);

// {"objectID", "lang", attributes: each its new value, or {"_operation", "value"}}.
SIGNPOST_EXPORT absl::StatusOr<PartialUpdate> ParsePartialUpdate(std::string_view json);

// One line of JSON without a line break. Each parses back to an equal struct.
SIGNPOST_EXPORT std::string ToJson(const Document& document);
SIGNPOST_EXPORT std::string ToJson(const Settings& settings);
SIGNPOST_EXPORT std::string ToJson(const std::vector<Synonym>& synonyms);
SIGNPOST_EXPORT std::string ToJson(const std::vector<Rule>& rules);
SIGNPOST_EXPORT std::string ToJson(const std::vector<MovedAddress>& moved);
SIGNPOST_EXPORT std::string ToJson(const PartialUpdate& update);  // not when a value to be set has a member _operation

SIGNPOST_EXPORT std::string ToJson(const std::vector<PopularQuery>& queries);

// A response in the shape that front-end widgets read: hits with `_highlightResult` and `_snippetResult`, `nbHits`,
// `nbPages`, `processingTimeMS`, `processingTimeMicros`, `renderingContent`, ... as docs/dialect.md lists.
// `fields`: members of the response that are wanted, "*" for all.
SIGNPOST_EXPORT std::string ToJson(const SearchResponse& response, const std::vector<std::string>& fields = {"*"});
SIGNPOST_EXPORT std::string ToJson(const Hit& hit);  // as it stands in a response
// {"results": [...], "hits": [...], "intent", "renderingContent", "banners", ...}, as docs/dialect.md lists.
SIGNPOST_EXPORT std::string ToJson(const FederatedResponse& response,
                                   const std::vector<std::vector<std::string>>& response_fields = {});
SIGNPOST_EXPORT std::string ToJson(const Intent& intent);
// {"facetHits": [{"value", "highlighted", "count"}], "exhaustiveFacetsCount", "processingTimeMS", "processingTimeMicros"}
SIGNPOST_EXPORT std::string ToJson(const FacetSearchResponse& response);
// {"articles": [{record, "_confidence", "_score", "_anchor", "_sentences": [{"part", "begin", "end", "text"}]}], "confidence", "problem"}
SIGNPOST_EXPORT std::string ToJson(const TicketResponse& response);
// {"suggestions": [{"query", "objectID"?, "lang"?, "kind", "count"?, "_highlightResult": {"query": {"value"}}}]}
SIGNPOST_EXPORT std::string ToJson(const SuggestResponse& response);
// {"hits": [{record, "_score"}], "lang"}
SIGNPOST_EXPORT std::string ToJson(const RelatedResponse& response);
// {"pairs": [{"objectIDs", "titles", "lang", "similarity"}], "nbPairs"}
SIGNPOST_EXPORT std::string ToJson(const NearDuplicatesResponse& response);
SIGNPOST_EXPORT std::string ToJson(const IndexStats& stats);
// [{"subject", "objectID", "kind", "other", "reason", "suggestion"}]; `other` when there is one.
SIGNPOST_EXPORT std::string ToJson(const std::vector<LintFinding>& findings);

}  // namespace signpost::inline v0

#endif  // SIGNPOST_DIALECT_H_
