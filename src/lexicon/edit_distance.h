// SPDX-License-Identifier: Apache-2.0
// edit_distance.h — restricted Damerau-Levenshtein distance (optimal string alignment): the number of insertions,
// deletions, substitutions and transpositions of neighbours, no part being edited twice, over code points.
// By the table of Wagner and Fischer (1974) with the transposition of Boytsov (2011, section 2.2).
#ifndef SIGNPOST_LEXICON_EDIT_DISTANCE_H_
#define SIGNPOST_LEXICON_EDIT_DISTANCE_H_

#include <string_view>

namespace signpost::lexicon {

// Cost: O(|a| |b|). The definition that the look-up must equal, and what tells how far two words are apart.
int EditDistance(std::u32string_view a, std::u32string_view b);

// The smallest distance between `word` and any prefix of `term`.
int PrefixEditDistance(std::u32string_view word, std::u32string_view term);

}  // namespace signpost::lexicon

#endif  // SIGNPOST_LEXICON_EDIT_DISTANCE_H_
