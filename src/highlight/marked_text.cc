// SPDX-License-Identifier: Apache-2.0
#include "highlight/marked_text.h"

#include <algorithm>
#include <bit>

#include "highlight/text_block.h"

namespace signpost::highlight {
namespace {

void AppendReference(std::string* out, char c) {
  switch (c) {
    case '&':
      out->append("&amp;");
      break;
    case '<':
      out->append("&lt;");
      break;
    case '>':
      out->append("&gt;");
      break;
    case '"':
      out->append("&quot;");
      break;
    case '\'':
      out->append("&#39;");
      break;
    default:
      out->push_back(c);
  }
}

void AppendEscaped(std::string* out, std::string_view text, Escape escape) {
  if (escape == Escape::kNone) {
    out->append(text);
    return;
  }
  std::size_t done = 0;
  std::size_t at = 0;
  for (; at + kTextBlockBytes <= text.size(); at += kTextBlockBytes) {
    for (unsigned markup = TextBlock(text.data() + at).Markup(); markup != 0; markup &= markup - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(markup));
      out->append(text.substr(done, place - done));
      AppendReference(out, text[place]);
      done = place + 1;
    }
  }
  out->append(text.substr(done, at - done));
  for (; at < text.size(); ++at) AppendReference(out, text[at]);
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
    AppendEscaped(out, text.substr(done, mark.begin - done), options.escape);
    *out += options.pre_tag;
    AppendEscaped(out, text.substr(mark.begin, mark.end - mark.begin), options.escape);
    *out += options.post_tag;
    done = mark.end;
  }
  AppendEscaped(out, text.substr(done, end - done), options.escape);
}

}  // namespace signpost::highlight
