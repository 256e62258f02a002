// SPDX-License-Identifier: Apache-2.0
#include "index/change.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include <absl/container/flat_hash_set.h>

#include "base/limits.h"
#include "base/status.h"
#include "index/document_load.h"
#include "segment/segment_builder.h"
#include "segment/stored_document.h"
#include "text/language_pack.h"

namespace signpost::index {
namespace {

using segment::LiveSegment;

// Marks documents of a view as removed, segment by segment.
class Removal {
 public:
  explicit Removal(const View& view) : view_(view), docs_(view.segments.size()) {}

  // Marks the live documents of an object_id; in one language, or in all when `lang` is null.
  void Mark(std::string_view object_id, const std::string* lang) {
    for (std::size_t s = 0; s < view_.segments.size(); ++s) {
      const LiveSegment& live = view_.segments[s];
      if (lang != nullptr && live.segment().meta().lang != *lang) continue;
      for (DocId doc : live.segment().Find(object_id)) {
        if (live.IsLive(doc) && docs_[s].insert(Raw(doc)).second) ++count_;
      }
    }
  }

  std::size_t count() const { return count_; }

  // Returns the segments without what was marked; those with nothing left are gone.
  std::vector<LiveSegment> Apply() const {
    std::vector<LiveSegment> out;
    for (std::size_t s = 0; s < docs_.size(); ++s) {
      std::vector<DocId> docs;
      for (std::uint32_t doc : docs_[s]) docs.push_back(DocId{doc});
      LiveSegment live = docs.empty() ? view_.segments[s] : view_.segments[s].Without(docs);
      if (live.live_count() > 0) out.push_back(std::move(live));
    }
    return out;
  }

 private:
  const View& view_;
  std::vector<absl::flat_hash_set<std::uint32_t>> docs_;  // by segment
  std::size_t count_ = 0;
};

// Builds one segment of the live documents of several. All have one partition.
absl::StatusOr<LiveSegment> Merge(const std::vector<LiveSegment>& segments, const Settings& settings) {
  const segment::Meta& meta = segments.front().segment().meta();
  segment::SegmentBuilder builder(settings, meta.lang, meta.audiences);
  segment::StoredBuffer buffer;
  for (const LiveSegment& live : segments) {
    for (std::uint32_t d = 0; d < live.segment().doc_count(); ++d) {
      if (!live.IsLive(DocId{d})) continue;
      Document document = ToDocument(live.segment().Stored(DocId{d}, &buffer), true);
      live.segment().ApplyChanges(DocId{d}, &document);
      builder.Add(document);
    }
  }
  SIGNPOST_ASSIGN_OR_RETURN(auto merged, BuildSegment(std::move(builder)));
  return LiveSegment(std::move(merged));
}

// Merges the smallest segments of each partition that has more than limits::kMaxSegmentsPerPartition, and any of which more
// than half is removed or changed. Sizes at least double from segment to segment then, so a document is copied O(log n) times.
absl::Status MergeSmall(const Settings& settings, std::vector<LiveSegment>* segments) {
  std::map<Partition, std::vector<LiveSegment>> partitions;
  for (LiveSegment& live : *segments) {
    const segment::Meta& meta = live.segment().meta();
    partitions[{meta.lang, meta.audiences}].push_back(std::move(live));
  }
  segments->clear();
  for (auto& [partition, members] : partitions) {
    std::stable_sort(members.begin(), members.end(),
                     [](const LiveSegment& a, const LiveSegment& b) { return a.live_count() > b.live_count(); });
    std::size_t kept = members.size();  // those from here on are merged
    if (members.size() > limits::kMaxSegmentsPerPartition) {
      std::uint64_t merged = members[--kept].live_count();
      while (kept > 0 && (members[kept - 1].live_count() <= 2 * merged)) merged += members[--kept].live_count();
      if (kept + 1 == members.size()) --kept;  // one alone makes no fewer
    }
    std::vector<LiveSegment> small(members.begin() + static_cast<std::ptrdiff_t>(kept), members.end());
    for (std::size_t i = 0; i < kept; ++i) {
      const auto* changes = members[i].segment().changes();
      const std::size_t gone = members[i].segment().doc_count() - members[i].live_count();
      const bool mostly_other =
          2 * (gone + (changes == nullptr ? 0 : changes->attributes.size())) > members[i].segment().doc_count();
      (mostly_other ? small : *segments).push_back(members[i]);
    }
    if (small.empty()) continue;
    SIGNPOST_ASSIGN_OR_RETURN(LiveSegment merged, Merge(small, settings));
    segments->push_back(std::move(merged));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<View> WithDocuments(const View& view, const std::vector<Document>& documents) {
  DocumentLoad load(*view.settings);
  Removal removal(view);
  for (const Document& document : documents) {
    SIGNPOST_RETURN_IF_ERROR(load.Add(document));
    const std::string lang = DocumentLanguage(document, *view.settings);
    removal.Mark(document.object_id, &lang);
  }
  SIGNPOST_ASSIGN_OR_RETURN(auto added, std::move(load).Build());
  View out = view;
  out.segments = removal.Apply();
  for (auto& segment : added) out.segments.emplace_back(std::move(segment));
  SIGNPOST_RETURN_IF_ERROR(MergeSmall(*view.settings, &out.segments));
  return out;
}

absl::StatusOr<View> WithoutDocuments(const View& view, const std::vector<std::string>& object_ids,
                                      std::size_t* removed) {
  Removal removal(view);
  for (const std::string& object_id : object_ids) removal.Mark(object_id, nullptr);
  *removed = removal.count();
  View out = view;
  out.segments = removal.Apply();
  SIGNPOST_RETURN_IF_ERROR(MergeSmall(*view.settings, &out.segments));
  return out;
}

}  // namespace signpost::index
