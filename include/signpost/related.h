// SPDX-License-Identifier: Apache-2.0
// related.h — articles that are near one article, and pairs of articles that say the same.
//
// Sees:     what `audience` may see; hidden articles change neither lists nor scores.
// Holds:    plain data. Threads: plain value types.
// Example:
//   absl::StatusOr<signpost::RelatedResponse> near = index.Related(signpost::Audience::Public(), {.object_id = "track-your-order"});
//   absl::StatusOr<signpost::NearDuplicatesResponse> same = index.NearDuplicates(signpost::Audience::Public(), {.threshold = 0.8});
#ifndef SIGNPOST_RELATED_H_
#define SIGNPOST_RELATED_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <signpost/document.h>

namespace signpost::inline v0 {

struct RelatedRequest {
  std::string object_id;
  std::string lang;  // as in SearchRequest: the article is taken in the nearest language, and so are those near it
  int limit = 5;     // 1..100
  std::vector<std::string> attributes_to_retrieve = {"*", "-body"};  // as in SearchRequest
};

struct RelatedArticle {
  Document document;
  // The share of what makes the article special that this one has too, 0..1: of its 32 words with the highest frequency times rarity,
  // the sum of both in this article beside that in the article itself. 1: all of them as often.
  double score = 0;
};

struct RelatedResponse {
  std::string lang;                      // in which the article was taken, lower case
  std::vector<RelatedArticle> articles;  // highest score first, then object_id
  std::int64_t processing_time_us = 0;   // wall-clock microseconds
};

struct NearDuplicatesRequest {
  double threshold = 0.8;  // 0.3..1: the least similarity
  std::string lang;        // as in SearchRequest; only articles in one language are compared with each other
  int limit = 100;         // pairs, 1..10,000
};

// Two articles of one language.
struct NearDuplicate {
  std::string object_id;        // stands before `other` in byte order
  std::string other_object_id;
  std::string lang;
  std::string title;
  std::string other_title;
  // Resemblance (Broder 1997): of the runs of three words that stand in either article, the share that stands in both; in Chinese and
  // Japanese of three characters.
  double similarity = 0;

  bool operator==(const NearDuplicate&) const = default;
};

struct NearDuplicatesResponse {
  std::vector<NearDuplicate> pairs;  // highest similarity first, then by object_ids
  std::size_t pair_count = 0;        // beyond the limit too
  bool cut = false;                  // limits::kMaxDuplicateChecks was reached: there may be more pairs
  std::int64_t processing_time_us = 0;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_RELATED_H_
