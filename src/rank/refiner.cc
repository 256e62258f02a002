// SPDX-License-Identifier: Apache-2.0
#include "rank/refiner.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>


namespace signpost::rank {
namespace {

// Bounds are sums of floats, scores of doubles, and equal scores are ordered by other things.
constexpr double kRoundingMargin = 1e-3;
// Scores of criteria do not say which hits are best.
constexpr double kNeverEnough = -std::numeric_limits<double>::infinity();

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

Refiner::Refiner(const HitSearch& search, const std::vector<RankingCriterion>& criteria, std::size_t count)
    : search_(search),
      criteria_(criteria),
      count_(count),
      scorer_(search.corpus(), search.plan(), search.norms(), search.formula()),
      needed_(count == 0 ? std::numeric_limits<double>::infinity() : kNeverEnough) {
  for (std::uint32_t s = 0; s < search.segment_count(); ++s) {
    matchers_.emplace_back(search.corpus().segments()[s].segment(), s, search.plan());
  }
}

bool Refiner::IsBefore(const RankedHit& a, const RankedHit& b) const {
  const auto& segments = search_.corpus().segments();
  return Before(segments[a.segment].segment(), a, segments[b.segment].segment(), b);
}

match::Held Refiner::HeldIn(const match::DocMatch& match) const {
  match::Held held;
  for (auto o = match.occurrences.begin(); o != match.occurrences.end();) {
    const std::uint32_t slot = o->slot;
    held += search_.policy().HeldBy(slot);
    int edits = INT32_MAX;
    for (; o != match.occurrences.end() && o->slot == slot; ++o) {
      edits = std::min(edits, search_.plan().slots[slot].alternatives[o->alternative].edits);
    }
    held.edits += static_cast<std::uint32_t>(edits);
  }
  return held;
}

void Refiner::Score(const Candidate& candidate, const match::HitRule& rule) {
  if (count_ == 0) return;
  matchers_[candidate.segment].Match(DocId{candidate.doc}, &current_.match);
  if (!rule.IsHit(HeldIn(current_.match))) return;
  current_.segment = candidate.segment;
  scorer_.Score(candidate.segment, current_.match, &current_.score);
  current_.score.boost = search_.Boost(candidate.segment, candidate.doc);
  current_.score.score *= current_.score.boost;
  if (!criteria_.empty()) current_.criteria = KeyOf(criteria_, FactsOf(search_.plan(), current_.match));
  auto before = [this](const RankedHit& a, const RankedHit& b) { return IsBefore(a, b); };
  if (best_.size() < count_) {
    best_.push_back(current_);
    if (best_.size() < count_) return;
    std::make_heap(best_.begin(), best_.end(), before);
  } else if (IsBefore(current_, best_.front())) {
    std::pop_heap(best_.begin(), best_.end(), before);
    std::swap(best_.back(), current_);
    std::push_heap(best_.begin(), best_.end(), before);
  }
  if (criteria_.empty()) needed_ = best_.front().score.score - kRoundingMargin;
}

// Information of the words of the title that are none of the query's.
double Refiner::OtherTitleInformation(const Candidate& candidate) {
  const segment::Segment& segment = search_.corpus().segments()[candidate.segment].segment();
  double sum = 0;
  const auto classes = segment.TitleClasses(DocId{candidate.doc});
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const ClassId id{static_cast<std::uint32_t>(classes[i])};
    if (!matchers_[candidate.segment].LooksFor(id)) sum += scorer_.ClassIdf(candidate.segment, id);
  }
  return sum;
}

void Refiner::ScoreBest(std::vector<Candidate>* candidates, const match::HitRule& rule) {
  // The first few, whatever the deadline, then twice as many each time: mostly the first are enough.
  const std::size_t at_least = std::min(count_, candidates->size());
  std::size_t chunk = 2 * count_ + 16;
  for (std::size_t done = 0; done < candidates->size(); chunk *= 2) {
    const auto begin = candidates->begin() + static_cast<std::ptrdiff_t>(done);
    done = std::min(candidates->size(), done + chunk);
    const auto end = candidates->begin() + static_cast<std::ptrdiff_t>(done);
    auto before = [](const Candidate& a, const Candidate& b) { return a.bound > b.bound; };
    if (end != candidates->end()) std::nth_element(begin, end, candidates->end(), before);
    std::sort(begin, end, before);
    for (auto candidate = begin; candidate != end; ++candidate) {
      if (candidate->bound < needed_) return;
      const bool first = candidate < candidates->begin() + static_cast<std::ptrdiff_t>(at_least);
      if (!first && search_.deadline()->PassedInLoop()) return;
      // A look at the title alone settles most of those with a word in it.
      if (candidate->parts.title > 0 && needed_ > kNeverEnough &&
          search_.Boost(candidate->segment, candidate->doc) *
                  search_.formula().Bound(candidate->parts, OtherTitleInformation(*candidate)) <
              needed_) {
        continue;
      }
      Score(*candidate, rule);
    }
  }
}

std::vector<RankedHit> Refiner::Take() {
  std::sort(best_.begin(), best_.end(), [this](const RankedHit& a, const RankedHit& b) { return IsBefore(a, b); });
  return std::move(best_);
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
  if (a.language_step != b.language_step) return a.language_step < b.language_step;
  const std::string_view a_id = a_segment.ObjectId(a.match.doc);
  const std::string_view b_id = b_segment.ObjectId(b.match.doc);
  if (a_id != b_id) return a_id < b_id;
  return a_segment.Lang(a.match.doc) < b_segment.Lang(b.match.doc);
}

}  // namespace signpost::rank
