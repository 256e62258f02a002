// SPDX-License-Identifier: Apache-2.0
// found_cache.h — whether a query finds something, as one view answered it before.
//
// Threads:  all methods may run concurrently. The lock is never held while a query is asked.
// Copying:  a copy is empty, so that a view made from another asks again.
#ifndef SIGNPOST_INDEX_FOUND_CACHE_H_
#define SIGNPOST_INDEX_FOUND_CACHE_H_

#include <mutex>
#include <string>

#include "base/limits.h"
#include "base/strings.h"

namespace signpost::index {

class FoundCache {
 public:
  FoundCache() = default;
  FoundCache(const FoundCache& other) : FoundCache() { (void)other; }
  FoundCache& operator=(const FoundCache&) = delete;

  // Returns what `ask()` says for `key`, now or before.
  template <typename Ask>
  bool Get(const std::string& key, Ask ask) const {
    {
      std::lock_guard lock(mutex_);
      const auto known = found_.find(key);
      if (known != found_.end()) return known->second;
    }
    const bool found = ask();
    std::lock_guard lock(mutex_);
    if (found_.size() >= limits::kMaxFoundKept) found_.clear();
    return found_.emplace(key, found).first->second;
  }

 private:
  mutable std::mutex mutex_;
  mutable StringMap<bool> found_;
};

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_FOUND_CACHE_H_
