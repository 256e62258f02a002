// SPDX-License-Identifier: Apache-2.0
// pattern_matcher.h — whether a query is what a pattern says, and what its captures hold.
//
// Capture:  covers 1 to limits::kMaxCaptureTokens units side by side; of several readings the one with the longest first
//           capture counts. It does not begin or end inside a word: 217 is not captured out of E-217, unless the pattern
//           itself has the E. White space inside is taken only for validators of numbers that people type in groups.
// Value:    the bytes of the query, with ill-formed UTF-8 as U+FFFD. With a validator: without white space, full-width
//           digits, letters and signs as ASCII ones, which is what East Asian keyboards give.
// Cost:     linear in the query for a pattern without captures, else at most elements * units * kMaxCaptureTokens steps,
//           on queries of at most limits::kMaxRuleQueryTokens units.
#ifndef SIGNPOST_RULES_PATTERN_MATCHER_H_
#define SIGNPOST_RULES_PATTERN_MATCHER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/rules.h>

#include "rules/captures.h"
#include "rules/pattern.h"
#include "rules/term_trie.h"
#include "text/analyzer.h"

namespace signpost::rules {

// A query, analysed as patterns are.
class RuleQuery {
 public:
  // `text` must outlive it. `terms` is that of the patterns.
  RuleQuery(std::string_view text, const text::Analyzer& analyzer, const TermTrie& terms);

  std::size_t size() const { return terms_.size(); }  // in units
  // kNone when no pattern has the term.
  TermTrie::TermNumber term(std::size_t unit) const { return terms_[unit]; }

  // --- for captures: only of queries with at most limits::kMaxRuleQueryTokens units ---

  // True when `unit` and the one before it are parts of one word, as in E-217. False at both ends of the query.
  bool inside_word(std::size_t unit) const { return inside_word_[unit]; }
  // True when white space stands between `unit` and the one before it.
  bool spaced(std::size_t unit) const { return spaced_[unit]; }
  // The bytes from the first unit of [begin, end) to the last. REQUIRES: begin < end.
  std::string_view Text(std::size_t begin, std::size_t end) const;
  // The same as validators read it.
  std::string_view PlainText(std::size_t begin, std::size_t end) const;

 private:
  void MarkBoundaries(const text::TokenList& tokens);
  void WritePlain();

  std::string_view text_;
  std::vector<text::Unit> units_;
  std::vector<TermTrie::TermNumber> terms_;
  std::vector<bool> inside_word_;        // one more than units
  std::vector<bool> spaced_;             // one more than units
  std::string plain_;                    // of short queries
  std::vector<text::Unit> plain_units_;  // places of the units in it
};

// Returns the captures of `pattern` where it begins at unit `start`, or nothing when it does not.
// REQUIRES: start == 0 for Anchoring::kIs and kStartsWith.
std::optional<Captures> MatchAt(const Pattern& pattern, Anchoring anchoring, const RuleQuery& query, std::size_t start);

// Returns the captures of the first place where `pattern` matches, or nothing.
std::optional<Captures> MatchAnywhere(const Pattern& pattern, Anchoring anchoring, const RuleQuery& query);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_PATTERN_MATCHER_H_
