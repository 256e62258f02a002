// SPDX-License-Identifier: Apache-2.0
// grapheme.h — what a reader takes for one character, by UAX #29 (extended grapheme clusters): a letter with its accents, the
// jamo of a Hangul syllable, a family of emoji.
//
// Threads:  pure functions.
// Cost:     an ICU look-up or two a code point; one comparison for ASCII.
#ifndef SIGNPOST_TEXT_GRAPHEME_H_
#define SIGNPOST_TEXT_GRAPHEME_H_

#include <cstddef>
#include <string_view>

namespace signpost::text {

// Returns where the cluster that begins at `begin` ends. REQUIRES: `begin` is a boundary and < text.size().
std::size_t GraphemeEnd(std::string_view text, std::size_t begin);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_GRAPHEME_H_
