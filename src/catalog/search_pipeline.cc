// SPDX-License-Identifier: Apache-2.0
#include "catalog/search_pipeline.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/deadline.h"
#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "catalog/apply_rules.h"
#include "catalog/answers.h"
#include "catalog/attribute_highlights.h"
#include "catalog/attribute_selection.h"
#include "catalog/explain.h"
#include "catalog/facets.h"
#include "catalog/hit_source.h"
#include "catalog/language_search.h"
#include "catalog/page.h"
#include "catalog/scopes.h"
#include "catalog/visible.h"
#include "highlight/highlighter.h"
#include "query/parsed_query.h"
#include "query/plan.h"
#include "rank/collector.h"
#include "segment/column_values.h"
#include "segment/stored_document.h"
#include "suggest/did_you_mean.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::catalog {
namespace {

absl::Status ValidateSort(const std::vector<SortKey>& sort, const Settings& settings) {
  if (sort.size() > limits::kMaxSortKeys) {
    return InvalidArgument("searching: ", sort.size(), " attributes to sort by, the limit is ", limits::kMaxSortKeys);
  }
  if (sort.empty()) return absl::OkStatus();
  const std::vector<segment::ColumnSpec> columns = segment::ColumnsOf(settings);
  std::string known;
  for (const segment::ColumnSpec& column : columns) {
    if (column.name != segment::kTagsAttribute) known += StrCat(known.empty() ? "" : ", ", column.name);
  }
  for (const SortKey& key : sort) {
    const bool has_column = std::any_of(columns.begin(), columns.end(), [&](const segment::ColumnSpec& column) {
      return column.name == key.attribute;
    });
    if (!has_column) {
      return InvalidArgument("searching: hits cannot be sorted by ", Quoted(key.attribute),
                             ", which is not among attributesForSorting (to sort by: ", known, ")");
    }
  }
  return absl::OkStatus();
}

absl::Status ValidateAnswers(const AnswerOptions& answers) {
  if (answers.count < 1 || answers.count > limits::kMaxAnswers) {
    return InvalidArgument("searching: number of answers is ", answers.count, ", expected 1 to ", limits::kMaxAnswers);
  }
  if (!(answers.min_confidence >= 0 && answers.min_confidence <= 1)) {
    return InvalidArgument("searching: minConfidence of answers is ", answers.min_confidence, ", expected 0 to 1");
  }
  return absl::OkStatus();
}

absl::Status Validate(const SearchRequest& request, const Settings& settings) {
  auto in_range = [](std::string_view field, std::int64_t value, std::int64_t low, std::int64_t high) {
    if (value >= low && value <= high) return absl::OkStatus();
    return InvalidArgument("searching: ", field, " is ", value, ", expected ", low, " to ", high);
  };
  SIGNPOST_RETURN_IF_ERROR(in_range("query bytes", static_cast<std::int64_t>(request.query.size()), 0,
                                    static_cast<std::int64_t>(limits::kMaxQueryBytes)));
  SIGNPOST_RETURN_IF_ERROR(in_range("hitsPerPage", request.hits_per_page, 0, limits::kMaxHitsPerPage));
  SIGNPOST_RETURN_IF_ERROR(in_range("page", request.page, 0, std::numeric_limits<int>::max()));
  if (request.range) {
    SIGNPOST_RETURN_IF_ERROR(in_range("offset", request.range->offset, 0, std::numeric_limits<int>::max()));
    SIGNPOST_RETURN_IF_ERROR(in_range("length", request.range->length, 0, limits::kMaxHitsPerPage));
  }
  if (request.language_fallbacks) {
    SIGNPOST_RETURN_IF_ERROR(in_range("number of languageFallbacks",
                                      static_cast<std::int64_t>(request.language_fallbacks->size()), 0,
                                      static_cast<std::int64_t>(limits::kMaxLanguageFallbacks)));
  }
  if (const double factor = request.fallback_factor.value_or(1); !(factor > 0 && factor <= 1)) {
    return InvalidArgument("searching: fallbackFactor is ", factor, ", expected above 0 and at most 1");
  }
  SIGNPOST_RETURN_IF_ERROR(in_range("distinct", request.distinct.value_or(0), 0, limits::kMaxDistinct));
  SIGNPOST_RETURN_IF_ERROR(ValidateSort(request.sort, settings));
  if (request.deadline_us < 0)
    return InvalidArgument("searching: deadline is ", request.deadline_us, " µs, expected 0 or more");
  SIGNPOST_RETURN_IF_ERROR(in_range("snippet words", request.highlight.snippet_words, 1, limits::kMaxSnippetWords));
  SIGNPOST_RETURN_IF_ERROR(
      in_range("snippet characters", request.highlight.snippet_characters, 0, limits::kMaxSnippetCharacters));
  SIGNPOST_RETURN_IF_ERROR(in_range("number of snippets", request.highlight.snippet_count, 1, limits::kMaxSnippets));
  return ValidateAnswers(request.answers);
}

// Words that are ignored in every language asked, by the first language's reading of the query.
std::vector<std::string> IgnoredWords(const std::vector<LanguageSearch>& searches) {
  std::vector<std::string> out;
  if (searches.empty()) return out;
  auto ignored = [](const LanguageSearch& search, std::string_view text) {
    return std::all_of(search.plan.slots.begin(), search.plan.slots.end(), [&](const query::Slot& slot) {
      return search.query.words[slot.word].text != text || slot.alternatives.empty();
    });
  };
  for (const query::QueryWord& word : searches.front().query.words) {
    if (word.kind == text::TokenKind::kCjkPair) continue;
    if (std::all_of(searches.begin(), searches.end(), [&](const auto& s) { return ignored(s, word.text); })) {
      out.push_back(word.text);
    }
  }
  return out;
}

// True when every word stands as it is typed, or in another form.
bool KnowsAllWords(const LanguageSearch& search) {
  return std::all_of(search.plan.slots.begin(), search.plan.slots.end(), [](const query::Slot& slot) {
    return !slot.alternatives.empty() && slot.alternatives.front().kind < AlternativeKind::kTypo;
  });
}

// The most likely correction in the nearest language, unless the query is fine in some language asked.
std::optional<DidYouMean> Correct(std::string_view text, const index::Corpora& corpora,
                                  const std::vector<LanguageSearch>& searches) {
  std::optional<DidYouMean> out;
  for (std::size_t c = 0; c < searches.size(); ++c) {
    const LanguageSearch& search = searches[c];
    if (corpora.steps[c] != corpora.steps.front()) {
      if (KnowsAllWords(search)) return std::nullopt;
      continue;
    }
    std::optional<DidYouMean> correction = suggest::Correct(text, search.query, search.plan);
    if (!correction) return std::nullopt;
    if (!out || correction->confidence > out->confidence) out = std::move(correction);
  }
  return out;
}

// True for a document as old as the settings call outdated, or older.
bool IsStale(const segment::Segment& segment, DocId doc, const Settings& settings, std::int64_t now) {
  const segment::Column* column = segment.columns().Find(settings.stale_attribute);
  if (settings.stale_attribute.empty() || column == nullptr) return false;
  const segment::ColumnValues values = column->Values(doc);
  constexpr double kSecondsPerDay = 86'400;
  return !values.numbers.empty() &&
         static_cast<double>(now) - values.numbers.back().value >= kSecondsPerDay * settings.stale_after_days;
}

// What of each hit is shown, and what may be.
struct Selections {
  AttributeSelection retrieved;
  AttributeSelection highlighted;
  AttributeSelection visible;
  SnippetSelection snippets;

  Selections(const SearchRequest& request, const Settings& settings, SnippetSelection of_snippets)
      : retrieved(request.attributes_to_retrieve, settings.unretrievable_attributes),
        highlighted(request.attributes_to_highlight, settings.unretrievable_attributes),
        visible({"*"}, settings.unretrievable_attributes),
        snippets(std::move(of_snippets)) {}
};

// What showing a hit works in, reused from hit to hit.
struct ShowScratch {
  segment::StoredBuffer stored;
  highlight::Scratch highlight;
};

void ShowSnippets(std::vector<Snippet> snippets, Hit* hit) {
  if (snippets.empty()) return;
  hit->snippet = std::move(snippets.front());
  snippets.erase(snippets.begin());
  hit->more_snippets = std::move(snippets);
}

// What matched, as far as it may be seen.
void Highlight(highlight::Highlighter* highlighter, const segment::StoredDocument& stored,
               const std::vector<std::string>& fields, bool restrict_arrays, const Selections& selections, Hit* hit) {
  if (selections.highlighted.Has("title")) hit->title = highlighter->Title();
  if (selections.highlighted.Has("headings")) hit->headings = highlighter->Headings();
  if (selections.snippets.Has("body")) ShowSnippets(highlighter->Snippets(selections.snippets.LengthOf("body")), hit);
  AttributeHighlights others(highlighter, stored, fields, restrict_arrays);
  hit->highlights = others.Highlights(selections.highlighted);
  hit->snippets = others.Snippets(selections.snippets);
  hit->sections = highlighter->Sections();
  if (selections.visible.Has("headings")) return;
  for (SectionHit& section : hit->sections) section.headings.clear();
  hit->snippet.headings.clear();
  for (Snippet& snippet : hit->more_snippets) snippet.headings.clear();
}

Hit ShowHit(const PageHit& page_hit, const index::Corpora& corpora, const LanguageSearch& search,
            const SearchRequest& request, const Settings& settings, const Selections& selections,
            ShowScratch* scratch) {
  const rank::RankedHit& ranked = page_hit.hit;
  const segment::Segment& segment = SegmentOf(corpora, ranked);
  const segment::StoredDocument stored = segment.Stored(ranked.match.doc, &scratch->stored);
  Hit hit{.document = selections.retrieved.Select(stored, segment.ChangedAttributesOf(ranked.match.doc)),
          .lang = segment.meta().lang,
          .is_fallback = ranked.language_step > 0,
          .score = ranked.score.score,
          .promoted = page_hit.promoted,
          .stale = IsStale(segment, ranked.match.doc, settings, request.now != 0 ? request.now : std::time(nullptr))};
  if (request.highlight.enabled) {
    const highlight::Context context{search.query, search.plan, search.analyzer, request.highlight};
    highlight::Highlighter highlighter(context, segment, stored, ranked.match, &scratch->highlight);
    Highlight(&highlighter, stored, segment.meta().fields, request.highlight.restrict_arrays, selections, &hit);
  }
  if (request.ranking_info) hit.ranking_info = RankingInfoOf(search.plan, segment, settings, ranked);
  if (request.explain) hit.explanation = ExplainHit(search.query, search.plan, ranked, segment);
  return hit;
}

void Explain(const index::Corpora& corpora, const std::vector<LanguageSearch>& searches, const rules::Outcome& outcome,
             SearchResponse* response) {
  Explanation& out = response->explanation.emplace();
  out.steps.push_back(StrCat("rules: ", outcome.applied.size(), " applied", outcome.redirect ? ", redirect to " : "",
                             outcome.redirect ? outcome.redirect->url : ""));
  for (std::size_t c = 0; c < searches.size(); ++c) {
    const LanguageSearch& search = searches[c];
    std::size_t alternatives = 0;
    for (const query::Slot& slot : search.plan.slots) alternatives += slot.alternatives.size();
    out.steps.push_back(StrCat("language ", Quoted(corpora.list[c].lang()), ": ", corpora.list[c].doc_count(),
                               " documents in ", corpora.list[c].segments().size(), " segments"));
    out.steps.push_back(StrCat("analyse: ", search.query.tokens.tokens.size(), " tokens; parse: ",
                               search.query.words.size(), " words, ", search.query.synonyms.size(), " synonyms"));
    out.steps.push_back(StrCat("plan: ", alternatives, " alternatives"));
    ExplainPlan(corpora.list[c].lang(), search.query, search.plan, &out.words);
  }
  out.steps.push_back(StrCat("rank: ", response->hit_count, " hits"));
}

}  // namespace

absl::StatusOr<SearchResponse> Search(const index::View& view, const Audience& audience, const SearchRequest& asked,
                                      const HitsVisitor& visit) {
  const auto start = std::chrono::steady_clock::now();
  Deadline deadline(asked.deadline_us);
  // What was understood until then is to find something.
  Deadline understanding(asked.deadline_us > 0 ? std::max<std::int64_t>(asked.deadline_us / 2, 1) : 0);
  SIGNPOST_RETURN_IF_ERROR(Validate(asked, *view.settings));
  SIGNPOST_RETURN_IF_ERROR(CheckFilters(asked, *view.settings));
  SIGNPOST_RETURN_IF_ERROR(CheckFacets(asked));
  SearchResponse response;
  response.query = FindInvalidUtf8(asked.query) == kValidUtf8 ? asked.query : ReplaceInvalidUtf8(asked.query);

  const std::shared_ptr<const index::Corpora> opened = OpenCorpora(view, audience, asked);
  const index::Corpora& corpora = *opened;
  rules::Outcome outcome = ApplyRules(view, audience, corpora, asked, response.query);
  std::optional<SearchRequest> changed;  // most requests are not, and a copy is not free
  if (ChangesRequest(outcome)) changed = WithOutcome(asked, outcome, visit != nullptr);
  const SearchRequest& request = changed ? *changed : asked;
  absl::StatusOr<SnippetSelection> snippets = SnippetSelection::Create(request, *view.settings);
  if (!snippets.ok()) return snippets.status();
  const std::string& searched = outcome.query ? *outcome.query : response.query;
  response.edited_query = outcome.query;
  response.applied_rules = outcome.applied;
  response.redirect = outcome.redirect;
  response.user_data = std::move(outcome.user_data);
  response.facet_ordering = view.settings->facet_ordering;

  const query::MatchOptions options = query::OptionsOf(request, *view.settings);
  std::vector<LanguageSearch> searches;
  if (!response.redirect) {
    Scopes scopes;
    for (const segment::Corpus& corpus : corpora.list) {
      searches.push_back(Understand(view, corpus, searched, options, &understanding));
      response.lone_prefix |= searches.back().plan.lone_prefix;
      scopes.push_back(MakeScopes(corpus, request));
    }
    HitSource source(corpora, scopes, *view.settings, request.fallback_factor.value_or(view.settings->fallback_factor),
                     &searches, &deadline);
    Page page = MakePage(corpora, &source, outcome, request, *view.settings);
    response.hit_count = page.place_count;
    response.exact_hit_count = source.exact_count();
    if (visit != nullptr) {
      visit(corpora, std::move(page.documents));
    } else if (!request.facets.empty()) {
      response.facets = CountFacets(corpora, std::move(page.documents), request, *view.settings);
    }
    const Selections selections(request, *view.settings, *std::move(snippets));
    ShowScratch scratch;
    for (const PageHit& hit : page.hits) {
      response.hits.push_back(
          ShowHit(hit, corpora, searches[hit.hit.corpus], request, *view.settings, selections, &scratch));
    }
    if (request.answers.enabled) {
      response.answers = FindAnswers(corpora, searches, page.hits, response.query, request, *view.settings);
    }
    response.cut = deadline.Passed() || understanding.seen() ||
                   std::any_of(searches.begin(), searches.end(), [](const LanguageSearch& s) { return s.plan.cut; });
    if (!response.cut) response.ignored_words = IgnoredWords(searches);
    response.did_you_mean = Correct(searched, corpora, searches);
  }
  DescribePages(request, *view.settings, &response);
  if (request.explain) Explain(corpora, searches, outcome, &response);
  response.processing_time_us =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  return response;
}

}  // namespace signpost::catalog
