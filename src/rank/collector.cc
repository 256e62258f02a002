// SPDX-License-Identifier: Apache-2.0
#include "rank/collector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

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

constexpr std::size_t kLonePrefixTiers = 3;

// The slot without alternatives whose documents are among those of a beginning anyway.
query::Slot WithoutBegun(const query::Slot& slot) {
  query::Slot out = slot;
  std::erase_if(out.alternatives, [&slot](const query::Alternative& a) {
    return std::any_of(slot.alternatives.begin(), slot.alternatives.end(), [&a](const query::Alternative& beginning) {
      return beginning.kind == AlternativeKind::kPrefix && a.kind != AlternativeKind::kPrefix && a.phrases.empty() &&
             a.text.starts_with(beginning.text);
    });
  });
  return out;
}

void SortHits(const segment::Corpus& corpus, std::size_t count, std::vector<RankedHit>* hits) {
  std::sort(hits->begin(), hits->end(), [&corpus](const RankedHit& a, const RankedHit& b) {
    return Before(corpus.segments()[a.segment].segment(), a, corpus.segments()[b.segment].segment(), b);
  });
  if (hits->size() > count) hits->resize(count);
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

Collected CollectLonePrefix(const HitSearch& search, const CollectOptions& options) {
  const segment::Corpus& corpus = search.corpus();
  const query::Plan& plan = search.plan();
  const query::Slot& slot = plan.slots.front();
  query::Slot as_word = slot;
  std::erase_if(as_word.alternatives, [](const auto& a) { return a.kind != AlternativeKind::kExact; });
  Collected out;
  match::WordDocuments found, exact;
  for (std::uint32_t s = 0; s < search.segment_count(); ++s) {
    search.reader(s).ReadAll(WithoutBegun(slot), &found);
    search.reader(s).ReadAll(as_word, &exact);
    std::array<std::vector<std::uint32_t>, kLonePrefixTiers>
        tiers;  // the first documents of each; all when they are boosted
    std::vector<DocId> docs;
    std::size_t next = 0;
    for (std::size_t i = 0; i < found.docs.size(); ++i) {
      const DocId doc{found.docs[i]};
      if (!search.Admits(s, found.docs[i])) continue;
      ++out.hit_count;
      if (options.documents) docs.push_back(doc);
      while (next < exact.docs.size() && exact.docs[next] < found.docs[i]) ++next;
      if (options.among != nullptr &&
          !std::binary_search((*options.among)[s].begin(), (*options.among)[s].end(), doc)) {
        continue;
      }
      const bool is_word = next < exact.docs.size() && exact.docs[next] == found.docs[i];
      std::vector<std::uint32_t>& tier = tiers[is_word ? 2 : found.bounds[i].in_title ? 1 : 0];
      if (tier.size() < options.count || search.boosts()) tier.push_back(found.docs[i]);
    }
    if (options.documents) out.documents.push_back(std::move(docs));
    std::vector<std::pair<double, std::uint32_t>> best;  // score below 0, and document
    for (std::size_t tier = kLonePrefixTiers; tier-- > 0;) {
      for (const std::uint32_t doc : tiers[tier]) {
        best.emplace_back(-static_cast<double>(tier + 1) * search.Boost(s, doc), doc);
      }
    }
    if (search.boosts()) std::sort(best.begin(), best.end());
    if (best.size() > options.count) best.resize(options.count);
    match::DocMatcher matcher(corpus.segments()[s].segment(), s, plan);
    for (const auto& [score, doc] : best) {
      RankedHit& hit = out.best.emplace_back();
      hit.segment = s;
      matcher.Match(DocId{doc}, &hit.match);
      hit.score.boost = search.Boost(s, doc);
      hit.score.score = -score;
    }
  }
  SortHits(corpus, options.count, &out.best);
  return out;
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
    AnyWord(search).FindBest(options.count, &refiner);
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
