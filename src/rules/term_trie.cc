// SPDX-License-Identifier: Apache-2.0
#include "rules/term_trie.h"

namespace signpost::rules {

TermTrie::TermNumber TermTrie::AddTerm(std::string_view term) {
  const auto [it, added] = terms_.try_emplace(std::string(term), static_cast<TermNumber>(terms_.size()));
  if (added) texts_.emplace_back(term);
  return it->second;
}

TermTrie::TermNumber TermTrie::FindTerm(std::string_view term) const {
  auto it = terms_.find(term);
  return it == terms_.end() ? kNone : it->second;
}

TermTrie::Node TermTrie::AddChild(Node node, TermNumber term) {
  return children_.try_emplace({node, term}, static_cast<Node>(node_count())).first->second;
}

TermTrie::Node TermTrie::FindChild(Node node, TermNumber term) const {
  auto it = children_.find({node, term});
  return it == children_.end() ? kNone : it->second;
}

}  // namespace signpost::rules
