// SPDX-License-Identifier: Apache-2.0
#include "ingest/section_builder.h"

#include <algorithm>

#include "base/utf8.h"

namespace signpost::ingest {

namespace {

constexpr std::string_view kCellSeparator = " | ";
// Bytes. Longer words of a picture describe it; shorter ones name its kind (`Warning Icon`).
constexpr std::size_t kMinLonelyLabelBytes = 20;

// Returns the bytes of the white space at `s[i]`, a no-break space included; 0 when there is none.
std::size_t SpaceAt(std::string_view s, std::size_t i) {
  char c = s[i];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  return s.substr(i).starts_with("\xC2\xA0") ? 2 : 0;
}

// The first line of `text`, cut to what a list of titles has room for.
std::string Beginning(std::string_view text) {
  constexpr std::size_t kMaxBytes = 80;
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.size() <= kMaxBytes) return std::string(line);
  std::size_t end = line.rfind(' ', kMaxBytes);
  if (end == std::string_view::npos) {
    for (end = kMaxBytes; IsUtf8Continuation(line[end]);) --end;
  }
  return std::string(line.substr(0, end)) + "…";
}

void TrimRight(std::string* s) {
  std::size_t end = s->find_last_not_of(" \t\r\n\v\f");
  s->resize(end == std::string::npos ? 0 : end + 1);
}

}  // namespace

void SectionBuilder::Label(std::string_view text) {
  bool had_text = line_has_text_;
  Text(text);
  line_has_text_ = had_text;
}

void SectionBuilder::Text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (std::size_t space = SpaceAt(text, i); space > 0) {
      pending_space_ = true;
      i += space;
      continue;
    }
    if (pending_space_ && !line_.empty()) line_ += ' ';
    pending_space_ = false;
    line_has_text_ = true;
    std::size_t begin = i;
    while (i < text.size() && SpaceAt(text, i) == 0) ++i;
    line_.append(text.substr(begin, i - begin));
  }
}

void SectionBuilder::Preformatted(std::string_view text) {
  if (in_heading_ || in_row_) return Text(text);
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    line_.append(text.substr(0, end));
    line_has_text_ = true;
    pending_space_ = false;
    if (end == text.size()) return;
    EndLine();
    text.remove_prefix(end + 1);
  }
}

void SectionBuilder::EndLine() {
  if (in_heading_ || in_row_) {
    pending_space_ = true;
  } else {
    AddLine(TakeLine());
  }
}

std::string SectionBuilder::TakeLine() {
  TrimRight(&line_);
  if (!line_has_text_ && !in_heading_ && line_.size() < kMinLonelyLabelBytes) line_.clear();
  line_has_text_ = false;
  pending_space_ = false;
  return std::exchange(line_, {});
}

void SectionBuilder::AddLine(std::string_view line) {
  if (line.empty()) return;
  if (sections_.empty()) sections_.emplace_back();
  std::string& text = sections_.back().text;
  if (!text.empty()) text += '\n';
  text += line;
  sections_.back().lines.push_back(NextKind(sections_.back()));
}

LineKind SectionBuilder::NextKind(const Section& section) {
  const bool first = section.lines.empty();
  if (item_depth_ > 0) return std::exchange(item_begun_, true) && !first ? LineKind::kContinued : item_kind_;
  if (in_row_) return in_header_row_ ? LineKind::kHeaderRow : LineKind::kRow;
  if (in_code_) return std::exchange(code_begun_, true) && !first ? LineKind::kContinued : LineKind::kCode;
  return LineKind::kText;
}

void SectionBuilder::BeginItem(bool numbered) {
  EndLine();
  if (item_depth_++ > 0) return;
  item_kind_ = numbered ? LineKind::kStep : LineKind::kBullet;
  item_begun_ = false;
}

void SectionBuilder::EndItem() {
  EndLine();
  --item_depth_;
}

void SectionBuilder::BeginCode() {
  in_code_ = true;
  code_begun_ = false;
}

void SectionBuilder::BeginRow(bool header) {
  EndLine();
  in_row_ = true;
  in_header_row_ = header;
}

void SectionBuilder::EndCell() {
  std::string cell = TakeLine();
  if (cell.empty()) return;
  if (!row_.empty()) row_ += kCellSeparator;
  row_ += cell;
}

void SectionBuilder::EndRow() {
  EndCell();
  AddLine(std::exchange(row_, {}));
  in_row_ = false;
}

void SectionBuilder::BeginHeading() {
  if (in_row_) EndRow();
  EndLine();
  in_heading_ = true;
}

std::string SectionBuilder::TakeHeading() {
  std::string heading = TakeLine();
  in_heading_ = false;
  return heading;
}

bool SectionBuilder::TakeTitle(const std::string& heading) {
  if (title_seen_ || (!title_.empty() && title_ != heading)) return false;
  title_ = heading;
  title_seen_ = true;
  return std::none_of(sections_.begin(), sections_.end(), [](const Section& s) { return !s.heading.empty(); });
}

void SectionBuilder::AddHeading(std::string heading, int level, std::string_view anchor) {
  if (heading.empty()) return;
  std::string own_anchor(anchor);
  if (own_anchor.empty()) {
    own_anchor = anchors_.Make(heading);
  } else {
    anchors_.Reserve(own_anchor);
  }
  if (level == 1 && TakeTitle(heading)) return;
  sections_.push_back({.anchor = std::move(own_anchor), .heading = std::move(heading), .level = level});
}

void SectionBuilder::Finish(std::string_view fallback_title, Document* document) && {
  if (in_row_) EndRow();
  EndLine();
  if (title_.empty()) title_ = fallback_title;
  for (const Section& section : sections_) {
    if (title_.empty()) title_ = section.heading;
  }
  if (title_.empty() && !sections_.empty()) title_ = Beginning(sections_.front().text);
  for (Section& section : sections_) {
    while (!section.lines.empty() && section.lines.back() == LineKind::kText) section.lines.pop_back();
  }
  document->title = std::move(title_);
  document->sections = std::move(sections_);
}

}  // namespace signpost::ingest
