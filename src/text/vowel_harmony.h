// SPDX-License-Identifier: Apache-2.0
// vowel_harmony.h — the vowels of a word that was typed on a keyboard without the letters of its language.
//
// Cost:     linear in the term, but for its first vowel.
// Example:  RestoreVowels(turkish, "kapilarin") is "kapıların", RestoreVowels(turkish, "urunler") is "ürünler".
#ifndef SIGNPOST_TEXT_VOWEL_HARMONY_H_
#define SIGNPOST_TEXT_VOWEL_HARMONY_H_

#include <string>
#include <string_view>

#include "text/language_pack.h"

namespace signpost::text {

// Returns `term` with each vowel on the side of the one before it, back or front; the first vowel on that of the first
// one that has no partner to be mistaken for. A term without such a vowel stays. REQUIRES: `term` is ASCII.
std::string RestoreVowels(const VowelHarmony& harmony, std::string_view term);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_VOWEL_HARMONY_H_
