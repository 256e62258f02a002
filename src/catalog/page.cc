// SPDX-License-Identifier: Apache-2.0
#include "catalog/page.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "catalog/hit_order.h"

namespace signpost::catalog {
namespace {

std::size_t Size(int value) { return static_cast<std::size_t>(value); }

// Finds the live document of an article in the nearest language that has it.
std::optional<rank::RankedHit> FindDocument(const index::Corpora& corpora, std::string_view object_id) {
  for (std::uint32_t c = 0; c < corpora.list.size(); ++c) {
    for (std::uint32_t s = 0; s < corpora.list[c].segments().size(); ++s) {
      const segment::LiveSegment& live = corpora.list[c].segments()[s];
      for (DocId doc : live.segment().Find(object_id)) {
        if (live.IsLive(doc)) {
          return rank::RankedHit{.corpus = c, .language_step = corpora.steps[c], .segment = s, .match = {doc, {}}};
        }
      }
    }
  }
  return std::nullopt;
}

// True when an article matches, in any language.
bool Matches(const index::Corpora& corpora, const std::vector<rank::DocLists>& documents, std::string_view object_id) {
  for (std::uint32_t c = 0; c < corpora.list.size(); ++c) {
    for (std::uint32_t s = 0; s < corpora.list[c].segments().size(); ++s) {
      const std::vector<DocId>& hits = documents[c][s];
      for (DocId doc : corpora.list[c].segments()[s].segment().Find(object_id)) {
        if (std::binary_search(hits.begin(), hits.end(), doc)) return true;
      }
    }
  }
  return false;
}

// Takes the hit with this object_id out of `hits`, if it is there.
std::optional<rank::RankedHit> TakeOut(const index::Corpora& corpora, std::string_view object_id,
                                       std::vector<PageHit>* hits) {
  auto found = std::find_if(hits->begin(), hits->end(),
                            [&](const PageHit& h) { return ObjectIdOf(corpora, h.hit) == object_id; });
  if (found == hits->end()) return std::nullopt;
  rank::RankedHit hit = std::move(found->hit);
  hits->erase(found);
  return hit;
}

}  // namespace

Window WindowOf(const SearchRequest& request, const Settings& settings) {
  const std::size_t limit = Size(settings.pagination_limited_to);
  const std::size_t length = Size(request.range ? request.range->length : request.hits_per_page);
  const std::size_t begin =
      std::min(limit, request.range ? Size(request.range->offset) : Size(request.page) * length);
  return {begin, std::min(limit, begin + length)};
}

std::size_t HitsNeeded(Window window, const rules::Outcome& outcome) {
  return window.begin == window.end ? 0 : window.end + outcome.hide.size() + outcome.promote.size();
}

Page MakePage(const index::Corpora& corpora, std::vector<rank::RankedHit> hits,
              const std::vector<rank::DocLists>& documents, std::size_t hit_count, const rules::Outcome& outcome,
              Window window) {
  Page page{.hit_count = hit_count, .hits = {}};
  std::vector<PageHit> all;
  all.reserve(hits.size());
  for (rank::RankedHit& hit : hits) all.push_back({std::move(hit), false});
  std::vector<std::string_view> hidden;
  for (const std::string& object_id : outcome.hide) {
    if (std::find(hidden.begin(), hidden.end(), object_id) != hidden.end()) continue;
    hidden.push_back(object_id);
    TakeOut(corpora, object_id, &all);
    if (Matches(corpora, documents, object_id)) --page.hit_count;
  }
  std::vector<std::string_view> promoted;
  for (const Promotion& promotion : outcome.promote) {
    std::optional<rank::RankedHit> hit = TakeOut(corpora, promotion.object_id, &all);
    if (!hit) hit = FindDocument(corpora, promotion.object_id);
    if (!hit) continue;
    auto is_it = [&](std::string_view object_id) { return object_id == promotion.object_id; };
    const bool counted = std::any_of(promoted.begin(), promoted.end(), is_it) ||
                         (Matches(corpora, documents, promotion.object_id) &&
                          std::none_of(hidden.begin(), hidden.end(), is_it));
    if (!counted) ++page.hit_count;
    promoted.push_back(promotion.object_id);
    const std::size_t place = std::min(Size(promotion.position), all.size());
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(place), {std::move(*hit), true});
  }
  const auto begin = static_cast<std::ptrdiff_t>(std::min(all.size(), window.begin));
  const auto end = static_cast<std::ptrdiff_t>(std::min(all.size(), window.end));
  page.hits.assign(std::make_move_iterator(all.begin() + begin), std::make_move_iterator(all.begin() + end));
  return page;
}

void DescribePages(const SearchRequest& request, const Settings& settings, SearchResponse* response) {
  response->range = request.range;
  response->hits_per_page = request.range ? request.range->length : request.hits_per_page;
  response->page = request.page;
  const std::size_t size = Size(response->hits_per_page);
  if (request.range) response->page = size == 0 ? 0 : request.range->offset / request.range->length;
  const std::size_t reachable = std::min(response->hit_count, Size(settings.pagination_limited_to));
  response->page_count = size == 0 ? 0 : static_cast<int>((reachable + size - 1) / size);
}

}  // namespace signpost::catalog
