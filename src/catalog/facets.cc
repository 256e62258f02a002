// SPDX-License-Identifier: Apache-2.0
#include "catalog/facets.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "catalog/attribute_selection.h"
#include "catalog/group_tally.h"

namespace signpost::catalog {
namespace {

// The attributes to count, those of the settings' order first.
std::vector<FacetAttribute> WantedAttributes(const SearchRequest& request, const Settings& settings) {
  const AttributeSelection visible({"*"}, settings.unretrievable_attributes);
  std::vector<FacetAttribute> out;
  auto add = [&](const FacetAttribute& attribute) {
    if (attribute.filter_only || !visible.Has(attribute.name)) return;
    if (std::find(out.begin(), out.end(), attribute) == out.end()) out.push_back(attribute);
  };
  for (const std::string& name : request.facets) {
    for (const FacetAttribute& attribute : settings.attributes_for_faceting) {
      if (name == "*" || name == attribute.name) add(attribute);
    }
  }
  const std::vector<std::string>& first = settings.facet_ordering.facets;
  auto place = [&](const std::string& name) { return std::find(first.begin(), first.end(), name) - first.begin(); };
  std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return place(a.name) < place(b.name); });
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

facet::Tally CountValues(const std::vector<segment::Corpus>& corpora, const Documents& hits,
                         const std::string& attribute) {
  return FacetCounter(corpora, hits).Count(attribute);
}

void KeepOneOfArticles(const index::Corpora& corpora, Documents* documents) {
  if (corpora.articles.empty()) return;
  std::vector<bool> seen(corpora.article_count);
  for (std::uint32_t c = 0; c < documents->size(); ++c) {
    for (std::uint32_t s = 0; s < (*documents)[c].size(); ++s) {
      std::erase_if((*documents)[c][s], [&](DocId doc) {
        const std::uint32_t article = corpora.ArticleOf(c, s, doc);
        const bool again = seen[article];
        seen[article] = true;
        return again;
      });
    }
  }
}

std::vector<Facet> CountFacets(const index::Corpora& corpora, Documents hits, const SearchRequest& request,
                               const Settings& settings) {
  KeepOneOfArticles(corpora, &hits);
  const bool grouped = !settings.attribute_for_distinct.empty() && request.distinct.value_or(settings.distinct) > 0;
  std::vector<Facet> out;
  FacetCounter counter(corpora.list, hits);
  const int limit = request.max_values_per_facet.value_or(settings.max_values_per_facet);
  for (FacetAttribute& attribute : WantedAttributes(request, settings)) {
    const auto& orders = settings.facet_ordering.values;
    const auto order =
        std::find_if(orders.begin(), orders.end(), [&](const auto& o) { return o.attribute == attribute.name; });
    Facet& facet = out.emplace_back();
    facet::Tally tally = counter.Count(attribute.name);
    facet.stats = tally.Stats();
    std::vector<facet::CountedValue> values = tally.TakeValues();
    if (grouped && attribute.after_distinct) {
      facet.stats = CountInGroups(corpora, hits, settings.attribute_for_distinct, attribute.name, &values);
    }
    facet.attribute = std::move(attribute.name);
    facet.values = facet::ShownValues(std::move(values), static_cast<std::size_t>(limit),
                                      request.sort_facet_values_by.value_or(settings.sort_facet_values_by),
                                      order == orders.end() ? nullptr : &*order);
  }
  return out;
}

}  // namespace signpost::catalog
