// SPDX-License-Identifier: Apache-2.0
#include "catalog/facets.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "base/status.h"

namespace signpost::catalog {
namespace {

// The live documents of an object_id: calls visit(corpus, segment, doc).
template <typename Visit>
void ForEachDocument(const std::vector<segment::Corpus>& corpora, std::string_view object_id, Visit visit) {
  for (std::size_t c = 0; c < corpora.size(); ++c) {
    for (std::size_t s = 0; s < corpora[c].segments().size(); ++s) {
      const segment::LiveSegment& live = corpora[c].segments()[s];
      for (const DocId doc : live.segment().Find(object_id)) {
        if (live.IsLive(doc)) visit(c, s, doc);
      }
    }
  }
}

// The attributes to count, those of the settings' order first.
std::vector<std::string> WantedAttributes(const SearchRequest& request, const Settings& settings) {
  std::vector<std::string> out;
  auto add = [&](const FacetAttribute& attribute) {
    if (attribute.filter_only || std::find(out.begin(), out.end(), attribute.name) != out.end()) return;
    out.push_back(attribute.name);
  };
  for (const std::string& name : request.facets) {
    for (const FacetAttribute& attribute : settings.attributes_for_faceting) {
      if (name == "*" || name == attribute.name) add(attribute);
    }
  }
  const std::vector<std::string>& first = settings.facet_ordering.facets;
  auto place = [&](const std::string& name) { return std::find(first.begin(), first.end(), name) - first.begin(); };
  std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return out;
}

class FacetCounter {
 public:
  FacetCounter(const std::vector<segment::Corpus>& corpora, const Documents& hits) : corpora_(corpora) {
    for (const rank::DocLists& of_corpus : hits) {
      auto& segments = hits_.emplace_back();
      for (const std::vector<DocId>& docs : of_corpus) segments.emplace_back(docs);
    }
  }

  facet::Tally Count(std::string_view attribute) {
    facet::Tally out;
    for (std::size_t c = 0; c < corpora_.size(); ++c) {
      for (std::size_t s = 0; s < corpora_[c].segments().size(); ++s) {
        const segment::Segment& segment = corpora_[c].segments()[s].segment();
        const segment::Column* column = segment.columns().Find(attribute);
        if (column != nullptr) out.Add(*column, segment.doc_count(), &hits_[c][s]);
      }
    }
    return out;
  }

 private:
  const std::vector<segment::Corpus>& corpora_;
  std::vector<std::vector<facet::SegmentHits>> hits_;  // by corpus and segment
};

}  // namespace

absl::Status CheckFacets(const SearchRequest& request) {
  if (request.facets.size() > limits::kMaxColumns) {
    return InvalidArgument("searching: facets: ", request.facets.size(), " attributes, the limit is ",
                           limits::kMaxColumns);
  }
  const int most = request.max_values_per_facet.value_or(1);
  if (most >= 1 && most <= limits::kMaxFacetValues) return absl::OkStatus();
  return InvalidArgument("searching: maxValuesPerFacet is ", most, ", expected 1 to ", limits::kMaxFacetValues);
}

void ApplyRules(const std::vector<segment::Corpus>& corpora, const Scopes& scopes, const rules::Outcome& outcome,
                Documents* documents) {
  for (const std::string& object_id : outcome.hide) {
    ForEachDocument(corpora, object_id,
                    [&](std::size_t c, std::size_t s, DocId doc) { std::erase((*documents)[c][s], doc); });
  }
  for (const Promotion& promotion : outcome.promote) {
    bool found = false;  // already a hit, or added
    for (const bool adds : {false, true}) {
      ForEachDocument(corpora, promotion.object_id, [&](std::size_t c, std::size_t s, DocId doc) {
        std::vector<DocId>& docs = (*documents)[c][s];
        const auto place = std::lower_bound(docs.begin(), docs.end(), doc);
        if (found || !scopes[c][s].Admits(doc)) return;
        const bool there = place != docs.end() && *place == doc;
        found = there || adds;
        if (!there && adds) docs.insert(place, doc);
      });
    }
  }
}

facet::Tally CountValues(const std::vector<segment::Corpus>& corpora, const Documents& hits,
                         const std::string& attribute) {
  return FacetCounter(corpora, hits).Count(attribute);
}

std::vector<Facet> CountFacets(const std::vector<segment::Corpus>& corpora, const Documents& hits,
                               const SearchRequest& request, const Settings& settings) {
  std::vector<Facet> out;
  FacetCounter counter(corpora, hits);
  const int limit = request.max_values_per_facet.value_or(settings.max_values_per_facet);
  for (std::string& attribute : WantedAttributes(request, settings)) {
    facet::Tally tally = counter.Count(attribute);
    const auto& orders = settings.facet_ordering.values;
    const auto order =
        std::find_if(orders.begin(), orders.end(), [&](const auto& o) { return o.attribute == attribute; });
    Facet& facet = out.emplace_back();
    facet.attribute = std::move(attribute);
    facet.stats = tally.Stats();
    facet.values = facet::ShownValues(tally.TakeValues(), static_cast<std::size_t>(limit),
                                      request.sort_facet_values_by.value_or(settings.sort_facet_values_by),
                                      order == orders.end() ? nullptr : &*order);
  }
  return out;
}

}  // namespace signpost::catalog
