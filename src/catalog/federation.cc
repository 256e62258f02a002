// SPDX-License-Identifier: Apache-2.0
// federation.cc — several indexes asked in one call: search each, calibrate, find the intent, follow the rules, merge.
#include <signpost/federation.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "catalog/calibration.h"
#include "catalog/federation_merge.h"
#include "catalog/federation_request.h"
#include "catalog/index_access.h"
#include "catalog/intent.h"
#include "catalog/search_pipeline.h"
#include "catalog/visible.h"

namespace signpost::inline v0 {

namespace {

using catalog::LabelOf;

// A query with its answer, while the call is worked on.
struct Asked {
  const FederatedQuery* query = nullptr;
  const FederatedIndex* index = nullptr;    // null: there is none of this name
  std::shared_ptr<const index::View> view;  // that was searched
  FederatedGroup group;
  std::optional<SearchResponse> probe;  // its best hits, when the group shows others

  bool ok() const { return group.status.ok(); }
  catalog::Answer answer() const {
    return {.response = probe ? &*probe : &group.response, .settings = view->settings.get()};
  }
  IntentKind speaks_for() const { return index->settings.speaks_for.value_or(IntentKind::kMixed); }
};

// What is asked of an index: explained, since what is explained is compared; from the first hit, when hits are merged.
SearchRequest RequestOf(const FederatedQuery& query, const FederatedRequest& request) {
  SearchRequest out = query.request;
  out.explain = true;
  if (request.merge) {
    out.range.reset();
    out.page = 0;
    out.hits_per_page = static_cast<int>(
        std::min(std::int64_t{limits::kMaxHitsPerPage}, std::int64_t{request.page + 1} * request.hits_per_page));
  }
  return out;
}

// False when the best hits are among those that the request shows.
bool NeedsProbe(const SearchRequest& request) {
  const std::int64_t first = request.range ? request.range->offset : std::int64_t{request.page} * request.hits_per_page;
  const int length = request.range ? request.range->length : request.hits_per_page;
  return first > 0 || length < static_cast<int>(catalog::kHitsForQuality) || !request.sort.empty();
}

// The same question for the best hits alone, so that a page, an order or a list without hits changes no intent.
SearchRequest ProbeOf(const SearchRequest& request) {
  SearchRequest out = request;
  out.range.reset();
  out.sort.clear();
  out.facets.clear();
  out.page = 0;
  out.hits_per_page = static_cast<int>(catalog::kHitsForQuality);
  out.highlight.enabled = false;
  out.attributes_to_retrieve = {};
  return out;
}

// Tokens of a document on average, of those that the request may see.
double AverageLength(const index::View& view, const Audience& audience, const SearchRequest& request) {
  const std::shared_ptr<const index::Corpora> corpora = catalog::OpenCorpora(view, audience, request);
  double tokens = 0;
  double documents = 0;
  for (const segment::Corpus& corpus : corpora->list) {
    const auto count = static_cast<double>(corpus.doc_count());
    documents += count;
    for (const double length : corpus.average_lengths()) tokens += length * count;
  }
  return documents == 0 ? 0 : tokens / documents;
}

// True when all queries ask the same text in the same language, and both sides have an index among them.
bool HasIntent(const std::vector<Asked>& asked) {
  bool support = false;
  bool shopping = false;
  const SearchRequest& first = asked.front().query->request;
  for (const Asked& a : asked) {
    if (a.query->request.query != first.query || a.query->request.lang != first.lang) return false;
    if (!a.ok()) continue;
    support |= a.speaks_for() == IntentKind::kSupport;
    shopping |= a.speaks_for() == IntentKind::kShopping;
  }
  return support && shopping && first.query.find_first_not_of(" \t\r\n") != std::string::npos;
}

// Smaller goes first: what agrees with the intent, then the greater weight, then the label.
bool GoesBefore(const Asked& a, const Asked& b, const std::optional<Intent>& intent) {
  const bool a_agrees = intent && a.speaks_for() == intent->kind;
  const bool b_agrees = intent && b.speaks_for() == intent->kind;
  if (a_agrees != b_agrees) return a_agrees;
  if (a.query->weight != b.query->weight) return a.query->weight > b.query->weight;
  return a.group.label < b.group.label;
}

bool MayRedirect(const Asked& asked, const std::optional<Intent>& intent) {
  return !intent || intent->kind == IntentKind::kMixed || asked.speaks_for() == IntentKind::kMixed ||
         asked.speaks_for() == intent->kind;
}

// Where the query leads, and what stands above the hits.
void ApplyRules(const std::vector<Asked>& asked, FederatedResponse* out) {
  std::vector<const Asked*> order;
  for (const Asked& a : asked) {
    if (a.ok()) order.push_back(&a);
  }
  std::sort(order.begin(), order.end(),
            [&](const Asked* a, const Asked* b) { return GoesBefore(*a, *b, out->intent); });
  for (const Asked* a : order) {
    const SearchResponse& response = a->group.response;
    if (!out->redirect && response.redirect && MayRedirect(*a, out->intent)) {
      out->redirect = FederatedRedirect{a->group.label, a->group.index, *response.redirect};
    }
    for (const Value& data : response.user_data) out->banners.push_back({a->group.label, a->group.index, data});
  }
}

// What the scores of an index are multiplied by, because the person rather wants the one or the other.
double IntentFactor(const Asked& asked, const std::optional<Intent>& intent, double share) {
  if (!intent) return 1;
  double likelihood = 0.5;
  if (asked.speaks_for() == IntentKind::kSupport) likelihood = intent->support;
  if (asked.speaks_for() == IntentKind::kShopping) likelihood = 1 - intent->support;
  return 1 - share + share * likelihood;
}

void Merge(const FederatedRequest& request, std::vector<Asked>* asked, FederatedResponse* out) {
  std::vector<catalog::MergeList> lists;
  for (const Asked& a : *asked) {
    if (!a.ok()) {
      lists.emplace_back();
      lists.back().label = a.group.label;
      lists.back().hits = &a.group.response.hits;
      continue;
    }
    std::vector<double> scores = catalog::CalibratedScores(a.group.response, a.group.quality);
    const double factor = a.query->weight * IntentFactor(a, out->intent, request.intent_share);
    for (double& score : scores) score *= factor;
    lists.push_back({.label = a.group.label,
                     .index = a.index->index,
                     .hits = &a.group.response.hits,
                     .scores = std::move(scores),
                     .min_hits = a.query->min_hits,
                     .max_hits = a.query->max_hits});
  }
  out->page = request.page;
  out->hits_per_page = request.hits_per_page;
  for (const catalog::MergedHit& merged : catalog::MergePage(lists, request.page, request.hits_per_page)) {
    FederatedGroup& group = (*asked)[merged.list].group;
    out->hits.push_back(
        {group.label, group.index, lists[merged.list].scores[merged.hit], std::move(group.response.hits[merged.hit])});
  }
  for (Asked& a : *asked) a.group.response.hits.clear();
}

// Takes back what was explained only to be compared.
void DropExplanations(std::vector<Asked>* asked, FederatedResponse* out) {
  for (Asked& a : *asked) {
    if (a.query->request.explain) continue;
    a.group.response.explanation.reset();
    for (Hit& hit : a.group.response.hits) hit.explanation.reset();
    for (FederatedHit& hit : out->hits) {
      if (hit.label == a.group.label) hit.hit.explanation.reset();
    }
  }
}

}  // namespace

struct Federation::Impl {
  std::vector<FederatedIndex> indexes;
  catalog::IntentFinder intents;

  // Never fails: an error stands in the group.
  Asked Ask(const Audience& audience, const FederatedRequest& request, std::size_t number) const {
    const FederatedQuery& query = request.queries[number];
    Asked out{
        .query = &query, .index = nullptr, .view = nullptr, .group = {.label = LabelOf(query), .index = query.index}};
    const std::string place =
        StrCat("query ", Quoted(out.group.label), " (", number + 1, " of ", request.queries.size(), ")");
    const auto index =
        std::find_if(indexes.begin(), indexes.end(), [&](const auto& i) { return i.name == query.index; });
    if (index == indexes.end()) {
      out.group.status = absl::NotFoundError(StrCat(place, ": there is no index ", Quoted(query.index)));
      return out;
    }
    out.index = &*index;
    out.view = catalog::IndexAccess::ViewOf(*index->index);
    const SearchRequest asked = RequestOf(query, request);
    absl::StatusOr<SearchResponse> response = catalog::Search(*out.view, audience, asked);
    if (!response.ok()) {
      out.group.status = Annotate(response.status(), place);
      return out;
    }
    out.group.response = *std::move(response);
    if (NeedsProbe(asked)) {
      absl::StatusOr<SearchResponse> probe = catalog::Search(*out.view, audience, ProbeOf(asked));
      if (probe.ok()) out.probe = *std::move(probe);
    }
    return out;
  }

  // How good each answer is, among those to the same text in the same language; and what is wanted, when that is all of them.
  void Judge(const Audience& audience, std::vector<Asked>* asked, FederatedResponse* out) const {
    for (std::size_t a = 0; a < asked->size(); ++a) {
      const SearchRequest& request = (*asked)[a].query->request;
      std::vector<Asked*> alike;
      for (Asked& other : *asked) {
        const bool same = other.query->request.query == request.query && other.query->request.lang == request.lang;
        if (other.ok() && same) alike.push_back(&other);
      }
      // The first of them judges for all.
      if (alike.empty() || alike.front() != &(*asked)[a]) continue;
      // In an order of their own, so that sums come out the same in whatever order they were asked.
      std::sort(alike.begin(), alike.end(), [](Asked* x, Asked* y) { return x->group.label < y->group.label; });
      JudgeAlike(audience, alike, HasIntent(*asked), out);
    }
  }

 private:
  void JudgeAlike(const Audience& audience, const std::vector<Asked*>& alike, bool has_intent,
                  FederatedResponse* out) const {
    std::vector<catalog::Answer> answers;
    for (const Asked* a : alike) answers.push_back(a->answer());
    const catalog::QueryWords words(answers);
    std::vector<catalog::IntentAnswer> of_intent;
    for (std::size_t i = 0; i < alike.size(); ++i) {
      alike[i]->group.quality = catalog::QualityOf(words, answers[i]);
      const SearchRequest& request = alike[i]->query->request;
      of_intent.push_back(
          {.speaks_for = alike[i]->speaks_for(),
           .answer = answers[i],
           .average_length = AverageLength(*alike[i]->view, audience, request),
           .rules = catalog::SharesOfRules(alike[i]->view->rules->list(), alike[i]->group.response.applied_rules,
                                           request.query, words)});
    }
    if (!has_intent) return;
    const SearchRequest& request = alike.front()->query->request;
    out->intent = intents.Find(request.query, request.lang, of_intent, words);
  }
};

Federation::Federation(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Federation::Federation(Federation&&) noexcept = default;
Federation& Federation::operator=(Federation&&) noexcept = default;
Federation::~Federation() = default;

absl::StatusOr<Federation> Federation::Create(std::vector<FederatedIndex> indexes) {
  auto impl = std::make_unique<Impl>();
  for (std::size_t i = 0; i < indexes.size(); ++i) {
    const FederatedIndex& index = indexes[i];
    if (index.name.empty()) return InvalidArgument("federating: index ", i + 1, " has no name");
    if (index.index == nullptr) return InvalidArgument("federating: ", Quoted(index.name), " names no index");
    const bool taken = std::any_of(indexes.begin(), indexes.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](const FederatedIndex& other) { return other.name == index.name; });
    if (taken) return InvalidArgument("federating: two indexes are called ", Quoted(index.name));
    SIGNPOST_RETURN_IF_ERROR(impl->intents.Add(index));
  }
  impl->indexes = std::move(indexes);
  return Federation(std::move(impl));
}

absl::StatusOr<FederatedResponse> Federation::Search(const Audience& audience, const FederatedRequest& request) const {
  const auto start = std::chrono::steady_clock::now();
  SIGNPOST_RETURN_IF_ERROR(catalog::Validate(request));
  std::vector<Asked> asked;
  for (std::size_t q = 0; q < request.queries.size(); ++q) asked.push_back(impl_->Ask(audience, request, q));
  FederatedResponse out;
  out.merged = request.merge;
  impl_->Judge(audience, &asked, &out);
  ApplyRules(asked, &out);
  for (const Asked& a : asked) out.hit_count += a.group.response.hit_count;
  if (request.merge) Merge(request, &asked, &out);
  DropExplanations(&asked, &out);
  for (Asked& a : asked) out.groups.push_back(std::move(a.group));
  out.processing_time_us =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  return out;
}

const std::vector<FederatedIndex>& Federation::indexes() const { return impl_->indexes; }

}  // namespace signpost::inline v0
