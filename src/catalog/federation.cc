// SPDX-License-Identifier: Apache-2.0
// federation.cc — several indexes asked in one call: search each, calibrate, find the intent, follow the rules, merge.
#include <signpost/federation.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "base/status.h"
#include "base/strings.h"
#include "catalog/calibration.h"
#include "catalog/federation_answer.h"
#include "catalog/federation_asked.h"
#include "catalog/federation_request.h"
#include "catalog/intent.h"

namespace signpost::inline v0 {

namespace {

using catalog::Asked;

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

}  // namespace

struct Federation::Impl {
  std::vector<FederatedIndex> indexes;
  catalog::IntentFinder intents;

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
    answers.reserve(alike.size());
    for (const Asked* a : alike) answers.push_back(a->answer());
    const catalog::QueryWords words(answers);
    std::vector<catalog::IntentAnswer> of_intent;
    for (std::size_t i = 0; i < alike.size(); ++i) {
      alike[i]->group.quality = catalog::QualityOf(words, answers[i]);
      const SearchRequest& request = alike[i]->query->request;
      of_intent.push_back(
          {.speaks_for = alike[i]->speaks_for(),
           .answer = answers[i],
           .average_length = AverageLength(*alike[i], audience),
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
  asked.reserve(request.queries.size());
  for (std::size_t q = 0; q < request.queries.size(); ++q)
    asked.push_back(catalog::Ask(impl_->indexes, audience, request, q));
  FederatedResponse out;
  out.merged = request.merge;
  impl_->Judge(audience, &asked, &out);
  catalog::ApplyRules(asked, &out);
  for (const Asked& a : asked) out.hit_count += a.group.response.hit_count;
  if (request.merge) catalog::Merge(request, &asked, &out);
  catalog::DropExplanations(&asked, &out);
  for (Asked& a : asked) out.groups.push_back(std::move(a.group));
  out.processing_time_us =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  return out;
}

const std::vector<FederatedIndex>& Federation::indexes() const { return impl_->indexes; }

}  // namespace signpost::inline v0
