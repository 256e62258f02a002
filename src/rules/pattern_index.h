// SPDX-License-Identifier: Apache-2.0
// pattern_index.h — all patterns of a rule set, arranged so that a query looks only at those that it may match.
//
// How:      patterns of the same words and captures are one shape, matched once. A shape of words alone is a path in a trie of terms,
//           and what is found there matches. One with captures is looked at where its rarest run of words stands in that trie,
//           or, when it has an expression, when the expression matches a word, or, when it has no words, when its first
//           validator accepts something. One whose words have alternatives is looked at when its rarest word may be meant.
// Threads:  immutable after Compile; const methods may run concurrently.
#ifndef SIGNPOST_RULES_PATTERN_INDEX_H_
#define SIGNPOST_RULES_PATTERN_INDEX_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <absl/status/status.h>

#include "base/strings.h"
#include "rules/alternative_words.h"
#include "rules/pattern.h"
#include "rules/pattern_matcher.h"
#include "rules/term_trie.h"
#include "text/analyzer.h"

namespace signpost::rules {

class PatternIndex {
 public:
  using ShapeId = std::uint32_t;
  struct Matched {
    ShapeId shape = 0;
    std::vector<CapturedUnits> captured;
  };

  // Where patterns are read into.
  TermTrie* terms() { return &trie_; }
  CaptureClasses* classes() { return &classes_; }
  const CaptureClasses& classes() const { return classes_; }

  // Returns the number of the shape; equal shapes have one.
  ShapeId Add(PatternShape shape);
  // Arranges the shapes; nothing is added behind it. InvalidArgument: expressions are too large together.
  absl::Status Compile();

  const PatternShape& shape(ShapeId id) const { return shapes_[id]; }
  std::string_view TermText(TermTrie::TermNumber term) const { return trie_.TermText(term); }
  std::size_t shape_count() const { return shapes_.size(); }

  // Reads a query. `text` and `index`, which may be null, must outlive it.
  RuleQuery Read(std::string_view text, const text::Analyzer& analyzer, const IndexWords* index) const;
  // Returns every shape that matches, each once, without order.
  std::vector<Matched> Find(RuleQuery* query) const;

 private:
  struct Search;

  void Place(ShapeId id, const std::vector<std::uint32_t>& frequencies);
  void PlaceAtNode(ShapeId id, const std::vector<std::uint32_t>& frequencies);
  void VisitWords(Search* search) const;
  void VisitNode(TermTrie::Node node, std::size_t start, std::size_t end, Search* search) const;
  void VisitAlternatives(Search* search) const;
  void VisitCaptures(Search* search) const;

  TermTrie trie_;
  CaptureClasses classes_;
  AlternativeWords alternatives_;
  std::vector<PatternShape> shapes_;
  StringMap<ShapeId> by_key_;
  std::vector<bool> has_capture_;                                            // by shape
  std::vector<std::vector<ShapeId>> by_node_;                                // exact shapes
  absl::flat_hash_map<TermTrie::TermNumber, std::vector<ShapeId>> by_word_;  // shapes with alternatives
  absl::flat_hash_map<ClassId, std::vector<ShapeId>> by_expression_;
  std::vector<std::pair<ClassId, std::vector<ShapeId>>> by_class_;
  std::vector<ShapeId> always_;
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_PATTERN_INDEX_H_
