// SPDX-License-Identifier: Apache-2.0
// visible.h — which part of a view a request may see and asks for: one corpus for each language.
#ifndef SIGNPOST_CATALOG_VISIBLE_H_
#define SIGNPOST_CATALOG_VISIBLE_H_

#include <vector>

#include <signpost/audience.h>
#include <signpost/search.h>

#include "index/view.h"
#include "segment/corpus.h"

namespace signpost::catalog {

// Returns the corpora of a request, by language. A segment is open when its documents are for everybody or one of
// its audiences is among the caller's, and when its language is the one asked for.
std::vector<segment::Corpus> OpenCorpora(const index::View& view, const Audience& audience,
                                         const SearchRequest& request);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_VISIBLE_H_
