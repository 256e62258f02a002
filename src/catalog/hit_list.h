// SPDX-License-Identifier: Apache-2.0
// hit_list.h — hits in the order that the request asks for: by relevance, or by the values of columns and then by relevance.
//
// Threads:  one thread.
// Cost:     by relevance, that of HitSource::Among. By columns: one look at the values of every hit, and at most two calls of Among:
//           only what can be shown is matched by positions.
#ifndef SIGNPOST_CATALOG_HIT_LIST_H_
#define SIGNPOST_CATALOG_HIT_LIST_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include <signpost/search.h>

#include "catalog/hit_source.h"
#include "index/corpora.h"
#include "segment/columns.h"

namespace signpost::catalog {

// The columns that hits are sorted by.
class SortColumns {
 public:
  SortColumns(const index::Corpora& corpora, const std::vector<SortKey>& keys);

  std::size_t size() const { return keys_.size(); }
  // Appends the value of each key, so that smaller goes first. The smallest value of a document stands for it when ascending,
  // the largest when descending; without one it goes last.
  void AppendValues(std::uint32_t corpus, std::uint32_t segment, DocId doc, std::vector<double>* out) const;

 private:
  const std::vector<SortKey>& keys_;
  std::vector<std::vector<std::vector<const segment::Column*>>> columns_;  // by corpus, segment and key; null: none
};

class HitList {
 public:
  // All references must outlive the list. `keys` may be empty.
  HitList(const index::Corpora& corpora, HitSource* source, const std::vector<SortKey>& keys)
      : corpora_(corpora), source_(source), columns_(corpora, keys) {}

  // Returns the first `count` of the hits among `documents`, one for each article: the first in this order.
  std::vector<rank::RankedHit> First(const Documents& documents, std::size_t count);

 private:
  std::vector<rank::RankedHit> FirstByColumns(const Documents& documents, std::size_t count);
  // Orders hits, which stand by relevance, by their values.
  void SortByColumns(std::vector<rank::RankedHit>* hits) const;

  const index::Corpora& corpora_;
  HitSource* const source_;
  SortColumns columns_;
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_HIT_LIST_H_
