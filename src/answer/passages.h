// SPDX-License-Identifier: Apache-2.0
// passages.h — what of a section can stand alone as an answer: a few sentences, a list of steps, a list, a table row with the
// names of its columns.
//
// Threads:  pure functions.
// Cost:     linear in the text.
#ifndef SIGNPOST_ANSWER_PASSAGES_H_
#define SIGNPOST_ANSWER_PASSAGES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/search.h>

namespace signpost::answer {

struct Passage {
  AnswerKind kind = AnswerKind::kText;
  std::uint32_t begin = 0;  // bytes [begin, end) of the section's text
  std::uint32_t end = 0;
  std::uint32_t header_begin = 0;  // of a table row: the row that names its columns; empty when there is none
  std::uint32_t header_end = 0;
};

// Returns the passages of a section of at most limits::kMaxAnswerBytes, in the order of the text; those of one paragraph
// overlap. `lines` as StoredSection::lines.
std::vector<Passage> FindPassages(std::string_view text, std::string_view lines);

// Returns what a reader gets: the bytes of the passage, below its header.
std::string TextOf(const Passage& passage, std::string_view section_text);

}  // namespace signpost::answer

#endif  // SIGNPOST_ANSWER_PASSAGES_H_
