// SPDX-License-Identifier: Apache-2.0
#include "rank/collector.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "match/hit_policy.h"
#include "match/slot_postings.h"
#include "rank/field_weights.h"
#include "segment/stored_document.h"

namespace signpost::rank {
namespace {

// The lower bounds are sums of floats, the scores of doubles.
constexpr double kRoundingMargin = 1e-3;

// What is known of each document of a segment before positions are read.
struct Sums {
  std::vector<float> pooled;  // of the current slot
  std::vector<float> score;
  std::vector<float> information;
  std::vector<bool> in_title;
  std::vector<bool> seen;
  std::vector<DocId> of_slot;  // documents of the current slot
  std::vector<DocId> all;      // documents of any slot, in no order
};

struct Candidate {
  std::uint32_t segment;
  DocId doc;
  float score;
  bool in_title;
};

class Collector {
 public:
  Collector(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings)
      : corpus_(corpus),
        plan_(plan),
        weights_(corpus, settings.searchable_attributes),
        sums_(corpus.segments().size()) {}

  Collected Run(std::size_t count) {
    SumSlots();
    std::vector<Candidate> hits = Hits();
    Collected out;
    out.hit_count = hits.size();
    out.slot_idf = std::move(slot_idf_);
    DocScorer scorer(corpus_, plan_, weights_, out.slot_idf);
    KeepPossible(&hits, std::min(count, hits.size()), scorer.max_proximity());
    out.best = ScoreAll(hits, &scorer);
    auto before = [this](const RankedHit& a, const RankedHit& b) {
      return Before(corpus_.segments()[a.segment].segment(), a, corpus_.segments()[b.segment].segment(), b);
    };
    std::sort(out.best.begin(), out.best.end(), before);
    if (out.best.size() > count) out.best.resize(count);
    return out;
  }

 private:
  void SumSlots() {
    for (std::size_t s = 0; s < sums_.size(); ++s) {
      const std::uint32_t docs = corpus_.segments()[s].segment().doc_count();
      sums_[s].pooled.resize(docs);
      sums_[s].score.resize(docs);
      sums_[s].information.resize(docs);
      sums_[s].in_title.resize(docs);
      sums_[s].seen.resize(docs);
    }
    for (const query::Slot& slot : plan_.slots) {
      std::uint64_t exact = 0;  // documents that hold the word in some form
      std::uint64_t any = 0;
      for (std::uint32_t s = 0; s < sums_.size(); ++s) {
        exact += Pool(slot, s);
        any += sums_[s].of_slot.size();
      }
      const double idf = corpus_.Idf(exact > 0 ? exact : any);
      slot_idf_.push_back(idf);
      if (any == 0) continue;
      information_ += slot.information_weight * idf;
      for (Sums& sums : sums_) Add(slot, idf, &sums);
    }
  }

  // Pools a slot over alternatives and fields. Returns the number of documents that hold the word in some form.
  std::uint64_t Pool(const query::Slot& slot, std::uint32_t s) {
    Sums& sums = sums_[s];
    const segment::LiveSegment& live = corpus_.segments()[s];
    std::uint64_t exact = 0;
    match::ForEachPosting(live, s, slot,
                          [&](const query::Alternative& alternative, DocId doc, const match::Frequencies& frequencies) {
                            double pooled = 0;
                            frequencies.ForEach([&](FieldId field, std::uint32_t frequency) {
                              pooled += weights_.AlternativeFactor(slot, alternative, field) *
                                        weights_.Pooled(field, frequency, live.segment().FieldLength(doc, field));
                              if (weights_.IsTitle(field)) sums.in_title[Raw(doc)] = true;
                            });
                            float& sum = sums.pooled[Raw(doc)];
                            if (sum == 0) {
                              sums.of_slot.push_back(doc);
                              if (alternative.kind <= AlternativeKind::kStem) ++exact;
                            }
                            sum += static_cast<float>(pooled);
                          });
    return exact;
  }

  static void Add(const query::Slot& slot, double idf, Sums* sums) {
    for (DocId doc : sums->of_slot) {
      const std::uint32_t d = Raw(doc);
      sums->score[d] += static_cast<float>(slot.score_weight * idf * FieldWeights::Saturated(sums->pooled[d]));
      sums->information[d] += static_cast<float>(slot.information_weight * idf);
      sums->pooled[d] = 0;
      if (!sums->seen[d]) sums->all.push_back(doc);
      sums->seen[d] = true;
    }
    sums->of_slot.clear();
  }

  std::vector<Candidate> Hits() const {
    std::vector<Candidate> hits;
    if (information_ <= 0) return hits;
    for (std::uint32_t s = 0; s < sums_.size(); ++s) {
      for (DocId doc : sums_[s].all) {
        if (sums_[s].information[Raw(doc)] < match::kMinimumShare * information_) continue;
        hits.push_back({s, doc, sums_[s].score[Raw(doc)], sums_[s].in_title[Raw(doc)]});
      }
    }
    return hits;
  }

  // Leaves out what cannot be among the best `count`: its score plus all that proximity and title could add is below what
  // the best `count` have without them.
  static void KeepPossible(std::vector<Candidate>* hits, std::size_t count, double max_proximity) {
    if (count == 0) hits->clear();
    if (hits->size() <= count) return;
    std::vector<float> lower;
    for (const Candidate& hit : *hits) lower.push_back(hit.score);
    std::nth_element(lower.begin(), lower.begin() + static_cast<std::ptrdiff_t>(count) - 1, lower.end(),
                     std::greater<>());
    const double needed = lower[count - 1] - kRoundingMargin;
    std::erase_if(*hits, [&](const Candidate& hit) {
      return (hit.score + max_proximity) * (hit.in_title ? 1 + kTitleFactor : 1) < needed;
    });
  }

  std::vector<RankedHit> ScoreAll(const std::vector<Candidate>& hits, DocScorer* scorer) const {
    std::vector<RankedHit> out;
    for (std::uint32_t s = 0; s < sums_.size(); ++s) {
      std::vector<DocId> docs;
      for (const Candidate& hit : hits) {
        if (hit.segment == s) docs.push_back(hit.doc);
      }
      std::sort(docs.begin(), docs.end());
      for (match::DocMatch& match : match::MatchDocuments(corpus_.segments()[s], s, plan_, docs)) {
        DocScore score = scorer->Score(s, match);
        out.push_back({.corpus = 0, .segment = s, .match = std::move(match), .score = std::move(score)});
      }
    }
    return out;
  }

  const segment::Corpus& corpus_;
  const query::Plan& plan_;
  FieldWeights weights_;
  std::vector<Sums> sums_;  // by segment
  std::vector<double> slot_idf_;
  double information_ = 0;
};

}  // namespace

Collected Collect(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings, std::size_t count) {
  return Collector(corpus, plan, settings).Run(count);
}

Collected CollectAll(const segment::Corpus& corpus, std::size_t count) {
  Collected out;
  for (std::uint32_t s = 0; s < corpus.segments().size(); ++s) {
    const segment::LiveSegment& live = corpus.segments()[s];
    out.hit_count += live.live_count();
    std::size_t taken = 0;
    for (std::uint32_t d = 0; d < live.segment().doc_count() && taken < count; ++d) {
      if (!live.IsLive(DocId{d})) continue;
      out.best.push_back({.corpus = 0, .segment = s, .match = {DocId{d}, {}}, .score = {}});
      ++taken;
    }
  }
  return out;
}

bool Before(const segment::Segment& a_segment, const RankedHit& a, const segment::Segment& b_segment,
            const RankedHit& b) {
  const auto a_score = std::llround(a.score.score * 4096);
  const auto b_score = std::llround(b.score.score * 4096);
  if (a_score != b_score) return a_score > b_score;
  for (std::uint32_t i = 0; i < a_segment.meta().ranking_count; ++i) {
    const double x = a_segment.RankingValue(a.match.doc, i);
    const double y = b_segment.RankingValue(b.match.doc, i);
    if (x != y) return x > y;
  }
  const std::string_view a_id = a_segment.ObjectId(a.match.doc);
  const std::string_view b_id = b_segment.ObjectId(b.match.doc);
  if (a_id != b_id) return a_id < b_id;
  return segment::ReadDocument(a_segment.Stored(a.match.doc)).lang <
         segment::ReadDocument(b_segment.Stored(b.match.doc)).lang;
}

}  // namespace signpost::rank
