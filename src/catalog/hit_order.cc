// SPDX-License-Identifier: Apache-2.0
#include "catalog/hit_order.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include <absl/container/flat_hash_set.h>

namespace signpost::catalog {
namespace {

// Sorts the hits of one corpus and says what the order between languages needs.
void Prepare(const index::Corpora& corpora, std::uint32_t corpus, double factor, std::vector<rank::RankedHit>* hits) {
  for (rank::RankedHit& hit : *hits) hit.corpus = corpus;
  auto before = [&](const rank::RankedHit& a, const rank::RankedHit& b) {
    return rank::Before(SegmentOf(corpora, a), a, SegmentOf(corpora, b), b);
  };
  if (!std::is_sorted(hits->begin(), hits->end(), before)) std::sort(hits->begin(), hits->end(), before);
  for (rank::RankedHit& hit : *hits) {
    hit.language_step = corpora.steps[corpus];
    hit.language_factor = std::pow(factor, hit.language_step);
    hit.score.score *= hit.language_factor;
  }
}

}  // namespace

std::vector<rank::RankedHit> OrderHits(const index::Corpora& corpora, double fallback_factor,
                                       std::vector<rank::Collected> collected) {
  std::size_t count = 0;
  for (std::uint32_t c = 0; c < collected.size(); ++c) {
    Prepare(corpora, c, fallback_factor, &collected[c].best);
    count += collected[c].best.size();
  }
  std::vector<rank::RankedHit> out;
  out.reserve(count);
  absl::flat_hash_set<std::uint32_t> articles;
  std::vector<std::size_t> next(collected.size());
  for (; count > 0; --count) {
    std::size_t best = collected.size();
    for (std::size_t c = 0; c < collected.size(); ++c) {
      if (next[c] == collected[c].best.size()) continue;
      if (best == collected.size()) {
        best = c;
        continue;
      }
      const rank::RankedHit& a = collected[c].best[next[c]];
      const rank::RankedHit& b = collected[best].best[next[best]];
      if (rank::Before(SegmentOf(corpora, a), a, SegmentOf(corpora, b), b)) best = c;
    }
    rank::RankedHit& hit = collected[best].best[next[best]++];
    const bool shown = !corpora.articles.empty() &&
                       !articles.insert(corpora.ArticleOf(hit.corpus, hit.segment, hit.match.doc)).second;
    if (!shown) out.push_back(std::move(hit));
  }
  return out;
}

std::size_t CountArticles(const index::Corpora& corpora, const std::vector<rank::Collected>& collected) {
  std::size_t count = 0;
  if (corpora.articles.empty()) {
    for (const rank::Collected& hits : collected) count += hits.hit_count;
    return count;
  }
  std::vector<bool> seen(corpora.article_count);
  for (std::uint32_t c = 0; c < collected.size(); ++c) {
    for (std::uint32_t s = 0; s < collected[c].documents.size(); ++s) {
      for (DocId doc : collected[c].documents[s]) {
        const std::uint32_t article = corpora.ArticleOf(c, s, doc);
        count += seen[article] ? 0 : 1;
        seen[article] = true;
      }
    }
  }
  return count;
}

}  // namespace signpost::catalog
