// SPDX-License-Identifier: Apache-2.0
#include "lexicon/trie.h"

#include <algorithm>
#include <utility>

#include <absl/container/flat_hash_map.h>

#include "base/status.h"
#include "base/utf8.h"

namespace signpost::lexicon {
namespace {

std::vector<std::uint32_t> CommonestLetters(const std::vector<std::string_view>& terms) {
  absl::flat_hash_map<char32_t, std::uint64_t> counts;
  for (std::string_view term : terms) {
    for (std::size_t i = 0; i < term.size();) ++counts[DecodeUtf8(term, &i)];
  }
  std::vector<std::pair<char32_t, std::uint64_t>> letters(counts.begin(), counts.end());
  std::sort(letters.begin(), letters.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (letters.size() > kMaxAlphabet) letters.resize(kMaxAlphabet);
  std::vector<std::uint32_t> alphabet;
  alphabet.reserve(letters.size());
  for (const auto& letter : letters) alphabet.push_back(letter.first);
  std::sort(alphabet.begin(), alphabet.end());
  return alphabet;
}

// Makes the nodes level by level: `pending_` holds what each node stands for, in the order of the nodes.
class TrieBuilder {
 public:
  TrieBuilder(const std::vector<std::string_view>& terms, const Trie& alphabet) : terms_(terms), alphabet_(alphabet) {}

  std::vector<TrieNode> Build() {
    const auto term_count = static_cast<std::uint32_t>(terms_.size());
    pending_.push_back({0, term_count, 0});
    for (std::size_t i = 0; i < pending_.size(); ++i) AddNode(pending_[i]);
    nodes_.push_back({0, static_cast<std::uint32_t>(pending_.size()), term_count});
    return std::move(nodes_);
  }

 private:
  // Terms that share their first `depth` bytes.
  struct Pending {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t depth;
  };

  void AddNode(Pending p) {
    TrieNode node{0, static_cast<std::uint32_t>(pending_.size()), p.begin};
    const bool leaf = p.end - p.begin == 1;
    std::uint32_t term = p.begin;
    if (term < p.end && terms_[term].size() == p.depth) ++term;  // it ends here
    while (term < p.end) {
      std::size_t depth = p.depth;
      node.symbols |= std::uint64_t{1} << alphabet_.SymbolOf(DecodeUtf8(terms_[term], &depth));
      const std::uint32_t end = leaf ? p.end : RunEnd(term, p.end, terms_[term].substr(0, depth));
      if (!leaf) pending_.push_back({term, end, static_cast<std::uint32_t>(depth)});
      term = end;
    }
    nodes_.push_back(node);
  }

  // Returns the end of the terms from `begin` that begin with `prefix`, as the one at `begin` does.
  std::uint32_t RunEnd(std::uint32_t begin, std::uint32_t end, std::string_view prefix) const {
    auto in_run = [&](std::string_view term) { return term.substr(0, prefix.size()) == prefix; };
    std::uint32_t low = begin + 1;
    std::uint32_t step = 1;
    while (low < end && step < end - low && in_run(terms_[low + step - 1])) {
      low += step;
      step *= 2;
    }
    const std::uint32_t high = step < end - low ? low + step : end;
    return static_cast<std::uint32_t>(std::partition_point(terms_.begin() + low, terms_.begin() + high, in_run) -
                                      terms_.begin());
  }

  const std::vector<std::string_view>& terms_;
  const Trie& alphabet_;
  std::vector<Pending> pending_;
  std::vector<TrieNode> nodes_;
};

}  // namespace

Trie::Trie(FixedArray<TrieNode> nodes, FixedArray<std::uint32_t> alphabet) : nodes_(nodes), alphabet_(alphabet) {
  ascii_symbols_.fill(kRareSymbol);
  for (std::uint32_t i = 0; i < std::min<std::size_t>(alphabet_.size(), kMaxAlphabet); ++i) {
    const char32_t letter = alphabet_[i];
    letter_bytes_[i] = static_cast<std::uint8_t>(LetterBytes(letter));
    if (letter < ascii_symbols_.size()) ascii_symbols_[letter] = static_cast<std::uint8_t>(i);
  }
}

absl::Status Trie::Validate(std::uint32_t term_count) const {
  if (nodes_.size() < 2 || nodes_.size() > UINT32_MAX) return DataLoss("lexicon: ", nodes_.size(), " nodes");
  if (alphabet_.size() > kMaxAlphabet) return DataLoss("lexicon: an alphabet of ", alphabet_.size(), " letters");
  for (std::uint32_t i = 1; i < alphabet_.size(); ++i) {
    if (alphabet_[i] <= alphabet_[i - 1]) return DataLoss("lexicon: the alphabet is not ascending");
  }
  if (node(0).first_child != 1 || node(node_count()).first_child != node_count()) {
    return DataLoss("lexicon: the children of the nodes do not add up");
  }
  for (std::uint32_t i = 0; i < node_count(); ++i) {
    const TrieNode n = node(i);
    const std::uint32_t end = children_end(i);
    if (n.first_child <= i || end < n.first_child) return DataLoss("lexicon: node ", i, " misplaces its children");
    const std::uint32_t children = end - n.first_child;
    const auto bits = static_cast<std::uint32_t>(std::popcount(n.symbols));
    const bool agree = children == 0 ? bits <= 1 : n.has_rare() ? children >= bits : children == bits;
    if (!agree) return DataLoss("lexicon: node ", i, " has ", children, " children and ", bits, " letters");
    if (n.first_term >= term_count && term_count > 0) return DataLoss("lexicon: node ", i, " names no term");
  }
  return absl::OkStatus();
}

std::uint32_t Trie::LetterBytes(char32_t letter) {
  return letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
}

int Trie::SymbolOfOther(char32_t letter) const {
  std::size_t low = 0;
  std::size_t high = alphabet_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (alphabet_[middle] < letter) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < alphabet_.size() && alphabet_[low] == letter ? static_cast<int>(low) : kRareSymbol;
}

std::optional<char32_t> Trie::LetterAt(const StringTable& terms, const TrieNode& node, std::uint32_t depth) {
  const std::string_view text = terms[node.first_term];
  std::size_t i = depth;
  if (i >= text.size()) return std::nullopt;
  return DecodeUtf8(text, &i);
}

std::optional<std::uint32_t> Trie::Child(std::uint32_t i, char32_t letter, const StringTable& terms,
                                         std::uint32_t depth) const {
  const TrieNode n = node(i);
  const int symbol = SymbolOf(letter);
  const std::uint32_t end = children_end(i);
  if ((n.symbols >> symbol & 1) == 0 || n.first_child == end) return std::nullopt;
  if (!n.has_rare()) return n.ChildOf(symbol);
  std::uint32_t low = n.first_child;
  std::uint32_t high = end;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const std::optional<char32_t> at = LetterAt(terms, node(middle), depth);
    if (!at.has_value()) return std::nullopt;
    if (*at == letter) return middle;
    if (*at < letter) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return std::nullopt;
}

TrieParts BuildTrie(const std::vector<std::string_view>& terms) {
  TrieParts parts;
  parts.alphabet = CommonestLetters(terms);
  const Trie alphabet({}, FixedArray<std::uint32_t>(BytesOf(parts.alphabet)));
  parts.nodes = TrieBuilder(terms, alphabet).Build();
  return parts;
}

}  // namespace signpost::lexicon
