// SPDX-License-Identifier: Apache-2.0
#include "highlight/marked_text.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "highlight/byte_block.h"

namespace signpost::highlight {
namespace {

std::string_view Reference(char markup) {
  switch (markup) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

// Which of the bytes [at, at + kByteBlockBytes) of a text are markup, as bits. Those beyond the text are none.
unsigned MarkupAt(std::string_view text, std::size_t at) {
  if (at + kByteBlockBytes <= text.size()) return ByteBlock(text.data() + at).Markup();
  char last[kByteBlockBytes] = {};
  std::memcpy(last, text.data() + at, text.size() - at);
  return ByteBlock(last).Markup();
}

// Appends text[begin, end).
void AppendEscaped(std::string* out, std::string_view text, std::size_t begin, std::size_t end, Escape escape) {
  std::size_t done = begin;
  for (std::size_t at = begin; escape == Escape::kHtml && at < end; at += kByteBlockBytes) {
    for (unsigned markup = MarkupAt(text, at); markup != 0; markup &= markup - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(markup));
      if (place >= end) break;
      out->append(text.substr(done, place - done));
      out->append(Reference(text[place]));
      done = place + 1;
    }
  }
  out->append(text.substr(done, end - done));
}

}  // namespace

void Normalize(std::vector<Mark>* marks, std::size_t text_size) {
  std::erase_if(*marks, [&](const Mark& m) { return m.begin >= m.end || m.end > text_size; });
  std::sort(marks->begin(), marks->end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
  std::size_t kept = 0;
  for (const Mark& mark : *marks) {
    if (kept > 0 && mark.begin < (*marks)[kept - 1].end) {
      (*marks)[kept - 1].end = std::max((*marks)[kept - 1].end, mark.end);
    } else {
      (*marks)[kept++] = mark;
    }
  }
  marks->resize(kept);
}

void AppendMarked(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Mark>& marks,
                  const HighlightOptions& options, std::string* out) {
  // Enough unless much is escaped.
  out->reserve(out->size() + end - begin + marks.size() * (options.pre_tag.size() + options.post_tag.size()) +
               options.ellipsis.size() + (end - begin) / 16);
  std::size_t done = begin;
  for (const Mark& mark : marks) {
    if (mark.begin < begin || mark.end > end) continue;
    AppendEscaped(out, text, done, mark.begin, options.escape);
    *out += options.pre_tag;
    AppendEscaped(out, text, mark.begin, mark.end, options.escape);
    *out += options.post_tag;
    done = mark.end;
  }
  AppendEscaped(out, text, done, end, options.escape);
}

}  // namespace signpost::highlight
