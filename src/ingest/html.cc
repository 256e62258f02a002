// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>
#include <vector>

#include <signpost/ingest.h>

#include "base/status.h"
#include "ingest/html_text.h"
#include "ingest/html_tree.h"
#include "ingest/lines.h"
#include "ingest/section_builder.h"

namespace signpost::inline v0 {

namespace {

using ingest::AttributeIs;
using ingest::AttributeOf;
using ingest::HtmlTree;

// The element that holds the article: <main>, else <article>, else role=main, else <body>; null without any.
const GumboNode* FindContent(const HtmlTree& tree) {
  const GumboNode* body = tree.body();
  if (body == nullptr) return nullptr;
  auto find = [body](auto wanted) { return ingest::FindNode(body, wanted); };
  const GumboNode* content = find([](const GumboNode* node) { return ingest::TagOf(node) == GUMBO_TAG_MAIN; });
  if (content == nullptr) {
    content = find([](const GumboNode* node) { return ingest::TagOf(node) == GUMBO_TAG_ARTICLE; });
  }
  if (content == nullptr) content = find([](const GumboNode* node) { return AttributeIs(node, "role", "main"); });
  return content != nullptr ? content : body;
}

std::string TitleElement(const HtmlTree& tree) {
  const GumboNode* title =
      ingest::FindNode(tree.html(), [](const GumboNode* node) { return ingest::TagOf(node) == GUMBO_TAG_TITLE; });
  return title != nullptr ? ingest::PlainText(title) : std::string();
}

// Of <meta name="keywords">, or of microdata; each once.
std::vector<std::string> Keywords(const HtmlTree& tree) {
  std::vector<std::string> keywords;
  StringSet seen;
  auto visit = [&](const GumboNode* node) {
    const char* content = AttributeOf(node, "content");
    bool holds_keywords = ingest::TagOf(node) == GUMBO_TAG_META && content != nullptr &&
                          (AttributeIs(node, "name", "keywords") || AttributeIs(node, "itemprop", "keywords"));
    if (!holds_keywords) return true;
    for (std::string& keyword : ingest::SplitAtCommas(content)) {
      if (seen.insert(keyword).second) keywords.push_back(std::move(keyword));
    }
    return true;
  };
  ingest::Traverse(tree.html(), visit, [](const GumboNode*) {});
  return keywords;
}

std::string Language(const HtmlTree& tree) {
  for (const char* name : {"lang", "xml:lang"}) {
    if (const char* lang = AttributeOf(tree.html(), name); lang != nullptr && *lang != '\0') return lang;
  }
  return {};
}

}  // namespace

absl::StatusOr<Document> ParseHtml(std::string_view text, std::string_view object_id) {
  SIGNPOST_RETURN_IF_ERROR(ingest::CheckSize(text));
  SIGNPOST_ASSIGN_OR_RETURN(HtmlTree tree, HtmlTree::Parse(ingest::WithoutByteOrderMark(text)));
  ingest::SectionBuilder builder;
  if (const GumboNode* content = FindContent(tree)) {
    std::string anchor;
    ingest::AddHtmlText(content, ingest::IsArticle(content), &builder, &anchor);
  }
  Document document{.object_id = std::string(object_id), .lang = Language(tree), .keywords = Keywords(tree)};
  std::move(builder).Finish(TitleElement(tree), &document);
  return document;
}

}  // namespace signpost::inline v0
