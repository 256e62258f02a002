// SPDX-License-Identifier: Apache-2.0
#include "catalog/facet_search.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/status.h"
#include "base/utf8.h"
#include "catalog/attribute_selection.h"
#include "catalog/facets.h"
#include "catalog/search_pipeline.h"
#include "facet/value_match.h"
#include "highlight/marked_text.h"
#include "highlight/prefix_mark.h"
#include "query/match_options.h"
#include "text/analyzer.h"
#include "text/language_pack.h"
#include "text/value_fold.h"

namespace signpost::catalog {
namespace {

struct Candidate {
  std::string value;
  std::uint64_t count = 0;
  facet::ValueMatch match;
};

bool Before(const Candidate& a, const Candidate& b) {
  if (a.match.edits != b.match.edits) return a.match.edits < b.match.edits;
  return a.count != b.count ? a.count > b.count : text::FoldedBefore(a.value, b.value);
}

absl::Status Validate(const FacetSearchRequest& request, const Settings& settings) {
  constexpr std::size_t kMaxQueryBytes = 512;
  const auto& attributes = settings.attributes_for_faceting;
  const AttributeSelection visible({"*"}, settings.unretrievable_attributes);
  const bool searchable = std::any_of(attributes.begin(), attributes.end(), [&](const FacetAttribute& attribute) {
    return attribute.name == request.facet && attribute.searchable && visible.Has(attribute.name);
  });
  if (!searchable) {
    return InvalidArgument("searching values of ", Quoted(request.facet),
                           ": attributesForFaceting does not have it as searchable(...)");
  }
  if (request.query.size() > kMaxQueryBytes) {
    return InvalidArgument("searching values of ", Quoted(request.facet), ": the query has ", request.query.size(),
                           " bytes, the limit is ", kMaxQueryBytes);
  }
  if (request.max_hits >= 1 && request.max_hits <= limits::kMaxFacetHits) return absl::OkStatus();
  return InvalidArgument("searching values of ", Quoted(request.facet), ": maxFacetHits is ", request.max_hits,
                         ", expected 1 to ", limits::kMaxFacetHits);
}

// The values of the facet that most hits have, and whether these are all.
std::vector<facet::CountedValue> CommonestValues(std::vector<facet::CountedValue> values, bool* all) {
  *all = values.size() <= limits::kMaxFacetValuesSearched;
  if (*all) return values;
  const auto end = values.begin() + static_cast<std::ptrdiff_t>(limits::kMaxFacetValuesSearched);
  std::nth_element(values.begin(), end, values.end(), [](const facet::CountedValue& a, const facet::CountedValue& b) {
    return a.count != b.count ? a.count > b.count : a.Text() < b.Text();
  });
  values.erase(end, values.end());
  return values;
}

FacetHit Show(const Candidate& candidate, const text::Analyzer& analyzer, const HighlightOptions& options) {
  const std::string_view value = candidate.value;
  std::vector<highlight::Mark> marks;
  for (const facet::MatchedWord& word : candidate.match.words) {
    const std::string_view text = value.substr(word.begin, word.end - word.begin);
    const std::size_t size = word.typo ? text.size() : highlight::PrefixBytes(text, word.typed, analyzer);
    marks.push_back({word.begin, word.begin + static_cast<std::uint32_t>(size)});
  }
  highlight::Normalize(&marks, value.size());
  FacetHit out{.value = candidate.value, .highlighted = {}, .count = candidate.count};
  highlight::AppendMarked(value, 0, value.size(), marks, options, &out.highlighted);
  return out;
}

}  // namespace

absl::StatusOr<FacetSearchResponse> SearchFacetValues(const index::View& view, const Audience& audience,
                                                      const FacetSearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SIGNPOST_RETURN_IF_ERROR(Validate(request, *view.settings));
  SearchRequest search = request.search;
  search.page = 0;
  search.hits_per_page = 0;
  search.range.reset();
  search.facets = {request.facet};
  search.explain = false;
  const std::string query = ReplaceInvalidUtf8(request.query);
  const text::Analyzer analyzer(
      text::FindLanguagePack(text::NormalizeLanguageTag(search.lang.empty() ? view.settings->language : search.lang)));
  facet::ValueMatcher matcher(analyzer, query, query::OptionsOf(search, *view.settings).typos);

  FacetSearchResponse response;
  std::vector<Candidate> candidates;
  auto match_values = [&](const index::Corpora& corpora, Documents hits) {
    KeepOneOfArticles(corpora, &hits);
    facet::Tally tally = CountValues(corpora.list, hits, request.facet);
    for (const facet::CountedValue& value : CommonestValues(tally.TakeValues(), &response.exhaustive)) {
      std::string text = value.Text();
      std::optional<facet::ValueMatch> match = matcher.Match(text);
      if (match) candidates.push_back({std::move(text), value.count, *std::move(match)});
    }
  };
  SIGNPOST_ASSIGN_OR_RETURN(const SearchResponse searched, Search(view, audience, search, match_values));
  response.exhaustive = response.exhaustive && !searched.cut;
  const std::size_t count = std::min(candidates.size(), static_cast<std::size_t>(request.max_hits));
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count), candidates.end(),
                    Before);
  for (std::size_t i = 0; i < count; ++i) response.hits.push_back(Show(candidates[i], analyzer, search.highlight));
  response.processing_time_us =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  return response;
}

}  // namespace signpost::catalog
