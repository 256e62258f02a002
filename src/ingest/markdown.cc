// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <md4c.h>
#include <signpost/ingest.h>

#include "base/status.h"
#include "ingest/front_matter.h"
#include "ingest/html_text.h"
#include "ingest/html_tree.h"
#include "ingest/ingest_limits.h"
#include "ingest/lines.h"
#include "ingest/section_builder.h"

namespace signpost::inline v0 {

namespace {

using ingest::SectionBuilder;

// Cuts an explicit anchor, `Heading {#anchor}`, off `*heading` and returns it; empty when there is none.
std::string TakeExplicitAnchor(std::string* heading) {
  std::size_t begin = heading->rfind("{#");
  if (begin == std::string::npos || !heading->ends_with('}')) return {};
  std::string anchor = heading->substr(begin + 2, heading->size() - begin - 3);
  if (anchor.empty() || anchor.find_first_of(" {}") != std::string::npos) return {};
  heading->resize(begin);
  *heading = ingest::CollapseSpace(*heading);
  return anchor;
}

// Takes md4c's events, in the order of the text.
class Reader {
 public:
  explicit Reader(SectionBuilder* builder) : builder_(*builder) {}

  // Returns false when the text has more events than one document may have.
  bool Read(std::string_view text);

 private:
  static Reader* From(void* self) { return static_cast<Reader*>(self); }
  int Count() { return ++events_ > ingest::kMaxMarkdownEvents ? 1 : 0; }

  void EnterBlock(MD_BLOCKTYPE type, void* detail);
  void LeaveBlock(MD_BLOCKTYPE type);
  void BeginHeading(int level);
  void EndHeading();
  void AddText(MD_TEXTTYPE type, std::string_view text);
  void AddHtmlBlock(std::string_view html);
  void AddInlineTag(std::string_view tag);

  SectionBuilder& builder_;
  std::size_t events_ = 0;
  int heading_level_ = 0;  // of the open heading
  bool in_code_block_ = false;
  bool in_html_block_ = false;
  bool in_table_head_ = false;
  std::vector<bool> numbered_;  // of the open lists, whether it is
  std::string html_;            // of the open HTML block
  std::string anchor_;          // that began in HTML right before, or in the open heading
};

bool Reader::Read(std::string_view text) {
  MD_PARSER parser = {};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    From(self)->EnterBlock(type, detail);
    return From(self)->Count();
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    From(self)->LeaveBlock(type);
    return From(self)->Count();
  };
  parser.enter_span = [](MD_SPANTYPE, void*, void* self) { return From(self)->Count(); };
  parser.leave_span = [](MD_SPANTYPE, void*, void* self) { return From(self)->Count(); };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* self) {
    From(self)->AddText(type, {piece, size});
    return From(self)->Count();
  };
  return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this) == 0;
}

void Reader::EnterBlock(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_H:
      return BeginHeading(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
    case MD_BLOCK_THEAD:
      in_table_head_ = true;
      break;
    case MD_BLOCK_TR:
      return builder_.BeginRow(in_table_head_);
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return;
    case MD_BLOCK_CODE:
      builder_.EndLine();
      builder_.BeginCode();
      in_code_block_ = true;
      break;
    case MD_BLOCK_OL:
    case MD_BLOCK_UL:
      numbered_.push_back(type == MD_BLOCK_OL);
      break;
    case MD_BLOCK_LI:
      return builder_.BeginItem(!numbered_.empty() && numbered_.back());
    case MD_BLOCK_HTML:
      in_html_block_ = true;
      break;
    default:
      break;
  }
  builder_.EndLine();
}

void Reader::LeaveBlock(MD_BLOCKTYPE type) {
  if (heading_level_ != 0) EndHeading();
  switch (type) {
    case MD_BLOCK_TR:
      return builder_.EndRow();
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return builder_.EndCell();
    case MD_BLOCK_THEAD:
      in_table_head_ = false;
      break;
    case MD_BLOCK_CODE:
      builder_.EndLine();
      builder_.EndCode();
      in_code_block_ = false;
      break;
    case MD_BLOCK_OL:
    case MD_BLOCK_UL:
      numbered_.pop_back();
      break;
    case MD_BLOCK_LI:
      return builder_.EndItem();
    case MD_BLOCK_HTML:
      in_html_block_ = false;
      AddHtmlBlock(std::exchange(html_, {}));
      break;
    default:
      break;
  }
  builder_.EndLine();
}

void Reader::BeginHeading(int level) {
  if (heading_level_ == 0) builder_.BeginHeading();
  heading_level_ = level;
}

void Reader::EndHeading() {
  std::string heading = builder_.TakeHeading();
  std::string anchor = TakeExplicitAnchor(&heading);
  if (anchor.empty()) anchor = anchor_;
  anchor_.clear();
  builder_.AddHeading(std::move(heading), std::exchange(heading_level_, 0), anchor);
}

void Reader::AddText(MD_TEXTTYPE type, std::string_view text) {
  if (type == MD_TEXT_HTML) {
    if (in_html_block_) {
      html_ += text;
    } else {
      AddInlineTag(text);
    }
    return;
  }
  if (heading_level_ == 0 && type != MD_TEXT_SOFTBR) anchor_.clear();
  switch (type) {
    case MD_TEXT_NULLCHAR:
      return builder_.Text("\xEF\xBF\xBD");
    case MD_TEXT_BR:
      return builder_.EndLine();
    case MD_TEXT_SOFTBR:
      return builder_.Text(" ");
    case MD_TEXT_ENTITY:
      return builder_.Text(ingest::DecodeEntity(text));
    default:
      return in_code_block_ ? builder_.Preformatted(text) : builder_.Text(text);
  }
}

// What the HTML parser refuses (too deep) has no text.
void Reader::AddHtmlBlock(std::string_view html) {
  absl::StatusOr<ingest::HtmlTree> tree = ingest::HtmlTree::Parse(html);
  if (!tree.ok() || tree->body() == nullptr) return;
  ingest::AddHtmlText(tree->body(), /*in_article=*/true, &builder_, &anchor_);
}

// One begin or end tag. Headings arrive in pieces: md4c takes <h2> to <h6> for inline tags.
void Reader::AddInlineTag(std::string_view tag) {
  absl::StatusOr<ingest::HtmlTree> tree = ingest::HtmlTree::Parse(tag);
  if (!tree.ok() || tree->body() == nullptr) return;
  if (tag.starts_with("</h") && heading_level_ != 0) return EndHeading();
  const GumboNode* heading = ingest::FindNode(tree->body(), ingest::HeadingLevel);
  if (heading == nullptr) return ingest::AddHtmlText(tree->body(), /*in_article=*/true, &builder_, &anchor_);
  if (const char* id = ingest::AttributeOf(heading, "id")) anchor_ = id;
  BeginHeading(ingest::HeadingLevel(heading));
}

}  // namespace

absl::StatusOr<Document> ParseMarkdown(std::string_view text, std::string_view object_id) {
  text = ingest::WithoutByteOrderMark(text);
  SIGNPOST_RETURN_IF_ERROR(ingest::CheckSize(text));
  SIGNPOST_RETURN_IF_ERROR(ingest::CheckUtf8(text));
  Document document;
  SIGNPOST_ASSIGN_OR_RETURN(std::string_view body, ingest::ReadFrontMatter(text, &document));
  SectionBuilder builder(document.title);
  if (!Reader(&builder).Read(body)) {
    return InvalidArgument("1: Markdown has more parts than one document may have, at most ",
                           ingest::kMaxMarkdownEvents);
  }
  std::move(builder).Finish({}, &document);
  if (document.object_id.empty()) document.object_id = object_id;
  return document;
}

}  // namespace signpost::inline v0
