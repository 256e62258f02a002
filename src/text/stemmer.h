// SPDX-License-Identifier: Apache-2.0
// stemmer.h — Snowball stems. Each thread has its own stemmers: those of libstemmer hold a buffer.
#ifndef SIGNPOST_TEXT_STEMMER_H_
#define SIGNPOST_TEXT_STEMMER_H_

#include <string>
#include <string_view>

namespace signpost::text {

// Returns the stem of `word` by libstemmer's `algorithm`, or the word itself when libstemmer does not know it.
// REQUIRES: `algorithm` is a string that lives for ever.
std::string SnowballStem(std::string_view algorithm, std::string_view word);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_STEMMER_H_
