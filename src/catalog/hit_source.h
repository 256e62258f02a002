// SPDX-License-Identifier: Apache-2.0
// hit_source.h — the hits of a query in all its languages: how many, which, and the best in one order, one for each article.
//
// Order:    hits of one language stay in their order; between languages the better goes first, by its score times the factor
//           of its language. So the first hits are the same however many are asked for.
// Threads:  one thread.
#ifndef SIGNPOST_CATALOG_HIT_SOURCE_H_
#define SIGNPOST_CATALOG_HIT_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <signpost/settings.h>

#include "base/deadline.h"
#include "catalog/language_search.h"
#include "index/corpora.h"
#include "rank/collector.h"
#include "rank/scope.h"

namespace signpost::catalog {

inline const segment::Segment& SegmentOf(const index::Corpora& corpora, const rank::RankedHit& hit) {
  return corpora.list[hit.corpus].segments()[hit.segment].segment();
}
inline std::string_view ObjectIdOf(const index::Corpora& corpora, const rank::RankedHit& hit) {
  return SegmentOf(corpora, hit).ObjectId(hit.match.doc);
}

// By corpus.
using Scopes = std::vector<std::vector<rank::Scope>>;
using Documents = std::vector<rank::DocLists>;

class HitSource {
 public:
  // `searches` are by corpus. All references must outlive the source.
  HitSource(const index::Corpora& corpora, const Scopes& scopes, const Settings& settings, double fallback_factor,
            const std::vector<LanguageSearch>* searches, Deadline* deadline)
      : corpora_(corpora),
        scopes_(scopes),
        settings_(settings),
        fallback_factor_(fallback_factor),
        searches_(searches),
        deadline_(deadline) {}

  // Returns the first `count` hits, and fills what is below; documents() when `documents` is set.
  std::vector<rank::RankedHit> Best(std::size_t count, bool documents);
  std::size_t article_count() const { return article_count_; }
  bool exact_count() const { return exact_count_; }  // false: an estimate
  // All hits; several translations of one article among them.
  const Documents& documents() const { return documents_; }

  // True when the filters of the request let a document through.
  bool Admits(std::uint32_t corpus, std::uint32_t segment, DocId doc) const {
    return scopes_[corpus][segment].Admits(doc);
  }

  // How many articles these documents are.
  std::size_t CountArticles(const Documents& documents) const;

  // Returns the first `count` of those hits that are among `documents`. Cost: as Best.
  std::vector<rank::RankedHit> Among(const Documents& documents, std::size_t count);

 private:
  std::vector<rank::Collected> Collect(const rank::CollectOptions& options, const Documents* among);
  std::vector<rank::RankedHit> InOrder(std::vector<rank::Collected> collected) const;
  void Prepare(std::uint32_t corpus, std::vector<rank::RankedHit>* hits) const;
  bool Before(const rank::RankedHit& a, const rank::RankedHit& b) const {
    return rank::Before(SegmentOf(corpora_, a), a, SegmentOf(corpora_, b), b);
  }

  const index::Corpora& corpora_;
  const Scopes& scopes_;
  const Settings& settings_;
  const double fallback_factor_;
  const std::vector<LanguageSearch>* const searches_;
  Deadline* const deadline_;
  std::size_t article_count_ = 0;
  bool exact_count_ = true;
  Documents documents_;
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_HIT_SOURCE_H_
