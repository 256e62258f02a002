// SPDX-License-Identifier: Apache-2.0
// corpora.h — what one kind of request sees of a view: a corpus for each language, and which documents are one article in
// several of them. A view keeps those that it made, since finding translations reads all object_ids.
#ifndef SIGNPOST_INDEX_CORPORA_H_
#define SIGNPOST_INDEX_CORPORA_H_

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "base/limits.h"
#include "segment/corpus.h"

namespace signpost::index {

struct Corpora {
  std::vector<segment::Corpus> list;  // nearest language first, then by tag
  // By corpus: 0 when its documents are in the language asked for (or none was), else which fallback it is, from 1.
  std::vector<std::uint32_t> steps;
  // By corpus, segment and DocId: documents of one article have the same number. Empty when no two documents have.
  std::vector<std::vector<std::vector<std::uint32_t>>> articles;
  std::uint32_t article_count = 0;

  // REQUIRES: `articles` is not empty.
  std::uint32_t ArticleOf(std::uint32_t corpus, std::uint32_t segment, DocId doc) const {
    return articles[corpus][segment][Raw(doc)];
  }
};

// Threads:  all methods may run concurrently. The lock is never held while corpora are made.
// Copying:  a copy is empty, so that a view made from another begins without what it no longer holds.
class CorporaCache {
 public:
  CorporaCache() = default;
  CorporaCache(const CorporaCache& other) : CorporaCache() { (void)other; }
  CorporaCache& operator=(const CorporaCache&) = delete;

  // Returns what `make()` made for `key`, now or before.
  template <typename Make>
  std::shared_ptr<const Corpora> Get(const std::string& key, Make make) const {
    {
      std::lock_guard lock(mutex_);
      const auto found = made_.find(key);
      if (found != made_.end()) return found->second;
    }
    auto corpora = std::make_shared<const Corpora>(make());
    std::lock_guard lock(mutex_);
    if (made_.size() >= limits::kMaxCorporaKept) made_.clear();
    return made_.emplace(key, std::move(corpora)).first->second;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const Corpora>> made_;
};

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_CORPORA_H_
