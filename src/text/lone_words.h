// SPDX-License-Identifier: Apache-2.0
// lone_words.h — the short cut for what most text is made of: words of ASCII letters with nothing beside them that
// could make them part of more.
//
// Why:      16 bytes are looked at together, and nothing is asked that only other words need. What comes out is what
//           the tokenizer makes of them, which a test holds over all corpora.
// Not here: words of more than 15 letters, perhaps CamelCase, or in the last bytes of a text: the tokenizer's.
#ifndef SIGNPOST_TEXT_LONE_WORDS_H_
#define SIGNPOST_TEXT_LONE_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/analyzer.h"

namespace signpost::text {

// What joins the parts of an identifier when it touches both; forms beyond ASCII fold to these.
constexpr std::string_view kSeparators = "-._/:#@+";

// What a byte beside a word of ASCII letters means to it.
enum class Beside : std::uint8_t {
  kWord,       // a letter or digit, or beyond ASCII: may be of the same word
  kGap,        // the word ends or begins there, and is joined to nothing beyond
  kSeparator,  // or an apostrophe: joins it to what touches the other side
};

inline constexpr std::array<Beside, 256> kBeside = [] {
  std::array<Beside, 256> table{};
  for (int c = 0; c < 0x80; ++c) {
    const int lower = c | 0x20;
    const bool word = (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z');
    table[c] = word ? Beside::kWord : Beside::kGap;
  }
  for (const char c : kSeparators) table[c] = Beside::kSeparator;
  table['\''] = Beside::kSeparator;
  return table;
}();

inline Beside BesideOf(char c) { return kBeside[static_cast<unsigned char>(c)]; }

// Which words are taken: those in small letters, or with capitals that fold by ASCII too.
enum class LoneCase : std::uint8_t { kSmall, kBoth };

// Appends the words from `begin` on that stand alone, and returns where the first thing else begins: `begin` when it is
// there. REQUIRES: nothing or a gap before `begin`; no token of a unit before it is still to come.
std::size_t AppendLoneWords(std::string_view text, std::size_t begin, LoneCase lone_case, TokenList* out);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_LONE_WORDS_H_
