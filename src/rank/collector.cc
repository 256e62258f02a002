// SPDX-License-Identifier: Apache-2.0
#include "rank/collector.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <utility>

#include "match/hit_policy.h"
#include "match/slot_postings.h"
#include "rank/doc_sums.h"
#include "rank/field_weights.h"
#include "segment/stored_document.h"

namespace signpost::rank {
namespace {

// The lower bounds are sums of floats, the scores of doubles.
constexpr double kRoundingMargin = 1e-3;
// Hits that are scored at once, beside those wanted.
constexpr std::size_t kLikelyFactor = 3;

// To decide whether a document is a hit, and to clear what is known of it: on a 2.5 GHz Xeon, rounded up.
constexpr std::chrono::nanoseconds kTimeToFinish{40};

struct Candidate {
  std::uint32_t segment;
  DocId doc;
  float score;      // without proximity and title
  float proximity;  // at most
  bool in_title;
};

// True for what says the same as the word, so that its documents decide how rare the word is. Without "coronavirus" for
// "corona virus", each mention of a common word would count as one of a rare one.
bool SaysTheWord(AlternativeKind kind) {
  return kind <= AlternativeKind::kStem || (kind >= AlternativeKind::kJoined && kind <= AlternativeKind::kSynonym);
}

// By DocId: whether the document holds something that the plan excludes. Empty when it excludes nothing.
std::vector<bool> ExcludedDocuments(const segment::LiveSegment& live, std::uint32_t number, const query::Plan& plan,
                                    Deadline* deadline) {
  std::vector<bool> out(plan.excluded.empty() ? 0 : live.segment().doc_count());
  match::ForEachPosting(live, number, plan.excluded, deadline,
                        [&](const query::Alternative&, DocId doc, const match::Frequencies&) { out[Raw(doc)] = true; });
  return out;
}

class Collector {
 public:
  Collector(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings, Deadline* deadline)
      : corpus_(corpus),
        plan_(plan),
        criteria_(settings.ranking),
        deadline_(deadline),
        weights_(corpus, settings.searchable_attributes),
        policy_(plan),
        sums_(DocCounts(corpus)),
        slot_idf_(plan.slots.size()) {}

  Collected Run(std::size_t count) {
    SumSlots();
    std::vector<Candidate> hits = Hits();
    Collected out;
    out.hit_count = hits.size();
    out.slot_idf = std::move(slot_idf_);
    const std::size_t wanted = std::min(count, hits.size());
    if (deadline_->Passed()) {
      out.best = TakeBounds(&hits, wanted);
    } else {
      DocScorer scorer(corpus_, plan_, weights_, out.slot_idf);
      if (criteria_.empty()) ScoreLikely(&hits, wanted, &scorer, &out.best);
      ScoreAll(hits, &scorer, &out.best);
    }
    auto before = [this](const RankedHit& a, const RankedHit& b) {
      return Before(corpus_.segments()[a.segment].segment(), a, corpus_.segments()[b.segment].segment(), b);
    };
    std::sort(out.best.begin(), out.best.end(), before);
    if (out.best.size() > count) out.best.resize(count);
    return out;
  }

 private:
  static std::vector<std::uint32_t> DocCounts(const segment::Corpus& corpus) {
    std::vector<std::uint32_t> out;
    for (const segment::LiveSegment& live : corpus.segments()) out.push_back(live.segment().doc_count());
    return out;
  }
  std::uint32_t Segments() const { return static_cast<std::uint32_t>(corpus_.segments().size()); }

  void SumSlots() {
    for (const std::size_t i : RarestFirst()) {
      if (deadline_->Passed()) return;
      const query::Slot& slot = plan_.slots[i];
      std::uint64_t exact = 0;  // documents that hold the word or what says the same
      std::uint64_t any = 0;
      for (std::uint32_t s = 0; s < Segments(); ++s) {
        exact += Pool(slot, s);
        any += sums_[s].of_word.size();
      }
      const bool known = !slot.alternatives.empty() && slot.alternatives.front().kind <= AlternativeKind::kStem;
      const double idf = corpus_.Idf(known ? exact : any);
      slot_idf_[i] = idf;
      const match::Held held = policy_.Add(i, idf, any > 0);
      for (std::uint32_t s = 0; s < Segments(); ++s) Add(slot.score_weight * idf, held, &sums_[s]);
    }
  }

  // Numbers of the slots: what a deadline cuts is what says least and costs most.
  std::vector<std::size_t> RarestFirst() const {
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t i = 0; i < plan_.slots.size(); ++i) {
      std::uint64_t documents = 0;
      for (const query::Alternative& alternative : plan_.slots[i].alternatives) documents += alternative.document_count;
      order.emplace_back(documents, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> out;
    out.reserve(order.size());
    for (const auto& [documents, i] : order) out.push_back(i);
    return out;
  }

  // Pools a slot over alternatives and fields. Returns the number of documents that hold the word or what
  // says the same.
  std::uint64_t Pool(const query::Slot& slot, std::uint32_t s) {
    SegmentSums& sums = sums_[s];
    const segment::Segment& bytes = corpus_.segments()[s].segment();
    std::uint64_t exact = 0;
    match::ForEachPosting(corpus_.segments()[s], s, slot.alternatives, deadline_,
                          [&](const query::Alternative& alternative, DocId doc, const match::Frequencies& frequencies) {
                            DocSum& sum = sums.docs[Raw(doc)];
                            double pooled = 0;
                            frequencies.ForEach([&](FieldId field, std::uint32_t frequency) {
                              pooled += weights_.AlternativeFactor(slot, alternative, field) *
                                        weights_.Pooled(field, frequency, bytes.FieldLength(doc, field));
                              sum.in_title |= weights_.IsTitle(field);
                            });
                            const auto edits = static_cast<std::uint8_t>(alternative.edits);
                            if (sum.pooled == 0) {
                              sums.of_word.push_back(doc);
                              sum.edits = edits;
                              deadline_->Reserve((sums.all.size() + sums.of_word.size()) * kTimeToFinish);
                            }
                            if (SaysTheWord(alternative.kind) && !sum.says_word) {
                              sum.says_word = true;
                              ++exact;
                            }
                            sum.edits = std::min(sum.edits, edits);
                            sum.pooled += static_cast<float>(pooled);
                          });
    return exact;
  }

  static void Add(double weighted_idf, match::Held held, SegmentSums* sums) {
    for (DocId doc : sums->of_word) {
      DocSum& sum = sums->docs[Raw(doc)];
      sum.score += static_cast<float>(weighted_idf * FieldWeights::Saturated(sum.pooled));
      sum.proximity += static_cast<float>(2 * kProximityFactor * weighted_idf);
      held.edits = sum.edits;
      sum.held += held;
      sum.pooled = 0;
      sum.says_word = false;
      if (!sum.seen) sums->all.push_back(doc);
      sum.seen = true;
    }
    sums->of_word.clear();
  }

  std::vector<Candidate> Hits() {
    std::vector<Candidate> candidates;
    std::vector<match::Held> held;
    for (std::uint32_t s = 0; s < Segments(); ++s) {
      const std::vector<bool> excluded = ExcludedDocuments(corpus_.segments()[s], s, plan_, deadline_);
      for (DocId doc : sums_[s].all) {
        if (!excluded.empty() && excluded[Raw(doc)]) continue;
        const DocSum& sum = sums_[s].docs[Raw(doc)];
        candidates.push_back({s, doc, sum.score, sum.proximity, sum.in_title});
        held.push_back(sum.held);
      }
    }
    policy_.Settle(held);
    std::vector<Candidate> hits;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (policy_.IsHit(held[i])) hits.push_back(candidates[i]);
    }
    return hits;
  }

  // At most what proximity and title can make of it.
  static double UpperBound(const Candidate& hit) {
    return (double{hit.score} + hit.proximity) * (hit.in_title ? 1 + kTitleFactor : 1);
  }

  // Scores the hits that are likely among the best `count`, and leaves those in `hits` that still may be: whose upper bound
  // reaches the last of the best so far. Twice, with the lower bounds at first and then with the scores.
  void ScoreLikely(std::vector<Candidate>* hits, std::size_t count, DocScorer* scorer, std::vector<RankedHit>* out) {
    if (count == 0) return hits->clear();
    std::vector<double> values;
    for (const Candidate& hit : *hits) values.push_back(hit.score);
    KeepPossible(&values, count, hits);
    const std::size_t likely = kLikelyFactor * count;
    if (hits->size() <= 2 * likely) return;
    const auto first_unlikely = hits->begin() + static_cast<std::ptrdiff_t>(likely);
    std::nth_element(hits->begin(), first_unlikely, hits->end(),
                     [](const Candidate& a, const Candidate& b) { return UpperBound(a) > UpperBound(b); });
    ScoreAll({hits->begin(), first_unlikely}, scorer, out);
    hits->erase(hits->begin(), first_unlikely);
    values.clear();
    for (const RankedHit& hit : *out) values.push_back(hit.score.score);
    KeepPossible(&values, count, hits);
  }

  // Leaves out hits whose upper bound is below the `count`-th of `values`. REQUIRES: as many of these.
  static void KeepPossible(std::vector<double>* values, std::size_t count, std::vector<Candidate>* hits) {
    const auto last = values->begin() + static_cast<std::ptrdiff_t>(count) - 1;
    std::nth_element(values->begin(), last, values->end(), std::greater<>());
    const double needed = *last - kRoundingMargin;
    std::erase_if(*hits, [needed](const Candidate& hit) { return UpperBound(hit) < needed; });
  }

  // The best `count` by their lower bounds, without positions: what can be said once the deadline has passed.
  static std::vector<RankedHit> TakeBounds(std::vector<Candidate>* hits, std::size_t count) {
    std::nth_element(hits->begin(), hits->begin() + static_cast<std::ptrdiff_t>(count), hits->end(),
                     [](const Candidate& a, const Candidate& b) {
                       if (a.score != b.score) return a.score > b.score;
                       return std::pair(a.segment, a.doc) < std::pair(b.segment, b.doc);
                     });
    std::vector<RankedHit> out(count);
    for (std::size_t i = 0; i < count; ++i) {
      out[i].segment = (*hits)[i].segment;
      out[i].match.doc = (*hits)[i].doc;
      out[i].score.score = (*hits)[i].score;
    }
    return out;
  }

  void ScoreAll(const std::vector<Candidate>& hits, DocScorer* scorer, std::vector<RankedHit>* out) {
    for (std::uint32_t s = 0; s < Segments(); ++s) {
      std::vector<DocId> docs;
      for (const Candidate& hit : hits) {
        if (hit.segment == s) docs.push_back(hit.doc);
      }
      std::sort(docs.begin(), docs.end());
      for (match::DocMatch& match : match::MatchDocuments(corpus_.segments()[s], s, plan_, docs)) {
        RankedHit& hit = out->emplace_back();
        hit.segment = s;
        hit.score = scorer->Score(s, match);
        if (!criteria_.empty()) hit.criteria = KeyOf(criteria_, FactsOf(plan_, match));
        hit.match = std::move(match);
      }
    }
  }

  const segment::Corpus& corpus_;
  const query::Plan& plan_;
  const std::vector<RankingCriterion>& criteria_;
  Deadline* const deadline_;
  FieldWeights weights_;
  match::HitPolicy policy_;
  BorrowedSums sums_;  // by segment
  std::vector<double> slot_idf_;
};

// Custom ranking alone; 0: equal.
int CompareCustom(const segment::Segment& a_segment, DocId a, const segment::Segment& b_segment, DocId b) {
  for (std::uint32_t i = 0; i < a_segment.meta().ranking_count; ++i) {
    const double x = a_segment.RankingValue(a, i);
    const double y = b_segment.RankingValue(b, i);
    if (x != y) return x > y ? -1 : 1;
  }
  return 0;
}

}  // namespace

Collected Collect(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings, std::size_t count,
                  Deadline* deadline) {
  return Collector(corpus, plan, settings, deadline).Run(count);
}

Collected CollectAll(const segment::Corpus& corpus, const query::Plan& plan, std::size_t count, Deadline* deadline) {
  Collected out;
  for (std::uint32_t s = 0; s < corpus.segments().size(); ++s) {
    const segment::LiveSegment& live = corpus.segments()[s];
    const std::vector<bool> excluded = ExcludedDocuments(live, s, plan, deadline);
    std::size_t taken = 0;
    for (std::uint32_t d = 0; d < live.segment().doc_count(); ++d) {
      if (!live.IsLive(DocId{d}) || (!excluded.empty() && excluded[d])) continue;
      ++out.hit_count;
      if (taken++ >= count) continue;
      RankedHit& hit = out.best.emplace_back();
      hit.segment = s;
      hit.match.doc = DocId{d};
    }
  }
  return out;
}

bool Before(const segment::Segment& a_segment, const RankedHit& a, const segment::Segment& b_segment,
            const RankedHit& b) {
  const int custom = CompareCustom(a_segment, a.match.doc, b_segment, b.match.doc);
  if (a.criteria.before_custom != b.criteria.before_custom) return a.criteria.before_custom > b.criteria.before_custom;
  if (a.criteria.has_custom && custom != 0) return custom < 0;
  if (a.criteria.behind_custom != b.criteria.behind_custom) return a.criteria.behind_custom > b.criteria.behind_custom;
  const auto a_score = std::llround(a.score.score * 4096);
  const auto b_score = std::llround(b.score.score * 4096);
  if (a_score != b_score) return a_score > b_score;
  if (custom != 0) return custom < 0;
  const std::string_view a_id = a_segment.ObjectId(a.match.doc);
  const std::string_view b_id = b_segment.ObjectId(b.match.doc);
  if (a_id != b_id) return a_id < b_id;
  return a_segment.Lang(a.match.doc) < b_segment.Lang(b.match.doc);
}

}  // namespace signpost::rank
