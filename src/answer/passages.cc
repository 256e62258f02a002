// SPDX-License-Identifier: Apache-2.0
#include "answer/passages.h"

#include <algorithm>

#include "base/limits.h"
#include "base/strings.h"
#include "highlight/text_blocks.h"

namespace signpost::answer {
namespace {

constexpr std::size_t kMostSentences = 3;         // of one passage
constexpr std::size_t kMostParagraphBytes = 450;  // of several sentences
constexpr std::size_t kMostLeadBytes = 200;       // of a line that introduces a list

using highlight::TextBlock;

// The ends of the sentences in text[begin, end).
std::vector<std::uint32_t> SentenceEnds(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::string_view rest = text.substr(i, end - i);
    std::uint32_t size = 0;
    if (rest.starts_with("。") || rest.starts_with("！") || rest.starts_with("？")) {
      size = 3;
    } else if ((rest[0] == '.' || rest[0] == '!' || rest[0] == '?') && rest.size() > 1 && rest[1] == ' ') {
      size = 1;
    }
    if (size == 0) continue;
    out.push_back(i + size);
    i += size - 1;
  }
  if (out.empty() || out.back() < end) out.push_back(end);
  return out;
}

class Finder {
 public:
  Finder(std::string_view text, std::string_view lines) : text_(text) {
    blocks_.Open(text, lines.empty() ? std::string_view("\0", 1) : lines);
  }

  std::vector<Passage> Find() {
    const std::vector<TextBlock>& blocks = blocks_.all();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      switch (blocks[i].kind) {
        case LineKind::kHeaderRow:
          header_ = blocks[i];
          break;
        case LineKind::kRow:
          AddRow(blocks[i]);
          break;
        case LineKind::kStep:
        case LineKind::kBullet:
          i = AddList(i);
          break;
        case LineKind::kCode:  // says nothing without the line before it
          if (i > 0 && Introduces(blocks[i - 1])) Add({.begin = blocks[i - 1].begin, .end = blocks[i].end});
          break;
        default:
          if (i + 1 == blocks.size() || !Introduces(blocks[i])) AddSentences(blocks[i]);
          break;
      }
      if (blocks[i].kind != LineKind::kHeaderRow && blocks[i].kind != LineKind::kRow) header_ = {};
    }
    return std::move(out_);
  }

 private:
  void Add(const Passage& passage) {
    const std::size_t bytes = passage.end - passage.begin + (passage.header_end - passage.header_begin);
    if (passage.begin < passage.end && bytes <= limits::kMaxAnswerBytes) out_.push_back(passage);
  }

  // True for a line that says what comes below it.
  bool Introduces(const TextBlock& block) const {
    const std::string_view line = text_.substr(block.begin, block.end - block.begin);
    return line.size() <= kMostLeadBytes && (line.ends_with(':') || line.ends_with("："));
  }

  void AddRow(const TextBlock& row) {
    Add({.kind = AnswerKind::kTableRow,
         .begin = row.begin,
         .end = row.end,
         .header_begin = header_.begin,
         .header_end = header_.end});
  }

  // Adds the list that begins with block `i`, its line of introduction and the items; returns its last block.
  std::size_t AddList(std::size_t i) {
    const std::vector<TextBlock>& blocks = blocks_.all();
    std::size_t last = i;
    while (last + 1 < blocks.size() && blocks[last + 1].kind == blocks[i].kind) ++last;
    const bool steps = blocks[i].kind == LineKind::kStep;
    const bool led = i > 0 && blocks[i - 1].kind == LineKind::kText && Introduces(blocks[i - 1]);
    Add({.kind = steps ? AnswerKind::kSteps : AnswerKind::kList,
         .begin = blocks[led ? i - 1 : i].begin,
         .end = blocks[last].end});
    for (std::size_t item = i; item <= last; ++item) {
      Add({.kind = AnswerKind::kText, .begin = blocks[item].begin, .end = blocks[item].end});
    }
    return last;
  }

  // A sentence, or several in a row.
  void AddSentences(const TextBlock& block) {
    const std::vector<std::uint32_t> ends = SentenceEnds(text_, block.begin, block.end);
    std::uint32_t begin = block.begin;
    for (std::size_t first = 0; first < ends.size(); ++first) {
      for (std::size_t last = first; last < std::min(ends.size(), first + kMostSentences); ++last) {
        if (last > first && ends[last] - begin > kMostParagraphBytes) break;
        Add({.kind = AnswerKind::kText, .begin = begin, .end = ends[last]});
      }
      begin = ends[first];
      while (begin < block.end && text_[begin] == ' ') ++begin;
    }
  }

  std::string_view text_;
  highlight::TextBlocks blocks_;
  TextBlock header_;
  std::vector<Passage> out_;
};

}  // namespace

std::vector<Passage> FindPassages(std::string_view text, std::string_view lines) { return Finder(text, lines).Find(); }

std::string TextOf(const Passage& passage, std::string_view section_text) {
  const std::string_view text = section_text.substr(passage.begin, passage.end - passage.begin);
  if (passage.header_begin == passage.header_end) return std::string(text);
  return StrCat(section_text.substr(passage.header_begin, passage.header_end - passage.header_begin), "\n", text);
}

}  // namespace signpost::answer
