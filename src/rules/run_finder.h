// SPDX-License-Identifier: Apache-2.0
// run_finder.h — keys, sequences of words, and where they stand in a text: all of them in one pass over it, however many and
// long they are (Aho and Corasick 1975).
//
// Why:      a walk from each word of the text costs the length of the longest key for each when the text repeats itself: half
//           a second of a 64 KB query for a key of 500 words.
// Cost:     Find: a step or two a word, and one for each run that is told.
// Threads:  const methods may run concurrently once Finish was called.
#ifndef SIGNPOST_RULES_RUN_FINDER_H_
#define SIGNPOST_RULES_RUN_FINDER_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/term_trie.h"

namespace signpost::rules {

class RunFinder {
 public:
  using Node = TermTrie::Node;
  using WordNumber = TermTrie::TermNumber;

  // Returns the node of a sequence of words; the same for equal ones. Find tells only those that are keys.
  Node Add(const std::vector<std::string>& words, bool is_key);
  // REQUIRES: before the first Find, behind the last Add.
  void Finish();

  // Returns the number of a word of a sequence, or TermTrie::kNone.
  WordNumber FindWord(std::string_view word) const { return trie_.FindTerm(word); }
  // Returns the node of a sequence and one word more, or TermTrie::kNone.
  Node Next(Node node, WordNumber word) const { return trie_.FindChild(node, word); }
  bool IsKey(Node node) const { return nodes_[node].is_key; }
  std::size_t node_count() const { return nodes_.size(); }

  // Calls tell(begin, end, node) for the keys that stand at words [begin, end) of a text: by end, longest first; while it
  // returns true, the shorter ones with the same end too.
  template <typename Tell>
  void Find(std::span<const WordNumber> words, Tell tell) const {
    Node state = TermTrie::kRoot;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      state = Step(state, words[i]);
      Node key = nodes_[state].is_key ? state : nodes_[state].shorter_key;
      while (key != TermTrie::kRoot && tell(i + 1 - nodes_[key].length, i + 1, key)) key = nodes_[key].shorter_key;
    }
  }

 private:
  struct NodeFacts {
    Node parent = TermTrie::kRoot;
    WordNumber word = TermTrie::kNone;  // the last
    std::uint32_t length = 0;
    Node suffix = TermTrie::kRoot;       // the longest sequence that this one ends with, itself aside
    Node shorter_key = TermTrie::kRoot;  // the longest key that it ends with, itself aside; none: the root
    bool is_key = false;
  };

  Node Step(Node state, WordNumber word) const;

  TermTrie trie_;
  std::vector<NodeFacts> nodes_ = std::vector<NodeFacts>(1);
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_RUN_FINDER_H_
