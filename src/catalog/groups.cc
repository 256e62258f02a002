// SPDX-License-Identifier: Apache-2.0
#include "catalog/groups.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include "base/strings.h"
#include "segment/column_values.h"

namespace signpost::catalog {
namespace {

constexpr std::size_t kFirstLook = 50;  // hits that are looked at for groups at once, at least

// Numbers the values of a column across segments.
class ValueNumbers {
 public:
  // Returns the group of a document; a new one when it has no value.
  std::uint32_t Of(const segment::Column* column, DocId doc) {
    if (column == nullptr) return next_++;
    if (const auto text = column->Text(doc)) return Number(StrCat("t", *text));
    if (const auto number = column->Number(doc)) return Number(StrCat("n", segment::NumberText(*number)));
    return next_++;
  }
  std::uint32_t count() const { return next_; }

 private:
  std::uint32_t Number(const std::string& value) {
    const auto [found, added] = numbers_.emplace(value, next_);
    if (added) ++next_;
    return found->second;
  }

  StringMap<std::uint32_t> numbers_;
  std::uint32_t next_ = 0;
};

}  // namespace

Groups::Groups(const index::Corpora& corpora, const Documents& documents, const std::string& attribute)
    : documents_(documents) {
  ValueNumbers values;
  absl::flat_hash_map<std::uint32_t, std::uint32_t> of_article;
  for (std::uint32_t c = 0; c < documents.size(); ++c) {
    auto& of_corpus = numbers_.emplace_back(documents[c].size());
    for (std::uint32_t s = 0; s < documents[c].size(); ++s) {
      const segment::Column* column = corpora.list[c].segments()[s].segment().columns().Find(attribute);
      for (DocId doc : documents[c][s]) {
        if (corpora.articles.empty()) {
          of_corpus[s].push_back(values.Of(column, doc));
        } else {
          const std::uint32_t article = corpora.ArticleOf(c, s, doc);
          auto found = of_article.find(article);
          const bool added = found == of_article.end();
          if (added) found = of_article.emplace(article, values.Of(column, doc)).first;
          of_corpus[s].push_back(found->second);
          if (!added) continue;
        }
        sizes_.resize(values.count());
        ++sizes_[of_corpus[s].back()];
      }
    }
  }
}

std::uint32_t Groups::GroupOf(std::uint32_t corpus, std::uint32_t segment, DocId doc) const {
  const std::vector<DocId>& docs = documents_[corpus][segment];
  const auto place = std::lower_bound(docs.begin(), docs.end(), doc) - docs.begin();
  return numbers_[corpus][segment][static_cast<std::size_t>(place)];
}

// A group that is not among the first hits has its best hit behind them: the hits outside the groups found so far, in their
// order, give the next ones.
std::vector<ShownGroup> FirstGroups(const Groups& groups, HitList* list, std::size_t count) {
  count = std::min(count, groups.count());
  std::vector<ShownGroup> out;
  absl::flat_hash_set<std::uint32_t> found;
  for (std::size_t look = std::max(2 * count, kFirstLook); out.size() < count; look *= 2) {
    const std::vector<rank::RankedHit> hits =
        list->First(groups.In([&](std::uint32_t group) { return !found.contains(group); }), look);
    if (hits.empty()) break;
    for (const rank::RankedHit& hit : hits) {
      const std::uint32_t group = groups.GroupOf(hit);
      if (found.insert(group).second && out.size() < count) out.push_back({group, {hit}});
    }
  }
  return out;
}

void CompleteGroups(const Groups& groups, HitList* list, std::size_t most, std::vector<ShownGroup*> shown) {
  std::erase_if(shown, [&](const ShownGroup* group) { return groups.Size(group->group) == 1 || most <= 1; });
  for (std::size_t look = std::max(2 * most * shown.size(), kFirstLook); !shown.empty(); look *= 2) {
    absl::flat_hash_map<std::uint32_t, ShownGroup*> open;
    for (ShownGroup* group : shown) {
      group->hits.clear();
      open.emplace(group->group, group);
    }
    std::vector<rank::RankedHit> hits =
        list->First(groups.In([&](std::uint32_t group) { return open.contains(group); }), look);
    const bool all = hits.size() < look;
    for (rank::RankedHit& hit : hits) {
      ShownGroup* group = open[groups.GroupOf(hit)];
      if (group->hits.size() < most) group->hits.push_back(std::move(hit));
    }
    if (all) return;
    std::erase_if(shown, [&](const ShownGroup* group) {
      return group->hits.size() == std::min<std::size_t>(most, groups.Size(group->group));
    });
  }
}

}  // namespace signpost::catalog
