// SPDX-License-Identifier: Apache-2.0
// word_break.h — word boundaries by UAX #29 (Unicode's default rules WB1 to WB999, no tailoring), over UTF-8.
//
// Why:      ICU's break iterator gives the same boundaries, but wants UTF-16 or a UText, runs its own tailoring and
//           dictionaries, and is an order of magnitude slower on plain text.
// Cost:     linear: no byte is looked at more than three times.
// Not here: which segments are words, how they split further (tokenizer.h).
#ifndef SIGNPOST_TEXT_WORD_BREAK_H_
#define SIGNPOST_TEXT_WORD_BREAK_H_

#include <cstddef>
#include <string_view>

#include "text/char_class.h"
#include "text/text_path.h"

namespace signpost::text {

struct WordSegment {
  std::size_t end = 0;
  CharClass flags = 0;  // the flags of all its code points together; the Word_Break bits mean nothing
};

// Returns the segment that starts at `begin`. Boundaries need no memory of the segments before: the rules never look
// behind a boundary. REQUIRES: `begin` is a word boundary and < text.size().
WordSegment NextWordSegment(const CharTable& chars, std::string_view text, std::size_t begin,
                            TextPath path = TextPath::kFast);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_WORD_BREAK_H_
