// SPDX-License-Identifier: Apache-2.0
#include "catalog/federation_answer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "catalog/calibration.h"
#include "catalog/federation_merge.h"

namespace signpost::catalog {
namespace {

// Smaller goes first: what agrees with the intent, then the greater weight, then the label.
bool GoesBefore(const Asked& a, const Asked& b, const std::optional<Intent>& intent) {
  const bool a_agrees = intent && a.speaks_for() == intent->kind;
  const bool b_agrees = intent && b.speaks_for() == intent->kind;
  if (a_agrees != b_agrees) return a_agrees;
  if (a.query->weight != b.query->weight) return a.query->weight > b.query->weight;
  return a.group.label < b.group.label;
}

// An address that has moved is nothing else, whatever its words are like.
bool MayRedirect(const Asked& asked, const std::optional<Intent>& intent) {
  const std::optional<Redirect>& redirect = asked.group.response.redirect;
  if (redirect && redirect->rule.empty()) return true;
  return !intent || intent->kind == IntentKind::kMixed || asked.speaks_for() == IntentKind::kMixed ||
         asked.speaks_for() == intent->kind;
}

// What the scores of an index are multiplied by, because the person rather wants the one or the other.
double IntentFactor(const Asked& asked, const std::optional<Intent>& intent, double share) {
  if (!intent) return 1;
  double likelihood = 0.5;
  if (asked.speaks_for() == IntentKind::kSupport) likelihood = intent->support;
  if (asked.speaks_for() == IntentKind::kShopping) likelihood = 1 - intent->support;
  return 1 - share + share * likelihood;
}

}  // namespace

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

void Merge(const FederatedRequest& request, std::vector<Asked>* asked, FederatedResponse* out) {
  std::vector<MergeList> lists;
  for (const Asked& a : *asked) {
    if (!a.ok()) {
      lists.emplace_back();
      lists.back().label = a.group.label;
      lists.back().hits = &a.group.response.hits;
      continue;
    }
    std::vector<double> scores = CalibratedScores(a.group.response, a.group.quality);
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
  for (const MergedHit& merged : MergePage(lists, request.page, request.hits_per_page)) {
    FederatedGroup& group = (*asked)[merged.list].group;
    out->hits.push_back(
        {group.label, group.index, lists[merged.list].scores[merged.hit], std::move(group.response.hits[merged.hit])});
  }
  for (Asked& a : *asked) a.group.response.hits.clear();
}

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

}  // namespace signpost::catalog
