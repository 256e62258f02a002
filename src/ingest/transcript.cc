// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <signpost/ingest.h>

#include "base/status.h"
#include "base/strings.h"
#include "ingest/file_text.h"
#include "ingest/front_matter.h"
#include "ingest/html_text.h"
#include "ingest/html_tree.h"
#include "ingest/lines.h"

namespace signpost::inline v0 {

namespace {

// A section is closed where a sentence ends after the first, and anywhere after the second: long enough to be read as a
// snippet, short enough that the link opens near what was said.
constexpr std::int64_t kUsualSeconds = 30;
constexpr std::int64_t kMostSeconds = 60;

std::string_view Trim(std::string_view s) {
  const std::size_t begin = s.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? "" : s.substr(begin, s.find_last_not_of(" \t\r") - begin + 1);
}

// [hours:]minutes:seconds[.,]milliseconds, in whole seconds.
std::optional<std::int64_t> ReadTime(std::string_view text) {
  std::int64_t seconds = 0;
  for (int parts = 1;; ++parts) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0 || number > 100'000 || parts > 3) return std::nullopt;
    seconds = seconds * 60 + number;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty() || text[0] != ':') return parts >= 2 ? std::optional(seconds) : std::nullopt;
    text.remove_prefix(1);
  }
}

// Without tags (<v Ann>, <i>, {\an8}), with references decoded.
std::string PlainLine(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const char close = line[i] == '<' ? '>' : line.substr(i).starts_with("{\\") ? '}' : '\0';
    const std::size_t end = close == '\0' ? std::string_view::npos : line.find(close, i);
    const std::size_t semicolon = line[i] == '&' ? line.find(';', i) : std::string_view::npos;
    if (end != std::string_view::npos) {
      i = end + 1;
    } else if (semicolon != std::string_view::npos && semicolon - i < 10) {
      out += ingest::DecodeEntity(line.substr(i, semicolon + 1 - i));
      i = semicolon + 1;
    } else {
      out += line[i++];
    }
  }
  return ingest::CollapseSpace(out);
}

bool EndsSentence(std::string_view text) {
  constexpr std::string_view kEnds[] = {".", "!", "?", "。", "！", "？"};
  for (std::string_view end : kEnds) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

class Reader {
 public:
  Reader(std::string_view text, std::uint64_t line, Document* document)
      : text_(text), line_(line), document_(*document) {}

  absl::Status Read() {
    while (begin_ < text_.size()) {
      const std::string_view line = NextLine();
      if (line.starts_with("WEBVTT")) {
        const std::string_view name = line.substr(6);
        const std::size_t first = name.find_first_not_of(" \t-");
        if (document_.title.empty() && first != std::string_view::npos) document_.title = Trim(name.substr(first));
        SkipBlock();
      } else if (line.starts_with("NOTE") || line == "STYLE" || line == "REGION") {
        SkipBlock();
      } else if (!line.empty()) {
        SIGNPOST_RETURN_IF_ERROR(ReadCue(line));
      }
    }
    return absl::OkStatus();
  }

 private:
  std::string_view NextLine() {
    const std::size_t end = std::min(text_.find('\n', begin_), text_.size());
    const std::string_view line = Trim(text_.substr(begin_, end - begin_));
    begin_ = end + 1;
    ++line_;
    return line;
  }

  void SkipBlock() {
    while (begin_ < text_.size() && !NextLine().empty()) {
    }
  }

  // A number or a name, perhaps; the times; lines of text.
  absl::Status ReadCue(std::string_view line) {
    if (line.find("-->") == std::string_view::npos && begin_ < text_.size()) line = NextLine();
    const std::size_t arrow = line.find("-->");
    const std::optional<std::int64_t> time =
        arrow == std::string_view::npos ? std::nullopt : ReadTime(Trim(line.substr(0, arrow)));
    if (!time) return InvalidArgument(line_ - 1, ": cue begins without its time, ", Quoted(line));
    while (begin_ < text_.size()) {
      const std::string_view text = NextLine();
      if (text.empty()) break;
      AddLine(*time, PlainLine(text));
    }
    return absl::OkStatus();
  }

  void AddLine(std::int64_t time, std::string line) {
    // Captions that scroll say each line twice.
    if (line.empty() || line == last_) return;
    std::vector<Section>& sections = document_.sections;
    const std::int64_t passed = time - section_begin_;
    if (sections.empty() || passed >= kMostSeconds || (passed >= kUsualSeconds && EndsSentence(sections.back().text))) {
      sections.push_back({.anchor = StrCat("t=", time)});
      section_begin_ = time;
    }
    std::string& text = sections.back().text;
    if (!text.empty()) text += ' ';
    text += line;
    last_ = std::move(line);
  }

  std::string_view text_;
  std::uint64_t line_;  // number of the next line
  Document& document_;
  std::size_t begin_ = 0;
  std::int64_t section_begin_ = 0;
  std::string last_;
};

}  // namespace

absl::StatusOr<Document> ParseTranscript(std::string_view text, std::string_view object_id) {
  text = ingest::WithoutByteOrderMark(text);
  SIGNPOST_RETURN_IF_ERROR(ingest::CheckSize(text));
  SIGNPOST_RETURN_IF_ERROR(ingest::CheckUtf8(text));
  Document document;
  SIGNPOST_ASSIGN_OR_RETURN(std::string_view cues, ingest::ReadFrontMatter(text, &document));
  const std::string_view before = text.substr(0, text.size() - cues.size());
  const auto line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  SIGNPOST_RETURN_IF_ERROR(Reader(cues, line, &document).Read());
  if (document.object_id.empty()) document.object_id = object_id;
  if (document.title.empty()) document.title = document.object_id;
  return document;
}

}  // namespace signpost::inline v0
