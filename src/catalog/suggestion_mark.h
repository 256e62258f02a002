// SPDX-License-Identifier: Apache-2.0
// suggestion_mark.h — a suggestion with tags around what was not typed.
#ifndef SIGNPOST_CATALOG_SUGGESTION_MARK_H_
#define SIGNPOST_CATALOG_SUGGESTION_MARK_H_

#include <string>
#include <string_view>

#include <signpost/search.h>

#include "catalog/typed_query.h"
#include "text/analyzer.h"

namespace signpost::catalog {

// Marks the runs of `text` that hold no word typed; of a word typed in part, the rest. Spaces at the ends of a run are not marked.
std::string MarkUntyped(std::string_view text, const TypedQuery& typed, const text::Analyzer& analyzer,
                        const HighlightOptions& options);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_SUGGESTION_MARK_H_
