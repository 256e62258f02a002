// SPDX-License-Identifier: Apache-2.0
// view.h — what readers see at one moment, and the place where they find it.
#ifndef SIGNPOST_INDEX_VIEW_H_
#define SIGNPOST_INDEX_VIEW_H_

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <signpost/settings.h>

#include "index/corpora.h"
#include "index/found_cache.h"
#include "index/popular_queries.h"
#include "rules/moved_set.h"
#include "rules/rule_set.h"
#include "rules/synonym_set.h"
#include "segment/live_segment.h"

namespace signpost::index {

// Threads: immutable once published, but for what it keeps of its own.
struct View {
  std::shared_ptr<const Settings> settings;
  std::vector<segment::LiveSegment> segments;  // without order
  std::shared_ptr<const rules::SynonymSet> synonyms;
  std::shared_ptr<const rules::RuleSet> rules;
  std::shared_ptr<const rules::MovedSet> moved = std::make_shared<const rules::MovedSet>();
  CorporaCache corpora;
  std::shared_ptr<const PopularQueries> popular = std::make_shared<const PopularQueries>();
  FoundCache found;

  // Spares the first query in each language of the documents the making of its table.
  void PrepareSynonyms() const {
    for (const segment::LiveSegment& live : segments) synonyms->Prepare(live.segment().meta().lang);
  }
};

// Holds the newest view. A reader copies the pointer once for each query and keeps its view as long as it likes.
// Threads: all methods may run concurrently. The lock is held for the copy of a pointer alone; std::atomic<std::shared_ptr>
// is not faster and GCC 12's ThreadSanitizer reports it.
class ViewHolder {
 public:
  explicit ViewHolder(std::shared_ptr<const View> view) : view_(std::move(view)) {}

  std::shared_ptr<const View> Get() const {
    std::lock_guard lock(mutex_);
    return view_;
  }
  void Publish(std::shared_ptr<const View> view) {
    std::lock_guard lock(mutex_);
    view_.swap(view);
    // The old view, if nobody reads it, is destroyed after the lock: `view` outlives it.
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const View> view_;
};

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_VIEW_H_
