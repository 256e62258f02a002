// SPDX-License-Identifier: Apache-2.0
#include "rank/collector.h"

#include <algorithm>
#include <cmath>

#include "base/limits.h"
#include "rank/all_words.h"
#include "rank/any_word.h"

namespace signpost::rank {
namespace {

// True when what is a hit is known without looking at all documents, so that the best can be found without all hits.
bool KnowsHits(const HitSearch& search) {
  const query::Plan& plan = search.plan();
  const match::HitPolicy& policy = search.policy();
  return !policy.wants_enough() && policy.attempts() == std::vector<std::uint64_t>{0} &&
         plan.typo_mode != TypoMode::kMin && plan.typo_mode != TypoMode::kStrict;
}

// Documents that the words stand in, summed.
std::uint64_t Postings(const query::Plan& plan) {
  std::uint64_t sum = 0;
  for (const query::Slot& slot : plan.slots) sum += slot.document_count;
  return sum;
}

// About how many documents hold a word that makes them hits alone.
std::size_t EstimateHits(const HitSearch& search) {
  std::uint64_t documents = 0;
  for (const std::size_t slot : search.deciding()) {
    if (search.policy().HeldBy(slot).information < search.policy().least_information()) continue;
    documents += search.plan().slots[slot].document_count;
  }
  return static_cast<std::size_t>(std::llround(search.corpus().DocumentsOf(documents)));
}

std::vector<Candidate> FindHits(const HitSearch& search) {
  AllWords all_words(search);
  for (const std::uint64_t needed : search.policy().attempts()) {
    if (needed == 0 && !search.policy().wants_enough()) return AnyWord(search).FindAll();
    std::vector<Candidate> hits = all_words.Run(needed);
    if (!hits.empty()) return hits;
  }
  return {};
}

}  // namespace

Collected Collect(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings, std::size_t count,
                  Deadline* deadline) {
  const HitSearch search(corpus, plan, settings.searchable_attributes, deadline);
  Refiner refiner(search, settings.ranking, count);
  Collected out;
  if (KnowsHits(search) && settings.ranking.empty() && Postings(plan) > limits::kExactCountPostings) {
    AnyWord(search).FindBest(count, &refiner);
    out.best = refiner.Take();
    out.exact_count = out.best.size() < count;  // there are no more
    out.hit_count = out.exact_count ? out.best.size() : std::max(out.best.size(), EstimateHits(search));
  } else {
    std::vector<Candidate> hits = FindHits(search);
    out.hit_count = hits.size();
    refiner.ScoreBest(&hits, {});
    out.best = refiner.Take();
  }
  return out;
}

Collected CollectAll(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings,
                     std::size_t count, Deadline* deadline) {
  const HitSearch search(corpus, plan, settings.searchable_attributes, deadline);
  Collected out;
  for (std::uint32_t s = 0; s < corpus.segments().size(); ++s) {
    const segment::LiveSegment& live = corpus.segments()[s];
    std::size_t taken = 0;
    for (std::uint32_t d = 0; d < live.segment().doc_count(); ++d) {
      if (!live.IsLive(DocId{d}) || !search.Admits(s, d)) continue;
      ++out.hit_count;
      if (taken++ >= count) continue;
      RankedHit& hit = out.best.emplace_back();
      hit.segment = s;
      hit.match.doc = DocId{d};
    }
  }
  return out;
}

}  // namespace signpost::rank
