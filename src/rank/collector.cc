// SPDX-License-Identifier: Apache-2.0
#include "rank/collector.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/limits.h"
#include "rank/all_words.h"
#include "rank/any_word.h"
#include "rank/lone_prefix.h"
#include "rank/rarest_words.h"

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

DocLists DocumentsOf(const HitSearch& search, const std::vector<Candidate>& hits) {
  DocLists out(search.segment_count());
  for (const Candidate& hit : hits) out[hit.segment].push_back(DocId{hit.doc});
  for (std::vector<DocId>& docs : out) std::sort(docs.begin(), docs.end());
  return out;
}

void KeepAmong(const DocLists& among, std::vector<Candidate>* hits) {
  std::erase_if(*hits, [&](const Candidate& hit) {
    return !std::binary_search(among[hit.segment].begin(), among[hit.segment].end(), DocId{hit.doc});
  });
}

}  // namespace

Collected Collect(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings,
                  const CollectOptions& options, Deadline* deadline) {
  const HitSearch search(corpus, plan, settings.searchable_attributes, options.scopes, deadline);
  if (plan.lone_prefix) return CollectLonePrefix(search, options);
  Refiner refiner(search, settings.ranking, options.count);
  Collected out;
  const bool all_hits = options.documents || options.among != nullptr || search.has_scope();
  if (!all_hits && KnowsHits(search) && settings.ranking.empty() && Postings(plan) > limits::kExactCountPostings) {
    if (search.deciding().size() > limits::kMaxFindingWords) {
      FindBestByRarest(search, options.count, &refiner);
    } else {
      AnyWord(search).FindBest(options.count, &refiner);
    }
    out.best = refiner.Take();
    out.exact_count = out.best.size() < options.count;  // there are no more
    out.hit_count = out.exact_count ? out.best.size() : std::max(out.best.size(), EstimateHits(search));
    return out;
  }
  std::vector<Candidate> hits = FindHits(search);
  out.hit_count = hits.size();
  if (options.documents) out.documents = DocumentsOf(search, hits);
  if (options.among != nullptr) KeepAmong(*options.among, &hits);
  for (Candidate& hit : hits) hit.bound *= static_cast<float>(search.Boost(hit.segment, hit.doc));
  refiner.ScoreBest(&hits, {});
  out.best = refiner.Take();
  return out;
}

Collected CollectAll(const segment::Corpus& corpus, const query::Plan& plan, const Settings& settings,
                     const CollectOptions& options, Deadline* deadline) {
  const HitSearch search(corpus, plan, settings.searchable_attributes, options.scopes, deadline);
  Collected out;
  for (std::uint32_t s = 0; s < corpus.segments().size(); ++s) {
    const segment::LiveSegment& live = corpus.segments()[s];
    std::vector<DocId> docs;
    auto add = [&](DocId doc) {
      if (!live.IsLive(doc) || !search.Admits(s, Raw(doc))) return;
      ++out.hit_count;
      if (options.documents || search.boosts() || docs.size() < options.count) docs.push_back(doc);
    };
    if (options.scopes != nullptr && (*options.scopes)[s].admitted) {
      for (const DocId doc : (*options.scopes)[s].admitted->ToVector()) add(doc);
    } else {
      for (std::uint32_t d = 0; d < live.segment().doc_count(); ++d) add(DocId{d});
    }
    const std::vector<DocId>& from = options.among != nullptr ? (*options.among)[s] : docs;
    std::vector<std::pair<double, DocId>> best;
    for (std::size_t i = 0; i < from.size() && (search.boosts() || i < options.count); ++i) {
      best.emplace_back(-search.Boost(s, Raw(from[i])), from[i]);
    }
    const std::size_t taken = std::min(options.count, best.size());
    std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(taken), best.end());
    for (std::size_t i = 0; i < taken; ++i) {
      RankedHit& hit = out.best.emplace_back();
      hit.segment = s;
      hit.match.doc = best[i].second;
      if (search.boosts()) hit.score.score = hit.score.boost = -best[i].first;
    }
    if (options.documents) out.documents.push_back(std::move(docs));
  }
  return out;
}

}  // namespace signpost::rank
