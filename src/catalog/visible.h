// SPDX-License-Identifier: Apache-2.0
// visible.h — which part of a view a request may see and asks for: one corpus for each language.
#ifndef SIGNPOST_CATALOG_VISIBLE_H_
#define SIGNPOST_CATALOG_VISIBLE_H_

#include <memory>

#include <signpost/audience.h>
#include <signpost/search.h>

#include "index/corpora.h"
#include "index/view.h"

namespace signpost::catalog {

// Returns the corpora of a request. A segment is open when its documents are for everybody or one of its audiences is among
// the caller's, and when its language is in the request's chain of languages. Of an article's translations those in the
// nearest language alone are there: the corpora are as if the others had been removed.
std::shared_ptr<const index::Corpora> OpenCorpora(const index::View& view, const Audience& audience,
                                                  const SearchRequest& request);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_VISIBLE_H_
