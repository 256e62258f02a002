// SPDX-License-Identifier: Apache-2.0
// query_edit.h — a query with some of its words taken out or replaced.
#ifndef SIGNPOST_RULES_QUERY_EDIT_H_
#define SIGNPOST_RULES_QUERY_EDIT_H_

#include <string>
#include <string_view>

#include "text/analyzer.h"

namespace signpost::rules {

// Returns `query` with `replacement` wherever `words` stand side by side, left to right, compared as patterns compare. White space
// around what is taken out becomes one blank. Without words, or when they stand nowhere, the query as it is.
// Cost: linear in the query times the words.
std::string WithEdit(std::string_view query, std::string_view words, std::string_view replacement,
                     const text::Analyzer& analyzer);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_QUERY_EDIT_H_
