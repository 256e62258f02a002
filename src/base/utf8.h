// SPDX-License-Identifier: Apache-2.0
// utf8.h — the little of UTF-8 that modules below and beside text/ need. Normalising and segmenting are text/'s.
#ifndef SIGNPOST_BASE_UTF8_H_
#define SIGNPOST_BASE_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

constexpr std::size_t kValidUtf8 = static_cast<std::size_t>(-1);

// Returns the offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7), or kValidUtf8.
std::size_t FindInvalidUtf8(std::string_view s);

// Returns `s` with every maximal ill-formed part replaced by U+FFFD, and how many there were in `*replaced` if given.
std::string ReplaceInvalidUtf8(std::string_view s, std::size_t* replaced = nullptr);

// Returns the code point at `*i` and moves `*i` behind it. REQUIRES: *i < s.size(). Ill-formed bytes give U+FFFD, one
// for each maximal ill-formed part.
char32_t DecodeUtf8(std::string_view s, std::size_t* i);

void AppendUtf8(std::string* out, char32_t c);

// Appends the code points of `s` to a cleared `*out`.
void ToCodePoints(std::string_view s, std::u32string* out);

inline bool IsUtf8Continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace signpost

#endif  // SIGNPOST_BASE_UTF8_H_
