// SPDX-License-Identifier: Apache-2.0
#include "rank/any_word.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/limits.h"

namespace signpost::rank {
namespace {

// So few documents are scored at once, rather than looked for in further lists.
constexpr std::size_t kFewLeft = 4;  // times as many as asked for
// The most promising are scored when so many times more documents than last time are known.
constexpr std::size_t kGrowth = 2;
// Words that are worth less than this share of what is needed are not looked for, but left to the full score.
constexpr double kLittle = 0.1;

std::vector<std::uint32_t> DocCounts(const segment::Corpus& corpus) {
  std::vector<std::uint32_t> out;
  for (const segment::LiveSegment& live : corpus.segments()) out.push_back(live.segment().doc_count());
  return out;
}

// Tells how likely a document is among the best by what is known of it.
float PromiseOf(const DocSum& sum) { return sum.bound.words + sum.bound.title; }

}  // namespace

AnyWord::AnyWord(const HitSearch& search)
    : search_(search), sums_(DocCounts(search.corpus())), left_(search.segment_count()) {}

std::vector<Candidate> AnyWord::FindAll() {
  for (const std::size_t slot : search_.deciding()) Add(slot);
  std::vector<match::Held> held;
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    left_[s] = sums_[s].all;
    std::sort(left_[s].begin(), left_[s].end());
  }
  for (const std::size_t slot : search_.adding()) Probe(slot);  // their typos count too
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    for (const std::uint32_t doc : left_[s]) held.push_back(sums_[s].docs[doc].held());
  }
  const match::HitRule rule = search_.policy().Settle(held);
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    std::erase_if(left_[s], [&](std::uint32_t doc) { return !rule.IsHit(sums_[s].docs[doc].held()); });
  }
  std::vector<Candidate> hits;
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    for (const std::uint32_t doc : left_[s]) {
      hits.push_back(
          {s, doc, static_cast<float>(search_.formula().Bound(sums_[s].docs[doc].bound)), sums_[s].docs[doc].bound});
    }
  }
  return hits;
}

void AnyWord::FindBest(std::size_t count, Refiner* refiner) {
  const match::HitRule rule{.needed = 0, .least_information = search_.policy().least_information()};
  const std::vector<std::size_t>& words = search_.deciding();
  std::vector<std::size_t> order = words;
  order.insert(order.end(), search_.adding().begin(), search_.adding().end());
  const std::vector<Rest> rests = RestsOf(order);

  std::size_t next = 0;
  std::size_t scored_at = 0;  // documents known when the most promising were scored last
  std::uint64_t summed = 0;   // documents of the words added
  for (; next < words.size() && !search_.deadline()->Passed(); ++next) {
    if (MostOfUnseen(rests[next]) < refiner->needed()) break;
    const std::uint64_t documents = search_.plan().slots[words[next]].document_count;
    if (next > 0 && summed + documents > limits::kMaxSummedDocuments) break;
    summed += documents;
    Add(words[next]);
    std::size_t known = 0;
    for (std::uint32_t s = 0; s < search_.segment_count(); ++s) known += sums_[s].all.size();
    if (known < count || known < kGrowth * scored_at) continue;
    scored_at = known;
    ScoreMostPromising(count, rule, refiner);
  }

  ScoreMostPromising(count, rule, refiner);
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    left_[s].clear();
    for (const std::uint32_t doc : sums_[s].all) {
      const DocSum& sum = sums_[s].docs[doc];
      if (!sum.scored && search_.formula().Bound(MostOf(sum, rests[next])) >= refiner->needed())
        left_[s].push_back(doc);
    }
    std::sort(left_[s].begin(), left_[s].end());
  }
  KeepMostPromising(limits::kMaxProbedDocuments);
  for (; next < order.size(); ++next) {
    std::size_t left = 0;
    for (const std::vector<std::uint32_t>& docs : left_) left += docs.size();
    const bool little_to_come = MostOfUnseen(rests[next]) < kLittle * refiner->needed();
    if (left <= kFewLeft * count || little_to_come) break;
    Probe(order[next]);
    DropHopeless(rests[next + 1], refiner->needed());
  }
  std::vector<Candidate> candidates;
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    for (const std::uint32_t doc : left_[s]) {
      const ScoreBound most = MostOf(sums_[s].docs[doc], rests[next]);
      candidates.push_back({s, doc, static_cast<float>(search_.formula().Bound(most)), most});
    }
  }
  refiner->ScoreBest(&candidates, rule);
}

// Adds a word to all documents that hold it.
void AnyWord::Add(std::size_t slot) {
  match::WordDocuments found;
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    search_.reader(s).ReadAll(search_.plan().slots[slot], &found);
    SegmentSums& sums = sums_[s];
    for (std::size_t i = 0; i < found.docs.size(); ++i) {
      if (!search_.Admits(s, found.docs[i])) continue;
      DocSum& sum = sums.docs[found.docs[i]];
      if (!std::exchange(sum.seen, true)) sums.all.push_back(found.docs[i]);
      sum.bound += search_.formula().BoundOf(slot, found.bounds[i]);
      sum.Add(search_.policy().HeldBy(slot), found.bounds[i].edits);
    }
  }
}

// By place in `slots`, and for what is behind the last.
std::vector<AnyWord::Rest> AnyWord::RestsOf(const std::vector<std::size_t>& slots) const {
  std::vector<Rest> out(slots.size() + 1);
  for (std::size_t i = slots.size(); i-- > 0;) {
    out[i] = out[i + 1];
    ScoreBound in_title, elsewhere;
    for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
      const query::Slot& slot = search_.plan().slots[slots[i]];
      const ScoreBound title = search_.formula().BoundOf(slots[i], search_.reader(s).Largest(slot, true));
      const ScoreBound other = search_.formula().BoundOf(slots[i], search_.reader(s).Largest(slot, false));
      auto raise = [](const ScoreBound& by, ScoreBound* bound) {
        bound->words = std::max(bound->words, by.words);
        bound->proximity = std::max(bound->proximity, by.proximity);
        bound->title = std::max(bound->title, by.title);
      };
      raise(other, &elsewhere);
      raise(title, &in_title);
      raise(other, &in_title);
    }
    out[i].in_title += in_title;
    out[i].elsewhere += elsewhere;
  }
  return out;
}

double AnyWord::MostOfUnseen(const Rest& rest) const {
  return std::max(search_.formula().Bound(rest.in_title), search_.formula().Bound(rest.elsewhere));
}

ScoreBound AnyWord::MostOf(const DocSum& sum, const Rest& rest) const {
  ScoreBound all = sum.bound;
  all += rest.in_title;
  return all;
}

// Scores documents that are likely among the best, so that their scores tell what the others must reach.
void AnyWord::ScoreMostPromising(std::size_t count, const match::HitRule& rule, Refiner* refiner) {
  struct Promising {
    float promise;
    std::uint32_t segment;
    std::uint32_t doc;
    bool operator>(const Promising& other) const { return promise > other.promise; }
  };
  std::vector<Promising> best;  // a heap, the least first
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    for (const std::uint32_t doc : sums_[s].all) {
      const DocSum& sum = sums_[s].docs[doc];
      const float promise = PromiseOf(sum);
      if (sum.scored || (best.size() == count && promise <= best.front().promise)) continue;
      if (best.size() == count) {
        std::pop_heap(best.begin(), best.end(), std::greater<>());
        best.pop_back();
      }
      best.push_back({promise, s, doc});
      std::push_heap(best.begin(), best.end(), std::greater<>());
    }
  }
  for (const Promising& promising : best) {
    sums_[promising.segment].docs[promising.doc].scored = true;
    refiner->Score({.segment = promising.segment, .doc = promising.doc}, rule);
  }
}

// Leaves `count` documents, and those that promise as much as the last of them.
void AnyWord::KeepMostPromising(std::size_t count) {
  std::vector<float> promises;
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    for (const std::uint32_t doc : left_[s]) promises.push_back(PromiseOf(sums_[s].docs[doc]));
  }
  if (promises.size() <= count) return;
  const auto last = promises.begin() + static_cast<std::ptrdiff_t>(count) - 1;
  std::nth_element(promises.begin(), last, promises.end(), std::greater<>());
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    std::erase_if(left_[s], [&](std::uint32_t doc) { return PromiseOf(sums_[s].docs[doc]) < *last; });
  }
}

void AnyWord::DropHopeless(const Rest& rest, double needed) {
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    std::erase_if(left_[s], [&](std::uint32_t doc) {
      return search_.formula().Bound(MostOf(sums_[s].docs[doc], rest)) < needed;
    });
  }
}

// Adds a word to the documents that are left.
void AnyWord::Probe(std::size_t slot) {
  std::vector<match::WordBound> bounds;
  for (std::uint32_t s = 0; s < search_.segment_count(); ++s) {
    bounds.assign(left_[s].size(), {});
    search_.reader(s).Probe(search_.plan().slots[slot], left_[s], bounds);
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      DocSum& sum = sums_[s].docs[left_[s][i]];
      sum.bound += search_.formula().BoundOf(slot, bounds[i]);
      if (bounds[i].pooled > 0) sum.edits = static_cast<std::uint16_t>(sum.edits + bounds[i].edits);
    }
  }
}

}  // namespace signpost::rank
