// SPDX-License-Identifier: Apache-2.0
#include "catalog/suggestions.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_set.h>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "catalog/attribute_selection.h"
#include "catalog/completion_search.h"
#include "catalog/hit_source.h"
#include "catalog/scopes.h"
#include "catalog/search_pipeline.h"
#include "catalog/suggestion_mark.h"
#include "catalog/typed_query.h"
#include "catalog/visible.h"
#include "index/popular_queries.h"
#include "segment/column_values.h"
#include "text/language_pack.h"

namespace signpost::catalog {
namespace {

using index::PopularQueries;
using segment::LiveSegment;

// A title and a heading may be the same phrase, of which one is shown.
constexpr std::int64_t kSecondsKept = 60;  // that what a query found is kept
constexpr std::size_t kPhrasesOfKey = 2;

bool Shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

absl::Status Validate(const SuggestRequest& request) {
  if (request.query.size() > limits::kMaxSuggestQueryBytes) {
    return InvalidArgument("suggesting: query has ", request.query.size(), " bytes, the limit is ",
                           limits::kMaxSuggestQueryBytes);
  }
  if (request.limit < 1 || request.limit > limits::kMaxSuggestions) {
    return InvalidArgument("suggesting: limit is ", request.limit, ", expected 1 to ", limits::kMaxSuggestions);
  }
  return absl::OkStatus();
}

// What titles must be of: the filter, and for an empty query the tags of its contexts.
Filter ArticleFilter(const SuggestRequest& request) {
  if (!request.query.empty() || request.contexts.empty()) return request.filter;
  std::vector<Filter> tags;
  for (const std::string& context : request.contexts) {
    tags.push_back(Filter::Is(std::string(segment::kTagsAttribute), context));
  }
  std::vector<Filter> parts = {Filter::Any(std::move(tags))};
  if (!request.filter.empty()) parts.push_back(request.filter);
  return Filter::All(std::move(parts));
}

// A suggestion with what orders it.
struct Candidate {
  Suggestion suggestion;
  std::string key;
  std::uint32_t step = 0;
  int edits = 0;
  CompletionForm form = CompletionForm::kBegins;
  std::vector<double> ranking;
  std::size_t typed = 0;   // which of the queries tried
  std::size_t corpus = 0;  // whose language marks it

  auto Order() const { return std::tuple(step, edits, form, suggestion.kind); }
};

bool Before(const Candidate& a, const Candidate& b) {
  if (a.Order() != b.Order()) return a.Order() < b.Order();
  if (a.suggestion.count != b.suggestion.count) return a.suggestion.count > b.suggestion.count;
  if (a.ranking != b.ranking) return a.ranking > b.ranking;
  return std::tie(a.suggestion.object_id, a.suggestion.query) < std::tie(b.suggestion.object_id, b.suggestion.query);
}

class Suggester {
 public:
  Suggester(const index::View& view, const Audience& audience, const SuggestRequest& request,
            const index::Corpora& corpora)
      : view_(view),
        audience_(audience),
        request_(request),
        corpora_(corpora),
        visible_({"*"}, view.settings->unretrievable_attributes),
        now_(request.now != 0 ? request.now : std::time(nullptr)) {
    const SearchRequest asked{.lang = request.lang, .filter = ArticleFilter(request)};
    for (const segment::Corpus& corpus : corpora.list) scopes_.push_back(MakeScopes(corpus, asked));
  }

  std::vector<Suggestion> Run() {
    for (std::size_t c = 0; c < corpora_.list.size(); ++c) {
      const text::Analyzer analyzer(text::FindLanguagePack(corpora_.list[c].lang()));
      const TypedQuery typed = ReadTyped(request_.query, analyzer);
      if (request_.query.empty()) {
        SuggestUntyped(c);
      } else if (!typed.words.empty()) {
        SuggestTyped(c, typed);
      }
    }
    return Finish();
  }

 private:
  std::size_t limit() const { return static_cast<std::size_t>(request_.limit); }
  // The language of a popular query is one of this corpus.
  bool Serves(const PopularQueries::Language& language, std::size_t c) const {
    return language.tag.empty() || text::LanguageMatches(language.tag, corpora_.list[c].lang());
  }

  void SuggestTyped(std::size_t c, const TypedQuery& typed) {
    Try(c, typed);
    absl::flat_hash_set<std::string_view> keys;
    for (const Candidate& candidate : candidates_) {
      if (candidate.corpus == c) keys.insert(candidate.key);
    }
    if (keys.size() >= limit()) return;
    Tables tables;
    for (const LiveSegment& live : corpora_.list[c].segments()) tables.push_back(&live.segment().completions());
    for (const PopularQueries::Language& language : view_.popular->languages()) {
      if (Serves(language, c)) tables.push_back(&language.table);
    }
    for (const TypedQuery& mended : Corrected(typed, tables, corpora_.list[c], view_.settings->typo_tolerance)) {
      Try(c, mended);
    }
  }

  // Completes one query in all tables of a language.
  void Try(std::size_t c, const TypedQuery& typed) {
    typed_.push_back(typed);
    for (const PopularQueries::Language& language : view_.popular->languages()) {
      if (!Serves(language, c)) continue;
      std::size_t checks = 0;
      const auto wanted = [&](std::uint32_t phrase) { return FirstPopular(language, phrase, &checks); };
      for (const Completion& completion : Complete(language.table, typed, kPhrasesOfKey * limit(), wanted)) {
        AddPopular(c, language.by_count[completion.doc], completion.form);
      }
    }
    for (std::uint32_t s = 0; s < corpora_.list[c].segments().size(); ++s) {
      const LiveSegment& live = corpora_.list[c].segments()[s];
      const segment::CompletionTable& table = live.segment().completions();
      const auto wanted = [&](std::uint32_t phrase) { return FirstDoc(live, scopes_[c][s], phrase); };
      for (const Completion& completion : Complete(table, typed, kPhrasesOfKey * limit(), wanted)) {
        AddPhrase(c, s, completion);
      }
    }
  }

  // Under an empty query: popular queries, then the titles of articles.
  void SuggestUntyped(std::size_t c) {
    typed_.emplace_back();
    for (const PopularQueries::Language& language : view_.popular->languages()) {
      if (!Serves(language, c)) continue;
      std::size_t added = 0;
      std::size_t checks = 0;
      for (const std::uint32_t place : language.by_count) {
        if (added == limit()) break;
        if (!IsEligible(view_.popular->list()[place])) continue;
        if (++checks > limits::kMaxFoundChecks) break;
        if (!Finds(view_.popular->list()[place].query)) continue;
        AddPopular(c, place, CompletionForm::kBegins);
        ++added;
      }
    }
    if (!visible_.Has("title")) return;
    for (std::uint32_t s = 0; s < corpora_.list[c].segments().size(); ++s) AddTitles(c, s);
  }

  void AddTitles(std::size_t c, std::uint32_t s) {
    const LiveSegment& live = corpora_.list[c].segments()[s];
    std::size_t added = 0;
    std::uint32_t looked = 0;
    for (std::uint32_t d = 0; d < live.segment().doc_count() && added < limit(); ++d) {
      const DocId doc{d};
      if (!live.IsLive(doc) || !scopes_[c][s].Admits(doc)) continue;
      if (++looked > limits::kMaxCompletionChecks) break;
      const std::string title(live.segment().Stored(doc, &buffer_).title);
      if (title.size() > limits::kMaxCompletionBytes || !IsSafe(title)) continue;
      const std::string key = KeyOf(c, title);
      if (key.empty()) continue;
      const bool known =
          std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) { return other.key == key; });
      Candidate out = NewCandidate(c, title, SuggestionKind::kTitle, CompletionForm::kBegins);
      SetArticle(live.segment(), doc, &out);
      candidates_.push_back(std::move(out));
      added += known ? 0 : 1;
    }
  }

  // With advanced syntax, quotes and a minus in a text would ask for something else.
  bool IsSafe(std::string_view text) const {
    return !view_.settings->advanced_syntax || text.find_first_of("\"-") == std::string_view::npos;
  }

  std::optional<std::uint32_t> FirstDoc(const LiveSegment& live, const rank::Scope& scope, std::uint32_t phrase) const {
    const segment::CompletionTable& table = live.segment().completions();
    const bool title = table.Kind(phrase) == segment::CompletionKind::kTitle;
    if (!visible_.Has(title ? "title" : "headings") || !IsSafe(table.Text(phrase))) return std::nullopt;
    std::optional<std::uint32_t> out;
    table.ForEachDoc(phrase, [&](std::uint32_t doc) {
      if (doc >= live.segment().doc_count()) return false;
      if (live.IsLive(DocId{doc}) && scope.Admits(DocId{doc})) out = doc;
      return !out;
    });
    return out;
  }

  bool IsEligible(const PopularQuery& query) const {
    const bool in_context = Shares(query.contexts, request_.contexts);
    // What belongs to no context is no question of one.
    const bool context = query.contexts.empty() ? !request_.query.empty() || request_.contexts.empty() : in_context;
    const bool audience = query.audiences.empty() || Shares(query.audiences, audience_.names());
    return context && audience && now_ >= query.from && (query.until == 0 || now_ < query.until) && IsSafe(query.query);
  }

  std::optional<std::uint32_t> FirstPopular(const PopularQueries::Language& language, std::uint32_t phrase,
                                            std::size_t* checks) const {
    std::optional<std::uint32_t> out;
    language.table.ForEachDoc(phrase, [&](std::uint32_t place) {
      if (place >= language.by_count.size()) return false;
      const PopularQuery& query = view_.popular->list()[language.by_count[place]];
      if (!IsEligible(query)) return true;
      if (++*checks > limits::kMaxFoundChecks) return false;
      if (Finds(query.query)) out = place;
      return !out;
    });
    return out;
  }

  // True when a search for it finds something that this audience may see, or leads elsewhere.
  bool Finds(const std::string& query) const {
    // What a rule does may begin and end; what was found is kept for a minute of the request's time.
    std::string key = StrCat(request_.lang, "\n", now_ / kSecondsKept, "\n", query);
    for (const std::string& name : audience_.names()) key += StrCat("\n", name);
    return view_.found.Get(key, [&] {
      SearchRequest asked{
          .query = query, .lang = request_.lang, .hits_per_page = 1, .attributes_to_snippet = {}, .now = now_};
      asked.highlight.enabled = false;
      const absl::StatusOr<SearchResponse> response = Search(view_, audience_, asked);
      return response.ok() && (response->hit_count > 0 || response->redirect);
    });
  }

  std::string KeyOf(std::size_t c, std::string_view text) {
    text::Analyzer(text::FindLanguagePack(corpora_.list[c].lang())).Analyze(text, &tokens_);
    return segment::CompletionKey(tokens_);
  }

  Candidate NewCandidate(std::size_t c, std::string_view text, SuggestionKind kind, CompletionForm form) {
    Candidate out{.key = KeyOf(c, text),
                  .step = corpora_.steps[c],
                  .edits = typed_.back().edits,
                  .form = form,
                  .typed = typed_.size() - 1,
                  .corpus = c};
    out.suggestion.query = text;
    out.suggestion.kind = kind;
    return out;
  }

  static void SetArticle(const segment::Segment& segment, DocId doc, Candidate* out) {
    out->suggestion.object_id = segment.ObjectId(doc);
    out->suggestion.lang = segment.meta().lang;
    for (std::uint32_t i = 0; i < segment.meta().ranking_count; ++i)
      out->ranking.push_back(segment.RankingValue(doc, i));
  }

  void AddPhrase(std::size_t c, std::uint32_t s, const Completion& completion) {
    const segment::Segment& segment = corpora_.list[c].segments()[s].segment();
    const segment::CompletionTable& table = segment.completions();
    const bool title = table.Kind(completion.phrase) == segment::CompletionKind::kTitle;
    Candidate out = NewCandidate(c, table.Text(completion.phrase),
                                 title ? SuggestionKind::kTitle : SuggestionKind::kHeading, completion.form);
    SetArticle(segment, DocId{completion.doc}, &out);
    candidates_.push_back(std::move(out));
  }

  void AddPopular(std::size_t c, std::uint32_t place, CompletionForm form) {
    const PopularQuery& query = view_.popular->list()[place];
    Candidate out = NewCandidate(c, query.query, SuggestionKind::kPopular, form);
    out.suggestion.count = query.count;
    if (!query.object_id.empty()) FindArticle(query.object_id, &out.suggestion);
    candidates_.push_back(std::move(out));
  }

  // The article that a popular query leads to, in the nearest language, if it is there for this audience.
  void FindArticle(const std::string& object_id, Suggestion* out) const {
    for (const segment::Corpus& corpus : corpora_.list) {
      for (const LiveSegment& live : corpus.segments()) {
        for (const DocId doc : live.segment().Find(object_id)) {
          if (!live.IsLive(doc)) continue;
          out->object_id = object_id;
          out->lang = corpus.lang();
          return;
        }
      }
    }
  }

  std::vector<Suggestion> Finish() {
    std::sort(candidates_.begin(), candidates_.end(), Before);
    std::vector<Suggestion> out;
    absl::flat_hash_set<std::string> keys;
    for (Candidate& candidate : candidates_) {
      if (out.size() == limit()) break;
      if (!keys.insert(candidate.key).second) continue;
      const text::Analyzer analyzer(text::FindLanguagePack(corpora_.list[candidate.corpus].lang()));
      candidate.suggestion.highlighted =
          MarkUntyped(candidate.suggestion.query, typed_[candidate.typed], analyzer, request_.highlight);
      out.push_back(std::move(candidate.suggestion));
    }
    return out;
  }

  const index::View& view_;
  const Audience& audience_;
  const SuggestRequest& request_;
  const index::Corpora& corpora_;
  const AttributeSelection visible_;
  const std::int64_t now_;
  Scopes scopes_;
  std::vector<TypedQuery> typed_;  // all that were tried
  std::vector<Candidate> candidates_;
  text::TokenList tokens_;
  segment::StoredBuffer buffer_;
};

}  // namespace

absl::StatusOr<SuggestResponse> Suggest(const index::View& view, const Audience& audience,
                                        const SuggestRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SIGNPOST_RETURN_IF_ERROR(Validate(request));
  const SearchRequest asked{.lang = request.lang, .filter = ArticleFilter(request)};
  SIGNPOST_RETURN_IF_ERROR(CheckFilters(asked, *view.settings));
  const std::shared_ptr<const index::Corpora> corpora = OpenCorpora(view, audience, asked);
  SuggestResponse response;
  response.suggestions = Suggester(view, audience, request, *corpora).Run();
  response.processing_time_us =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  return response;
}

}  // namespace signpost::catalog
