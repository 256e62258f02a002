// SPDX-License-Identifier: Apache-2.0
#include "catalog/hit_source.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include <absl/container/flat_hash_set.h>

namespace signpost::catalog {

std::vector<rank::RankedHit> HitSource::Best(std::size_t count, bool documents) {
  // Of several translations one counts, and only their documents tell.
  documents |= !corpora_.articles.empty();
  std::vector<rank::Collected> collected = Collect({.count = count, .documents = documents}, nullptr);
  documents_.clear();
  article_count_ = 0;
  exact_count_ = true;
  for (rank::Collected& hits : collected) {
    article_count_ += hits.hit_count;
    exact_count_ = exact_count_ && hits.exact_count;
    documents_.push_back(std::move(hits.documents));
  }
  if (!corpora_.articles.empty()) article_count_ = CountArticles(documents_);
  return InOrder(std::move(collected));
}

std::vector<rank::RankedHit> HitSource::Among(const Documents& documents, std::size_t count) {
  return InOrder(Collect({.count = count}, &documents));
}

std::vector<rank::Collected> HitSource::Collect(const rank::CollectOptions& options, const Documents* among) {
  std::vector<rank::Collected> out;
  for (std::size_t c = 0; c < corpora_.list.size(); ++c) {
    const LanguageSearch& search = (*searches_)[c];
    rank::CollectOptions wanted = options;
    wanted.scopes = &scopes_[c];
    if (among != nullptr) {
      wanted.among = &(*among)[c];
      const bool none =
          std::all_of(wanted.among->begin(), wanted.among->end(), [](const auto& docs) { return docs.empty(); });
      if (none) {
        out.emplace_back();
        continue;
      }
    }
    out.push_back(search.query.words.empty()
                      ? rank::CollectAll(corpora_.list[c], search.plan, settings_, wanted, deadline_)
                      : rank::Collect(corpora_.list[c], search.plan, settings_, wanted, deadline_));
  }
  return out;
}

// Sorts the hits of one corpus and says what the order between languages needs.
void HitSource::Prepare(std::uint32_t corpus, std::vector<rank::RankedHit>* hits) const {
  for (rank::RankedHit& hit : *hits) hit.corpus = corpus;
  auto before = [this](const rank::RankedHit& a, const rank::RankedHit& b) { return Before(a, b); };
  if (!std::is_sorted(hits->begin(), hits->end(), before)) std::sort(hits->begin(), hits->end(), before);
  const std::uint32_t step = corpora_.steps[corpus];
  for (rank::RankedHit& hit : *hits) {
    hit.language_step = step;
    hit.language_factor = std::pow(fallback_factor_, step);
    hit.score.score *= hit.language_factor;
  }
}

std::vector<rank::RankedHit> HitSource::InOrder(std::vector<rank::Collected> collected) const {
  std::size_t count = 0;
  for (std::uint32_t c = 0; c < collected.size(); ++c) {
    Prepare(c, &collected[c].best);
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
      if (best == collected.size() || Before(collected[c].best[next[c]], collected[best].best[next[best]])) best = c;
    }
    rank::RankedHit& hit = collected[best].best[next[best]++];
    const bool shown = !corpora_.articles.empty() &&
                       !articles.insert(corpora_.ArticleOf(hit.corpus, hit.segment, hit.match.doc)).second;
    if (!shown) out.push_back(std::move(hit));
  }
  return out;
}

std::size_t HitSource::CountArticles(const Documents& documents) const {
  std::vector<bool> seen(corpora_.article_count);
  std::size_t count = 0;
  for (std::uint32_t c = 0; c < documents.size(); ++c) {
    for (std::uint32_t s = 0; s < documents[c].size(); ++s) {
      if (corpora_.articles.empty()) {
        count += documents[c][s].size();
        continue;
      }
      for (DocId doc : documents[c][s]) {
        const std::uint32_t article = corpora_.ArticleOf(c, s, doc);
        count += seen[article] ? 0 : 1;
        seen[article] = true;
      }
    }
  }
  return count;
}

}  // namespace signpost::catalog
