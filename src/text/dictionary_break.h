// SPDX-License-Identifier: Apache-2.0
// dictionary_break.h — words of scripts without spaces whose characters are not words: Thai, Lao, Khmer, Myanmar.
#ifndef SIGNPOST_TEXT_DICTIONARY_BREAK_H_
#define SIGNPOST_TEXT_DICTIONARY_BREAK_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace signpost::text {

// Fills `*ends` with the ends of the pieces that ICU's dictionaries cut `run` into, ascending, the last one run.size().
// Without a dictionary the run is one piece. REQUIRES: `run` is not empty, well formed and below 2 GB.
void BreakByDictionary(std::string_view run, std::vector<std::uint32_t>* ends);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_DICTIONARY_BREAK_H_
