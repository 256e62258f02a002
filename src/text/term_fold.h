// SPDX-License-Identifier: Apache-2.0
// term_fold.h — how a piece of text reads as a term: compatibility forms, case, accents and the like folded away.
//
// Steps:    NFKC with case folding (which also drops soft hyphens and other ignorable characters), accents off except
//           on the language's own letters, letters that Unicode does not decompose (ø, ł, ı), digits to ASCII,
//           typographic apostrophes to ', small kana to full size, traditional Chinese to simplified, white space and
//           tatweel out, NFC.
// Which marks fall: those of Latin, Greek, Cyrillic, Arabic and Hebrew. Where marks are vowels or make another letter
//           (Thai, Devanagari, kana) they stay.
// Cost:     linear; ASCII and most precomposed letters without a call to ICU.
#ifndef SIGNPOST_TEXT_TERM_FOLD_H_
#define SIGNPOST_TEXT_TERM_FOLD_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "text/language_pack.h"
#include "text/text_path.h"

namespace signpost::text {

// Appends the term that `slice` gives to `*out`, cut at a code point to limits::kMaxTermBytes. May append nothing.
// REQUIRES: `slice` is well-formed UTF-8.
void AppendTerm(const LanguagePack& pack, std::string_view slice, std::string* out, TextPath path = TextPath::kFast);

// Returns how many bytes of `term` stay when it is cut at a code point to limits::kMaxTermBytes.
std::size_t CutSize(std::string_view term);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_TERM_FOLD_H_
