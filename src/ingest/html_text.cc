// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/html_tree.h"
#include "ingest/lines.h"

namespace signpost::ingest {

namespace {

bool HasText(const GumboNode* node) {
  const char* text = TextOf(node);
  return text != nullptr && !CollapseSpace(text).empty();
}

using TagSet = std::array<bool, GUMBO_TAG_LAST + 1>;

constexpr TagSet SetOf(std::initializer_list<GumboTag> tags) {
  TagSet set = {};
  for (GumboTag tag : tags) set[tag] = true;
  return set;
}

// Elements that are never part of an article's text.
constexpr TagSet kMachinery = SetOf(
    {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_HEAD,     GUMBO_TAG_NAV,
     GUMBO_TAG_SVG,    GUMBO_TAG_CANVAS,   GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT,   GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,
     GUMBO_TAG_INPUT,  GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_LABEL,    GUMBO_TAG_DATALIST, GUMBO_TAG_OUTPUT,
     GUMBO_TAG_METER,  GUMBO_TAG_PROGRESS, GUMBO_TAG_RT,       GUMBO_TAG_RP,       GUMBO_TAG_NOFRAMES});

// Elements that begin and end a line.
constexpr TagSet kBlocks =
    SetOf({GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
           GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,  GUMBO_TAG_DD,    GUMBO_TAG_DETAILS,    GUMBO_TAG_DIR,
           GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_DT,    GUMBO_TAG_FIELDSET,   GUMBO_TAG_FIGCAPTION,
           GUMBO_TAG_FIGURE,  GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,  GUMBO_TAG_HEADER,     GUMBO_TAG_HGROUP,
           GUMBO_TAG_HR,      GUMBO_TAG_LEGEND,  GUMBO_TAG_LI,    GUMBO_TAG_MAIN,       GUMBO_TAG_MENU,
           GUMBO_TAG_OL,      GUMBO_TAG_P,       GUMBO_TAG_PRE,   GUMBO_TAG_SECTION,    GUMBO_TAG_SUMMARY,
           GUMBO_TAG_TABLE,   GUMBO_TAG_TBODY,   GUMBO_TAG_TD,    GUMBO_TAG_TFOOT,      GUMBO_TAG_TH,
           GUMBO_TAG_THEAD,   GUMBO_TAG_TR,      GUMBO_TAG_UL});

bool HasRole(const GumboNode* node, std::initializer_list<std::string_view> roles) {
  return std::any_of(roles.begin(), roles.end(),
                     [&](std::string_view role) { return AttributeIs(node, "role", role); });
}

bool IsHidden(const GumboNode* node) {
  if (AttributeIs(node, "aria-hidden", "true")) return true;
  return AttributeOf(node, "hidden") != nullptr && !AttributeIs(node, "hidden", "until-found");
}

// Of one place; each is compared with all others.
constexpr std::size_t kMaxAlternatives = 32;

// True for a hidden element whose place only hidden elements fill.
bool IsAlternative(const GumboNode* node) {
  if (AttributeOf(node, "hidden") == nullptr || node->parent == nullptr) return false;
  std::vector<const GumboNode*> siblings = ChildrenOf(node->parent);
  if (siblings.size() > kMaxAlternatives) return false;
  return std::none_of(siblings.begin(), siblings.end(), [](const GumboNode* sibling) {
    return IsElement(sibling) ? AttributeOf(sibling, "hidden") == nullptr : HasText(sibling);
  });
}

// The elements before `node` that have the same parent.
std::vector<const GumboNode*> ElementsBefore(const GumboNode* node) {
  std::vector<const GumboNode*> before;
  for (const GumboNode* sibling : ChildrenOf(node->parent)) {
    if (sibling == node) break;
    if (IsElement(sibling)) before.push_back(sibling);
  }
  return before;
}

bool IsBlock(const GumboNode* node) { return kBlocks[TagOf(node)] || IsNewElement(node, "dialog"); }

// True for a table that arranges the page instead of showing data.
bool IsLayoutTable(const GumboNode* table) {
  if (HasRole(table, {"presentation", "none"})) return true;
  return FindNode(table, [](const GumboNode* node) {
           return HeadingLevel(node) != 0 || TagOf(node) == GUMBO_TAG_TABLE;
         }) != nullptr;
}

// True for a row whose cells all name columns.
bool IsHeaderRow(const GumboNode* row) {
  const std::vector<const GumboNode*> cells = ChildrenOf(row);
  auto is_cell = [](const GumboNode* node, GumboTag tag) { return IsElement(node) && TagOf(node) == tag; };
  return std::any_of(cells.begin(), cells.end(), [&](const auto* cell) { return is_cell(cell, GUMBO_TAG_TH); }) &&
         std::none_of(cells.begin(), cells.end(), [&](const auto* cell) { return is_cell(cell, GUMBO_TAG_TD); });
}

class Reader {
 public:
  Reader(bool in_article, SectionBuilder* builder, std::string* anchor)
      : article_depth_(in_article ? 1 : 0), builder_(*builder), anchor_(*anchor) {}

  bool Enter(const GumboNode* node);
  void Leave(const GumboNode* node);

 private:
  bool IsLeftOut(const GumboNode* node) const;
  bool IsPermalink(const GumboNode* node);
  bool BeginAlternative(const GumboNode* node);
  void NoteAnchor(const GumboNode* node);
  void AddText(std::string_view text);
  void AddImage(const GumboNode* node);
  bool in_data_table() const { return !layout_tables_.empty() && !layout_tables_.back(); }

  int article_depth_;  // open <main> and <article>
  int preformatted_depth_ = 0;
  std::vector<bool> layout_tables_;     // of the open tables, whether it is one
  const GumboNode* heading_ = nullptr;  // the open one
  std::string heading_anchor_;
  SectionBuilder& builder_;
  std::string& anchor_;
};

bool Reader::IsLeftOut(const GumboNode* node) const {
  GumboTag tag = TagOf(node);
  if (kMachinery[tag]) return true;
  // A heading that unfolds its section is a button; a button beside the words of a heading is none of them.
  if (tag == GUMBO_TAG_BUTTON) return heading_ == nullptr || PlainText(heading_) != PlainText(node);
  if (tag == GUMBO_TAG_FOOTER || HasRole(node, {"navigation", "search", "contentinfo", "dialog", "alertdialog"})) {
    return true;
  }
  if (tag == GUMBO_TAG_ASIDE || HasRole(node, {"complementary"})) return article_depth_ == 0;
  if (tag == GUMBO_TAG_HEADER || HasRole(node, {"banner"})) {
    return article_depth_ == 0 || FindNode(node, HeadingLevel) == nullptr;
  }
  if (IsNewElement(node, "dialog")) return AttributeOf(node, "open") == nullptr;
  return IsHidden(node) && !IsAlternative(node);
}

// A link from a heading to itself, shown as a sign. Its target is the heading's anchor.
bool Reader::IsPermalink(const GumboNode* node) {
  const char* href = AttributeOf(node, "href");
  if (heading_ == nullptr || TagOf(node) != GUMBO_TAG_A || href == nullptr || href[0] != '#') return false;
  if (heading_anchor_.empty()) heading_anchor_ = href + 1;
  return Slug(PlainText(node)).empty();
}

// Separates an alternative from the one before in the same line. Returns false for one that was said already.
bool Reader::BeginAlternative(const GumboNode* node) {
  std::vector<const GumboNode*> before = ElementsBefore(node);
  std::string text = PlainText(node);
  for (const GumboNode* other : before) {
    if (PlainText(other) == text) return false;
  }
  if (!before.empty() && !builder_.at_line_start()) builder_.Text(" / ");
  return true;
}

void Reader::NoteAnchor(const GumboNode* node) {
  const char* anchor = AttributeOf(node, "id");
  if (anchor == nullptr && TagOf(node) == GUMBO_TAG_A) anchor = AttributeOf(node, "name");
  if (anchor == nullptr || *anchor == '\0') return;
  if (heading_ == nullptr) {
    anchor_ = anchor;
  } else if (heading_anchor_.empty()) {
    heading_anchor_ = anchor;
  }
}

void Reader::AddText(std::string_view text) {
  if (preformatted_depth_ > 0) {
    builder_.Preformatted(text);
  } else {
    builder_.Text(text);
  }
  if (heading_ == nullptr && !CollapseSpace(text).empty()) anchor_.clear();
}

void Reader::AddImage(const GumboNode* node) {
  const char* words = AttributeOf(node, "alt");
  if (words == nullptr) return;
  if (heading_ != nullptr) {
    builder_.Text(words);
  } else {
    builder_.Label(words);
  }
}

bool Reader::Enter(const GumboNode* node) {
  if (const char* text = TextOf(node)) AddText(text);
  if (!IsElement(node) || IsLeftOut(node) || IsPermalink(node)) return false;
  if (IsHidden(node) && !BeginAlternative(node)) return false;
  NoteAnchor(node);
  if (IsArticle(node)) ++article_depth_;
  if (HeadingLevel(node) != 0 && heading_ == nullptr) {
    builder_.BeginHeading();
    heading_ = node;
    heading_anchor_ = AttributeOf(node, "id") != nullptr ? AttributeOf(node, "id") : "";
    return true;
  }
  if (TagOf(node) == GUMBO_TAG_TR && in_data_table()) {
    builder_.BeginRow(IsHeaderRow(node));
    return true;
  }
  if (IsBlock(node)) builder_.EndLine();
  switch (TagOf(node)) {
    case GUMBO_TAG_BR:
      builder_.EndLine();
      break;
    case GUMBO_TAG_IMG:
      AddImage(node);
      break;
    case GUMBO_TAG_PRE:
      if (++preformatted_depth_ == 1) builder_.BeginCode();
      break;
    case GUMBO_TAG_LI:
      builder_.BeginItem(node->parent != nullptr && TagOf(node->parent) == GUMBO_TAG_OL);
      break;
    case GUMBO_TAG_TABLE:
      layout_tables_.push_back(IsLayoutTable(node));
      break;
    default:
      break;
  }
  return true;
}

void Reader::Leave(const GumboNode* node) {
  if (IsArticle(node)) --article_depth_;
  if (node == heading_) {
    heading_ = nullptr;
    builder_.AddHeading(builder_.TakeHeading(), HeadingLevel(node),
                        heading_anchor_.empty() ? anchor_ : heading_anchor_);
    anchor_.clear();
    return;
  }
  GumboTag tag = TagOf(node);
  if (tag == GUMBO_TAG_TR && in_data_table()) return builder_.EndRow();
  if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && in_data_table()) return builder_.EndCell();
  if (tag == GUMBO_TAG_LI) return builder_.EndItem();
  if (tag == GUMBO_TAG_PRE && --preformatted_depth_ == 0) {
    builder_.EndLine();
    builder_.EndCode();
  }
  if (tag == GUMBO_TAG_TABLE) layout_tables_.pop_back();
  if (IsBlock(node)) builder_.EndLine();
}

}  // namespace

bool IsArticle(const GumboNode* node) {
  return TagOf(node) == GUMBO_TAG_MAIN || TagOf(node) == GUMBO_TAG_ARTICLE || HasRole(node, {"main", "article"});
}

void AddHtmlText(const GumboNode* root, bool in_article, SectionBuilder* builder, std::string* anchor) {
  Reader reader(in_article, builder, anchor);
  Traverse(
      root, [&](const GumboNode* node) { return reader.Enter(node); },
      [&](const GumboNode* node) { reader.Leave(node); });
}

}  // namespace signpost::ingest
