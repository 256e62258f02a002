// SPDX-License-Identifier: Apache-2.0
#include "lexicon/fuzzy_search.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <string>

#include "base/utf8.h"

namespace signpost::lexicon {
namespace {

// Returns the distance of the word's first letters, `count` of them, to `head`; kMaxEdits + 1 if it is greater.
template <int kMaxEdits>
int HeadDistance(const WordMasks& masks, std::size_t count, std::string_view head) {
  const std::uint64_t end = std::uint64_t{1} << count;
  const EditPlaces places = {end * 2 - 1, end * 2 - 1};
  EditState<kMaxEdits> state = StartState<kMaxEdits>(places);
  for (std::size_t i = 0; i < head.size();) {
    state = Step(state, masks.Of(DecodeUtf8(head, &i)) & (end - 1), places);
  }
  return state.Distance(end);
}

// Sorts by term and keeps the smallest number of edits of each.
void SortAndMerge(std::vector<FuzzyMatch>* matches) {
  std::sort(matches->begin(), matches->end(), [](const FuzzyMatch& a, const FuzzyMatch& b) {
    return a.term != b.term ? a.term < b.term : a.edits < b.edits;
  });
  auto same_term = [](const FuzzyMatch& a, const FuzzyMatch& b) { return a.term == b.term; };
  matches->erase(std::unique(matches->begin(), matches->end(), same_term), matches->end());
}

}  // namespace

FuzzySearch::FuzzySearch(const Trie& trie, const MiddleIndex& middle, const StringTable& terms,
                         std::u32string_view word, const FuzzyOptions& options, std::vector<FuzzyMatch>* out)
    : trie_(trie),
      middle_(middle),
      terms_(terms),
      word_(word),
      options_(options),
      out_(out),
      masks_(word),
      all_positions_(masks_.all_positions()),
      split_(options.max_edits > 0 && word.size() >= kMinWordToSplit ? SplitLetters(word.size()) : 0),
      last_edit_positions_(split_ == 0 ? all_positions_ : all_positions_ & ~((std::uint64_t{2} << split_) - 1)),
      end_bit_(masks_.end_bit()) {
  for (std::size_t j = 0; j < word.size(); ++j) {
    const int symbol = trie.SymbolOf(word[j]);
    symbol_masks_[symbol] |= std::uint64_t{1} << j;
    symbol_bits_[j] = std::uint64_t{1} << symbol;
  }
}

void FuzzySearch::Run() {
  switch (options_.max_edits) {
    case 0:
      return Start<0>();
    case 1:
      return Start<1>();
    default:
      return Start<2>();
  }
}

template <int kMaxEdits>
void FuzzySearch::Start() {
  Visit({0, 0}, MakeFront(StartState<kMaxEdits>(Places<kMaxEdits>())));
  if (split_ > 0) AddMiddleMatches<kMaxEdits>();
}

// Finds the terms whose edits all come before the split or right there, as the walk leaves them out. With fewer edits
// before the split than allowed, the walk has found them.
template <int kMaxEdits>
void FuzzySearch::AddMiddleMatches() {
  std::string tail;
  for (char32_t letter : word_.substr(split_)) AppendUtf8(&tail, letter);
  const std::size_t walked = out_->size();
  for (std::size_t middle = split_ - kMaxEdits; middle <= split_ + kMaxEdits; ++middle) {
    middle_.ForEach(terms_, middle, tail, !options_.prefix, [&](std::uint32_t term, std::string_view head) {
      if (HeadDistance<kMaxEdits>(masks_, split_, head) == kMaxEdits) out_->push_back({TermId{term}, kMaxEdits});
      return CountVisit();
    });
  }
  if (out_->size() > walked) SortAndMerge(out_);
}

template <int kMaxEdits>
FuzzySearch::Front<kMaxEdits> FuzzySearch::MakeFront(const EditState<kMaxEdits>& state) const {
  return {state, WantedSymbols(state.WantedPositions()), state.EditsLeft(Places<kMaxEdits>()),
          (state.rows[kMaxEdits] & end_bit_) != 0};
}

// A prefix that matches takes in everything below it. Further down only fewer edits are of interest, and the states for
// fewer edits are part of this one.
template <int kMaxEdits>
void FuzzySearch::Visit(Place at, const Front<kMaxEdits>& front) {
  if (!CountVisit()) return;
  if (!options_.prefix || !front.at_end) return VisitBelow(at, front);
  const int edits = front.state.Distance(end_bit_);
  Emit(trie_.node(at.index).first_term, TermsEnd(at.index), edits);
  if constexpr (kMaxEdits >= 2) {
    if (edits == 2) return VisitBelow(at, MakeFront(front.state.template Truncate<1>()));
  }
  if constexpr (kMaxEdits >= 1) {
    if (edits == 1) return VisitBelow(at, MakeFront(front.state.template Truncate<0>()));
  }
}

template <int kMaxEdits>
void FuzzySearch::VisitBelow(Place at, const Front<kMaxEdits>& front) {
  const TrieNode node = trie_.node(at.index);
  if (node.first_child == trie_.children_end(at.index)) return ReadTail(at, node, front);
  if (!options_.prefix && front.at_end && node.first_term < trie_.node(node.first_child).first_term) {
    Emit(node.first_term, node.first_term + 1, front.state.Distance(end_bit_));
  }
  if (node.has_rare()) {
    return front.edits_left ? VisitAllRareChildren(at, node, front) : VisitWantedRareChildren(at, node, front);
  }
  return front.edits_left ? VisitAllChildren(at, node, front) : VisitWantedChildren(at, node, front);
}

template <int kMaxEdits>
void FuzzySearch::VisitAllChildren(Place at, const TrieNode& node, const Front<kMaxEdits>& front) {
  const Front<kMaxEdits> other = Advance(front, 0);
  std::uint32_t child = node.first_child;
  for (std::uint64_t symbols = node.symbols; symbols != 0; symbols &= symbols - 1, ++child) {
    const int symbol = std::countr_zero(symbols);
    const Place place = {child, at.depth + trie_.letter_bytes(symbol)};
    const std::uint64_t below = trie_.node(child).symbols;
    if ((front.wanted >> symbol & 1) == 0) {
      if (other.CanPass(below)) Visit(place, other);
    } else if (const auto next = Advance(front, symbol_masks_[symbol]); next.CanPass(below)) {
      Visit(place, next);
    }
  }
}

template <int kMaxEdits>
void FuzzySearch::VisitWantedChildren(Place at, const TrieNode& node, const Front<kMaxEdits>& front) {
  for (std::uint64_t symbols = node.symbols & front.wanted; symbols != 0; symbols &= symbols - 1) {
    const int symbol = std::countr_zero(symbols);
    const std::uint32_t child = node.ChildOf(symbol);
    const auto next = Advance(front, symbol_masks_[symbol]);
    if (next.CanPass(trie_.node(child).symbols)) Visit({child, at.depth + trie_.letter_bytes(symbol)}, next);
  }
}

template <int kMaxEdits>
void FuzzySearch::VisitAllRareChildren(Place at, const TrieNode& node, const Front<kMaxEdits>& front) {
  const Front<kMaxEdits> other = Advance(front, 0);
  const std::uint32_t end = trie_.children_end(at.index);
  for (std::uint32_t i = node.first_child; i < end && CountVisit(); ++i) {
    const TrieNode child = trie_.node(i);
    const std::optional<char32_t> letter = Trie::LetterAt(terms_, child, at.depth);
    if (!letter.has_value()) return;
    const Place place = {i, at.depth + Trie::LetterBytes(*letter)};
    const std::uint64_t mask = masks_.Of(*letter);
    if (mask == 0) {
      if (other.CanPass(child.symbols)) Visit(place, other);
    } else if (const auto next = Advance(front, mask); next.CanPass(child.symbols)) {
      Visit(place, next);
    }
  }
}

template <int kMaxEdits>
void FuzzySearch::VisitWantedRareChildren(Place at, const TrieNode& node, const Front<kMaxEdits>& front) {
  if ((node.symbols & front.wanted) == 0) return;
  std::array<char32_t, 64> letters;
  auto end = letters.begin();
  for (std::uint64_t p = front.state.WantedPositions() & (end_bit_ - 1); p != 0; p &= p - 1) {
    *end++ = word_[std::countr_zero(p)];
  }
  std::sort(letters.begin(), end);
  end = std::unique(letters.begin(), end);
  for (auto letter = letters.begin(); letter != end; ++letter) {
    const std::optional<std::uint32_t> child = trie_.Child(at.index, *letter, terms_, at.depth);
    if (!child.has_value()) continue;
    const auto next = Advance(front, masks_.Of(*letter));
    if (next.CanPass(trie_.node(*child).symbols)) Visit({*child, at.depth + Trie::LetterBytes(*letter)}, next);
  }
}

// Below a leaf there is one term: its text is read to the end.
template <int kMaxEdits>
void FuzzySearch::ReadTail(Place at, const TrieNode& leaf, const Front<kMaxEdits>& front) {
  EditState<kMaxEdits> state = front.state;
  const std::string_view text = terms_[leaf.first_term];
  int best = kMaxEdits + 1;
  for (std::size_t i = at.depth; i < text.size();) {
    state = Step(state, masks_.Of(DecodeUtf8(text, &i)), Places<kMaxEdits>());
    if (!state.alive()) break;
    if (options_.prefix) best = std::min(best, state.Distance(end_bit_));
  }
  if (!options_.prefix) best = state.Distance(end_bit_);
  if (best <= kMaxEdits) Emit(leaf.first_term, leaf.first_term + 1, best);
}

std::uint64_t FuzzySearch::WantedSymbols(std::uint64_t positions) const {
  std::uint64_t symbols = 0;
  for (std::uint64_t p = positions & (end_bit_ - 1); p != 0; p &= p - 1) symbols |= symbol_bits_[std::countr_zero(p)];
  return symbols;
}

std::uint32_t FuzzySearch::TermsEnd(std::uint32_t index) {
  while (trie_.children_end(index) > trie_.node(index).first_child && CountVisit()) {
    index = trie_.children_end(index) - 1;
  }
  return trie_.node(index).first_term + 1;
}

// Terms come in ascending order, and within the last range again when they match better. Only a damaged trie brings
// others: they are dropped, so that the output stays in order and within bounds.
void FuzzySearch::Emit(std::uint32_t begin, std::uint32_t end, int edits) {
  const auto small = static_cast<std::uint8_t>(edits);
  if (begin >= covered_end_) {
    for (std::uint32_t t = begin; t < end; ++t) out_->push_back({TermId{t}, small});
    covered_begin_ = begin;
    covered_end_ = std::max(begin, end);
  } else if (begin >= covered_begin_ && begin < end && end <= covered_end_) {
    FuzzyMatch* first = out_->data() + out_->size() - (covered_end_ - begin);
    for (FuzzyMatch* m = first; m < first + (end - begin); ++m) m->edits = std::min(m->edits, small);
  }
}

}  // namespace signpost::lexicon
