// SPDX-License-Identifier: Apache-2.0
// fuzzy_search.h — one look-up with edits: a walk down the trie that carries the automaton's state.
//
// Why:      while edits are left, all children whose letter the word does not want next share one state; when none is
//           left, the bits of the node meet those of the wanted letters and most children are never touched. Words of
//           six letters and more are split, see middle_index.h. Prototypes with precompiled automata, deletion lists,
//           trigrams, a BK-tree and a scan of letter masks were slower or several times larger.
#ifndef SIGNPOST_LEXICON_FUZZY_SEARCH_H_
#define SIGNPOST_LEXICON_FUZZY_SEARCH_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/edit_automaton.h"
#include "lexicon/lexicon.h"
#include "lexicon/middle_index.h"
#include "lexicon/string_table.h"
#include "lexicon/trie.h"

namespace signpost::lexicon {

class FuzzySearch {
 public:
  // Appends matches to `*out` in ascending order. REQUIRES: an empty one; at least one term; a word that
  // WordMasks takes.
  FuzzySearch(const Trie& trie, const MiddleIndex& middle, const StringTable& terms, std::u32string_view word,
              const FuzzyOptions& options, std::vector<FuzzyMatch>* out);
  void Run();

 private:
  // A node on the way down: where it stands and how many bytes of its terms were read.
  struct Place {
    std::uint32_t index;
    std::uint32_t depth;
  };
  // A state with what decides whether a node is worth a visit; siblings share it.
  template <int kMaxEdits>
  struct Front {
    EditState<kMaxEdits> state;
    std::uint64_t wanted;  // symbols that lead further than others
    bool edits_left;       // any symbol leads further
    bool at_end;           // what was read matches

    bool CanPass(std::uint64_t symbols) const { return edits_left || at_end || (symbols & wanted) != 0; }
  };

  template <int kMaxEdits>
  EditPlaces Places() const {
    return {all_positions_, kMaxEdits == options_.max_edits ? last_edit_positions_ : all_positions_};
  }
  template <int kMaxEdits>
  Front<kMaxEdits> MakeFront(const EditState<kMaxEdits>& state) const;
  template <int kMaxEdits>
  Front<kMaxEdits> Advance(const Front<kMaxEdits>& front, std::uint64_t mask) const {
    return MakeFront(Step(front.state, mask, Places<kMaxEdits>()));
  }

  template <int kMaxEdits>
  void Start();
  template <int kMaxEdits>
  void Visit(Place at, const Front<kMaxEdits>& front);
  template <int kMaxEdits>
  void VisitBelow(Place at, const Front<kMaxEdits>& front);
  template <int kMaxEdits>
  void VisitAllChildren(Place at, const TrieNode& node, const Front<kMaxEdits>& front);
  template <int kMaxEdits>
  void VisitWantedChildren(Place at, const TrieNode& node, const Front<kMaxEdits>& front);
  template <int kMaxEdits>
  void VisitAllRareChildren(Place at, const TrieNode& node, const Front<kMaxEdits>& front);
  template <int kMaxEdits>
  void VisitWantedRareChildren(Place at, const TrieNode& node, const Front<kMaxEdits>& front);
  template <int kMaxEdits>
  void ReadTail(Place at, const TrieNode& leaf, const Front<kMaxEdits>& front);

  template <int kMaxEdits>
  void AddMiddleMatches();

  bool CountVisit() { return ++visits_ <= limits::kMaxFuzzyVisits; }
  std::uint64_t WantedSymbols(std::uint64_t positions) const;
  std::uint32_t TermsEnd(std::uint32_t index);  // of the terms at or below the node
  void Emit(std::uint32_t begin, std::uint32_t end, int edits);

  const Trie& trie_;
  const MiddleIndex& middle_;
  const StringTable& terms_;
  const std::u32string_view word_;
  const FuzzyOptions options_;
  std::vector<FuzzyMatch>* const out_;

  const WordMasks masks_;
  const std::uint64_t all_positions_;
  const std::size_t split_;                  // letters before the split; 0: the walk finds everything
  const std::uint64_t last_edit_positions_;  // the others are for the middle index to find
  const std::uint64_t end_bit_;
  std::array<std::uint64_t, 64> symbol_masks_{};  // by symbol; of kRareSymbol: not used
  std::array<std::uint64_t, 64> symbol_bits_{};   // by position: the bit of its letter's symbol

  std::size_t visits_ = 0;
  std::uint32_t covered_begin_ = 0;  // the last terms emitted, which further matches may only improve
  std::uint32_t covered_end_ = 0;
};

}  // namespace signpost::lexicon

#endif  // SIGNPOST_LEXICON_FUZZY_SEARCH_H_
