// SPDX-License-Identifier: Apache-2.0
// term_trie.h — sequences of terms, as a tree: which of them begin at a word of a query is found by walking down from it.
//
// Holds:    numbered terms, and nodes that stand for sequences of them. A node's prefixes are nodes too; what a
//           sequence means is the caller's, by its node's number.
// Why:      a walk ends with the first word that no sequence goes on with. Hashing every run of words up to the longest
//           sequence costs the square of a long query as soon as one sequence is long.
// Cost:     one hash look-up a term, one a step.
// Threads:  const methods may run concurrently.
#ifndef SIGNPOST_RULES_TERM_TRIE_H_
#define SIGNPOST_RULES_TERM_TRIE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "base/strings.h"

namespace signpost::rules {

class TermTrie {
 public:
  using Node = std::uint32_t;
  using TermNumber = std::uint32_t;
  static constexpr Node kRoot = 0;  // the empty sequence
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // Returns the number of a term, a new one when it has none.
  TermNumber AddTerm(std::string_view term);
  // Returns the number of a term, or kNone.
  TermNumber FindTerm(std::string_view term) const;
  // The term of a number. REQUIRES: AddTerm returned it. Valid until the next AddTerm.
  std::string_view TermText(TermNumber number) const { return texts_[number]; }
  std::size_t term_count() const { return texts_.size(); }

  // Returns the node of the sequence of `node` and then `term`, a new one when there is none.
  Node AddChild(Node node, TermNumber term);
  // Returns that node or kNone. REQUIRES: node != kNone. A `term` of kNone has no child.
  Node FindChild(Node node, TermNumber term) const;

  std::size_t node_count() const { return children_.size() + 1; }

 private:
  StringMap<TermNumber> terms_;
  std::vector<std::string> texts_;  // by number
  absl::flat_hash_map<std::pair<Node, TermNumber>, Node> children_;
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_TERM_TRIE_H_
