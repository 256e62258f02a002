// SPDX-License-Identifier: Apache-2.0
#include "catalog/search_pipeline.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/deadline.h"
#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "catalog/explain.h"
#include "catalog/page.h"
#include "catalog/visible.h"
#include "highlight/highlighter.h"
#include "query/parsed_query.h"
#include "query/plan.h"
#include "rank/collector.h"
#include "segment/stored_document.h"
#include "suggest/did_you_mean.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::catalog {
namespace {

absl::Status Validate(const SearchRequest& request) {
  auto in_range = [](std::string_view field, std::int64_t value, std::int64_t low, std::int64_t high) {
    if (value >= low && value <= high) return absl::OkStatus();
    return InvalidArgument("searching: ", field, " is ", value, ", expected ", low, " to ", high);
  };
  SIGNPOST_RETURN_IF_ERROR(in_range("query bytes", static_cast<std::int64_t>(request.query.size()), 0,
                                    static_cast<std::int64_t>(limits::kMaxQueryBytes)));
  SIGNPOST_RETURN_IF_ERROR(in_range("hitsPerPage", request.hits_per_page, 0, limits::kMaxHitsPerPage));
  SIGNPOST_RETURN_IF_ERROR(in_range("page", request.page, 0, limits::kMaxHitsReachable));
  SIGNPOST_RETURN_IF_ERROR(
      in_range("page * hitsPerPage", std::int64_t{request.page} * request.hits_per_page, 0, limits::kMaxHitsReachable));
  if (request.deadline_us < 0)
    return InvalidArgument("searching: deadline is ", request.deadline_us, " µs, expected 0 or more");
  return in_range("snippet words", request.highlight.snippet_words, 1, limits::kMaxSnippetWords);
}

// The query as one language understands it, step by step.
struct LanguageSearch {
  text::Analyzer analyzer;
  query::ParsedQuery query;
  query::Plan plan;
  std::vector<double> slot_idf;
};

LanguageSearch Understand(const index::View& view, const segment::Corpus& corpus, std::string_view text,
                          const query::MatchOptions& options, Deadline* deadline) {
  LanguageSearch out{text::Analyzer(text::FindLanguagePack(corpus.lang())), {}, {}, {}};
  out.query = query::Parse(text, out.analyzer, options);
  for (query::SynonymMatch& match : view.synonyms->Find(out.query.tokens, out.analyzer, corpus.lang())) {
    out.query.synonyms.push_back(std::move(match));
  }
  out.plan = query::MakePlan(out.query, corpus, out.analyzer, options, deadline);
  for (const query::Slot& slot : out.plan.slots) out.slot_idf.push_back(slot.idf);
  return out;
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

// The most likely correction, unless the query is fine in some language asked.
std::optional<DidYouMean> Correct(std::string_view text, const std::vector<LanguageSearch>& searches) {
  std::optional<DidYouMean> out;
  for (const LanguageSearch& search : searches) {
    std::optional<DidYouMean> correction = suggest::Correct(text, search.query, search.plan);
    if (!correction) return std::nullopt;
    if (!out || correction->confidence > out->confidence) out = std::move(correction);
  }
  return out;
}

Hit ShowHit(const PageHit& page_hit, const segment::Corpus& corpus, const LanguageSearch& search,
            const SearchRequest& request) {
  const rank::RankedHit& ranked = page_hit.hit;
  const segment::Segment& segment = corpus.segments()[ranked.segment].segment();
  const segment::StoredDocument stored = segment::ReadDocument(segment.Stored(ranked.match.doc));
  const highlight::Context context{search.query, search.plan, search.slot_idf, search.analyzer, request.highlight};
  const highlight::Highlighter highlighter(context, segment, stored, ranked.match);
  Hit hit{.document = segment::ToDocument(stored, request.retrieve_sections),
          .score = ranked.score.score,
          .title = highlighter.Title(),
          .headings = highlighter.Headings(),
          .snippet = highlighter.Snippet(),
          .sections = highlighter.Sections(),
          .promoted = page_hit.promoted,
          .explanation = std::nullopt};
  if (request.explain) hit.explanation = ExplainHit(search.query, search.plan, ranked, segment);
  return hit;
}

void Explain(const std::vector<segment::Corpus>& corpora, const std::vector<LanguageSearch>& searches,
             const rules::Outcome& outcome, SearchResponse* response) {
  Explanation& out = response->explanation.emplace();
  out.steps.push_back(StrCat("rules: ", outcome.applied.size(), " applied", outcome.redirect ? ", redirect to " : "",
                             outcome.redirect ? outcome.redirect->url : ""));
  for (std::size_t c = 0; c < searches.size(); ++c) {
    const LanguageSearch& search = searches[c];
    std::size_t alternatives = 0;
    for (const query::Slot& slot : search.plan.slots) alternatives += slot.alternatives.size();
    out.steps.push_back(StrCat("language ", Quoted(corpora[c].lang()), ": ", corpora[c].doc_count(), " documents in ",
                               corpora[c].segments().size(), " segments"));
    out.steps.push_back(StrCat("analyse: ", search.query.tokens.tokens.size(), " tokens; parse: ",
                               search.query.words.size(), " words, ", search.query.synonyms.size(), " synonyms"));
    out.steps.push_back(StrCat("plan: ", alternatives, " alternatives"));
    ExplainPlan(corpora[c].lang(), search.query, search.plan, search.slot_idf, &out.words);
  }
  out.steps.push_back(StrCat("rank: ", response->hit_count, " hits"));
}

}  // namespace

absl::StatusOr<SearchResponse> Search(const index::View& view, const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  Deadline deadline(request.deadline_us);
  // What was understood until then is to find something.
  Deadline understanding(request.deadline_us > 0 ? std::max<std::int64_t>(request.deadline_us / 2, 1) : 0);
  SIGNPOST_RETURN_IF_ERROR(Validate(request));
  SearchResponse response;
  response.query = FindInvalidUtf8(request.query) == kValidUtf8 ? request.query : ReplaceInvalidUtf8(request.query);
  response.page = request.page;
  response.hits_per_page = request.hits_per_page;

  const std::vector<segment::Corpus> corpora = OpenCorpora(view, request);
  rules::Outcome outcome = view.rules->Apply(response.query, request.contexts);
  response.applied_rules = outcome.applied;
  response.redirect = outcome.redirect;
  response.user_data = std::move(outcome.user_data);

  const query::MatchOptions options = query::OptionsOf(request, *view.settings);
  std::vector<LanguageSearch> searches;
  if (!response.redirect) {
    std::vector<rank::Collected> collected;
    for (const segment::Corpus& corpus : corpora) {
      LanguageSearch& search = searches.emplace_back(Understand(view, corpus, response.query, options, &understanding));
      const std::size_t needed = HitsNeeded(request, outcome);
      collected.push_back(search.query.words.empty()
                              ? rank::CollectAll(corpus, search.plan, *view.settings, needed, &deadline)
                              : rank::Collect(corpus, search.plan, *view.settings, needed, &deadline));
    }
    Page page = MakePage(corpora, std::move(collected), outcome, request);
    response.hit_count = page.hit_count;
    if (request.hits_per_page > 0) {
      const auto size = static_cast<std::size_t>(request.hits_per_page);
      response.page_count = static_cast<int>((page.hit_count + size - 1) / size);
    }
    for (const PageHit& hit : page.hits) {
      response.hits.push_back(ShowHit(hit, corpora[hit.hit.corpus], searches[hit.hit.corpus], request));
    }
    response.cut = deadline.Passed() || understanding.seen();
    if (!response.cut) response.ignored_words = IgnoredWords(searches);
    response.did_you_mean = Correct(response.query, searches);
  }
  if (request.explain) Explain(corpora, searches, outcome, &response);
  response.processing_time_us =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  return response;
}

}  // namespace signpost::catalog
