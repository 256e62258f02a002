// SPDX-License-Identifier: Apache-2.0
// word_mark.h — which part of a word is marked: the typed beginning, the part of a compound, the piece of a code, or all of it.
//
// Threads:  pure functions.
// Cost:     constant for a whole word. The parts of words that are not ASCII are found by analysing beginnings of the one word.
#ifndef SIGNPOST_HIGHLIGHT_WORD_MARK_H_
#define SIGNPOST_HIGHLIGHT_WORD_MARK_H_

#include <string_view>

#include "highlight/context.h"
#include "query/plan.h"

namespace signpost::highlight {

// Returns the part of `word`, which begins as `alternative` says.
std::string_view TypedPart(std::string_view word, const query::Alternative& alternative, const Context& context);

// Returns the part of `word`, whose term is `compound`, that stands for the slot's word; all of it when none is found.
std::string_view CompoundPart(std::string_view word, std::string_view compound, const query::Slot& slot,
                              const Context& context);

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_WORD_MARK_H_
