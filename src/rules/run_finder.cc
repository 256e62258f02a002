// SPDX-License-Identifier: Apache-2.0
#include "rules/run_finder.h"

#include <algorithm>
#include <numeric>

namespace signpost::rules {

RunFinder::Node RunFinder::Add(const std::vector<std::string>& words, bool is_key) {
  Node node = TermTrie::kRoot;
  for (const std::string& text : words) {
    const WordNumber word = trie_.AddTerm(text);
    const Node next = trie_.AddChild(node, word);
    if (next == nodes_.size()) nodes_.push_back({.parent = node, .word = word, .length = nodes_[node].length + 1});
    node = next;
  }
  nodes_[node].is_key |= is_key;
  return node;
}

// Shorter sequences first, since longer ones end with them.
void RunFinder::Finish() {
  std::vector<Node> by_length(nodes_.size());
  std::iota(by_length.begin(), by_length.end(), Node{0});
  std::stable_sort(by_length.begin(), by_length.end(),
                   [this](Node a, Node b) { return nodes_[a].length < nodes_[b].length; });
  for (const Node node : by_length) {
    NodeFacts& facts = nodes_[node];
    if (facts.length > 1) facts.suffix = Step(nodes_[facts.parent].suffix, facts.word);
    const NodeFacts& suffix = nodes_[facts.suffix];
    facts.shorter_key = suffix.is_key ? facts.suffix : suffix.shorter_key;
  }
}

// Returns the longest sequence that the text ends with behind `word`, given that before it.
RunFinder::Node RunFinder::Step(Node state, WordNumber word) const {
  if (word == TermTrie::kNone) return TermTrie::kRoot;
  for (;; state = nodes_[state].suffix) {
    const Node next = trie_.FindChild(state, word);
    if (next != TermTrie::kNone) return next;
    if (state == TermTrie::kRoot) return TermTrie::kRoot;
  }
}

}  // namespace signpost::rules
