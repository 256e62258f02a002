// SPDX-License-Identifier: Apache-2.0
// html_tree.h — a parsed HTML page (Gumbo's tree) that cannot take the process down, and questions to its nodes.
//
// Safe:     memory and depth are bounded (ingest_limits.h); nothing here or in Traverse recurses, so no page overflows
//           the stack.
// Lifetime: nodes live as long as the tree; their text is copied, but the text given must outlive the tree as well.
// Threads:  const methods may run concurrently.
#ifndef SIGNPOST_INGEST_HTML_TREE_H_
#define SIGNPOST_INGEST_HTML_TREE_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <absl/status/statusor.h>
#include <gumbo.h>

namespace signpost::ingest {

class HtmlTree {
 public:
  // Parses a page or a fragment of one; both become a whole document. Any text is HTML: the only errors are
  // InvalidArgument for invalid UTF-8 and for a page beyond the limits, `LINE: what, value`.
  static absl::StatusOr<HtmlTree> Parse(std::string_view text);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const GumboNode* html() const { return html_; }  // the <html> element
  const GumboNode* body() const;                   // the <body> element, or null (a frameset)

 private:
  class Memory;
  HtmlTree();

  std::unique_ptr<Memory> memory_;
  const GumboNode* html_ = nullptr;
};

// The tag of an element; GUMBO_TAG_UNKNOWN for other nodes and for elements that are newer than the parser.
GumboTag TagOf(const GumboNode* node);
// True for an element of that name (lower case) among the newer ones.
bool IsNewElement(const GumboNode* node, std::string_view name);
bool IsElement(const GumboNode* node);
// The value of an attribute, or null when there is no such attribute (or the node is no element).
const char* AttributeOf(const GumboNode* node, const char* name);
// True when the attribute is there and equals `value`, ASCII case aside.
bool AttributeIs(const GumboNode* node, const char* name, std::string_view value);
// The children of an element; empty for other nodes.
std::vector<const GumboNode*> ChildrenOf(const GumboNode* node);
// 1 to 6 for <h1> to <h6>, else 0.
int HeadingLevel(const GumboNode* node);
// The text of a text node, or null.
const char* TextOf(const GumboNode* node);
// All text below `node`, white space collapsed.
std::string PlainText(const GumboNode* node);

// Returns the text that the character reference `entity` (`&eacute;`) stands for, or itself when it stands for none.
std::string DecodeEntity(std::string_view entity);

// Calls enter(node) for every node below `root` in document order, without `root` itself; where it returns false the
// node's children are left out. Calls leave(node) behind the children of each node that was entered.
template <typename Enter, typename Leave>
void Traverse(const GumboNode* root, Enter enter, Leave leave) {
  std::vector<std::pair<const GumboNode*, std::size_t>> open = {{root, 0}};
  while (!open.empty()) {
    auto& [node, next] = open.back();
    const GumboVector* children = IsElement(node) ? &node->v.element.children : nullptr;
    if (children == nullptr || next == children->length) {
      const GumboNode* done = node;
      open.pop_back();
      if (!open.empty()) leave(done);
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[next++]);
    if (enter(child)) open.emplace_back(child, 0);
  }
}

// Returns the first node below `root`, in document order, for which wanted(node) is true; null when there is none.
template <typename Wanted>
const GumboNode* FindNode(const GumboNode* root, Wanted wanted) {
  std::vector<const GumboNode*> waiting = {root};
  while (!waiting.empty()) {
    const GumboNode* node = waiting.back();
    waiting.pop_back();
    if (node != root && wanted(node)) return node;
    std::vector<const GumboNode*> children = ChildrenOf(node);
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return nullptr;
}

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_HTML_TREE_H_
