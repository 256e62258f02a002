// SPDX-License-Identifier: Apache-2.0
#include "catalog/page.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "catalog/groups.h"
#include "catalog/hit_list.h"

namespace signpost::catalog {
namespace {

std::size_t Size(int value) { return static_cast<std::size_t>(value); }

// Finds the live document of an article in the nearest language that has it and lets it through, or, unfiltered, has it.
std::optional<rank::RankedHit> FindDocument(const index::Corpora& corpora, const HitSource& source,
                                            std::string_view object_id, bool unfiltered) {
  for (std::uint32_t c = 0; c < corpora.list.size(); ++c) {
    for (std::uint32_t s = 0; s < corpora.list[c].segments().size(); ++s) {
      const segment::LiveSegment& live = corpora.list[c].segments()[s];
      for (DocId doc : live.segment().Find(object_id)) {
        if (live.IsLive(doc) && (unfiltered || source.Admits(c, s, doc))) {
          return rank::RankedHit{.corpus = c, .language_step = corpora.steps[c], .segment = s, .match = {doc, {}}};
        }
      }
    }
  }
  return std::nullopt;
}

// A place in the list, with the group that it shows when hits are grouped.
struct Place {
  std::vector<PageHit> hits;
  std::optional<ShownGroup> group;
};

// Takes the documents of an article out of `documents`, and returns them in `taken`. False when there is none.
bool TakeOut(const index::Corpora& corpora, std::string_view object_id, Documents* documents, Documents* taken) {
  bool any = false;
  for (std::uint32_t c = 0; c < corpora.list.size(); ++c) {
    for (std::uint32_t s = 0; s < corpora.list[c].segments().size(); ++s) {
      std::vector<DocId>& docs = (*documents)[c][s];
      for (DocId doc : corpora.list[c].segments()[s].segment().Find(object_id)) {
        const auto found = std::lower_bound(docs.begin(), docs.end(), doc);
        if (found == docs.end() || *found != doc) continue;
        docs.erase(found);
        (*taken)[c][s].push_back(doc);
        any = true;
      }
    }
  }
  return any;
}

// The hits of a query as the request and the rules want them.
class PageMaker {
 public:
  PageMaker(const index::Corpora& corpora, HitSource* source, const SearchRequest& request, const Settings& settings)
      : corpora_(corpora),
        source_(source),
        list_(corpora, source, request.sort),
        attribute_(settings.attribute_for_distinct),
        distinct_(settings.attribute_for_distinct.empty() ? 0 : Size(request.distinct.value_or(settings.distinct))),
        documents_(source->documents()) {}

  // Articles that are hidden, or stand where a rule puts them, are no hits any more.
  void Apply(const rules::Outcome& outcome) {
    for (const std::string& object_id : outcome.hide) {
      Documents hidden = EmptyLists();
      TakeOut(corpora_, object_id, &documents_, &hidden);
    }
    for (const Promotion& promotion : outcome.promote) {
      Take(promotion, outcome.unfiltered.contains(promotion.object_id));
    }
  }

  Page Make(Window window) {
    std::optional<Groups> groups;
    if (distinct_ > 0) groups.emplace(corpora_, documents_, attribute_);
    Page page;
    page.place_count = promoted_.size() + (groups ? groups->count() : source_->CountArticles(documents_));
    page.documents = HitsAndPromoted();
    std::vector<Place> places;
    if (window.begin < window.end) places = groups ? GroupPlaces(*groups, window.end) : HitPlaces(window.end);
    std::size_t next = 0;  // of two that want one place, the first has it and the other the next
    for (PromotedHit& promoted : promoted_) {
      const std::size_t at = std::min(std::max(promoted.position, next), places.size());
      next = at + 1;
      places.insert(places.begin() + static_cast<std::ptrdiff_t>(at), {{std::move(promoted.hit)}, std::nullopt});
    }
    std::vector<ShownGroup*> shown;
    for (std::size_t p = window.begin; p < std::min(window.end, places.size()); ++p) {
      if (places[p].group) shown.push_back(&*places[p].group);
    }
    if (groups) CompleteGroups(*groups, &list_, distinct_, std::move(shown));
    for (std::size_t p = window.begin; p < std::min(window.end, places.size()); ++p) {
      if (places[p].group) {
        for (rank::RankedHit& hit : places[p].group->hits) page.hits.push_back({std::move(hit), false});
      }
      for (PageHit& hit : places[p].hits) page.hits.push_back(std::move(hit));
    }
    return page;
  }

 private:
  struct PromotedHit {
    std::string_view object_id;
    std::size_t position;
    PageHit hit;
  };

  // Shown as it matches, if it does.
  void Take(const Promotion& promotion, bool unfiltered) {
    const auto before = std::find_if(promoted_.begin(), promoted_.end(),
                                     [&](const PromotedHit& p) { return p.object_id == promotion.object_id; });
    if (before != promoted_.end()) {  // the last place wins
      before->position = Size(promotion.position);
      std::rotate(before, before + 1, promoted_.end());
      return;
    }
    Documents matching = EmptyLists();
    std::optional<rank::RankedHit> hit;
    if (TakeOut(corpora_, promotion.object_id, &documents_, &matching)) {
      std::vector<rank::RankedHit> hits = source_->Among(matching, 1);
      if (!hits.empty()) hit = std::move(hits.front());
    }
    if (!hit) hit = FindDocument(corpora_, *source_, promotion.object_id, unfiltered);
    if (hit) promoted_.push_back({promotion.object_id, Size(promotion.position), {std::move(*hit), true}});
  }

  std::vector<Place> HitPlaces(std::size_t count) {
    std::vector<Place> out;
    for (rank::RankedHit& hit : list_.First(documents_, count))
      out.push_back({{{std::move(hit), false}}, std::nullopt});
    return out;
  }

  std::vector<Place> GroupPlaces(const Groups& groups, std::size_t count) {
    std::vector<Place> out;
    for (ShownGroup& group : FirstGroups(groups, &list_, count)) out.push_back({{}, std::move(group)});
    return out;
  }

  Documents HitsAndPromoted() const {
    Documents out = documents_;
    for (const PromotedHit& promoted : promoted_) {
      const rank::RankedHit& hit = promoted.hit.hit;
      std::vector<DocId>& docs = out[hit.corpus][hit.segment];
      docs.insert(std::lower_bound(docs.begin(), docs.end(), hit.match.doc), hit.match.doc);
    }
    return out;
  }

  Documents EmptyLists() const {
    Documents out;
    for (const rank::DocLists& lists : documents_) out.emplace_back(lists.size());
    return out;
  }

  const index::Corpora& corpora_;
  HitSource* const source_;
  HitList list_;
  const std::string& attribute_;
  const std::size_t distinct_;
  Documents documents_;  // that are hits by themselves
  std::vector<PromotedHit> promoted_;
};

}  // namespace

Window WindowOf(const SearchRequest& request, const Settings& settings) {
  const std::size_t limit = Size(settings.pagination_limited_to);
  const std::size_t length = Size(request.range ? request.range->length : request.hits_per_page);
  const std::size_t begin = std::min(limit, request.range ? Size(request.range->offset) : Size(request.page) * length);
  return {begin, std::min(limit, begin + length)};
}

Page MakePage(const index::Corpora& corpora, HitSource* source, const rules::Outcome& outcome,
              const SearchRequest& request, const Settings& settings) {
  const Window window = WindowOf(request, settings);
  const bool grouped = !settings.attribute_for_distinct.empty() && request.distinct.value_or(settings.distinct) > 0;
  if (!grouped && request.sort.empty() && outcome.hide.empty() && outcome.promote.empty()) {
    Page page;
    const std::size_t needed = window.begin < window.end ? window.end : 0;
    std::vector<rank::RankedHit> hits = source->Best(needed, !request.facets.empty());
    page.documents = source->documents();
    for (std::size_t i = window.begin; i < std::min(window.end, hits.size()); ++i) {
      page.hits.push_back({std::move(hits[i]), false});
    }
    page.place_count = source->article_count();
    return page;
  }
  source->Best(0, true);
  PageMaker maker(corpora, source, request, settings);
  maker.Apply(outcome);
  return maker.Make(window);
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
