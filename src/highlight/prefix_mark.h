// SPDX-License-Identifier: Apache-2.0
// prefix_mark.h — how much of a word is the beginning that was typed.
#ifndef SIGNPOST_HIGHLIGHT_PREFIX_MARK_H_
#define SIGNPOST_HIGHLIGHT_PREFIX_MARK_H_

#include <cstddef>
#include <string_view>

#include "text/analyzer.h"

namespace signpost::highlight {

// Returns the number of bytes of `word`, as it stands in the document, that fold to a term beginning with `prefix`: the
// fewest that cut no grapheme. word.size() when no part does.
std::size_t PrefixBytes(std::string_view word, std::string_view prefix, const text::Analyzer& analyzer);

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_PREFIX_MARK_H_
