// SPDX-License-Identifier: Apache-2.0
// stem_class.h — the name of a term's stem class: what its other forms and its other spellings share.
//
// Steps:    words typed without the language's letters get them back where the vowels tell (Turkish); the pack's
//           rewrites of words, places and endings; the stemmer; the pack's rewrites of stem endings; the letters that
//           the language keeps are folded (año and ano are two terms of one class).
// Cost:     linear in the term, and the stemmer's: half a microsecond.
#ifndef SIGNPOST_TEXT_STEM_CLASS_H_
#define SIGNPOST_TEXT_STEM_CLASS_H_

#include <string>
#include <string_view>

#include "text/language_pack.h"

namespace signpost::text {

// Returns the name of the class, or the term itself when nothing of the pack applies to it. REQUIRES: `term` is
// well-formed UTF-8, as AppendTerm gives it.
std::string StemClass(const LanguagePack& pack, std::string_view term);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_STEM_CLASS_H_
