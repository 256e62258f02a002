// SPDX-License-Identifier: Apache-2.0
// trie.h — the terms as a tree of letters, packed into one array of 16-byte nodes.
//
// Letters:  code points. The commonest 63 of the lexicon have a symbol each, 0 to 62 in code point order, so that the
//           letters below a node are the bits of one word; the rest share kRareSymbol and are told apart by the text.
// Order:    level by level, the children of a node adjacent and in code point order. Node 0 is the root; the children
//           of node i end where those of node i + 1 begin.
// Leaves:   a node with one term left has no children; its one bit is the letter that follows, none at the end of the
//           term.
// Trust:    Validate() makes every index stay in range. That the tree agrees with the text is not checked: damaged
//           bytes give wrong answers, never a read out of bounds.
#ifndef SIGNPOST_LEXICON_TRIE_H_
#define SIGNPOST_LEXICON_TRIE_H_

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>

#include "base/bytes.h"
#include "lexicon/string_table.h"

namespace signpost::lexicon {

constexpr int kRareSymbol = 63;
constexpr std::uint32_t kMaxAlphabet = 63;

struct TrieNode {
  std::uint64_t symbols;      // of the letters below
  std::uint32_t first_child;  // index
  std::uint32_t first_term;   // the first in byte order at or below this node

  bool has_rare() const { return (symbols >> kRareSymbol) != 0; }
  // REQUIRES: the symbol is one of `symbols`; no rare letters.
  std::uint32_t ChildOf(int symbol) const {
    return first_child + static_cast<std::uint32_t>(std::popcount(symbols & ((std::uint64_t{1} << symbol) - 1)));
  }
};
static_assert(sizeof(TrieNode) == 16);

class Trie {
 public:
  Trie() = default;
  // `nodes` includes one more than the last, which ends its children and terms. `alphabet`: ascending code points.
  // Nothing may be called before Validate() said OK.
  Trie(FixedArray<TrieNode> nodes, FixedArray<std::uint32_t> alphabet);

  // DataLoss unless all indexes are in range for `term_count` terms and children come after their parents.
  absl::Status Validate(std::uint32_t term_count) const;

  TrieNode node(std::uint32_t i) const { return nodes_[i]; }
  std::uint32_t children_end(std::uint32_t i) const { return nodes_[i + 1].first_child; }
  std::uint32_t node_count() const { return static_cast<std::uint32_t>(nodes_.size() - 1); }

  int SymbolOf(char32_t letter) const {
    if (letter < ascii_symbols_.size()) return ascii_symbols_[letter];
    return SymbolOfOther(letter);
  }
  // Bytes of the letter in UTF-8. REQUIRES: symbol != kRareSymbol.
  std::uint32_t letter_bytes(int symbol) const { return letter_bytes_[static_cast<std::size_t>(symbol)]; }

  static std::uint32_t LetterBytes(char32_t letter);

  // Returns the letter that the terms of `node` have at byte `depth`, or nothing when the text does not go that far.
  static std::optional<char32_t> LetterAt(const StringTable& terms, const TrieNode& node, std::uint32_t depth);

  // Returns the child of node `i`, which stands at byte `depth`, by `letter`.
  std::optional<std::uint32_t> Child(std::uint32_t i, char32_t letter, const StringTable& terms,
                                     std::uint32_t depth) const;

 private:
  int SymbolOfOther(char32_t letter) const;

  FixedArray<TrieNode> nodes_;
  FixedArray<std::uint32_t> alphabet_;
  std::array<std::uint8_t, 128> ascii_symbols_{};
  std::array<std::uint8_t, kMaxAlphabet> letter_bytes_{};
};

// What a Trie is made of.
struct TrieParts {
  std::vector<std::uint32_t> alphabet;
  std::vector<TrieNode> nodes;
};

// REQUIRES: as for BuildLexicon.
TrieParts BuildTrie(const std::vector<std::string_view>& terms);

}  // namespace signpost::lexicon

#endif  // SIGNPOST_LEXICON_TRIE_H_
