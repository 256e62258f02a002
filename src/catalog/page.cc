// SPDX-License-Identifier: Apache-2.0
#include "catalog/page.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace signpost::catalog {
namespace {

const segment::Segment& SegmentOf(const std::vector<segment::Corpus>& corpora, const rank::RankedHit& hit) {
  return corpora[hit.corpus].segments()[hit.segment].segment();
}

std::string_view ObjectIdOf(const std::vector<segment::Corpus>& corpora, const rank::RankedHit& hit) {
  return SegmentOf(corpora, hit).ObjectId(hit.match.doc);
}

// Finds a document that scopes admit by its object_id in the first corpus that has it.
std::optional<rank::RankedHit> FindDocument(const std::vector<segment::Corpus>& corpora,
                                            const std::vector<std::vector<rank::Scope>>& scopes,
                                            std::string_view object_id) {
  for (std::uint32_t c = 0; c < corpora.size(); ++c) {
    for (std::uint32_t s = 0; s < corpora[c].segments().size(); ++s) {
      const segment::LiveSegment& live = corpora[c].segments()[s];
      for (DocId doc : live.segment().Find(object_id)) {
        if (!live.IsLive(doc) || !scopes[c][s].Admits(doc)) continue;
        return rank::RankedHit{.corpus = c, .segment = s, .match = {doc, {}}, .score = {}};
      }
    }
  }
  return std::nullopt;
}

// Takes a hit with this object_id out of `hits`, if it is there.
std::optional<rank::RankedHit> TakeOut(const std::vector<segment::Corpus>& corpora, std::string_view object_id,
                                       std::vector<PageHit>* hits) {
  auto found = std::find_if(hits->begin(), hits->end(),
                            [&](const PageHit& h) { return ObjectIdOf(corpora, h.hit) == object_id; });
  if (found == hits->end()) return std::nullopt;
  rank::RankedHit hit = std::move(found->hit);
  hits->erase(found);
  return hit;
}

}  // namespace

std::size_t HitsNeeded(const SearchRequest& request, const rules::Outcome& outcome) {
  const auto through_page =
      static_cast<std::size_t>(request.page + 1) * static_cast<std::size_t>(request.hits_per_page);
  return through_page + outcome.hide.size() + outcome.promote.size();
}

Page MakePage(const std::vector<segment::Corpus>& corpora, const std::vector<std::vector<rank::Scope>>& scopes,
              std::vector<rank::Collected> collected, const rules::Outcome& outcome, const SearchRequest& request) {
  Page page;
  std::vector<PageHit> hits;
  for (std::uint32_t c = 0; c < collected.size(); ++c) {
    page.hit_count += collected[c].hit_count;
    for (rank::RankedHit& hit : collected[c].best) {
      hit.corpus = c;
      hits.push_back({std::move(hit), false});
    }
  }
  std::stable_sort(hits.begin(), hits.end(), [&](const PageHit& a, const PageHit& b) {
    return rank::Before(SegmentOf(corpora, a.hit), a.hit, SegmentOf(corpora, b.hit), b.hit);
  });
  for (const std::string& object_id : outcome.hide) {
    while (TakeOut(corpora, object_id, &hits)) --page.hit_count;
  }
  for (const Promotion& promotion : outcome.promote) {
    std::optional<rank::RankedHit> hit = TakeOut(corpora, promotion.object_id, &hits);
    if (!hit) {
      hit = FindDocument(corpora, scopes, promotion.object_id);
      if (!hit) continue;
      ++page.hit_count;
    }
    const std::size_t place = std::min(static_cast<std::size_t>(promotion.position), hits.size());
    hits.insert(hits.begin() + static_cast<std::ptrdiff_t>(place), {std::move(*hit), true});
  }
  const auto size = static_cast<std::size_t>(request.hits_per_page);
  const std::size_t begin = std::min(hits.size(), static_cast<std::size_t>(request.page) * size);
  const std::size_t end = std::min(hits.size(), begin + size);
  page.hits.assign(std::make_move_iterator(hits.begin() + static_cast<std::ptrdiff_t>(begin)),
                   std::make_move_iterator(hits.begin() + static_cast<std::ptrdiff_t>(end)));
  return page;
}

}  // namespace signpost::catalog
