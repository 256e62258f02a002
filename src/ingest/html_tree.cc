// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_tree.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>

#include "base/status.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "ingest/ingest_limits.h"
#include "ingest/lines.h"

namespace signpost::ingest {

// What Gumbo allocates for one tree, in a list, so that it is freed without gumbo_destroy_output, which recurses as
// deep as the tree. Gumbo does not check its allocator's results: at the limit, control leaves it by longjmp, over
// frames of C alone.
class HtmlTree::Memory {
 public:
  Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() {
    while (first_ != nullptr) std::free(std::exchange(first_, first_->next));
  }

  // Returns null at the limit.
  static GumboOutput* Parse(Memory* memory, std::string_view text) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &Allocate;
    options.deallocator = &Deallocate;
    options.userdata = memory;
    options.max_errors = 0;
    if (setjmp(memory->at_limit_) != 0) return nullptr;
    return gumbo_parse_with_options(&options, text.data(), text.size());
  }

 private:
  struct alignas(std::max_align_t) Block {
    Block* previous;
    Block* next;
    std::size_t size;
  };

  static void* Allocate(void* userdata, std::size_t size) {
    auto* memory = static_cast<Memory*>(userdata);
    void* raw = memory->used_ + size > kMaxHtmlTreeBytes ? nullptr : std::malloc(sizeof(Block) + size);
    if (raw == nullptr) std::longjmp(memory->at_limit_, 1);
    auto* block = static_cast<Block*>(raw);
    *block = {.previous = nullptr, .next = memory->first_, .size = size};
    if (memory->first_ != nullptr) memory->first_->previous = block;
    memory->first_ = block;
    memory->used_ += size;
    return block + 1;
  }
  static void Deallocate(void* userdata, void* pointer) {
    if (pointer == nullptr) return;
    auto* memory = static_cast<Memory*>(userdata);
    Block* block = static_cast<Block*>(pointer) - 1;
    (block->previous != nullptr ? block->previous->next : memory->first_) = block->next;
    if (block->next != nullptr) block->next->previous = block->previous;
    memory->used_ -= block->size;
    std::free(block);
  }

  Block* first_ = nullptr;
  std::size_t used_ = 0;
  std::jmp_buf at_limit_;
};

namespace {

// Elements that never stay open around what follows: void ones, and those that the next of their kind closes.
constexpr std::array<std::string_view, 44> kFlatElements = {
    "a",     "area", "base",   "body",  "br",   "button", "caption", "col",      "colgroup", "dd",    "dt",
    "embed", "form", "frame",  "h1",    "h2",   "h3",     "h4",      "h5",       "h6",       "head",  "hr",
    "html",  "img",  "input",  "li",    "link", "meta",   "nobr",    "optgroup", "option",   "p",     "param",
    "rp",    "rt",   "source", "tbody", "td",   "tfoot",  "th",      "thead",    "tr",       "track", "wbr"};

static_assert(std::is_sorted(kFlatElements.begin(), kFlatElements.end()));

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool EqualIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return Lower(x) == Lower(y); });
}

// Guesses before the parse how many elements will be open at once: for each name, the begin tags without end tag.
// The parser's own count would be exact but is hidden in it. Returns the offset where the limit is passed, or npos.
std::size_t FindTooDeep(std::string_view text) {
  StringMap<std::size_t> open;
  std::size_t depth = 0;
  std::string name;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    bool end_tag = text.substr(at + 1).starts_with('/');
    name.clear();
    for (std::size_t i = at + 1 + (end_tag ? 1 : 0); i < text.size() && name.size() < 16; ++i) {
      char c = Lower(text[i]);
      if (!((c >= 'a' && c <= 'z') || (!name.empty() && ((c >= '0' && c <= '9') || c == '-')))) break;
      name += c;
    }
    if (name.empty() || std::binary_search(kFlatElements.begin(), kFlatElements.end(), name)) continue;
    std::size_t& count = open[name];
    if (!end_tag) {
      ++count;
      if (++depth > kMaxHtmlDepth) return at;
    } else if (count > 0) {
      --count;
      --depth;
    }
  }
  return std::string_view::npos;
}

}  // namespace

HtmlTree::HtmlTree() : memory_(std::make_unique<Memory>()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

absl::StatusOr<HtmlTree> HtmlTree::Parse(std::string_view text) {
  SIGNPOST_RETURN_IF_ERROR(CheckUtf8(text));
  if (std::size_t at = FindTooDeep(text); at != std::string_view::npos) {
    return InvalidArgument(LineAt(text, at), ": elements are nested too deep, at most ", kMaxHtmlDepth);
  }
  HtmlTree tree;
  GumboOutput* output = Memory::Parse(tree.memory_.get(), text);
  if (output == nullptr)
    return InvalidArgument("1: the page's tree takes too much memory, at most ", kMaxHtmlTreeBytes);
  tree.html_ = output->root;
  return tree;
}

const GumboNode* HtmlTree::body() const {
  for (const GumboNode* child : ChildrenOf(html_)) {
    if (TagOf(child) == GUMBO_TAG_BODY) return child;
  }
  return nullptr;
}

bool IsElement(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE; }

GumboTag TagOf(const GumboNode* node) { return IsElement(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN; }

bool IsNewElement(const GumboNode* node, std::string_view name) {
  if (!IsElement(node) || TagOf(node) != GUMBO_TAG_UNKNOWN) return false;
  GumboStringPiece tag = node->v.element.original_tag;
  gumbo_tag_from_original_text(&tag);
  return tag.data != nullptr && EqualIgnoringCase({tag.data, tag.length}, name);
}

const char* AttributeOf(const GumboNode* node, const char* name) {
  if (!IsElement(node)) return nullptr;
  const GumboAttribute* attribute = gumbo_get_attribute(&node->v.element.attributes, name);
  return attribute != nullptr ? attribute->value : nullptr;
}

bool AttributeIs(const GumboNode* node, const char* name, std::string_view value) {
  const char* found = AttributeOf(node, name);
  return found != nullptr && EqualIgnoringCase(found, value);
}

std::vector<const GumboNode*> ChildrenOf(const GumboNode* node) {
  if (!IsElement(node)) return {};
  const GumboVector& children = node->v.element.children;
  std::vector<const GumboNode*> out(children.length);
  for (unsigned i = 0; i < children.length; ++i) out[i] = static_cast<const GumboNode*>(children.data[i]);
  return out;
}

int HeadingLevel(const GumboNode* node) {
  switch (TagOf(node)) {
    case GUMBO_TAG_H1:
      return 1;
    case GUMBO_TAG_H2:
      return 2;
    case GUMBO_TAG_H3:
      return 3;
    case GUMBO_TAG_H4:
      return 4;
    case GUMBO_TAG_H5:
      return 5;
    case GUMBO_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

const char* TextOf(const GumboNode* node) {
  bool is_text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
  return is_text ? node->v.text.text : nullptr;
}

std::string PlainText(const GumboNode* node) {
  std::string all;
  Traverse(
      node,
      [&](const GumboNode* inner) {
        if (const char* text = TextOf(inner)) all += text;
        return true;
      },
      [](const GumboNode*) {});
  return CollapseSpace(all);
}

std::string DecodeEntity(std::string_view entity) {
  constexpr std::pair<std::string_view, std::string_view> kFrequent[] = {
      {"&nbsp;", "\xC2\xA0"}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}};
  for (const auto& [name, text] : kFrequent) {
    if (entity == name) return std::string(text);
  }
  absl::StatusOr<HtmlTree> tree = HtmlTree::Parse(entity);
  if (!tree.ok() || tree->body() == nullptr) return std::string(entity);
  for (const GumboNode* child : ChildrenOf(tree->body())) {
    // Of an unknown name HTML reads the longest beginning that is known, &not of &nothing; here it stands for itself.
    if (const char* text = TextOf(child))
      return text[1] != '\0' && std::string_view(text).ends_with(';') ? std::string(entity) : text;
  }
  return std::string(entity);
}

}  // namespace signpost::ingest
