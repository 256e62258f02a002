// SPDX-License-Identifier: Apache-2.0
#include "highlight/text_blocks.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "segment/stored_document.h"
#include "text/grapheme.h"

namespace signpost::highlight {
namespace {

using Signs = std::initializer_list<std::string_view>;

bool ContainsAny(std::string_view text, Signs signs) {
  return std::any_of(signs.begin(), signs.end(), [&](auto sign) { return text.find(sign) != std::string_view::npos; });
}

constexpr std::array<std::string_view, 20> kOpening = {"(", "[", "{", "\"", "'", "#",  "$",  "€",  "£",  "¿",
                                                       "¡", "“", "‘", "«",  "„", "「", "『", "（", "【", "《"};
constexpr std::array<std::string_view, 22> kClosing = {".", ",", ";", ":", "!", "?",  ")",  "]",  "}",  "\"", "'",
                                                       "%", "”", "’", "»", "…", "。", "！", "？", "，", "」", "）"};
constexpr std::string_view kCommonGap = " ";

}  // namespace

bool EndsSentence(std::string_view gap) {
  if (gap == kCommonGap) return false;
  if (gap.find('\n') != std::string_view::npos) return true;
  if (ContainsAny(gap, {"。", "！", "？"})) return true;
  const std::size_t stop = gap.find_first_of(".!?");
  return stop != std::string_view::npos && gap.find(' ', stop) != std::string_view::npos;
}

bool EndsClause(std::string_view gap) {
  if (gap == kCommonGap) return false;
  return ContainsAny(gap, {", ", "; ", ": ", "– ", "— ", "，", "；", "：", "、"});
}

std::size_t OpeningBytes(std::string_view gap) {
  std::size_t size = 0;
  while (size < gap.size()) {
    const std::string_view rest = gap.substr(0, gap.size() - size);
    const auto sign = std::find_if(kOpening.begin(), kOpening.end(), [&](auto s) { return rest.ends_with(s); });
    if (sign == kOpening.end()) break;
    size += sign->size();
  }
  return size;
}

std::size_t ClosingBytes(std::string_view gap) {
  std::size_t size = 0;
  while (size < gap.size()) {
    const std::string_view rest = gap.substr(size);
    const auto sign = std::find_if(kClosing.begin(), kClosing.end(), [&](auto s) { return rest.starts_with(s); });
    if (sign == kClosing.end() || text::GraphemeEnd(rest, 0) != sign->size()) break;
    size += sign->size();
  }
  const bool space = size < gap.size() && gap[size] == ' ';
  return space && EndsSentence(gap) ? size + 1 : size;
}

void TextBlocks::Open(std::string_view text, std::string_view kinds) {
  blocks_.clear();
  if (kinds.empty()) return;
  std::size_t line = 0;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    LineKind kind = line < kinds.size() ? segment::LineKindOf(kinds[line]) : LineKind::kText;
    if (kind == LineKind::kContinued && !blocks_.empty()) {
      blocks_.back().end = static_cast<std::uint32_t>(end);
    } else {
      if (kind == LineKind::kContinued) kind = LineKind::kText;
      blocks_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
    }
    begin = end + 1;
  }
}

const TextBlock& TextBlocks::At(std::uint32_t byte) const {
  const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), byte,
                                      [](std::uint32_t b, const TextBlock& block) { return b < block.begin; });
  return after == blocks_.begin() ? *after : *(after - 1);
}

}  // namespace signpost::highlight
