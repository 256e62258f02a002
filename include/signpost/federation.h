// SPDX-License-Identifier: Apache-2.0
// federation.h — several indexes asked in one call: help articles, community answers, products. docs/federation.md explains it.
//
// Answers:   groups, one for each query; or one list, in which scores of different indexes are made comparable and quotas
//            keep each index its places. With either: what the person wants (Intent), where the query leads (a redirect of an
//            index's rules) and what stands above the hits (banners of all indexes).
// Scores:    Hit::score is comparable within one index only. FederatedHit::score, 0 to the query's weight, is comparable among
//            the hits of one call: how much of what the query says the index's best hit answers, in words weighed by how rare
//            they are in all indexes asked; below that hit, its index's own scores in proportion. It depends neither on how
//            many documents an index has nor on the weights of its attributes. FederatedRequest::intent_share then favours
//            what the person wants.
// Rules:     each index's apply to the queries asked of it. A redirect of an index whose hits speak for support is followed
//            unless the query is one of a shopper (and the other way round): FederatedResponse::redirect; else it stands in the
//            group alone. Of several, that of the index that agrees with the intent goes first, then the greater weight, then
//            the smaller label. Banners are never held back.
// Audience:  one for the whole call: an index that holds nothing for it answers, counts and weighs as if it were empty.
// Order:     the answer does not depend on the order of the queries, but for that of the groups.
// Threads:   Search may run in any number of threads at once, also while indexes change: each is searched as it is when
//            its turn comes.
// Lifetime:  the indexes outlive the federation, in their places. The response owns its content.
// Cost:      one search for each query, one after the other, with explanations. A merged page n reads (n + 1) pages of each.
// Example:
//   absl::StatusOr<signpost::Federation> shop = signpost::Federation::Create(
//       {{.name = "help", .index = &help, .speaks_for = signpost::IntentKind::kSupport},
//        {.name = "products", .index = &products, .speaks_for = signpost::IntentKind::kShopping}});
//   absl::StatusOr<signpost::FederatedResponse> response = shop->Search(signpost::Audience::Public(), {
//       .queries = {{.index = "help", .request = {.query = "return boots"}, .max_hits = 3},
//                   {.index = "products", .request = {.query = "return boots"}}},
//       .merge = true});
//   if (response->intent && response->intent->kind != signpost::IntentKind::kShopping) ShowSupportBanner();
#ifndef SIGNPOST_FEDERATION_H_
#define SIGNPOST_FEDERATION_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include <signpost/audience.h>
#include <signpost/export.h>
#include <signpost/index.h>
#include <signpost/search.h>
#include <signpost/value.h>

namespace signpost::inline v0 {

// What somebody wants who types a query into the one search box of a store.
enum class IntentKind {
  kSupport,   // help with an order, an account, something bought
  kShopping,  // something to buy
  kMixed,     // either, or both at once: show both
};

// Returns the name used in JSON: "support", "shopping", "mixed".
SIGNPOST_EXPORT const char* IntentKindName(IntentKind kind);

// Words and phrases by which people say what they want, in one language: "return", "where is my"; "buy", "gift for".
struct IntentWords {
  std::string lang;  // BCP 47 tag
  std::vector<std::string> words;

  bool operator==(const IntentWords&) const = default;
};

// What is said of an index beside its documents.
struct FederatedSettings {
  // What its hits speak for: kSupport or kShopping; absent or kMixed: they say nothing about the intent.
  std::optional<IntentKind> speaks_for;
  std::vector<IntentWords> intent_words;  // that speak for it too; at most 1,000 of a language

  bool operator==(const FederatedSettings&) const = default;
};

struct FederatedIndex {
  std::string name;              // unique, not empty
  const Index* index = nullptr;  // required
  FederatedSettings settings;
};

// One query to one index.
struct FederatedQuery {
  std::string index;            // a name of the federation
  std::string label;            // unique in the request; empty: the index's name
  SearchRequest request;        // merged: page, hits_per_page and range are those of FederatedRequest
  double weight = 1;            // merged: scores are multiplied by it; above 0, at most 1,000
  int min_hits = 0;             // merged: of every page, as far as there are so many; all together at most a page
  std::optional<int> max_hits;  // merged: of every page; absent: no limit. A page may stay short because of it
};

struct FederatedRequest {
  std::vector<FederatedQuery> queries;  // 1 to 32
  bool merge = false;                   // false: groups
  int page = 0;                         // merged; 0-based
  int hits_per_page = 20;               // merged; 0 to 1,000, and page x hits_per_page at most 10,000
  // Merged, 0 to 1: how much the intent moves hits. The scores of an index that speaks for a side are multiplied by 1 - share +
  // share x the likelihood of that side, those of the others as if both were equally likely. 0: not at all.
  double intent_share = 0.5;
};

// Why an intent was found. Each speaks for support when `log_odds` is above 0, for shopping below.
struct IntentEvidence {
  std::string name;     // "coverage", "title", "vocabulary", "intentWords", "rules", "question", "identifier", "length"
  double value = 0;     // what was measured: support minus shopping, about -1 to 1
  double log_odds = 0;  // what it adds to the sum that decides
  std::string detail;   // the words, the rules, the best hits; empty: none
};

struct Intent {
  IntentKind kind = IntentKind::kMixed;
  // 0..1: that a person wants what `kind` says; of kMixed, how near the evidence of the two sides is to balance.
  double confidence = 0;
  double support = 0.5;                  // 0..1: that the person wants support rather than something to buy
  std::vector<IntentEvidence> evidence;  // strongest first; what says nothing is left out
};

// The answer to one query.
struct FederatedGroup {
  std::string label;
  std::string index;
  // An error of this query alone, which names it; the others are answered.
  absl::Status status;
  SearchResponse response;  // merged: without hits, which stand in the list
  // 0..1: how much of what the query says the best hit answers; 0 without hits.
  double quality = 0;
};

struct FederatedHit {
  std::string label;
  std::string index;
  double score = 0;  // calibrated, times the query's weight and what the intent makes of it
  Hit hit;
};

struct FederatedRedirect {
  std::string label;
  std::string index;
  Redirect redirect;
};

// What a rule of an index wants to show, whatever index the hits are of.
struct FederatedBanner {
  std::string label;
  std::string index;
  Value user_data;
};

struct FederatedResponse {
  std::vector<FederatedGroup> groups;  // in the order of the queries
  bool merged = false;                 // as asked
  std::vector<FederatedHit> hits;      // merged: the page, best first
  std::size_t hit_count = 0;           // of all groups together
  int page = 0;                        // merged, and the next two
  int hits_per_page = 0;
  // Absent: the queries do not all ask the same text, it is empty, or fewer than two kinds of index were asked.
  std::optional<Intent> intent;
  std::optional<FederatedRedirect> redirect;  // the one to follow
  std::vector<FederatedBanner> banners;       // those that agree with the intent first, then by label
  std::int64_t processing_time_us = 0;        // wall-clock microseconds
};

class SIGNPOST_EXPORT Federation {
 public:
  // InvalidArgument: a name is empty or comes twice, an index is missing, intent words are too many or have no language.
  static absl::StatusOr<Federation> Create(std::vector<FederatedIndex> indexes);

  Federation(Federation&&) noexcept;
  Federation& operator=(Federation&&) noexcept;
  ~Federation();

  // InvalidArgument: the request as a whole is wrong: no queries or too many, a label twice, a weight, quota or page out of its
  // range. What is wrong with one query (an index that is not there, a filter on an attribute without a column) stands in
  // its group, `query "products" (2 of 3): ...`, and the others are answered.
  absl::StatusOr<FederatedResponse> Search(const Audience& audience, const FederatedRequest& request) const;

  const std::vector<FederatedIndex>& indexes() const;

 private:
  struct Impl;
  explicit Federation(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_FEDERATION_H_
