// SPDX-License-Identifier: Apache-2.0
// inner_parts.h — the pieces that readers see within one unit: Skip and Bridge in SkipBridge, INS and 114 in INS114,
// 80070005 in 0x80070005.
//
// Sure:     only where ASCII leaves no doubt. Each piece of a CamelCase word has two letters or more (iPhone, eBay and
//           VMware stay whole, and so do the plurals of acronyms: URLs), capitals alone are one piece, and letters and
//           digits change over only once (1Z999AA1 stays whole).
// Terms:    the term of a piece has kPieceMark before it, so that Office is found in LibreOffice at a cost, and is no
//           commoner a word for it.
// Threads:  pure functions.
// Cost:     linear in a word of at most limits::kMaxTermBytes; longer ones have no pieces.
#ifndef SIGNPOST_TEXT_INNER_PARTS_H_
#define SIGNPOST_TEXT_INNER_PARTS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/limits.h"

namespace signpost::text {

constexpr char kPieceMark = '~';  // no other term holds it

struct InnerParts {
  struct Range {
    std::uint8_t begin = 0;
    std::uint8_t end = 0;
  };

  std::size_t count = 0;
  std::array<Range, limits::kMaxInnerParts> ranges;  // ascending; only the first `count` mean something
};

// Returns the pieces of `word`, none when it is one piece or more than limits::kMaxInnerParts.
InnerParts FindInnerParts(std::string_view word);

// True when `term` is `word` in small letters. ASCII only; anything else differs.
bool IsInSmallLetters(std::string_view word, std::string_view term);

// Returns the piece of `word` whose term, with its mark, is `term`, or all of `word` when none is.
std::string_view InnerPartOf(std::string_view word, std::string_view term);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_INNER_PARTS_H_
