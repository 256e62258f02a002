// SPDX-License-Identifier: Apache-2.0
#include "catalog/near_duplicates.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/status.h"
#include "catalog/attribute_selection.h"
#include "catalog/set_join.h"
#include "catalog/shingles.h"
#include "catalog/visible.h"
#include "segment/corpus.h"

namespace signpost::catalog {
namespace {

absl::Status Validate(const NearDuplicatesRequest& request) {
  if (!(request.threshold >= limits::kMinDuplicateThreshold && request.threshold <= 1)) {
    return InvalidArgument("finding duplicates: threshold is ", request.threshold, ", expected ",
                           limits::kMinDuplicateThreshold, " to 1");
  }
  if (request.limit < 1 || request.limit > limits::kMaxDuplicatePairs) {
    return InvalidArgument("finding duplicates: limit is ", request.limit, ", expected 1 to ",
                           limits::kMaxDuplicatePairs);
  }
  return absl::OkStatus();
}

// The live documents of one language, numbered by object_id, so that pairs do not depend on segments.
class Articles {
 public:
  explicit Articles(const segment::Corpus& corpus) : corpus_(corpus) {
    for (std::uint32_t s = 0; s < corpus.segments().size(); ++s) {
      const segment::LiveSegment& live = corpus.segments()[s];
      shinglers_.emplace_back(live.segment());
      for (std::uint32_t d = 0; d < live.segment().doc_count(); ++d) {
        if (live.IsLive(DocId{d})) places_.emplace_back(s, DocId{d});
      }
    }
    std::sort(places_.begin(), places_.end(), [this](const Place& a, const Place& b) { return Id(a) < Id(b); });
  }

  std::uint32_t count() const { return static_cast<std::uint32_t>(places_.size()); }
  void Read(std::uint32_t number, std::vector<std::uint64_t>* out) {
    shinglers_[places_[number].first].Read(places_[number].second, out);
  }
  std::string ObjectId(std::uint32_t number) const { return std::string(Id(places_[number])); }
  std::string Title(std::uint32_t number, segment::StoredBuffer* buffer) const {
    const auto& [s, doc] = places_[number];
    return std::string(corpus_.segments()[s].segment().Stored(doc, buffer).title);
  }

 private:
  using Place = std::pair<std::uint32_t, DocId>;  // segment and document
  std::string_view Id(const Place& place) const {
    return corpus_.segments()[place.first].segment().ObjectId(place.second);
  }

  const segment::Corpus& corpus_;
  std::vector<Shingler> shinglers_;  // by segment
  std::vector<Place> places_;
};

}  // namespace

absl::StatusOr<NearDuplicatesResponse> NearDuplicates(const index::View& view, const Audience& audience,
                                                      const NearDuplicatesRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SIGNPOST_RETURN_IF_ERROR(Validate(request));
  const std::shared_ptr<const index::Corpora> corpora = OpenCorpora(view, audience, {.lang = request.lang});
  const bool titles = AttributeSelection({"*"}, view.settings->unretrievable_attributes).Has("title");
  NearDuplicatesResponse response;
  segment::StoredBuffer buffer;
  for (const segment::Corpus& corpus : corpora->list) {
    Articles articles(corpus);
    JoinedSets joined = JoinSets(articles.count(), request.threshold, limits::kMaxDuplicateChecks,
                                 [&](std::uint32_t i, std::vector<std::uint64_t>* out) { articles.Read(i, out); });
    response.cut |= joined.cut;
    response.pair_count += joined.pairs.size();
    // Of each language only what may be shown is read.
    std::stable_sort(joined.pairs.begin(), joined.pairs.end(), [](const SimilarPair& a, const SimilarPair& b) {
      return std::tuple(-a.similarity, a.first, a.second) < std::tuple(-b.similarity, b.first, b.second);
    });
    if (joined.pairs.size() > static_cast<std::size_t>(request.limit)) joined.pairs.resize(static_cast<std::size_t>(request.limit));
    for (const SimilarPair& pair : joined.pairs) {
      response.pairs.push_back({.object_id = articles.ObjectId(pair.first),
                                .other_object_id = articles.ObjectId(pair.second),
                                .lang = corpus.lang(),
                                .title = titles ? articles.Title(pair.first, &buffer) : "",
                                .other_title = titles ? articles.Title(pair.second, &buffer) : "",
                                .similarity = pair.similarity});
    }
  }
  std::sort(response.pairs.begin(), response.pairs.end(), [](const NearDuplicate& a, const NearDuplicate& b) {
    return std::tie(b.similarity, a.object_id, a.other_object_id, a.lang) <
           std::tie(a.similarity, b.object_id, b.other_object_id, b.lang);
  });
  if (response.pairs.size() > static_cast<std::size_t>(request.limit)) response.pairs.resize(static_cast<std::size_t>(request.limit));
  response.processing_time_us =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  return response;
}

}  // namespace signpost::catalog
