// SPDX-License-Identifier: Apache-2.0
// groups.h — hits that have the same value of an attribute: one group, of which the best few are shown.
//
// Value:    the first text of the attribute's column, else its smallest number. A document without one is a group of its own;
//           translations of one article are in one group, that of the first of them.
// Threads:  one thread.
#ifndef SIGNPOST_CATALOG_GROUPS_H_
#define SIGNPOST_CATALOG_GROUPS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "catalog/hit_list.h"
#include "catalog/hit_source.h"
#include "index/corpora.h"

namespace signpost::catalog {

class Groups {
 public:
  // References must outlive the groups.
  Groups(const index::Corpora& corpora, const Documents& documents, const std::string& attribute);

  std::size_t count() const { return sizes_.size(); }
  // Articles in a group.
  std::size_t Size(std::uint32_t group) const { return sizes_[group]; }
  // REQUIRES: the document is among those given.
  std::uint32_t GroupOf(std::uint32_t corpus, std::uint32_t segment, DocId doc) const;
  std::uint32_t GroupOf(const rank::RankedHit& hit) const { return GroupOf(hit.corpus, hit.segment, hit.match.doc); }

  // The documents in groups that `wanted(group)` says.
  template <typename Wanted>
  Documents In(Wanted wanted) const;

 private:
  const Documents& documents_;
  std::vector<std::vector<std::vector<std::uint32_t>>> numbers_;  // beside documents_
  std::vector<std::uint32_t> sizes_;                              // by group
};

// A group as it is shown, its best hits first.
struct ShownGroup {
  std::uint32_t group = 0;
  std::vector<rank::RankedHit> hits;
};

// Returns the first `count` groups in the order of their best hits, each with its best one.
std::vector<ShownGroup> FirstGroups(const Groups& groups, HitList* list, std::size_t count);

// Gives each group its best hits, up to `most`.
void CompleteGroups(const Groups& groups, HitList* list, std::size_t most, std::vector<ShownGroup*> shown);

template <typename Wanted>
Documents Groups::In(Wanted wanted) const {
  Documents out;
  for (std::size_t c = 0; c < documents_.size(); ++c) {
    rank::DocLists& lists = out.emplace_back(documents_[c].size());
    for (std::size_t s = 0; s < documents_[c].size(); ++s) {
      for (std::size_t i = 0; i < documents_[c][s].size(); ++i) {
        if (wanted(numbers_[c][s][i])) lists[s].push_back(documents_[c][s][i]);
      }
    }
  }
  return out;
}

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_GROUPS_H_
