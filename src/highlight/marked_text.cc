// SPDX-License-Identifier: Apache-2.0
#include "highlight/marked_text.h"

#include <algorithm>

namespace signpost::highlight {
namespace {

void AppendEscaped(std::string* out, std::string_view text, Escape escape) {
  if (escape == Escape::kNone) {
    out->append(text);
    return;
  }
  for (char c : text) {
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

std::string MarkText(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Mark>& marks,
                     const HighlightOptions& options) {
  std::string out;
  std::size_t done = begin;
  for (const Mark& mark : marks) {
    if (mark.begin < begin || mark.end > end) continue;
    AppendEscaped(&out, text.substr(done, mark.begin - done), options.escape);
    out += options.pre_tag;
    AppendEscaped(&out, text.substr(mark.begin, mark.end - mark.begin), options.escape);
    out += options.post_tag;
    done = mark.end;
  }
  AppendEscaped(&out, text.substr(done, end - done), options.escape);
  return out;
}

}  // namespace signpost::highlight
