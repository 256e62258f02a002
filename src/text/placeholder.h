// SPDX-License-Identifier: Apache-2.0
// placeholder.h — `<street>` in a text: a name that stands for many words, which the owner lists.
//
// Form:     `<`, ASCII letters, digits, `_` or `-`, at most limits::kMaxPlaceholderBytes of them, and `>`.
// Term:     kPieceMark (inner_parts.h) and the placeholder in small letters. The words in it are tokens too, so a text
//           about <title> is found by title.
// Threads:  pure functions.
// Cost:     linear in the text.
#ifndef SIGNPOST_TEXT_PLACEHOLDER_H_
#define SIGNPOST_TEXT_PLACEHOLDER_H_

#include <string>
#include <string_view>

#include "text/analyzer.h"

namespace signpost::text {

// Returns the term of a placeholder; empty when `text` is none.
std::string PlaceholderTerm(std::string_view text);

// True for a term that PlaceholderTerm returns.
bool IsPlaceholderTerm(std::string_view term);

// Adds a token of kind kInner for each placeholder of `text`, which `tokens` are of. One without a unit has none.
void AddPlaceholders(std::string_view text, TokenList* tokens);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_PLACEHOLDER_H_
