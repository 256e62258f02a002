// SPDX-License-Identifier: Apache-2.0
// slug.h — the anchors that publishers of Markdown give to headings, so that a link to a section works there.
//
// Rule:     as GitHub does it: lower case; letters, marks, digits, '_' and '-' of every script stay; a space becomes
//           '-'; anything else goes; a slug that was there before gets -1, -2, ...
// Example:  "What's new in 2.0?" -> whats-new-in-20
#ifndef SIGNPOST_INGEST_SLUG_H_
#define SIGNPOST_INGEST_SLUG_H_

#include <string>
#include <string_view>

#include "base/strings.h"

namespace signpost::ingest {

// Returns the slug of `heading`; empty when nothing of it stays.
std::string Slug(std::string_view heading);

// The anchors of one document.
class AnchorSet {
 public:
  // Returns an anchor for `heading` that is not empty and was not given out before.
  std::string Make(std::string_view heading);
  // Notes an anchor that the author chose.
  void Reserve(std::string_view anchor) { used_.emplace(std::string(anchor), 0); }

 private:
  StringMap<int> used_;  // anchor -> the number that its last double got
};

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_SLUG_H_
