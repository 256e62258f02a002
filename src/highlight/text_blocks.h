// SPDX-License-Identifier: Apache-2.0
// text_blocks.h — where a reader would begin and end a quotation: sentences, clauses, and the blocks of a section (a step, a
// table row, code), which are kept whole.
//
// Threads:  TextBlocks: one thread an object.
// Cost:     Open is linear in a text that has blocks, nothing for any other.
#ifndef SIGNPOST_HIGHLIGHT_TEXT_BLOCKS_H_
#define SIGNPOST_HIGHLIGHT_TEXT_BLOCKS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include <signpost/document.h>

namespace signpost::highlight {

// True when a sentence, a line or a list item ends in what stands between two words.
bool EndsSentence(std::string_view gap);
// True when a part of a sentence does: behind , ; : or a dash.
bool EndsClause(std::string_view gap);

// How many bytes at the end of `gap` belong to the word behind it: opening quotes and brackets, ¿ and ¡.
std::size_t OpeningBytes(std::string_view gap);
// How many bytes at its beginning belong to the word before it: closing punctuation, and the space behind the end of a
// sentence.
std::size_t ClosingBytes(std::string_view gap);

// A run of lines, without the line break at its end.
struct TextBlock {
  std::uint32_t begin = 0;  // bytes [begin, end) of the text
  std::uint32_t end = 0;
  LineKind kind = LineKind::kText;
};

class TextBlocks {
 public:
  // Takes up a section's text; `kinds` as StoredSection::lines.
  void Open(std::string_view text, std::string_view kinds);

  bool empty() const { return blocks_.empty(); }  // the text has paragraphs alone
  // All blocks in order, a paragraph each of its own; none when the text has paragraphs alone.
  const std::vector<TextBlock>& all() const { return blocks_; }
  // The block that holds a byte. REQUIRES: not empty().
  const TextBlock& At(std::uint32_t byte) const;

 private:
  std::vector<TextBlock> blocks_;
};

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_TEXT_BLOCKS_H_
