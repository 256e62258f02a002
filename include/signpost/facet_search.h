// SPDX-License-Identifier: Apache-2.0
// facet_search.h — a search in the values of one facet, for those that have too many to be listed.
//
// Finds:    values in which each typed word begins a word, as typed or with a typo (SearchRequest::typo_tolerance and the settings
//           say which). Typed in full and half alike: `ap` finds Apple and Red Apple, and not Snap.
// Holds:    plain data. A response owns everything in it.
// Threads:  plain value types.
// Example:  index.SearchFacetValues(Audience::Public(), {.search = {.query = "boots"}, .facet = "brand", .query = "fer"});
#ifndef SIGNPOST_FACET_SEARCH_H_
#define SIGNPOST_FACET_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <signpost/search.h>

namespace signpost::inline v0 {

struct FacetSearchRequest {
  SearchRequest
      search;  // counts are of its hits; its highlight options mark the values. What it says of pages does nothing
  std::string facet;  // an attribute for faceting that is searchable
  std::string query;  // what was typed; at most 512 bytes. Empty: all values
  int max_hits = 10;  // 1..100
};

struct FacetHit {
  std::string value;
  std::string highlighted;  // the value with tags around what matched
  std::size_t count = 0;    // hits that have it

  bool operator==(const FacetHit&) const = default;
};

struct FacetSearchResponse {
  std::vector<FacetHit> hits;           // fewest typos first, then most hits, then by text
  bool exhaustive = true;               // false: rarer values were not looked at
  std::int64_t processing_time_us = 0;  // wall-clock microseconds
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_FACET_SEARCH_H_
