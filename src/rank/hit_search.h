// SPDX-License-Identifier: Apache-2.0
// hit_search.h — what the ways of finding hits share: the query, where it is asked, and what bounds a score.
#ifndef SIGNPOST_RANK_HIT_SEARCH_H_
#define SIGNPOST_RANK_HIT_SEARCH_H_

#include <cstdint>
#include <vector>

#include "base/deadline.h"
#include "match/hit_policy.h"
#include "match/slot_reader.h"
#include "query/plan.h"
#include "rank/scope.h"
#include "rank/score_formula.h"
#include "segment/corpus.h"
#include "segment/field_norms.h"

namespace signpost::rank {

// A document that may be among the best.
struct Candidate {
  std::uint32_t segment = 0;
  std::uint32_t doc = 0;
  float bound = 0;  // of its score: at most
  ScoreBound parts;
};

// Threads: one thread. All references must outlive it.
class HitSearch {
 public:
  HitSearch(const segment::Corpus& corpus, const query::Plan& plan, const std::vector<SearchableAttribute>& attributes,
            const std::vector<Scope>* scopes, Deadline* deadline);

  const segment::Corpus& corpus() const { return corpus_; }
  const query::Plan& plan() const { return plan_; }
  const segment::FieldNorms& norms() const { return norms_; }
  const ScoreFormula& formula() const { return formula_; }
  const match::HitPolicy& policy() const { return policy_; }
  Deadline* deadline() const { return deadline_; }
  std::uint32_t segment_count() const { return static_cast<std::uint32_t>(readers_.size()); }
  const match::SlotReader& reader(std::uint32_t segment) const { return readers_[segment]; }

  // False for what the query excludes and for what filters do not let through.
  bool Admits(std::uint32_t segment, std::uint32_t doc) const {
    return (excluded_.empty() || !excluded_[segment].Held(doc)) &&
           (scopes_ == nullptr || (*scopes_)[segment].Admits(DocId{doc}));
  }
  // True when there is anything that Admits does not let through.
  bool restricts() const { return !excluded_.empty() || has_scope(); }
  // What the score of a document is multiplied by.
  double Boost(std::uint32_t segment, std::uint32_t doc) const {
    return boosts() ? (*scopes_)[segment].Boost(DocId{doc}) : 1;
  }
  bool boosts() const { return scopes_ != nullptr && !scopes_->empty() && !scopes_->front().optional.empty(); }
  // True when filters say anything.
  bool has_scope() const {
    return boosts() || (scopes_ != nullptr && !scopes_->empty() && scopes_->front().admitted.has_value());
  }

  // Slots whose documents may be hits for them alone, the rarest first.
  const std::vector<std::size_t>& deciding() const { return deciding_; }
  // The others that anything stands for: they only add to scores.
  const std::vector<std::size_t>& adding() const { return adding_; }

 private:
  const segment::Corpus& corpus_;
  const query::Plan& plan_;
  const std::vector<Scope>* const scopes_;  // by segment; null: all documents may be hits
  Deadline* const deadline_;
  const segment::FieldNorms norms_;  // by the averages of the corpus
  const ScoreFormula formula_;
  const match::HitPolicy policy_;
  std::vector<match::SlotReader> readers_;      // by segment
  std::vector<match::DocumentMarks> excluded_;  // by segment; empty when nothing is
  std::vector<std::size_t> deciding_;
  std::vector<std::size_t> adding_;
};

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_HIT_SEARCH_H_
