// SPDX-License-Identifier: Apache-2.0
#include "catalog/page.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/strings.h"

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

// Articles that rules name, and which of them match, in any language.
class NamedArticles {
 public:
  NamedArticles(const index::Corpora& corpora, const Documents& documents) : corpora_(corpora), documents_(documents) {}

  bool Matches(std::string_view object_id) const { return Find(object_id, nullptr); }

  // The documents that match of these articles.
  Documents Matching(const std::vector<Promotion>& promotions) const {
    Documents out;
    for (const rank::DocLists& lists : documents_) out.emplace_back(lists.size());
    for (const Promotion& promotion : promotions) Find(promotion.object_id, &out);
    for (rank::DocLists& lists : out) {
      for (std::vector<DocId>& docs : lists) {
        std::sort(docs.begin(), docs.end());
        docs.erase(std::unique(docs.begin(), docs.end()), docs.end());
      }
    }
    return out;
  }

 private:
  bool Find(std::string_view object_id, Documents* out) const {
    bool any = false;
    for (std::uint32_t c = 0; c < corpora_.list.size(); ++c) {
      for (std::uint32_t s = 0; s < corpora_.list[c].segments().size(); ++s) {
        const std::vector<DocId>& hits = documents_[c][s];
        for (DocId doc : corpora_.list[c].segments()[s].segment().Find(object_id)) {
          if (!std::binary_search(hits.begin(), hits.end(), doc)) continue;
          any = true;
          if (out != nullptr) (*out)[c][s].push_back(doc);
        }
      }
    }
    return any;
  }

  const index::Corpora& corpora_;
  const Documents& documents_;
};

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

// Hides and promotes among the first hits of a query, and counts.
class RuleEdits {
 public:
  RuleEdits(const index::Corpora& corpora, HitSource* source)
      : corpora_(corpora), source_(source), named_(corpora, source->documents()) {}

  void Hide(const std::vector<std::string>& object_ids, Page* page) {
    for (const std::string& object_id : object_ids) {
      if (!hidden_.insert(object_id).second) continue;
      TakeOut(corpora_, object_id, &page->hits);
      if (named_.Matches(object_id)) --page->hit_count;
    }
  }

  void Promote(const std::vector<Promotion>& promotions, Page* page) {
    if (promotions.empty()) return;
    // Those that match are shown as they match, also when they stand far behind.
    std::vector<PageHit> matching;
    for (rank::RankedHit& hit : source_->Among(named_.Matching(promotions), promotions.size())) {
      matching.push_back({std::move(hit), true});
    }
    for (const Promotion& promotion : promotions) {
      std::optional<rank::RankedHit> hit = TakeOut(corpora_, promotion.object_id, &matching);
      std::optional<rank::RankedHit> placed = TakeOut(corpora_, promotion.object_id, &page->hits);
      if (!hit) hit = placed ? std::move(placed) : FindDocument(corpora_, promotion.object_id);
      if (!hit) continue;
      const bool first = promoted_.insert(promotion.object_id).second;
      const bool counted = named_.Matches(promotion.object_id) && !hidden_.contains(promotion.object_id);
      if (first && !counted) ++page->hit_count;
      const std::size_t place = std::min(Size(promotion.position), page->hits.size());
      page->hits.insert(page->hits.begin() + static_cast<std::ptrdiff_t>(place), {std::move(*hit), true});
    }
  }

 private:
  const index::Corpora& corpora_;
  HitSource* const source_;
  NamedArticles named_;
  StringSet hidden_;
  StringSet promoted_;
};

}  // namespace

Window WindowOf(const SearchRequest& request, const Settings& settings) {
  const std::size_t limit = Size(settings.pagination_limited_to);
  const std::size_t length = Size(request.range ? request.range->length : request.hits_per_page);
  const std::size_t begin =
      std::min(limit, request.range ? Size(request.range->offset) : Size(request.page) * length);
  return {begin, std::min(limit, begin + length)};
}

Page MakePage(const index::Corpora& corpora, HitSource* source, const rules::Outcome& outcome, Window window) {
  const bool edited = !outcome.hide.empty() || !outcome.promote.empty();
  const std::size_t needed =
      window.begin == window.end ? 0 : window.end + outcome.hide.size() + outcome.promote.size();
  Page page;
  for (rank::RankedHit& hit : source->Best(needed, edited)) page.hits.push_back({std::move(hit), false});
  page.hit_count = source->article_count();
  if (edited) {
    RuleEdits edits(corpora, source);
    edits.Hide(outcome.hide, &page);
    edits.Promote(outcome.promote, &page);
  }
  page.hits.resize(std::min(page.hits.size(), window.end));
  page.hits.erase(page.hits.begin(),
                  page.hits.begin() + static_cast<std::ptrdiff_t>(std::min(page.hits.size(), window.begin)));
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
